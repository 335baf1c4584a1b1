using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 指标数据: one value of one indicator for one day. <paramref name="MeasuredIn"/>, where given, must be the indicator's own unit of measure.
/// Refused: unknown indicator, not the data owner's or the measure's, value out of bounds, wrong unit, missing benchmark, a day in the future or out of bounds.
/// </summary>
public sealed record ReportMetric(
    string Indicator, decimal Value, decimal? Benchmark, string? MeasuredIn, DateOnly? EffectiveOn, DraftText? Source, IReadOnlyList<string> Evidence, string? Unit)
{
    /// <summary>Largest magnitude taken: beyond it a figure is a slip of the hand.</summary>
    public const decimal Bound = 1_000_000_000_000m;

    public static Decision Decide(PlanTask task, ActionPlan plan, ReportMetric command, Caller who, Moment now)
    {
        var day = command.EffectiveOn ?? now.On;
        if (task.On(day).Indicator(command.Indicator) is not { } indicator)
            return Refusal.Invalid("unknown-indicator", "indicator", ("indicator", command.Indicator), ("task", task.No));
        var definition = indicator.Definition;
        var chain = task.ResponsibleOn(indicator.Measure, day);
        return Checks.FactDay(day, now, plan)
            ?? Bounds(command.Value, "value")
            ?? (command.Benchmark is { } benchmark ? Bounds(benchmark, "benchmark") : null)
            ?? (command.MeasuredIn is { } measuredIn && measuredIn != definition.Unit ? Refusal.Invalid("wrong-unit-of-measure", "measuredIn", ("given", measuredIn), ("right", definition.Unit)) : null)
            ?? (command.Benchmark is null && definition.Targets.Any(t => t.Comparator == Comparator.BetterThan)
                ? Refusal.Invalid("benchmark-missing", "benchmark", ("benchmark", definition.Targets.First(t => t.Comparator == Comparator.BetterThan).Benchmark))
                : null)
            ?? Checks.Text(command.Source, "source", plan, required: false)
            ?? Checks.Evidence(command.Evidence)
            ?? RightsTable.Check(nameof(ReportMetric), who, Checks.MatterOf(chain, indicator.Id, day) with { HeldOn = now.On, DataOwners = definition.DataOwner is { } owner ? [owner] : [], NotYours = "not-your-indicator" }, plan, command.Unit, out var unit)
            ?? Checks.SpeaksAsItself(who, unit, now, plan)
            ?? Decision.Of(new MetricReported(
                indicator.Id, unit, command.Value, command.Benchmark, day, command.Source is null ? null : TextSeal.Of(command.Source), command.Evidence));
    }

    internal static Refusal? Bounds(decimal value, string field) =>
        Math.Abs(value) >= Bound ? Refusal.Invalid("value-out-of-bounds", field, ("bound", Bound)) : null;
}
