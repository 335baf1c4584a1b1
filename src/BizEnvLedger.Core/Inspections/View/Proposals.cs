using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Units;

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
            .. from unit in look.Plan.UnitsOn(look.Day)
               where unit.Kind != UnitKind.Group
               from entry in Hollow(unit, tasks, told, look)
                   .Concat(HollowByComplaint(unit, tasks, upheld, look))
                   .Concat(Falsehoods.Of(unit, tasks, look))
                   .Concat(Slow(unit, due, look))
                   .Concat(Weak(unit, unanswered[unit.Id], look))
                   .Concat(Unmended(unit, unmended, look))
               select entry,
        ];
    }

    private static IEnumerable<ProposedEntry> Hollow(Unit unit, IReadOnlyList<AssessedTask> tasks, Told told, Look look)
    {
        var untrue = told.Returned.Where(r => r.Ground == Figures.Word(ReturnGround.Untrue) && look.Holder(r.Unit.Id, tasks.First(t => t.Task.No == r.Task).Task, r.Milestone) == unit.Id).ToList();
        if (untrue.Count > 0)
            yield return Hollow(unit, tasks, look, "returned-untrue", untrue.Select(r => r.Milestone), untrue.SelectMany(r => r.Events), untrue.Select(r => r.Unit.Id));
    }

    /// <summary>A complaint is a ground only once an inspector, having heard the unit, found the deliverable absent.</summary>
    private static IEnumerable<ProposedEntry> HollowByComplaint(Unit unit, IReadOnlyList<AssessedTask> tasks, IReadOnlyList<UpheldComplaint> upheld, Look look)
    {
        var own = upheld.Where(u => look.Holder(u.Unit, tasks, u.Milestone) == unit.Id).ToList();
        if (own.Count > 0)
            yield return Hollow(unit, tasks, look, "complaint-upheld", own.Select(u => u.Milestone), own.SelectMany(u => u.Events).Distinct(), own.Select(u => u.Unit));
    }

    /// <summary>An entry with the days of delay of each milestone that fall to the unit itself, and those of who was before it.</summary>
    /// <param name="acted">Whose acts it rests on: the unit, or a predecessor that is gone.</param>
    internal static ProposedEntry Hollow(
        Unit unit, IReadOnlyList<AssessedTask> tasks, Look look, string rule, IEnumerable<string> milestones, IEnumerable<Guid> events, IEnumerable<string> acted)
    {
        var ids = milestones.Distinct().ToList();
        var named = ids.ConvertAll(id => tasks.SelectMany(t => t.Milestones).FirstOrDefault(m => m.Id == id));
        return Entry("hollow", unit, ids, 0, 0, 0, rule, [.. events]) with
        {
            OwnDays = [.. named.Select(m => m?.Judged.DaysOf(unit.Id) ?? 0)],
            Formerly = Formerly(unit, named, look, acted),
        };
    }

    /// <summary>
    /// A unit answers for the days on which it led: handing over washes none away, and taking over takes none on. Where the unit that led is gone,
    /// the days follow its legal successor, told apart: ceasing to be washes none away either. Each round names for its own half-year: who handed over
    /// before it, and owes no day in it, was named while it led and is not named again.
    /// </summary>
    private static IEnumerable<ProposedEntry> Slow(Unit unit, IReadOnlyList<AssessedMilestone> due, Look look)
    {
        var rules = look.Plan.Rules;
        var grounds = due.Where(m => m.Standing.Milestone.Definition.Strength != Strength.Strive).ToList();
        var open = grounds.Where(m => !m.IsClosed && m.Standing.Claim is null && m.Standing.Suspension is null).ToList();
        var longest = open.Where(m => Answered(unit, m, look) > rules.NoticeOverdueDays && (m.Standing.Chain.Leads.Contains(unit.Id) || AnswersWithin(unit, m, look))).ToList();
        var leading = grounds.Count(m => m.Standing.Chain.Leads.Contains(unit.Id));
        var leadingOpen = open.Where(m => m.Standing.Chain.Leads.Contains(unit.Id)).ToList();
        var share = leadingOpen.Count >= rules.NoticeOverdueLeast && leadingOpen.Count > rules.NoticeOverdueShare * leading;
        var named = share ? leadingOpen.Union(longest).ToList() : longest;
        if (named.Count > 0)
            yield return Entry("slow", unit, [.. named.Select(m => m.Id)], named.Max(m => Answered(unit, m, look)), leading, leadingOpen.Count,
                longest.Count > 0 ? "overdue-days" : "overdue-share", [.. named.SelectMany(m => m.Standing.Chain.Events.Concat(m.Delay.SelectMany(d => d.Events))).Distinct()]) with
            {
                OwnDays = [.. named.Select(m => m.Judged.DaysOf(unit.Id))],
                Formerly = Formerly(unit, named, look, []),
            };
    }

    /// <summary>One entry for each kind of paper that the unit, or who was before it, left past its limit.</summary>
    private static IEnumerable<ProposedEntry> Weak(Unit unit, IEnumerable<Unanswered> unanswered, Look look) =>
        from left in unanswered
        group left by left.Rule into kind
        orderby kind.Key
        select Entry("weak", unit, [.. kind.SelectMany(u => u.Milestones).Distinct()], kind.Max(u => u.Days), 0, 0, kind.Key, [.. kind.SelectMany(u => u.Events).Distinct()]) with
        {
            Formerly = Formerly(unit, [], look, kind.Select(u => u.Asked)),
        };

    /// <summary>Whether a day within the half-year is one that the unit answers for.</summary>
    private static bool AnswersWithin(Unit unit, AssessedMilestone milestone, Look look)
    {
        var former = FormerOf(unit.Id, milestone.Judged, look.Plan, look.Day);
        return milestone.Delay.Any(d => d.Account == Account.Leads && d.To > look.Cut.HalfYear.FirstDay && (d.Units.Contains(unit.Id) || d.Units.Any(former.Contains)));
    }

    private static int Answered(Unit unit, AssessedMilestone milestone, Look look) => Answered(unit.Id, milestone.Judged, look.Plan, look.Day);

    private static IReadOnlyList<FormerDays>? Formerly(Unit unit, IReadOnlyList<AssessedMilestone?> named, Look look, IEnumerable<string> acted) =>
        Formerly(unit.Id, [.. named.Select(m => m?.Judged)], look.Plan, look.Day, acted);

    /// <summary>Days of a milestone that a unit answers for: its own, and those of who was before it.</summary>
    internal static int Answered(string unit, MilestoneAssessment milestone, ActionPlan plan, DateOnly day) => milestone.DaysAnsweredBy(unit, FormerOf(unit, milestone, plan, day));

    /// <summary>Predecessors that led one of the milestones while it was late, or whose own act the entry rests on; null where there is none.</summary>
    internal static IReadOnlyList<FormerDays>? Formerly(string unit, IReadOnlyList<MilestoneAssessment?> named, ActionPlan plan, DateOnly day, IEnumerable<string> acted)
    {
        var successions = plan.Roster.Successions;
        IReadOnlyList<FormerDays> former = [.. from id in successions.FormerOf(unit, day)
            let ended = successions.LastOf(id, day)!
            let days = named.Select(m => m is not null && FormerOf(unit, m, plan, day).Contains(id) ? m.DaysOf(id) : 0).ToList()
            where days.Sum() > 0 || acted.Contains(id)
            select new FormerDays(new(id, plan.OwnName(id, ended.On)), ended.On, days)];
        return former.Count > 0 ? former : null;
    }

    private static IReadOnlyList<string> FormerOf(string unit, MilestoneAssessment milestone, ActionPlan plan, DateOnly day) =>
        plan.Roster.Successions.FormerOf(unit, day, milestone.Standing.Chain.Items);

    /// <summary>What an earlier notice named and its unit, or who has succeeded it, has not mended within the limit. An entry is one whole: it goes where the unit's rest went.</summary>
    private static IEnumerable<ProposedEntry> Unmended(Unit unit, IReadOnlyList<OverdueRectification> unmended, Look look)
    {
        var own = unmended.Where(r => look.Plan.Roster.Successions.Holder(r.Unit, look.Day) == unit.Id).ToList();
        if (own.Count > 0)
            yield return Entry("weak", unit, [.. own.SelectMany(r => r.Milestones).Distinct()], own.Max(r => r.Days), 0, 0, "rectification-overdue", [.. own.SelectMany(r => r.Events).Distinct()]) with
            {
                Formerly = Formerly(unit, [], look, own.Select(r => r.Unit)),
            };
    }

    internal static ProposedEntry Entry(string category, Unit unit, IReadOnlyList<string> milestones, int days, int dueCount, int openCount, string rule, IReadOnlyList<Guid> events) =>
        new(category, new(unit.Id, unit.Name), Figures.Word(unit.Authority), milestones, days, dueCount, openCount, rule, events);
}
