using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Reminders;

/// <summary>提醒单 as issued. Milestone, due date and kind name it: it is issued once.</summary>
public sealed record Reminder(Entry Entry, string Milestone, string Kind, DateOnly? Due, IReadOnlyList<string> Units);

/// <summary>A reminder that the rules ask for and that has not been issued.</summary>
/// <param name="Falls">The day that the rule names.</param>
public sealed record DueReminder(string Task, string Milestone, string Kind, DateOnly Due, DateOnly Falls, IReadOnlyList<string> Units);

/// <summary>Which reminders the rules ask for: a pure function of what is recorded and the day.</summary>
public static class Reminders
{
    public const string OnDay = "on-day", ByHand = "by-hand";

    /// <summary>The ledger itself as a caller: no person holds its role, and no token can.</summary>
    public static Caller Ledger { get; } = new("urn:bizenv-ledger:ledger", new HashSet<Role> { Role.Ledger }, null, new HashSet<string>());

    public static IEnumerable<DueReminder> DueOn(PlanState state, DateOnly day) => state.HeldBy(day).SelectMany(task => DueOn(task, state.Plan, day));

    /// <summary>
    /// One at most for each open milestone that somebody leads: the latest that falls on or before the day and has not been issued.
    /// What was missed while nobody swept is made good by that one, late, and not by a flood. What would have fallen before the assignment falls on no day.
    /// </summary>
    public static IEnumerable<DueReminder> DueOn(PlanTask task, ActionPlan plan, DateOnly day)
    {
        foreach (var milestone in task.On(day).Milestones)
            if (milestone.Definition.SameAs is null && task.DueOn(milestone.Id, day) is { } due && task.SuspensionOn(milestone.Id, day) is null && LatestBy(due, day, plan.Rules.Reminders) is var (kind, falls) && falls >= task.AssignedOn
                && !task.Reminders.Exists(r => r.Milestone == milestone.Id && r.Due == due && r.Kind == kind)
                && task.StandingOn(milestone, day, plan) is { Claim: null, Chain.Leads: { Count: > 0 } leads })
                yield return new(task.No, milestone.Id, kind, due, falls, leads);
    }

    private static (string Kind, DateOnly Falls)? LatestBy(DateOnly due, DateOnly day, ReminderRules rules)
    {
        var over = (day.DayNumber - due.DayNumber) / rules.OverdueEveryDays * rules.OverdueEveryDays;
        if (over > 0)
            return ($"overdue-{over}", due.AddDays(over));
        int? before = null;
        foreach (var days in rules.DaysBefore.Append(0))
            if (due.DayNumber - days <= day.DayNumber && (before is null || days < before))
                before = days;
        return before is null ? null : (before == 0 ? OnDay : $"before-{before}", due.AddDays(-before.Value));
    }
}
