using System.Collections.Immutable;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Units;

/// <summary>落实方案 of one region or department, with its revisions: a stream for each unit.</summary>
public sealed record ImplementationPlan(string Unit, ImmutableList<Adopted> Adoptions)
{
    /// <summary>Kind of its stream.</summary>
    public const string Kind = "implementation";

    public static string StreamOf(string plan, string unit) => StreamKey.Of(plan, Kind, unit);

    public static ImplementationPlan? Apply(ImplementationPlan? state, Recorded e) => e.Data is ImplementationPlanAdopted x
        ? new(x.Unit, [.. (state?.Adoptions ?? []).Add(new(new(e.Id, e.Leaf, x.EffectiveOn, e.RecordedOn, e.RecordedAt, e.User, e.Imported), x.DocumentNumber, x.Visibility, x.Evidence))
            .OrderBy(a => a.Entry.EffectiveOn).ThenBy(a => a.Entry.Leaf)])
        : state;

    /// <summary>What a unit, and who it has succeeded, had adopted by a day; the last one is in force.</summary>
    public static IReadOnlyList<Adopted> Of(PlanState state, string unit, DateOnly day) =>
        [.. state.Plan.Roster.Successions.FormerOf(unit, day).Append(unit).Select(u => state.Implementations.GetValueOrDefault(u)).OfType<ImplementationPlan>()
            .SelectMany(p => p.Adoptions).Where(a => a.Entry.EffectiveOn <= day).OrderBy(a => a.Entry.EffectiveOn).ThenBy(a => a.Entry.Leaf)];

    /// <summary>Whether the plan, as it stands on a day, asks one of a unit.</summary>
    public static bool IsAskedOf(Unit unit, ActionPlan plan, DateOnly day) => plan.On(day).ImplementationPlans?.Binds(unit) == true;
}

/// <summary>A 落实方案 as adopted or revised.</summary>
public sealed record Adopted(Entry Entry, string DocumentNumber, Visibility Visibility, IReadOnlyList<string> Evidence);
