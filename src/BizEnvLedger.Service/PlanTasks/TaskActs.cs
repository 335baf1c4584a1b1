using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.PlanTasks;

/// <summary>An act on a task, ready to be decided under the task's lock, with the texts that go beside the ledger.</summary>
public sealed record Prepared(Func<PlanTask, ActionPlan, Caller, Moment, Decision> Decide, IReadOnlyList<DraftText> Texts, IReadOnlyList<string> Evidence);

/// <summary>From an act's body to Core's command; HTTP and import come the same way.</summary>
public static class TaskActs
{
    public static Prepared Acknowledge(AcknowledgementBody b) =>
        Prepare(new AcknowledgeTask(b.Unit, b.EffectiveOn), AcknowledgeTask.Decide);

    public static Prepared Progress(ProgressBody b) =>
        Prepare(new RecordProgress(Need.Word(b.Measure, "measure"), b.Percent, b.NoChange ?? false, LedgerTexts.Draft(b.Narrative), b.EffectiveOn, b.Evidence ?? [], b.Unit), RecordProgress.Decide);

    public static Prepared Metric(MetricBody b) =>
        Prepare(new ReportMetric(Need.Word(b.Indicator, "indicator"), Need.Value(b.Value, "value"), b.Benchmark, b.MeasuredIn, b.EffectiveOn, LedgerTexts.Draft(b.Source), b.Evidence ?? [], b.Unit), ReportMetric.Decide);

    public static Prepared Lead(LeadBody b) =>
        Prepare(new ReassignLead(b.Measure, b.Leads ?? [], b.Cooperating, b.EffectiveOn, LedgerTexts.Draft(b.Reason), LedgerTexts.Draft(b.Basis)), ReassignLead.Decide);

    public static Prepared Leader(LeaderBody b) =>
        Prepare(new AppointLeader(b.Measure, Need.Word(b.Leader, "leader"), LedgerTexts.Draft(b.Name), b.EffectiveOn, LedgerTexts.Draft(b.Basis)), AppointLeader.Decide);

    public static Prepared Correct(CorrectionBody b) =>
        Prepare(new CorrectEntry(Need.Value(b.Entry, "entry"), b.Value, b.Percent, b.EffectiveOn, b.Withdrawn ?? false, LedgerTexts.Draft(b.Narrative), LedgerTexts.Draft(b.Reason)), CorrectEntry.Decide);

    public static Prepared Step(StepBody b) =>
        Prepare(new AddStep(b.Milestone, b.Measure, Need.Word(b.Owner, "owner"), Need.Value(b.Due, "due"), LedgerTexts.Draft(b.Deliverable), b.Unit), AddStep.Decide);

    public static Prepared Confirm(StepConfirmationBody b, string step) =>
        Prepare(new ConfirmStep(step, b.EffectiveOn), ConfirmStep.Decide);

    public static Prepared ReportOfStep(StepReportBody b, string step) =>
        Prepare(new ReportStep(step, b.EffectiveOn, LedgerTexts.Draft(b.Narrative), b.Evidence ?? [], b.Unit), ReportStep.Decide);

    public static Prepared Claim(ClaimBody b, string id) =>
        Prepare(new ClaimMilestone(id, b.EffectiveOn, LedgerTexts.Draft(b.Narrative), b.Evidence ?? [], b.Reading, b.Unit), ClaimMilestone.Decide);

    public static Prepared Release(string id, Guid claim) =>
        Prepare(new ReleaseClaim(id, claim), ReleaseClaim.Decide);

    public static Prepared WithdrawClaim(ReasonBody b, string id, Guid claim) => Prepare(new WithdrawClaim(id, claim, LedgerTexts.Draft(b.Reason)), Core.PlanTasks.Acts.WithdrawClaim.Decide);

    public static Prepared DeclineClaim(ReasonBody b, string id, Guid claim) => Prepare(new DeclineClaim(id, claim, LedgerTexts.Draft(b.Reason)), Core.PlanTasks.Acts.DeclineClaim.Decide);

    public static Prepared Verify(VerificationBody b, string id) =>
        Prepare(new VerifyMilestone(id, Need.Value(b.Claim, "claim"), LedgerTexts.Draft(b.Finding)), VerifyMilestone.Decide);

    public static Prepared Return(ReturnBody b, string id) =>
        Prepare(new ReturnMilestone(id, Need.Value(b.Claim, "claim"), b.Ground, LedgerTexts.Draft(b.Reason)), ReturnMilestone.Decide);

    public static Prepared ReleaseFigure(Guid entry) => Prepare(new ReleaseFigure(entry), Core.PlanTasks.Acts.ReleaseFigure.Decide);

    public static Prepared Attach(AttachmentBody b) => Prepare(new AttachEvidence(Need.Value(b.Entry, "entry"), b.Evidence ?? []), AttachEvidence.Decide);

    public static Prepared ReleaseEvidence(Guid attachment) => Prepare(new ReleaseEvidence(attachment), Core.PlanTasks.Acts.ReleaseEvidence.Decide);

    public static Prepared Extend(ExtensionBody b, string id) =>
        Prepare(new RequestExtension(id, Need.Value(b.NewDue, "newDue"), LedgerTexts.Draft(b.Reason), b.Evidence ?? [], b.Unit), RequestExtension.Decide);

    public static Prepared ReleaseExtension(string id, Guid request) => Prepare(new ReleaseExtension(id, request), Core.PlanTasks.Acts.ReleaseExtension.Decide);

    public static Prepared DecideExtension(ExtensionDecisionBody b, string id, Guid request) =>
        Prepare(new DecideExtension(id, request, b.Granted, b.NewDue, LedgerTexts.Draft(b.Reason)), Core.PlanTasks.Acts.DecideExtension.Decide);

    public static Prepared Suspend(SuspensionBody b, string id) =>
        Prepare(new RequestSuspension(id, Need.Value(b.ReviewOn, "reviewOn"), LedgerTexts.Draft(b.Precondition), b.Evidence ?? [], b.Unit), RequestSuspension.Decide);

    public static Prepared ReleaseSuspension(string id, Guid request) => Prepare(new ReleaseSuspension(id, request), Core.PlanTasks.Acts.ReleaseSuspension.Decide);

    public static Prepared DecideSuspension(SuspensionDecisionBody b, string id, Guid request) =>
        Prepare(new DecideSuspension(id, request, b.Granted, b.EffectiveOn, b.ReviewOn, LedgerTexts.Draft(b.Reason)), Core.PlanTasks.Acts.DecideSuspension.Decide);

    public static Prepared EndSuspension(SuspensionEndBody b, string id, Guid request) =>
        Prepare(new EndSuspension(id, request, b.EffectiveOn, LedgerTexts.Draft(b.Reason)), Core.PlanTasks.Acts.EndSuspension.Decide);

    public static Prepared Withdraw(WithdrawalBody b, RequestKind kind, Guid request) =>
        Prepare(new WithdrawRequest(kind, request, LedgerTexts.Draft(b.Reason), b.Unit), WithdrawRequest.Decide);

    internal static Prepared Prepare<TCommand>(TCommand command, Func<PlanTask, ActionPlan, TCommand, Caller, Moment, Decision> decide) where TCommand : notnull =>
        new((task, plan, who, now) => decide(task, plan, command, who, now), CommandParts<TCommand>.Texts(command), CommandParts<TCommand>.Evidence(command));
}
