using System.Text.Encodings.Web;
using System.Text.Json;

namespace BizEnvLedger.Proof;

/// <summary>Entry <c>manifest.json</c>: every other file of a package with its size and SHA-256, in the order of writing.</summary>
public sealed record PackageManifest(IReadOnlyList<PackageFile> Files)
{
    public const string Entry = "manifest.json";

    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <param name="Sha256">Lower-case hex.</param>
public sealed record PackageFile(string Path, long Bytes, string Sha256);

/// <summary>Entry <c>ledger.json</c>: whose leaves these are and in which time zone its days begin; from which leaf on the package goes.</summary>
/// <param name="Since">Leaves from this index on are in the package; 0 where it is whole.</param>
/// <param name="Peaks">Where it is not whole: hashes (base64) of the complete subtrees of the leaves before, largest first.</param>
public sealed record PackageLedger(string Origin, string Jurisdiction, string Name, string TimeZone, long Since, IReadOnlyList<string> Peaks)
{
    public const string Entry = "ledger.json";
}

/// <summary>Names of a package's other entries.</summary>
public static class PackageEntries
{
    public const string Checkpoint = "checkpoint";
    public const string Checkpoints = "checkpoints.ndjson";
    public const string Leaves = "leaves.ndjson";
    public const string Texts = "texts.ndjson";
    public const string Erased = "erased.json";
    public const string PlanFolder = "plan/";
    public const string EvidenceFolder = "evidence/";
    public const string DocumentFolder = "documents/";
    public const string InspectionFolder = "inspections/";
}
