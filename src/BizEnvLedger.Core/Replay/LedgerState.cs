using System.Collections.Immutable;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Replay;

/// <summary>A plan and its tasks, folded.</summary>
public sealed record PlanState(ActionPlan Plan, ImmutableDictionary<string, PlanTask> Tasks)
{
    /// <summary>The numbered tasks in order, then goals and mechanisms.</summary>
    public IReadOnlyList<PlanTask> InOrder => Ordered(Tasks.Values);

    /// <summary>Those that the plan has held by a day: what a later document adds is not there before its day.</summary>
    public IReadOnlyList<PlanTask> HeldBy(DateOnly day)
    {
        var held = Plan.Versions.Where((v, i) => i == 0 || v.From <= day).SelectMany(v => v.Document.EverySection()).Select(s => s.No).ToHashSet();
        return Ordered(Tasks.Values.Where(t => held.Contains(t.No)));
    }

    private static IReadOnlyList<PlanTask> Ordered(IEnumerable<PlanTask> tasks) => [.. tasks.OrderBy(t => int.TryParse(t.No, out var n) ? n : int.MaxValue).ThenBy(t => t.No, StringComparer.Ordinal)];
}

/// <summary>Everything that a jurisdiction's ledger says, folded from leaves 0 … Size−1. Live state and replay are this one function.</summary>
public sealed record LedgerState(ImmutableDictionary<string, PlanState> Plans, long Size)
{
    /// <summary>Whether the import of older history is over.</summary>
    public bool ImportEnded { get; init; }

    public static LedgerState Empty { get; } = new(ImmutableDictionary<string, PlanState>.Empty, 0);

    public static LedgerState Fold(IEnumerable<Recorded> events) => events.Aggregate(Empty, (state, e) => state.Apply(e));

    public LedgerState Apply(Recorded e)
    {
        var next = this with { Size = e.Leaf + 1 };
        if (e.Data is ImportEnded)
            return next with { ImportEnded = true };
        var colon = e.Stream.IndexOf(':', StringComparison.Ordinal);
        var id = colon < 0 ? e.Stream : e.Stream[..colon];
        var known = Plans.GetValueOrDefault(id);
        if (e.Data is PlanIssued)
            return next with { Plans = Plans.SetItem(id, new(ActionPlan.Apply(null, e)!, ImmutableDictionary<string, PlanTask>.Empty)) };
        if (known is null)
            return next;
        if (e.Data is PlanAmended or PlanClarified or Inspections.InspectionOpened or Inspections.InspectionClosed)
            return next with { Plans = Plans.SetItem(id, known with { Plan = ActionPlan.Apply(known.Plan, e)! }) };
        var no = e.Data is TaskAssigned assigned ? assigned.No : PlanTask.NoOf(e.Stream) ?? "";
        return PlanTask.Apply(known.Tasks.GetValueOrDefault(no), e, known.Plan) is { } task
            ? next with { Plans = Plans.SetItem(id, known with { Tasks = known.Tasks.SetItem(no, task) }) }
            : next;
    }
}
