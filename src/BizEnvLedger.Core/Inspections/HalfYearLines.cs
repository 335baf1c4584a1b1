namespace BizEnvLedger.Core.Inspections;

public sealed record ReturnedClaim(string Milestone, string Task, UnitName Unit, DateOnly ClaimedOn, DateOnly ReturnedOn, string Ground, bool Mended, IReadOnlyList<Guid> Events);

/// <summary>A lead that has not reported on an open milestone within the period.</summary>
public sealed record SilentOwner(UnitName Unit, string Task, string Milestone, DateOnly? LastReport, int Days)
{
    /// <summary>Who was charged with it, and the last report; null in rounds closed before.</summary>
    public IReadOnlyList<Guid>? Events { get; init; }
}

/// <summary>A unit that was assigned a task and has never acted on it, with the days since.</summary>
public sealed record NeverActedFigures(UnitName Unit, string Task, bool Leads, DateOnly Since, int Days, IReadOnlyList<Guid> Events);

public sealed record LeadChangeFigures(string Task, string? Measure, IReadOnlyList<UnitName> From, IReadOnlyList<UnitName> To, DateOnly EffectiveOn, DateOnly RecordedOn, bool Backdated, Guid Event);

public sealed record LateEntry(string Task, string Kind, string Subject, UnitName Unit, DateOnly EffectiveOn, DateOnly RecordedOn, int Days, bool InClosedHalfYear, Guid Event)
{
    /// <summary>Stands in the task's place where an entry is about units as such: a membership, a term, a succession.</summary>
    public const string OfUnits = "units";
}

public sealed record CorrectionFigures(string Task, string Kind, string Subject, UnitName Unit, decimal? Before, decimal? After, DateOnly EffectiveOn, DateOnly RecordedOn, bool Withdrawn, string? Round, IReadOnlyList<Guid> Events);

public sealed record VerifierOverrun(string Milestone, string Task, DateOnly ReleasedOn, DateOnly Limit, DateOnly? DecidedOn, int Days, Guid Claim)
{
    /// <summary>The claim, its release and the verdict; null in rounds closed before.</summary>
    public IReadOnlyList<Guid>? Events { get; init; }
}

/// <summary>Category: hollow (落而不实), slow (行动不快), weak (推动不力).</summary>
public sealed record ProposedEntry(string Category, UnitName Unit, string Authority, IReadOnlyList<string> Milestones, int Days, int DueCount, int OpenCount, string Rule, IReadOnlyList<Guid> Events)
{
    /// <summary>Days of delay that fall to the unit itself, one for each of <see cref="Milestones"/>: it never answers for those of who led before or after.</summary>
    public IReadOnlyList<int>? OwnDays { get; init; }

    /// <summary>Units that are gone and that this one has succeeded: their days follow the legal successor, told apart from its own.</summary>
    public IReadOnlyList<FormerDays>? Formerly { get; init; }
}

/// <summary>Days of delay that fell to a unit that is gone, one for each milestone of the entry.</summary>
public sealed record FormerDays(UnitName Unit, DateOnly SucceededOn, IReadOnlyList<int> Days);
