using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>Who may do what on a task: units on what they lead or cooperate on, their approvers on what their unit made, verifiers and whoever decides from outside.</summary>
public static class PlanTaskRights
{
    public static IReadOnlyList<Right> All { get; } =
    [
        new(nameof(AcknowledgeTask), Role.Unit, Relation.Concerned),
        new(nameof(AcknowledgeTask), Role.System, Relation.Concerned),
        new(nameof(RecordProgress), Role.Unit, Relation.Concerned),
        new(nameof(RecordProgress), Role.System, Relation.Concerned),
        new(nameof(ReportMetric), Role.Unit, Relation.DataOwner),
        new(nameof(ReportMetric), Role.System, Relation.DataOwner),
        new(nameof(ClaimMilestone), Role.Unit, Relation.Lead),
        new(nameof(ClaimMilestone), Role.System, Relation.Lead),
        new(nameof(AddStep), Role.Unit, Relation.Lead),
        new(nameof(AddStep), Role.System, Relation.Lead),
        new(nameof(ReportStep), Role.Unit, Relation.Owner),
        new(nameof(ReportStep), Role.System, Relation.Owner),
        new(nameof(ReleaseClaim), Role.Approver, Relation.SecondPerson),
        new(nameof(WithdrawClaim), Role.Unit, Relation.Owner),
        new(nameof(WithdrawClaim), Role.System, Relation.Owner),
        new(nameof(DeclineClaim), Role.Approver, Relation.SecondPerson),
        new(nameof(ReleaseFigure), Role.Approver, Relation.SecondPerson),
        new(nameof(AttachEvidence), Role.Unit, Relation.Owner),
        new(nameof(AttachEvidence), Role.System, Relation.Owner),
        new(nameof(ReleaseEvidence), Role.Approver, Relation.SecondPerson),
        new(nameof(RequestExtension), Role.Unit, Relation.Lead),
        new(nameof(ReleaseExtension), Role.Approver, Relation.SecondPerson),
        new(nameof(DecideExtension), Role.Leader, Relation.Apart),
        new(DecideExtension.ByLeadingGroup, Role.GroupOffice, Relation.Apart),
        new(nameof(RequestSuspension), Role.Unit, Relation.Lead),
        new(nameof(ReleaseSuspension), Role.Approver, Relation.SecondPerson),
        new(nameof(DecideSuspension), Role.Leader, Relation.Apart),
        new(nameof(EndSuspension), Role.Leader, Relation.Any),
        new(nameof(EndSuspension), Role.GroupOffice, Relation.Any),
        new(nameof(WithdrawRequest), Role.Unit, Relation.Owner),
        new(nameof(WithdrawRequest), Role.Approver, Relation.Owner),
        new(WithdrawRequest.OfReleased, Role.Approver, Relation.Owner),
        new(nameof(VerifyMilestone), Role.Office, Relation.Apart),
        new(nameof(ReturnMilestone), Role.Office, Relation.Apart),
        new(nameof(ConfirmStep), Role.Office, Relation.Apart),
        new(nameof(ReassignLead), Role.GroupOffice, Relation.Any),
        new(nameof(ReassignLead), Role.Leader, Relation.Any),
        new(nameof(AppointLeader), Role.GroupOffice, Relation.Any),
        new(CorrectEntry.OfFact, Role.Unit, Relation.Owner),
        new(CorrectEntry.OfFact, Role.System, Relation.Owner),
        new(CorrectEntry.OfLead, Role.GroupOffice, Relation.Any),
        new(CorrectEntry.OfLead, Role.Leader, Relation.Any),
        new(CorrectEntry.OfLeader, Role.GroupOffice, Relation.Any),
    ];
}
