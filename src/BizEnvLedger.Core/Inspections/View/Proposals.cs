using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>
/// The three categories of a notice (四（四）: 落而不实、行动不快、推动不力), proposed from facts. 力争 milestones are never by themselves a ground;
/// missing reports alone are none. 推动不力 rests on orders and requests past their limit, of which this ledger knows none yet.
/// </summary>
internal static class Proposals
{
    public static IReadOnlyList<ProposedEntry> Of(Look look, IReadOnlyList<AssessedTask> tasks, IReadOnlyList<AssessedMilestone> due, Told told) =>
        [.. look.Plan.UnitsOn(look.Day).Where(u => u.Kind != UnitKind.Group).SelectMany(u => Hollow(u, tasks, told, look).Concat(Slow(u, due, look)))];

    private static IEnumerable<ProposedEntry> Hollow(Unit unit, IReadOnlyList<AssessedTask> tasks, Told told, Look look)
    {
        var untrue = told.Returned.Where(r => r.Ground == Figures.Word(ReturnGround.Untrue) && look.Holder(r.Unit.Id, tasks.First(t => t.Task.No == r.Task).Task, r.Milestone) == unit.Id).ToList();
        var named = untrue.Select(r => r.Milestone).Distinct().Select(id => (Id: id, Milestone: tasks.SelectMany(t => t.Milestones).FirstOrDefault(m => m.Id == id))).ToList();
        if (named.Count > 0)
            yield return Entry("hollow", unit, [.. named.Select(m => m.Id)], 0, 0, 0, "returned-untrue", [.. untrue.SelectMany(r => r.Events)]) with
            {
                OwnDays = [.. named.Select(m => m.Milestone?.Judged.DaysOf(unit.Id) ?? 0)],
                Formerly = Formerly(unit, [.. named.Select(m => m.Milestone)], look, untrue.Select(r => r.Unit.Id)),
            };
    }

    /// <summary>
    /// A unit answers for the days on which it led: handing over washes none away, and taking over takes none on. Where the unit that led is gone,
    /// the days follow its legal successor, told apart: ceasing to be washes none away either.
    /// </summary>
    private static IEnumerable<ProposedEntry> Slow(Unit unit, IReadOnlyList<AssessedMilestone> due, Look look)
    {
        var rules = look.Plan.Rules;
        var grounds = due.Where(m => m.Standing.Milestone.Definition.Strength != Strength.Strive).ToList();
        var open = grounds.Where(m => !m.IsClosed && m.Standing.Claim is null).ToList();
        var longest = open.Where(m => Answered(unit, m, look) > rules.NoticeOverdueDays).ToList();
        var leading = grounds.Count(m => m.Standing.Chain.Leads.Contains(unit.Id));
        var leadingOpen = open.Where(m => m.Standing.Chain.Leads.Contains(unit.Id)).ToList();
        var share = leadingOpen.Count >= rules.NoticeOverdueLeast && leadingOpen.Count > rules.NoticeOverdueShare * leading;
        var named = share ? leadingOpen.Union(longest).ToList() : longest;
        if (named.Count > 0)
            yield return Entry("slow", unit, [.. named.Select(m => m.Id)], named.Max(m => Answered(unit, m, look)), leading, leadingOpen.Count,
                longest.Count > 0 ? "overdue-days" : "overdue-share", [.. named.SelectMany(m => m.Delay).SelectMany(d => d.Events).Distinct()]) with
            {
                OwnDays = [.. named.Select(m => m.Judged.DaysOf(unit.Id))],
                Formerly = Formerly(unit, named, look, []),
            };
    }

    private static int Answered(Unit unit, AssessedMilestone milestone, Look look) => milestone.Judged.DaysAnsweredBy(unit.Id, FormerOf(unit, milestone, look));

    private static IReadOnlyList<string> FormerOf(Unit unit, AssessedMilestone milestone, Look look) =>
        look.Plan.Roster.Successions.FormerOf(unit.Id, look.Day, milestone.Standing.Chain.Items);

    /// <summary>Predecessors that led one of the milestones while it was late, or whose own act the entry rests on; null where there is none.</summary>
    private static IReadOnlyList<FormerDays>? Formerly(Unit unit, IReadOnlyList<AssessedMilestone?> named, Look look, IEnumerable<string> acted)
    {
        var successions = look.Plan.Roster.Successions;
        IReadOnlyList<FormerDays> former = [.. from id in successions.FormerOf(unit.Id, look.Day)
            let ended = successions.LastOf(id, look.Day)!
            let days = named.Select(m => m is not null && FormerOf(unit, m, look).Contains(id) ? m.Judged.DaysOf(id) : 0).ToList()
            where days.Sum() > 0 || acted.Contains(id)
            select new FormerDays(new(id, look.Plan.OwnName(id, ended.On)), ended.On, days)];
        return former.Count > 0 ? former : null;
    }

    internal static ProposedEntry Entry(string category, Unit unit, IReadOnlyList<string> milestones, int days, int dueCount, int openCount, string rule, IReadOnlyList<Guid> events) =>
        new(category, new(unit.Id, unit.Name), Figures.Word(unit.Authority), milestones, days, dueCount, openCount, rule, events);
}
