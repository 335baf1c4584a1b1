using BizEnvLedger.Core.Complaints.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Complaints;

/// <summary>From an act's body to Core's command; HTTP and import come the same way.</summary>
internal static class ComplaintPrepare
{
    public static PlanAct Receive(PublicComplaintBody b, string id) => PlanAct.Of(
        new ReceiveComplaint(id, LedgerTexts.Draft(ReceiptCode.New())!, Need.Value(b.Kind, "kind"), LedgerTexts.Draft(b.Text), LedgerTexts.Draft(b.Contact), b.Area, b.Task, b.Milestone, b.Unit), ReceiveComplaint.Decide);

    public static PlanAct Register(RegisterBody b, string id) => PlanAct.Of(
        new RegisterComplaint(id, LedgerTexts.Draft(ReceiptCode.New())!, Need.Value(b.Kind, "kind"), Need.Value(b.Channel, "channel"), LedgerTexts.Draft(b.Text), LedgerTexts.Draft(b.Contact), b.Area, b.Task, b.Milestone, b.Unit), RegisterComplaint.Decide);

    public static PlanAct Officer(TipOfficerBody b, string id) => PlanAct.Of(new NameTipOfficer(id, Need.Word(b.Officer, "officer")), NameTipOfficer.Decide);

    public static PlanAct Dispatch(ComplaintDispatchBody b, string id) => PlanAct.Of(new DispatchComplaint(id, b.Units ?? [], b.Task, b.Milestone, LedgerTexts.Draft(b.Brief)), DispatchComplaint.Decide);

    public static PlanAct Reassign(ReassignBody b, string id) => PlanAct.Of(new ReassignComplaint(id, b.Units ?? [], LedgerTexts.Draft(b.Reason)), ReassignComplaint.Decide);

    public static PlanAct Answer(ComplaintAnswerBody b, string id) => PlanAct.Of(new AnswerComplaint(id, Need.Value(b.Kind, "kind"), LedgerTexts.Draft(b.Text), b.Evidence ?? [], b.Unit), AnswerComplaint.Decide);

    public static PlanAct Release(Guid answer, string id) => PlanAct.Of(new ReleaseAnswer(id, answer), ReleaseAnswer.Decide);

    public static PlanAct Ask(SatisfactionBody b, string id) => PlanAct.Of(new AskSatisfaction(id, Need.Value(b.Satisfaction, "satisfaction"), LedgerTexts.Draft(b.Note)), AskSatisfaction.Decide);

    public static PlanAct Again(RehandlingBody b, string id) => PlanAct.Of(new HandleAgain(id, LedgerTexts.Draft(b.Reason)), HandleAgain.Decide);

    public static PlanAct Link(LinkBody b, string id) => PlanAct.Of(new LinkComplaint(id, Need.Word(b.Earlier, "earlier"), LedgerTexts.Draft(b.Reason)), LinkComplaint.Decide);

    public static PlanAct Uphold(ComplaintUpholdBody b, string id) => PlanAct.Of(
        new UpholdComplaint(id, Need.Word(b.Unit, "unit"), b.Milestones ?? [], Need.Value(b.DeliverableAbsent, "deliverableAbsent"), b.HeardOn, LedgerTexts.Draft(b.Heard), LedgerTexts.Draft(b.Finding)), UpholdComplaint.Decide);

    public static PlanAct Reject(RejectBody b, string id) => PlanAct.Of(new RejectComplaint(id, Need.Word(b.Unit, "unit"), b.HeardOn, LedgerTexts.Draft(b.Heard), LedgerTexts.Draft(b.Finding)), RejectComplaint.Decide);

    public static PlanAct Visit(VisitBody b, string id, string milestone) => PlanAct.Of(new VisitMilestone(id, milestone, Need.Value(b.Present, "present"), LedgerTexts.Draft(b.Finding)), VisitMilestone.Decide);

    public static PlanAct Propose(ExposureBody b, string id) => PlanAct.Of(new ProposeExposure(id, Need.Value(b.Visibility, "visibility"), LedgerTexts.Draft(b.PublicText)), ProposeExposure.Decide);

    public static PlanAct Decide(bool? approved, Guid exposure, string id) => PlanAct.Of(new DecideExposure(id, exposure, Need.Value(approved, "approved")), DecideExposure.Decide);

    public static PlanAct Read(string id) => PlanAct.Of(new ReadContact(id), ReadContact.Decide);
}
