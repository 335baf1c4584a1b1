namespace BizEnvLedger.Core.Plans;

/// <summary>Numbers of extensions (延期) and suspensions (中止).</summary>
public sealed record ExtensionRules
{
    /// <summary>Extensions of a milestone that the leader in charge may grant; a further one is the leading group's.</summary>
    public int Most { get; init; } = 2;

    /// <summary>Working days in which a request is decided; what waits longer is listed.</summary>
    public int DecisionWorkingDays { get; init; } = 5;

    /// <summary>Days after the plan's last one up to which a date may be moved.</summary>
    public int LatestDaysAfterPlan { get; init; } = 366;

    /// <summary>Longest suspension without a review, in days: what is reviewed rarely is forgotten.</summary>
    public int LongestSuspensionDays { get; init; } = 183;
}
