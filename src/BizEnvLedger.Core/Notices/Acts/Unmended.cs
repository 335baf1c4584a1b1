using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>
/// What of an entry is still open on a day, so that it cannot be discharged: a milestone that its unit leads and that is neither closed, withdrawn, suspended nor extended to a
/// later day; a region's step that is not confirmed; of 推动不力 the paper that is unanswered or the rectification that is past its limit.
/// </summary>
internal static class Unmended
{
    public static Refusal? Check(PlanState state, NoticeEntry entry, DateOnly day)
    {
        var (plan, facts) = (state.Plan, entry.Facts);
        if (facts.Category == "weak")
            return Unanswered(state, entry, day) is { Count: > 0 } left ? Refusal.Conflict("still-unanswered", "report", ("entry", entry.Id), ("events", string.Join(", ", left))) : null;
        var unit = plan.Roster.Successions.Holder(entry.Unit, day);
        List<string> open =
        [
            .. from task in state.InOrder
               from milestone in task.MilestonesOn(day)
               where facts.Milestones.Contains(milestone.Id) && IsOpen(task.StandingOn(milestone, day, plan), unit, day)
               select milestone.Id,
            .. from task in state.InOrder
               from step in task.Steps
               where facts.Milestones.Contains(step.Id) && step.Confirmation is null
               select step.Id,
        ];
        return open.Count > 0 ? Refusal.Conflict("still-open", "report", ("entry", entry.Id), ("milestones", string.Join(", ", open))) : null;
    }

    /// <summary>What another unit leads by now, this one cannot close.</summary>
    private static bool IsOpen(MilestoneStanding standing, string unit, DateOnly day) =>
        standing is { Closing: null, Suspension: null, Due: { } due } && due < day && standing.State != MilestoneState.Withdrawn && standing.Chain.Leads.Contains(unit);

    private static IReadOnlyList<Guid> Unanswered(PlanState state, NoticeEntry entry, DateOnly day) =>
    [
        .. state.InOrder.SelectMany(t => Coordination.Unanswered.On(t, day, state.Plan)).Where(u => u.Events.Any(entry.Facts.Events.Contains)).Select(u => u.Events[0]),
        .. OverdueRectifications.RectificationsOverdue(state, day).Where(r => r.Entry != entry.Id && r.Events.Any(entry.Facts.Events.Contains)).Select(r => r.Events[^1]),
    ];
}
