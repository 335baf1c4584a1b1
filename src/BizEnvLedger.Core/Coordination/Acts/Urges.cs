using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Coordination.Acts;

/// <summary>催办单: the office urges units by hand. Refused: not the office; the same as of an instruction; the limit may be left out.</summary>
public sealed record IssueUrge(IReadOnlyList<string> Units, IReadOnlyList<string> Milestones, DateOnly? Limit, DraftText? Text)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, IssueUrge command, Caller who, Moment now) =>
        RightsTable.Role(nameof(IssueUrge), who)
        ?? DemandChecks.Of(task, plan, command.Units, command.Milestones, command.Limit, command.Text, now)
        ?? (Decision)Decision.Of(new UrgeIssued(command.Units, command.Milestones, command.Limit, TextSeal.Of(command.Text!)));
}

/// <summary>催办答复. Refused: unknown; not a unit that was urged; no text.</summary>
public sealed record AnswerUrge(Guid Urge, DraftText? Text, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, AnswerUrge command, Caller who, Moment now) =>
        task.Coordination.FindDemand(DemandKind.Urge, command.Urge) is not { } urge
            ? Refusal.NotFound("unknown-urge", "urge", ("urge", command.Urge))
            : DemandChecks.Reply(nameof(AnswerUrge), task, urge, who, plan, command.Unit, command.Text, command.Evidence, now, out var unit)
                ?? (Decision)Decision.Of(new UrgeAnswered(urge.Id, unit, TextSeal.Of(command.Text!), command.Evidence));
}
