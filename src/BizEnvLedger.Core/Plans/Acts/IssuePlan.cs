using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Plans.Acts;

/// <summary>
/// Issues a checked plan: its own stream, and one for each task, for the goals and for the mechanisms. The plan holds from the day printed on it,
/// else from the day of recording. Refused: not the group office, issued already.
/// </summary>
public sealed record IssuePlan(PlanDocument Plan, string FileSha256, RuleSet Rules, HolidayCalendar Calendar)
{
    public static Decision Decide(ActionPlan? existing, IssuePlan command, Caller who, Moment now)
    {
        if (RightsTable.Role(nameof(IssuePlan), who) is { } refusal)
            return refusal;
        if (existing is not null)
            return Refusal.Conflict("plan-issued-already", "id", ("plan", existing.Id));
        if (command.Plan.IssuedOn > now.On)
            return Refusal.Invalid("date-in-future", "issuedOn", ("day", command.Plan.IssuedOn), ("today", now.On));
        var day = command.Plan.IssuedOn ?? now.On;
        // No delay counts before the plan's issue or the assignment, whichever is later.
        var assigned = command.Plan.EverySection().Select(section => (object)new Addressed(
            PlanTask.StreamOf(command.Plan.Id, section.No),
            new TaskAssigned(command.Plan.Id, section.No, command.Plan.Period, section.Definition, now.On > day ? now.On : day)));
        return Decision.Of([new PlanIssued(command.Plan, command.FileSha256, day, command.Rules, command.Calendar), .. assigned]);
    }
}
