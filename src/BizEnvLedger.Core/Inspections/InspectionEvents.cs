namespace BizEnvLedger.Core.Inspections;

/// <summary>The slice's event types with their stored names.</summary>
internal static class InspectionEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        (typeof(InspectionOpened), "inspection_opened"),
        (typeof(InspectionClosed), "inspection_closed"),
    ];
}
