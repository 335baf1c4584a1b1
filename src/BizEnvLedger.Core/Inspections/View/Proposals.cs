using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>
/// The three categories of a notice (四（四）: 落而不实、行动不快、推动不力), proposed from facts. 力争 milestones are never by themselves a ground;
/// missing reports alone are none. 推动不力 rests on orders, adjudicated requests and instructions left past their limit, and on rectification past its limit; urges never do.
/// </summary>
internal static class Proposals
{
    public static IReadOnlyList<ProposedEntry> Of(Look look, IReadOnlyList<AssessedTask> tasks, IReadOnlyList<AssessedMilestone> due, Told told, IReadOnlyList<UpheldComplaint> upheld, IReadOnlyList<OverdueRectification> unmended)
    {
        var unanswered = tasks.SelectMany(t => Unanswered.On(t.Task, look.Day, look.Plan)).ToLookup(u => u.Unit);
        return
        [
            .. from unit in look.Plan.On(look.Day).Units
               where unit.Kind != UnitKind.Group
               from entry in Hollow(unit, tasks, told)
                   .Concat(HollowByComplaint(unit, tasks, upheld))
                   .Concat(Falsehoods.Of(unit, tasks, look))
                   .Concat(Slow(unit, due, look))
                   .Concat(Weak(unit, unanswered[unit.Id]))
                   .Concat(Unmended(unit, unmended))
               select entry,
        ];
    }

    private static IEnumerable<ProposedEntry> Hollow(Unit unit, IReadOnlyList<AssessedTask> tasks, Told told)
    {
        var untrue = told.Returned.Where(r => r.Unit.Id == unit.Id && r.Ground == Figures.Word(ReturnGround.Untrue)).ToList();
        var milestones = untrue.Select(r => r.Milestone).Distinct().ToList();
        if (untrue.Count > 0)
            yield return Entry("hollow", unit, milestones, 0, 0, 0, "returned-untrue", [.. untrue.SelectMany(r => r.Events)]) with { OwnDays = OwnDays(unit, milestones, tasks) };
    }

    /// <summary>A complaint is a ground only once an inspector, having heard the unit, found the deliverable absent.</summary>
    private static IEnumerable<ProposedEntry> HollowByComplaint(Unit unit, IReadOnlyList<AssessedTask> tasks, IReadOnlyList<UpheldComplaint> upheld)
    {
        var own = upheld.Where(u => u.Unit == unit.Id).ToList();
        var milestones = own.Select(u => u.Milestone).Distinct().ToList();
        if (own.Count > 0)
            yield return Entry("hollow", unit, milestones, 0, 0, 0, "complaint-upheld", [.. own.SelectMany(u => u.Events).Distinct()]) with
            {
                OwnDays = OwnDays(unit, milestones, tasks),
            };
    }

    /// <summary>Days of delay of each milestone that fall to the unit itself.</summary>
    internal static IReadOnlyList<int> OwnDays(Unit unit, IReadOnlyList<string> milestones, IReadOnlyList<AssessedTask> tasks) =>
        [.. milestones.Select(id => tasks.SelectMany(t => t.Milestones).FirstOrDefault(m => m.Id == id)?.Judged.DaysOf(unit.Id) ?? 0)];

    /// <summary>A unit answers for the days on which it led: handing over washes none away, and taking over takes none on.</summary>
    private static IEnumerable<ProposedEntry> Slow(Unit unit, IReadOnlyList<AssessedMilestone> due, Look look)
    {
        var rules = look.Plan.Rules;
        var grounds = due.Where(m => m.Standing.Milestone.Definition.Strength != Strength.Strive).ToList();
        var open = grounds.Where(m => !m.IsClosed && m.Standing.Claim is null && m.Standing.Suspension is null).ToList();
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

    /// <summary>One entry for each kind of paper that the unit left past its limit.</summary>
    private static IEnumerable<ProposedEntry> Weak(Unit unit, IEnumerable<Unanswered> unanswered) =>
        from left in unanswered
        group left by left.Rule into kind
        orderby kind.Key
        select Entry("weak", unit, [.. kind.SelectMany(u => u.Milestones).Distinct()], kind.Max(u => u.Days), 0, 0, kind.Key, [.. kind.SelectMany(u => u.Events).Distinct()]);

    /// <summary>What an earlier notice named and its unit has not mended within the limit.</summary>
    private static IEnumerable<ProposedEntry> Unmended(Unit unit, IReadOnlyList<OverdueRectification> unmended)
    {
        var own = unmended.Where(r => r.Unit == unit.Id).ToList();
        if (own.Count > 0)
            yield return Entry("weak", unit, [.. own.SelectMany(r => r.Milestones).Distinct()], own.Max(r => r.Days), 0, 0, "rectification-overdue", [.. own.SelectMany(r => r.Events).Distinct()]);
    }

    internal static ProposedEntry Entry(string category, Unit unit, IReadOnlyList<string> milestones, int days, int dueCount, int openCount, string rule, IReadOnlyList<Guid> events) =>
        new(category, new(unit.Id, unit.Name), Figures.Word(unit.Authority), milestones, days, dueCount, openCount, rule, events);
}
