using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Coordination.Acts;

/// <summary>What instructions, urges and orders check alike.</summary>
internal static class DemandChecks
{
    public static Refusal? Of(PlanTask task, ActionPlan plan, IReadOnlyList<string> units, IReadOnlyList<string> milestones, DateOnly? limit, DraftText? text, Moment now) =>
        RequestMatter.Units(units, "units", plan, now)
        ?? (milestones.FirstOrDefault(m => task.On(now.On).Milestone(m) is null) is { } unknown ? ClaimMilestone.Unknown(task, unknown) : null)
        ?? (units.FirstOrDefault(u => !HasPart(task, plan, u, now.On)) is { } outside ? Refusal.Invalid("unit-without-part", "units", ("unit", outside), ("task", task.No)) : null)
        ?? (milestones.Distinct().Count() != milestones.Count ? Refusal.Invalid("milestone-twice", "milestones") : null)
        ?? (limit is { } day ? RequestMatter.Limit(day, now.On, plan.Horizon) : null)
        ?? Checks.Text(text, "text", plan);

    /// <summary>Leads, cooperates or owns a step, now or earlier: who is relieved still answers for what it did. A region carries out every task, as it may own any step.</summary>
    private static bool HasPart(PlanTask task, ActionPlan plan, string unit, DateOnly on) =>
        plan.FindUnit(unit)?.Kind == UnitKind.Region || task.Steps.Exists(s => plan.Roster.Successions.Holder(s.Owner, on, task.ItemsOf(s)) == unit)
        || task.ChangesWithin(task.AssignedOn, on).Append(on).Concat(plan.MembershipTurns().Where(d => task.AssignedOn < d && d < on)).Distinct()
            .Any(day => task.EveryoneOn(day).Any(u => plan.MembersOf(u, day).Contains(unit)));

    /// <summary>A unit that was asked replies, or who has succeeded it, in its place; further replies may follow the first.</summary>
    /// <param name="asked">The unit that was asked; of several that one has succeeded, first one without a reply.</param>
    public static Refusal? Reply(
        string command, PlanTask task, Demand demand, Caller who, ActionPlan plan, string? named, DraftText? text, IReadOnlyList<string> evidence, Moment now, out string asked)
    {
        var items = ItemsOf(task, demand);
        var refusal = RightsTable.Check(command, who, new Matter(demand.Id.ToString(), now.On) { Addressees = demand.Units, Items = items, NotYours = "not-addressed-to-you" }, plan, named, out var unit)
            ?? Checks.Text(text, "text", plan)
            ?? Checks.Evidence(evidence);
        asked = refusal is not null ? unit
            : demand.Units.Where(u => plan.Roster.Successions.Holder(u, now.On, items) == unit).OrderBy(u => demand.Replies.Exists(r => r.Unit == u)).First();
        return refusal;
    }

    /// <summary>What a paper is about, as successions know it: its first milestone's measure, or the task.</summary>
    public static IReadOnlyList<string> ItemsOf(PlanTask task, Demand demand) => ItemsOf(task, demand.Milestones);

    public static IReadOnlyList<string> ItemsOf(PlanTask task, IReadOnlyList<string> milestones) => milestones is [var first, ..] ? task.ItemsOf(first) : task.ItemsOf((PlacedMeasure?)null);
}
