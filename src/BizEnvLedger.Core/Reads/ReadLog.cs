using System.Collections.Immutable;
using System.Globalization;
using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Registers;

namespace BizEnvLedger.Core.Reads;

/// <summary>
/// Who has read what on the last day that anybody did. A second reading of the same thing by the same person on the same day is no second event:
/// that it was read that day is on record, and nobody can fill the ledger by asking again.
/// </summary>
public sealed record ReadLog
{
    /// <summary>Kind of the streams that readings stand in, one for each day.</summary>
    public const string Kind = "reads";

    private ImmutableHashSet<(string User, string What)> read = [];

    public static ReadLog Empty { get; } = new();

    public DateOnly Day { get; private init; }

    public static string StreamOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Kind}@{day:yyyy-MM-dd}");

    /// <summary>Whether this reading is on record for its day.</summary>
    public bool Knows(Caller who, string stream, object fact, DateOnly on) => on == Day && What(stream, fact) is { } what && read.Contains((who.Sub, what));

    /// <summary>The decision of a read; no event where the same reading is on record for the day.</summary>
    public Decision Once(Decision decision, Caller who, string stream, DateOnly on) =>
        decision.Events is [var fact] && Knows(who, stream, fact, on) ? Decision.Of() : decision;

    internal ReadLog Apply(Recorded e) => What(e.Stream, e.Data) is not { } what ? this
        : e.RecordedOn == Day ? this with { read = read.Add((e.User, what)) }
        : new() { Day = e.RecordedOn, read = [(e.User, what)] };

    /// <summary>What a reading is a reading of; null for what is none.</summary>
    private static string? What(string stream, object fact) => fact switch
    {
        ProtectedRead x => $"{x.Right} {x.Of} {x.Part}",
        EvidenceRead x => $"{EvidenceFile.Kind} {x.Sha256}",
        // What leaves the house once more unchanged is the same export.
        RegisterExported x => $"export {stream} {x.Sha256}",
        _ => null,
    };
}
