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

    /// <summary>Persons who approved the draft or a letter, also where it was undone.</summary>
    public ImmutableHashSet<string> Approvers { get; init; } = [];
    public Signing? Signed { get; init; }
    public NoticeAct? PublishedBy { get; init; }
    public Visibility? Visibility { get; init; }
    public long Version { get; init; }

    public static string StreamOf(string plan, HalfYear halfYear) => StreamKey.Of(plan, StreamKind, halfYear.ToString());

    public IEnumerable<NoticeEntry> Standing => Entries.Where(e => e.Stands);

    public NoticeEntry? Find(string entry) => Entries.Find(e => e.Id == entry);

    /// <summary>Changes that no second person has decided yet.</summary>
    public IEnumerable<EntryChange> Pending => Changes.Where(c => c.Decided is null);

    /// <summary>Named entries whose letters for feedback are to go out, in order.</summary>
    public IReadOnlyList<NoticeEntry> ToFeedBack => [.. Entries.Where(e => e.IsNamed && e.FedBack is null)];

    /// <summary>Persons who drafted the notice, proposed changes of its entries or worded it.</summary>
    public IReadOnlyList<string> Proposers => [.. Changes.Select(c => c.Proposed.User).Concat(Editors).Prepend(Drafted.User).Distinct()];

    /// <summary>Persons who had a part in an entry: none of them reviews it.</summary>
    public IReadOnlyList<string> Participants(NoticeEntry entry) =>
        [.. Proposers.Concat(Approvers).Concat(Changes.Select(c => c.Decided?.User).OfType<string>()).Concat(Signed is { } signed ? [signed.By.User] : [])
            .Concat(entry.FeedbackPapers.Select(p => p.By.User)).Concat(entry.Objections.SelectMany(o => o.Answerers)).Distinct()];

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
public sealed record Signing(NoticeAct By, string Number, DateOnly SignedOn, string DocumentSha256)
{
    /// <summary>Null where the paper's number, date and hash were not kept.</summary>
    internal static Signing? Of(NoticeAct by, string? number, DateOnly? signedOn, string? documentSha256) =>
        number is not null && signedOn is { } day && documentSha256 is not null ? new(by, number, day, documentSha256) : null;
}

/// <summary>A proposed change of entries; exactly one of <paramref name="Strikes"/>, <paramref name="Adds"/> and <see cref="Amends"/> is set.</summary>
public sealed record EntryChange(Guid Id, NoticeAct Proposed, string? Strikes, EntryFacts? Adds)
{
    /// <summary>The entry that is to name fewer milestones.</summary>
    public string? Amends { get; init; }

    /// <summary>Milestones that it is to drop.</summary>
    public IReadOnlyList<string> Drops { get; init; } = [];

    /// <summary>The objection whose answer it is; null where the office proposed it.</summary>
    public Guid? Objection { get; init; }

    /// <summary>The entry that it changes or adds.</summary>
    public string Entry => Strikes ?? Amends ?? Adds!.Id;

    public NoticeAct? Decided { get; init; }
    public bool Agreed { get; init; }
    public string Unit { get; init; } = "";
}
