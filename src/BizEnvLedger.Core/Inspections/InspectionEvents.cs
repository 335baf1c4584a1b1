namespace BizEnvLedger.Core.Inspections;

/// <summary>The slice's event types with their stored names.</summary>
internal static class InspectionEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        (typeof(InspectionOpened), "inspection_opened"),
        (typeof(InspectionClosed), "inspection_closed"),
        (typeof(InspectionSchemeDrafted), "inspection_scheme_drafted"),
        (typeof(InspectionSchemeApproved), "inspection_scheme_approved"),
        (typeof(InspectionVerdictRecorded), "inspection_verdict_recorded"),
        (typeof(InspectionFindingRecorded), "inspection_finding_recorded"),
        (typeof(InspectionFindingUpheld), "inspection_finding_upheld"),
        (typeof(SpotCheckSecretRevealed), "spot_check_secret_revealed"),
        (typeof(SpotCheckDrawn), "spot_check_drawn"),
        (typeof(SpotCheckRecorded), "spot_check_recorded"),
    ];
}
