namespace BizEnvLedger.Core.Inspections;

/// <summary>Numbers of the half-year's special supervision.</summary>
public sealed record InspectionRules
{
    /// <summary>抽查比例: share of a round's closures that are spot-checked, rounded up; a tenth, so that every lead must reckon with it.</summary>
    public decimal SpotCheckShare { get; init; } = 0.1m;

    /// <summary>And at least so many, where there are any.</summary>
    public int SpotCheckLeast { get; init; } = 1;

    /// <summary>Days after the day of closing whose end is the checkpoint that the seed is taken from, in rounds whose scheme committed to no secret.</summary>
    public int CheckpointDays { get; init; } = 1;

    /// <summary>揭示时限: working days after closing within which a leader reveals the secret; after that the draw takes every closure, so that nothing is gained by keeping it back. Null in rule sets from before: the draw then waits for the secret.</summary>
    public int? RevealWorkingDays { get; init; }
}
