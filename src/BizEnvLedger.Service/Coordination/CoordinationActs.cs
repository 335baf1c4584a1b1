using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;

namespace BizEnvLedger.Service.Coordination;

/// <summary>From a body to Core's command; HTTP and import come the same way.</summary>
public static class CoordinationActs
{
    public static Prepared Ask(CooperationBody b) => TaskActs.Prepare(
        new RequestCooperation(Need.Word(b.Milestone, "milestone"), Need.Word(b.To, "to"), Need.Value(b.Limit, "limit"), LedgerTexts.Draft(b.Text), b.Evidence ?? [], b.Unit), RequestCooperation.Decide);

    public static Prepared Answer(CooperationAnswerBody b, Guid id) =>
        TaskActs.Prepare(new AnswerRequest(id, Need.Value(b.Accepted, "accepted"), LedgerTexts.Draft(b.Reason), b.Unit), AnswerRequest.Decide);

    public static Prepared Escalate(CooperationEscalationBody b, Guid id) => TaskActs.Prepare(new EscalateRequest(id, LedgerTexts.Draft(b.Reason), b.Unit), EscalateRequest.Decide);

    public static Prepared Adjudicate(CooperationRulingBody b, Guid id) =>
        TaskActs.Prepare(new AdjudicateRequest(id, Need.Value(b.Binding, "binding"), b.Limit, LedgerTexts.Draft(b.Reason)), AdjudicateRequest.Decide);

    public static Prepared Decide(CooperationRulingBody b, Guid id) =>
        TaskActs.Prepare(new DecideRequest(id, Need.Value(b.Binding, "binding"), b.Limit, LedgerTexts.Draft(b.Reason)), DecideRequest.Decide);

    public static Prepared Fulfil(CooperationFulfilmentBody b, Guid id) => TaskActs.Prepare(new FulfilRequest(id, LedgerTexts.Draft(b.Narrative), b.Evidence ?? [], b.Unit), FulfilRequest.Decide);

    public static Prepared Confirm(CooperationConfirmationBody b, Guid id) =>
        TaskActs.Prepare(new ConfirmFulfilment(id, Need.Value(b.Fulfilled, "fulfilled"), LedgerTexts.Draft(b.Reason), b.Unit), ConfirmFulfilment.Decide);

    public static Prepared Issue(PaperBody b, DemandKind kind)
    {
        var (units, milestones, text) = (b.Units ?? [], b.Milestones ?? [], LedgerTexts.Draft(b.Text));
        return kind switch
        {
            DemandKind.Instruction => TaskActs.Prepare(new GiveInstruction(units, milestones, Need.Value(b.Limit, "limit"), text), GiveInstruction.Decide),
            DemandKind.Urge => TaskActs.Prepare(new IssueUrge(units, milestones, b.Limit, text), IssueUrge.Decide),
            _ => TaskActs.Prepare(new DraftOrder(units, milestones, Need.Value(b.Limit, "limit"), text), DraftOrder.Decide),
        };
    }

    public static Prepared Reply(PaperReplyBody b, DemandKind kind, Guid id) => kind switch
    {
        DemandKind.Instruction => TaskActs.Prepare(new ReplyToInstruction(id, LedgerTexts.Draft(b.Text), b.Evidence ?? [], b.Unit), ReplyToInstruction.Decide),
        DemandKind.Urge => TaskActs.Prepare(new AnswerUrge(id, LedgerTexts.Draft(b.Text), b.Evidence ?? [], b.Unit), AnswerUrge.Decide),
        _ => TaskActs.Prepare(new ReplyToOrder(id, LedgerTexts.Draft(b.Text), b.Evidence ?? [], b.Unit), ReplyToOrder.Decide),
    };

    public static Prepared Sign(OrderSignatureBody b, Guid id) => TaskActs.Prepare(new SignOrder(id, b.Limit), SignOrder.Decide);

    public static Prepared Close(OrderClosingBody b, Guid id) => TaskActs.Prepare(new CloseOrder(id, LedgerTexts.Draft(b.Finding)), CloseOrder.Decide);

    public static Prepared Dispute(DisputeBody b) => TaskActs.Prepare(new DisputeAssignment(b.Measure, LedgerTexts.Draft(b.Reason), b.Evidence ?? [], b.Unit), DisputeAssignment.Decide);

    public static Prepared Release(Guid id) => TaskActs.Prepare(new ReleaseDispute(id), ReleaseDispute.Decide);

    public static Prepared Rule(DisputeDecisionBody b, Guid id) => TaskActs.Prepare(
        new DecideDispute(id, Need.Value(b.Upheld, "upheld"), b.Leads ?? [], b.Cooperating, b.EffectiveOn, LedgerTexts.Draft(b.Reason), LedgerTexts.Draft(b.Basis)), DecideDispute.Decide);
}
