namespace BizEnvLedger.Core.EvidenceFiles;

/// <summary>The slice's event types with their stored names.</summary>
internal static class EvidenceEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        (typeof(EvidenceUploaded), "evidence_uploaded"),
        (typeof(EvidenceRead), "evidence_read"),
    ];
}
