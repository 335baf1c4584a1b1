using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Complaints;

/// <summary>
/// 三率: 响应、解决、满意. A clock counts in the period in which its limit falls, so that every complaint is judged once and never before its time.
/// A complaint is met where each of its turns that fell due is. A turn handed over before its limit is nobody's; after it, it stays.
/// </summary>
public static class Rates
{
    /// <summary>Of the turns chosen, with limits from <paramref name="from"/> to <paramref name="to"/>, as recorded by the end of <paramref name="to"/>.</summary>
    public static ComplaintRates Of(IEnumerable<Complaint> complaints, ActionPlan plan, DateOnly from, DateOnly to, Func<Turn, bool>? which = null)
    {
        var turns = (from c in complaints from t in c.Turns where (which?.Invoke(t) ?? true) && t.Start.RecordedOn <= to select (c.Id, Turn: t)).ToList();
        return new(
            Rate(turns, t => t.ResponseDue, t => t.Response, t => IsResponded(t), t => [t.Response]),
            Rate(turns, t => t.ResolveLimit, t => t.Resolution, t => IsResolved(t, to), t => [t.Resolution, t.Reopened]),
            // Of turns that were ordered to be handled again, the last one's verdict counts.
            Rate(turns.Where(x => !(x.Turn.IsHandledAgain && IsReopened(x.Turn, to))), t => t.AskLimit(plan), t => t.Resolution, t => IsSatisfied(t, plan, to), t => [t.Resolution, .. t.Asked.Select(a => a.Entry), t.Reopened]));

        ComplaintRate Rate(IEnumerable<(string Id, Turn Turn)> all, Func<Turn, DateOnly> limit, Func<Turn, Entry?> done, Func<Turn, bool> met, Func<Turn, IEnumerable<Entry?>> rests)
        {
            var due = all.Where(x => limit(x.Turn) is var day && from <= day && day <= to && !IsHandedOverBefore(x.Turn, day, done(x.Turn))).GroupBy(x => x.Id).ToList();
            return new(due.Count, due.Count(g => g.All(x => met(x.Turn))),
                [.. due.SelectMany(g => g).SelectMany(x => rests(x.Turn).Prepend(x.Turn.Start)).Where(e => e is not null && e.RecordedOn <= to).Select(e => e!.Event).Distinct()]);
        }
    }

    /// <summary>转办 in time, by the office.</summary>
    public static ComplaintRate Dispatched(IEnumerable<Complaint> complaints, DateOnly from, DateOnly to)
    {
        var due = complaints.Where(c => from <= c.DispatchDue && c.DispatchDue <= to).ToList();
        return new(due.Count, due.Count(c => c.Dispatched is { } d && d.RecordedAt <= c.DispatchLimit),
            [.. due.SelectMany(c => new[] { c.Received.Event, c.Dispatched?.Event }).OfType<Guid>()]);
    }

    public static IReadOnlyList<UnitComplaints> ByUnit(PlanState state, DateOnly from, DateOnly to) =>
        [.. state.Complaints.Values.SelectMany(c => c.Turns).Select(t => t.Unit).Distinct().Order(StringComparer.Ordinal)
            .Select(u => new UnitComplaints(state.Plan.Name(u, to), Of(Ordered(state), state.Plan, from, to, t => t.Unit == u)))
            .Where(u => Any(u.Rates))];

    public static IReadOnlyList<TaskComplaints> ByTask(PlanState state, DateOnly from, DateOnly to) =>
        [.. state.InOrder.Select(t => new TaskComplaints(t.No, Of(Ordered(state).Where(c => c.Task == t.No), state.Plan, from, to))).Where(t => Any(t.Rates))];

    /// <summary>In the order in which they came, so that the same ledger gives the same list.</summary>
    public static IEnumerable<Complaint> Ordered(PlanState state) => state.Complaints.Values.OrderBy(c => c.Received.Leaf);

    private static bool IsResponded(Turn turn) => turn.Response is { } response && response.RecordedAt <= turn.ResponseLimit;

    private static bool IsResolved(Turn turn, DateOnly on) => turn.Resolution is { } resolution && resolution.RecordedOn <= turn.ResolveLimit && !IsReopened(turn, on);

    /// <summary>The last word within the days counts; none, or silence, is not satisfaction.</summary>
    private static bool IsSatisfied(Turn turn, ActionPlan plan, DateOnly on) =>
        turn.Asked.FindLast(a => a.Entry.RecordedOn <= turn.AskLimit(plan)) is { Satisfaction: Satisfaction.Satisfied } && !IsReopened(turn, on);

    private static bool IsReopened(Turn turn, DateOnly on) => turn.Reopened is { } reopened && reopened.RecordedOn <= on;

    private static bool IsHandedOverBefore(Turn turn, DateOnly limit, Entry? done) => turn.HandedOver is { } over && over.RecordedOn <= limit && done is null;

    private static bool Any(ComplaintRates rates) => rates.Responded.Due + rates.Resolved.Due + rates.Satisfied.Due > 0;
}
