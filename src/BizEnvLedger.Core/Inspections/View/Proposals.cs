using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>
/// The three categories of a notice (四（四）: 落而不实、行动不快、推动不力), proposed from facts. 力争 milestones are never by themselves a ground;
/// missing reports alone are none. 推动不力 rests on rectification past its limit.
/// </summary>
internal static class Proposals
{
    public static IReadOnlyList<ProposedEntry> Of(Look look, IReadOnlyList<AssessedTask> tasks, IReadOnlyList<AssessedMilestone> due, Told told, IReadOnlyList<OverdueRectification> unmended) =>
        [.. look.Plan.On(look.Day).Units.Where(u => u.Kind != UnitKind.Group).SelectMany(u => Hollow(u, tasks, told).Concat(Slow(u, due, look)).Concat(Unmended(u, unmended)))];

    private static IEnumerable<ProposedEntry> Hollow(Unit unit, IReadOnlyList<AssessedTask> tasks, Told told)
    {
        var untrue = told.Returned.Where(r => r.Unit.Id == unit.Id && r.Ground == Figures.Word(ReturnGround.Untrue)).ToList();
        if (untrue.Count > 0)
            yield return Entry("hollow", unit, [.. untrue.Select(r => r.Milestone).Distinct()], 0, 0, 0, "returned-untrue", [.. untrue.SelectMany(r => r.Events)]) with
            {
                OwnDays = [.. untrue.Select(r => r.Milestone).Distinct().Select(id => tasks.SelectMany(t => t.Milestones).FirstOrDefault(m => m.Id == id) is { } m ? m.Judged.DaysOf(unit.Id) : 0)],
            };
    }

    /// <summary>A unit answers for the days on which it led: handing over washes none away, and taking over takes none on.</summary>
    private static IEnumerable<ProposedEntry> Slow(Unit unit, IReadOnlyList<AssessedMilestone> due, Look look)
    {
        var rules = look.Plan.Rules;
        var grounds = due.Where(m => m.Standing.Milestone.Definition.Strength != Strength.Strive).ToList();
        var open = grounds.Where(m => !m.IsClosed && m.Standing.Claim is null).ToList();
        var longest = open.Where(m => m.Judged.DaysOf(unit.Id) > rules.NoticeOverdueDays).ToList();
        var leading = grounds.Count(m => m.Standing.Chain.Leads.Contains(unit.Id));
        var leadingOpen = open.Where(m => m.Standing.Chain.Leads.Contains(unit.Id)).ToList();
        var share = leadingOpen.Count >= rules.NoticeOverdueLeast && leadingOpen.Count > rules.NoticeOverdueShare * leading;
        var named = share ? leadingOpen.Union(longest).ToList() : longest;
        if (named.Count > 0)
            yield return Entry("slow", unit, [.. named.Select(m => m.Id)], named.Max(m => m.Judged.DaysOf(unit.Id)), leading, leadingOpen.Count,
                longest.Count > 0 ? "overdue-days" : "overdue-share", [.. named.SelectMany(m => m.Delay).SelectMany(d => d.Events).Distinct()]) with
            {
                OwnDays = [.. named.Select(m => m.Judged.DaysOf(unit.Id))],
            };
    }

    /// <summary>What an earlier notice named and its unit has not mended within the limit.</summary>
    private static IEnumerable<ProposedEntry> Unmended(Unit unit, IReadOnlyList<OverdueRectification> unmended)
    {
        var own = unmended.Where(r => r.Unit == unit.Id).ToList();
        if (own.Count > 0)
            yield return Entry("weak", unit, [.. own.SelectMany(r => r.Milestones).Distinct()], own.Max(r => r.Days), 0, 0, "rectification-overdue", [.. own.SelectMany(r => r.Events).Distinct()]);
    }

    private static ProposedEntry Entry(string category, Unit unit, IReadOnlyList<string> milestones, int days, int dueCount, int openCount, string rule, IReadOnlyList<Guid> events) =>
        new(category, new(unit.Id, unit.Name), Figures.Word(unit.Authority), milestones, days, dueCount, openCount, rule, events);
}
