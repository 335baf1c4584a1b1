using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>
/// 补录: an entry recorded past the grace, or effective in a half-year that was closed before it. Before and after are told by leaves:
/// while a round closes facts go on arriving, with clock times on either side of its own.
/// </summary>
public static class Lateness
{
    public static bool IsLate(this ActionPlan plan, Entry entry, int lagDays = 0) =>
        entry.RecordedOn.DayNumber - entry.EffectiveOn.DayNumber > plan.Rules.GraceDays + lagDays || plan.IsInClosedHalfYear(entry);

    /// <summary>What units reported, with what each entry is about and the lag of its indicator.</summary>
    public static IEnumerable<(Entry Entry, string Kind, string Subject, string Unit, int Lag)> ReportedFacts(this PlanTask task, Catalogue catalogue)
    {
        foreach (var report in task.Reports)
            yield return (report.Entry, "progress", report.Measure, report.Unit, 0);
        foreach (var reading in task.Readings)
            yield return (reading.Entry, "reading", reading.Indicator, reading.Unit, catalogue.Indicator(reading.Indicator)?.Definition.LagDays ?? 0);
        foreach (var claim in task.Claims)
            if (claim.Release is not null)
                yield return (claim.Placed, "claim", claim.Milestone, claim.Unit, 0);
    }

    /// <summary>Changes of lead, once for each unit that came or went by them.</summary>
    public static IEnumerable<(Entry Entry, string Kind, string Subject, string Unit, int Lag)> ReassignedFacts(this PlanTask task)
    {
        foreach (var change in task.LeadChanges.Where(c => !c.Entry.Withdrawn))
        {
            var day = change.Entry.EffectiveOn;
            IReadOnlyList<string> Leads(DateOnly on) => task.ResponsibleOn(change.Measure is null ? null : task.On(on).Measure(change.Measure), on).Leads;
            foreach (var unit in Leads(day.AddDays(-1)).Concat(change.Leads).Distinct())
                yield return (change.Entry, "leadChange", change.Measure ?? task.No, unit, 0);
        }
    }

    public static bool IsInClosedHalfYear(this ActionPlan plan, Entry entry) => plan.ClosedBefore(entry, entry.EffectiveOn) is not null;

    /// <summary>The first round that rests on a day and was closed without the entry.</summary>
    public static Round? ClosedBefore(this ActionPlan plan, Entry entry, DateOnly day) =>
        plan.Rounds.Find(r => r.Closed is { } closed && closed.TreeSize <= entry.Leaf && day <= r.HalfYear.LastDay);
}
