using System.Text.Json;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Replay;

/// <summary>Reads a leaf's bytes, one line of JSON, as they were sealed; service and auditor read the same bytes the same way.</summary>
public static class LeafLine
{
    /// <summary>Header that marks a recording time as claimed by an older register or by the demonstration clock.</summary>
    public const string ImportedHeader = "imported";

    private static readonly Dictionary<string, Type> Types = EventCatalogue.All.ToDictionary(e => e.Alias, e => e.Type);

    /// <summary>
    /// The event of a leaf. A type that the catalogue does not know (the store's own tombstones) comes as <see cref="Unknown"/>: it keeps its place and means nothing.
    /// </summary>
    public static Recorded Read(ReadOnlyMemory<byte> bytes, long leaf, TimeZoneInfo zone)
    {
        using var line = JsonDocument.Parse(bytes);
        var root = line.RootElement;
        var sealedAt = root.GetProperty("sealedAt").GetDateTimeOffset();
        // A tombstone has neither a recording time nor a user.
        var recordedAt = root.GetProperty("recordedAt") is { ValueKind: JsonValueKind.String } time ? time.GetDateTimeOffset() : sealedAt;
        var type = root.GetProperty("type").GetString()!;
        return new(
            root.GetProperty("id").GetGuid(),
            root.GetProperty("stream").GetString()!,
            root.GetProperty("version").GetInt64(),
            leaf,
            recordedAt,
            DayOf(recordedAt, zone),
            sealedAt,
            root.GetProperty("user").GetString() ?? "",
            root.GetProperty("headers") is { ValueKind: JsonValueKind.Object } headers && headers.TryGetProperty(ImportedHeader, out _),
            Types.TryGetValue(type, out var known) ? root.GetProperty("data").Deserialize(known, PlanJson.Options)! : new Unknown(type));
    }

    /// <summary>The last moment of a jurisdiction's day.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var next = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(next, zone.GetUtcOffset(next)).ToUniversalTime().AddTicks(-1);
    }

    /// <summary>The jurisdiction's day of a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}

/// <summary>An event that the catalogue does not know.</summary>
public sealed record Unknown(string Type);
