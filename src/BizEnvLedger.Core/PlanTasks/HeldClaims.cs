using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>Claims and requests that wait for their own unit's approver: they count for nothing, and stand in nobody's way but their unit's.</summary>
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
        return claim.IsHeld ? task.LapseOf(claim.Milestone, claim.Unit, claim.Entry, day, plan) : null;
    }

    /// <summary>The same of an extension or suspension request that its unit's approver has not let out.</summary>
    public static bool IsLapsed(this PlanTask task, Extension request, DateOnly day, ActionPlan plan) =>
        request is { Release: null, IsOpen: true } && task.LapseOf(request.Milestone, request.Unit, request.Entry, day, plan) is not null;

    public static bool IsLapsed(this PlanTask task, Suspension request, DateOnly day, ActionPlan plan) =>
        request is { Release: null, IsOpen: true } && task.LapseOf(request.Milestone, request.Unit, request.Entry, day, plan) is not null;

    /// <summary>Whether what a unit asked for stands in another's way: once it is let out it stands in everybody's, until then in its own unit's.</summary>
    public static bool Blocks(this PlanTask task, string milestone, string unit, Entry? release, string by, DateOnly day) =>
        release is not null || unit == by || task.Successions.Holder(unit, day, task.ItemsOf(milestone)) == by;

    private static (DateOnly On, IReadOnlyList<Guid> Events)? LapseOf(this PlanTask task, string milestone, string unit, Entry entry, DateOnly day, ActionPlan plan)
    {
        var made = entry.RecordedOn;
        foreach (var turn in task.ChangesWithin(made, day).Concat(plan.MembershipTurns()).Where(d => made <= d && d <= day).Distinct().Order())
        {
            var chain = task.ResponsibleOn(task.MeasureOf(milestone, turn), turn);
            var holder = task.Successions.Holder(unit, turn, chain.Items);
            if (!chain.Leads.Any(l => plan.MembersOf(l, turn, chain.Items).Contains(holder)))
                return (turn, chain.Events);
        }

        return null;
    }
}
