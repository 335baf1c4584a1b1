using System.Collections.Immutable;
using BizEnvLedger.Core.Ledger;

namespace BizEnvLedger.Core.EvidenceFiles;

/// <summary>佐证材料 that the ledger holds: a file by its SHA-256, in a stream of its own that belongs to no plan.</summary>
public sealed record EvidenceFile(string Sha256, long Size, string MediaType, string? Unit, Guid Event, DateTimeOffset UploadedAt)
{
    /// <summary>Largest file taken: 200 MB.</summary>
    public const long LargestFile = 200L * 1024 * 1024;

    /// <summary>Kind of its stream.</summary>
    public const string Kind = "evidence";

    public static string StreamOf(string sha256) => $"{Kind}@{sha256}";

    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Who brought the same bytes in later, each once.</summary>
    public ImmutableList<Bringing> Again { get; init; } = [];

    /// <summary>Everybody who brought it in: whoever holds the bytes reads them.</summary>
    public IEnumerable<Bringing> Bringings => Again.Prepend(new(Unit, Event, UploadedAt));

    /// <summary>The unit for which a caller brings a file in: one that the caller acts for, else the home unit.</summary>
    public static string? UnitOf(Caller who) => who.Units.Order(StringComparer.Ordinal).FirstOrDefault() ?? who.HomeUnit;

    /// <summary>Refuses an act that cites a file which the ledger does not hold.</summary>
    public static Refusal? Missing(ImmutableDictionary<string, EvidenceFile> files, IReadOnlyList<string> cited) =>
        cited.FirstOrDefault(c => !files.ContainsKey(c)) is { } missing
            ? Refusal.Invalid("evidence-unknown", "evidence", ("sha256", missing))
            : null;
}

/// <summary>One who brought a file in.</summary>
public sealed record Bringing(string? Unit, Guid Event, DateTimeOffset At);
