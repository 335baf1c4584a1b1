namespace BizEnvLedger.Core.Plans;

/// <summary>指标: a measured quantity in one scope, with stepped targets.</summary>
public sealed record IndicatorDefinition
{
    /// <summary>The measure's id, <c>-i</c> and an ordinal: <c>9.2.2-i1</c>. One indicator per scope.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Unit of measure as the users write it: 工作日, %, 项, 件, 家, 小时.</summary>
    public required string Unit { get; init; }

    /// <summary>口径; null when the document gives none.</summary>
    public string? Definition { get; init; }

    /// <summary>Unit that owns the figures; null means the leads.</summary>
    public string? DataOwner { get; init; }

    /// <summary>How often it is reported; null when the document is silent.</summary>
    public Every? Frequency { get; init; }

    /// <summary>Days after a period before its figure can be known (发布滞后).</summary>
    public int LagDays { get; init; }

    /// <summary>Which way is better.</summary>
    public Direction Direction { get; init; } = Direction.None;

    /// <summary>Customer class, area or other split; null when the figure is for all.</summary>
    public Scope? Scope { get; init; }

    /// <summary>基期值 where the document names one.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>For reporting only: never lit, scored or noticed (case counts, trial times).</summary>
    public bool FactOnly { get; init; }

    public IReadOnlyList<Target> Targets { get; init; } = [];
}

/// <summary>Which way of an indicator is better.</summary>
public enum Direction { None, Down, Up }

/// <summary>What the figure is split by. At least one is set.</summary>
public sealed record Scope(string? Customer = null, string? Area = null, string? Other = null)
{
    public override string ToString() => string.Join("·", new[] { Customer, Area, Other }.Where(x => !string.IsNullOrEmpty(x)));
}

/// <summary>基期值.</summary>
public sealed record Baseline(decimal Value, string? Text = null, DateOnly? On = null);

/// <summary>目标值: what the indicator has to reach, and by when or from when.</summary>
public sealed record Target
{
    /// <summary>Last day by which it has to be reached.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>First day from which it holds (a "从…起" limit, or a yearly amount's year).</summary>
    public DateOnly? From { get; init; }

    /// <summary>The document's own words for the date; null where it gives none.</summary>
    public string? DueText { get; init; }

    public Binding Binding { get; init; } = Binding.Own;
    public required Comparator Comparator { get; init; }

    /// <summary>The figure; the lower one of a range; null for a target without a figure or against a benchmark.</summary>
    public decimal? Value { get; init; }

    /// <summary>The upper figure of a range.</summary>
    public decimal? Upper { get; init; }

    /// <summary>For <see cref="Comparator.BetterThan"/>: what it is compared with (全国平均水平).</summary>
    public string? Benchmark { get; init; }

    /// <summary>For a target without a figure: what is wanted (适当降低, 稳步增加), in a few words.</summary>
    public string? Wanted { get; init; }

    public TargetKind Kind { get; init; } = TargetKind.Stock;
    public Strength Strength { get; init; } = Strength.Firm;

    /// <summary>For a yearly or other recurring amount: how often it has to be met.</summary>
    public Recurrence? Recurrence { get; init; }

    /// <summary>The milestone that this target measures, where there is one.</summary>
    public string? Milestone { get; init; }
}

/// <summary>How a reading is held against a target.</summary>
public enum Comparator
{
    /// <summary>以内, 不超过, 至多.</summary>
    AtMost,

    /// <summary>以上, 达到.</summary>
    AtLeast,

    /// <summary>Exactly the figure.</summary>
    Equal,

    /// <summary>Within value … upper, both included.</summary>
    Between,

    /// <summary>Better than an outside benchmark, which is reported beside the reading.</summary>
    BetterThan,

    /// <summary>No figure in the text; the reading is reported and judged by a person.</summary>
    Unstated,
}

/// <summary>What a target's figure counts.</summary>
public enum TargetKind
{
    /// <summary>A level or a running total at the date.</summary>
    Stock,

    /// <summary>What is done within one period.</summary>
    PerPeriod,

    /// <summary>A ceiling or floor for each single case.</summary>
    PerCase,
}
