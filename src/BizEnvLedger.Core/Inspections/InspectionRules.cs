namespace BizEnvLedger.Core.Inspections;

/// <summary>Numbers of the half-year's special supervision.</summary>
public sealed record InspectionRules
{
    /// <summary>抽查比例: share of a round's closures that are spot-checked, rounded up; a tenth, so that every lead must reckon with it.</summary>
    public decimal SpotCheckShare { get; init; } = 0.1m;

    /// <summary>And at least so many, where there are any.</summary>
    public int SpotCheckLeast { get; init; } = 1;

    /// <summary>Days after the day of closing whose end is the checkpoint that the seed is taken from: the next day's, which nobody can know while closing.</summary>
    public int CheckpointDays { get; init; } = 1;
}
