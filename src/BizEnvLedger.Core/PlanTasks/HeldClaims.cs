using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>Claims that wait for their own unit's approver: they count for nothing, and stand in nobody's way but their unit's.</summary>
public static class HeldClaims
{
    /// <summary>The last claim of a milestone that was let out.</summary>
    public static Claim? LastReleased(this PlanTask task, string milestone) => task.Claims.FindLast(c => c.Milestone == milestone && c.Release is not null);

    /// <summary>Whether a claim waits for its approver on a day.</summary>
    public static bool IsWaiting(this PlanTask task, Claim claim, DateOnly day, ActionPlan plan) => claim.IsHeld && task.LapseOf(claim, day, plan) is null;

    /// <summary>The claim of a unit, or of one whose part it holds, that waits for its approver.</summary>
    public static Claim? WaitingOf(this PlanTask task, string milestone, string unit, DateOnly day, ActionPlan plan) =>
        task.Claims.Find(c => c.Milestone == milestone && c.IsHeld && (c.Unit == unit || task.Successions.Holder(c.Unit, day, task.ItemsOf(milestone)) == unit) && task.LapseOf(c, day, plan) is null);

    /// <summary>失效: since the first day on which its unit led no longer, and what made it so. A claim that was let out does not lapse; nor does it come to life again.</summary>
    public static (DateOnly On, IReadOnlyList<Guid> Events)? LapseOf(this PlanTask task, Claim claim, DateOnly day, ActionPlan plan)
    {
        if (!claim.IsHeld)
            return null;
        var made = claim.Entry.RecordedOn;
        foreach (var turn in task.ChangesWithin(made, day).Concat(plan.MembershipTurns()).Where(d => made <= d && d <= day).Distinct().Order())
        {
            var chain = task.ResponsibleOn(task.MeasureOf(claim.Milestone, turn), turn);
            var holder = task.Successions.Holder(claim.Unit, turn, chain.Items);
            if (!chain.Leads.Any(l => plan.MembersOf(l, turn, chain.Items).Contains(holder)))
                return (turn, chain.Events);
        }

        return null;
    }
}
