using System.Collections.Immutable;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Notices;

/// <summary>通报: a half-year's notice with its letters, and all that follows from it, folded from its stream in order of recording. Never mutated.</summary>
public sealed record Notice
{
    public const string StreamKind = "notice";

    public required string Plan { get; init; }
    public required HalfYear HalfYear { get; init; }

    /// <summary>Hash of the frozen data set that the entries were drawn from.</summary>
    public required string DataSetSha256 { get; init; }
    public required NoticeAct Drafted { get; init; }

    /// <summary>Every entry that ever was, struck and withdrawn ones too.</summary>
    public required ImmutableList<NoticeEntry> Entries { get; init; }
    public ImmutableList<EntryChange> Changes { get; init; } = [];

    /// <summary>The last edit of each paragraph.</summary>
    public ImmutableSortedDictionary<string, NoticeAct> Wording { get; init; } = ImmutableSortedDictionary.Create<string, NoticeAct>(StringComparer.Ordinal);

    /// <summary>Persons who edited a wording.</summary>
    public ImmutableHashSet<string> Editors { get; init; } = [];

    /// <summary>The approval in force: whatever changes the draft after it undoes it.</summary>
    public NoticeAct? Approved { get; init; }
    public Signing? Signed { get; init; }
    public NoticeAct? PublishedBy { get; init; }
    public Visibility? Visibility { get; init; }
    public long Version { get; init; }

    public static string StreamOf(string plan, HalfYear halfYear) => StreamKey.Of(plan, StreamKind, halfYear.ToString());

    public IEnumerable<NoticeEntry> Standing => Entries.Where(e => e.Stands);

    public NoticeEntry? Find(string entry) => Entries.Find(e => e.Id == entry);

    /// <summary>Changes that no second person has decided yet.</summary>
    public IEnumerable<EntryChange> Pending => Changes.Where(c => c.Decided is null);

    /// <summary>Persons who drafted the notice, proposed changes of its entries or worded it.</summary>
    public IReadOnlyList<string> Proposers => [.. Changes.Select(c => c.Proposed.User).Concat(Editors).Prepend(Drafted.User).Distinct()];

    public static Notice? Apply(Notice? notice, Recorded e) =>
        (e.Data is NoticeDrafted drafted ? Draft(drafted, e) : notice is null ? null : NoticeFold.Apply(notice, e)) is { } next ? next with { Version = e.Version } : null;

    private static Notice? Draft(NoticeDrafted drafted, Recorded e) => HalfYear.TryParse(drafted.HalfYear, out var half)
        ? new()
        {
            Plan = StreamKey.Parse(e.Stream).Plan,
            HalfYear = half,
            DataSetSha256 = drafted.DataSetSha256,
            Drafted = NoticeAct.Of(e),
            Entries = [.. drafted.Entries.Select(f => new NoticeEntry { Facts = f, Proposed = NoticeAct.Of(e), Trail = [e.Id] })],
        }
        : null;
}

/// <summary>A step of the chain: its event, its place, its day and who took it.</summary>
public sealed record NoticeAct(Guid Event, long Leaf, DateOnly On, string User)
{
    public static NoticeAct Of(Recorded e) => new(e.Id, e.Leaf, e.RecordedOn, e.User);
}

/// <summary>签发: number, date and the hash of the signed text.</summary>
public sealed record Signing(NoticeAct By, string Number, DateOnly SignedOn, string DocumentSha256);

/// <summary>A proposed change of entries; exactly one of <paramref name="Strikes"/> and <paramref name="Adds"/> is set.</summary>
public sealed record EntryChange(Guid Id, NoticeAct Proposed, string? Strikes, EntryFacts? Adds)
{
    public NoticeAct? Decided { get; init; }
    public bool Agreed { get; init; }
    public string Unit { get; init; } = "";
}
