using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>How an indicator stands against its target on a day.</summary>
public enum Attained
{
    Met,
    Missed,

    /// <summary>A target is in force and no figure was reported.</summary>
    Unreported,

    /// <summary>No target is in force yet.</summary>
    NotYet,

    /// <summary>The text states no figure: a person judges.</summary>
    Unstated,

    /// <summary>Reported for the record only.</summary>
    FactOnly,
}

/// <summary>An indicator on a day: target in force, the next one, and the reading that counts.</summary>
public sealed record Standing(PlacedIndicator Indicator, Attained Attained, Target? InForce, Target? Next, Reading? Reading);

/// <summary>Attainment against the target in force: the last target due, or begun, on or before the day.</summary>
public static class Attainment
{
    public static Standing StandingOn(this PlanTask task, PlacedIndicator indicator, DateOnly day)
    {
        var definition = indicator.Definition;
        var target = InForceOn(definition, day, task.Period);
        var reading = Chain.InForceOn(task.Readings, r => r.Indicator == indicator.Id, r => r.Entry, day);
        var counts = target is null ? null : CountsFor(target, reading, day, task.Period);
        var attained = definition.FactOnly ? Attained.FactOnly : (target, counts) switch
        {
            (null, _) => Attained.NotYet,
            ({ Comparator: Comparator.Unstated }, _) => Attained.Unstated,
            (_, null) => Attained.Unreported,
            var (t, r) => Meets(definition, t, r!) switch { true => Attained.Met, false => Attained.Missed, null => Attained.Unreported },
        };
        return new(indicator, attained, target, NextAfter(definition, day, task.Period), reading);
    }

    /// <summary>Whether a reading meets a target; null where the target needs a benchmark that was not reported.</summary>
    public static bool? Meets(IndicatorDefinition indicator, Target target, Reading reading) => target.Comparator switch
    {
        Comparator.AtMost => reading.Value <= target.Value,
        Comparator.AtLeast => reading.Value >= target.Value,
        Comparator.Equal => reading.Value == target.Value,
        Comparator.Between => target.Value <= reading.Value && reading.Value <= target.Upper,
        Comparator.BetterThan => reading.Benchmark is not { } benchmark ? null : indicator.Direction == Direction.Up ? reading.Value > benchmark : reading.Value < benchmark,
        _ => null,
    };

    /// <summary>The day from which a target is in force: its due date, else its start, else the plan's first day.</summary>
    public static DateOnly HoldsFrom(Target target, Period period) => target.Due ?? target.From ?? period.From;

    /// <summary>The last target due, or begun, on or before a day; null when none is.</summary>
    public static Target? InForceOn(IndicatorDefinition indicator, DateOnly day, Period period) =>
        indicator.Targets.Where(t => HoldsFrom(t, period) <= day).MaxBy(t => HoldsFrom(t, period));

    public static Target? NextAfter(IndicatorDefinition indicator, DateOnly day, Period period) =>
        indicator.Targets.Where(t => HoldsFrom(t, period) > day).MinBy(t => HoldsFrom(t, period));

    /// <summary>A target for each period is measured by a reading of a period that has ended, or of the running one.</summary>
    private static Reading? CountsFor(Target target, Reading? reading, DateOnly day, Period period) =>
        reading is not null && target is { Kind: TargetKind.PerPeriod, Recurrence.Every: { } every }
            && reading.Entry.EffectiveOn < Occurrences.PeriodStart(every, Occurrences.PeriodStart(every, day).AddDays(-1))
            ? null
            : reading;
}
