namespace BizEnvLedger.Core.Plans;

/// <summary>
/// 里程碑: one separately checkable deliverable with one due date, or a recurring duty whose every occurrence
/// (<c>id@2022</c>, <c>id@2022H1</c>, <c>id@2022Q3</c>, <c>id@2022-05</c>) is a milestone of its own.
/// </summary>
public sealed record MilestoneDefinition
{
    /// <summary>The measure's id, <c>-m</c> and an ordinal: <c>9.2.2-m1</c>.</summary>
    public required string Id { get; init; }

    public required string Statement { get; init; }

    /// <summary>Last day; null for a recurring duty and for a date that the text leaves open.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The document's own words for the date, verbatim, and nothing else.</summary>
    public string? DueText { get; init; }

    public Binding Binding { get; init; } = Binding.Own;

    /// <summary>A "从…起" start, which is not a deadline.</summary>
    public DateOnly? Start { get; init; }

    public Strength Strength { get; init; } = Strength.Firm;

    public Recurrence? Recurrence { get; init; }

    /// <summary>Why the date is read as it is, where that is not plain. Our own words.</summary>
    public string? Note { get; init; }

    /// <summary>For a goal that repeats a task's milestone: the id of that milestone.</summary>
    public string? SameAs { get; init; }

    /// <summary>Clause, when narrower than the measure's.</summary>
    public string? Clause { get; init; }
}

/// <summary>How firmly the text binds the date to the deliverable.</summary>
public enum Binding
{
    /// <summary>The sentence states it.</summary>
    Own,

    /// <summary>Carried over from an earlier part of the same sentence.</summary>
    Carried,

    /// <summary>Two readings are possible; a person can settle it by ClarifyPlan.</summary>
    Ambiguous,

    /// <summary>Follows from the context only (e.g. a bare year, or the plan's end).</summary>
    Implied,
}

/// <summary>The document's strength words.</summary>
public enum Strength
{
    Firm,

    /// <summary>力争: reported, but by itself never a ground for a notice.</summary>
    Strive,

    /// <summary>基本.</summary>
    Basically,

    /// <summary>逐步.</summary>
    Gradually,

    /// <summary>原则上.</summary>
    InPrinciple,
}

/// <summary>A recurring duty.</summary>
public sealed record Recurrence
{
    /// <summary>Null when the text gives no period (定期, 持续): it stays unset until clarified, and has no occurrences.</summary>
    public Every? Every { get; init; }

    /// <summary>The document's own words: 每半年, 每年, 定期.</summary>
    public required string Text { get; init; }

    /// <summary>First day that counts; the plan's first day when null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day that counts; the plan's last day when null.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>Period of a recurring duty.</summary>
public enum Every { Month, Quarter, HalfYear, Year }
