using System.Collections.Immutable;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>What every entry carries: its event and leaf, when it was true, when and by whom it was recorded.</summary>
public sealed record Entry(Guid Event, long Leaf, DateOnly EffectiveOn, DateOnly RecordedOn, DateTimeOffset RecordedAt, string User, bool Imported)
{
    /// <summary>Corrections of it, oldest first.</summary>
    public ImmutableList<Guid> Corrections { get; init; } = [];

    /// <summary>Taken back by a correction: it no longer counts, and stays in the history.</summary>
    public bool Withdrawn { get; init; }
}

public sealed record Acknowledgement(Entry Entry, string Unit, bool ByReport);

public sealed record Progress(Entry Entry, string Measure, string Unit, decimal? Percent, bool NoChange);

public sealed record Reading(Entry Entry, string Indicator, string Unit, decimal Value, decimal? Benchmark)
{
    /// <summary>The approver's release, where it was typed by hand; the registration of the system releases the others.</summary>
    public Entry? Release { get; init; }

    /// <summary>Persons who corrected it before it was let out: what is released is theirs too.</summary>
    public ImmutableList<string> Correctors { get; init; } = [];

    /// <summary>Persons who made what is released.</summary>
    public IEnumerable<string> By => Correctors.Prepend(Entry.User);
}

/// <summary>A correction of a figure that waits for the approver.</summary>
public sealed record WaitingCorrection(Entry Entry, EntryCorrected Correction, Guid Of, string Unit);

/// <param name="Measure">Null for the whole task.</param>
public sealed record LeadChange(Entry Entry, string? Measure, IReadOnlyList<string> Leads, IReadOnlyList<string>? Cooperating);

public sealed record LeaderChange(Entry Entry, string? Measure, string Leader);

/// <summary>A claim with what became of it.</summary>
public sealed record Claim(Entry Entry, string Milestone, string Unit, IReadOnlyList<Guid> Readings)
{
    /// <summary>The files that it was made with.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The first claim in this row of attempts whose date stands, where this one mends a return for form in time.</summary>
    public DateOnly? MendedDate { get; init; }
    public Entry? Release { get; init; }

    /// <summary>Taken back by its unit before it was let out.</summary>
    public Entry? Withdrawal { get; init; }

    /// <summary>不予报出: its approver did not let it out.</summary>
    public Entry? Decline { get; init; }
    public Entry? Verification { get; init; }
    public Entry? Return { get; init; }
    public ReturnGround? Ground { get; init; }

    /// <summary>Home unit of whoever verified or returned it.</summary>
    public string? VerdictBy { get; init; }

    /// <summary>What undid the closure; the claim then stands as one returned as untrue.</summary>
    public Reopening? Reopened { get; init; }

    public Guid Id => Entry.Event;

    /// <summary>The verifier's acceptance, also where the closure was undone later.</summary>
    public Entry? Accepted => Reopened?.Verification ?? Verification;

    /// <summary>The verifier's word, either way.</summary>
    public Entry? Decision => Accepted ?? Return;
    public bool IsDecided => Verification is not null || Return is not null;

    /// <summary>Nobody has let it out, taken it back or declined it. Whether its unit still leads is the day's matter.</summary>
    public bool IsHeld => Release is null && Withdrawal is null && Decline is null;

    /// <summary>The entry in the place where the ledger took it in: what is not released counts for nothing, so a round that closed before the release does not know it.</summary>
    public Entry Placed => Release is { } release ? Entry with { Leaf = release.Leaf, RecordedOn = release.RecordedOn, RecordedAt = release.RecordedAt } : Entry;
}

/// <summary>补充佐证 of an entry: whoever added it supplied evidence as much as whoever made the entry.</summary>
/// <param name="NeedsRelease">Added to a claim that was out already: it counts once the unit's approver has let it out too.</param>
public sealed record Attachment(Entry Entry, Guid Of, string Unit, IReadOnlyList<string> Evidence, bool NeedsRelease)
{
    public Entry? Release { get; init; }
    public Guid Id => Entry.Event;
    public bool Waits => NeedsRelease && Release is null;
}

/// <summary>办结撤销, with the verification that it undid.</summary>
public sealed record Reopening(Entry Entry, ReopenGround Ground, string HalfYear, Entry Verification);

/// <summary>延期 of a milestone: the request with what became of it.</summary>
public sealed record Extension(Entry Entry, string Milestone, string Unit, DateOnly Asked)
{
    public Entry? Release { get; init; }
    public Entry? Decision { get; init; }

    /// <summary>The day granted; null while it waits, and where it was refused.</summary>
    public DateOnly? NewDue { get; init; }
    public bool ByLeadingGroup { get; init; }

    /// <summary>Taken back by the unit before it was decided.</summary>
    public Entry? Withdrawal { get; init; }
    public Guid Id => Entry.Event;
    public bool IsOpen => Decision is null && Withdrawal is null;
}

/// <summary>中止 of a milestone: the request with what became of it.</summary>
public sealed record Suspension(Entry Entry, string Milestone, string Unit, DateOnly Asked)
{
    public Entry? Release { get; init; }
    public Entry? Decision { get; init; }

    /// <summary>First day; null while it waits, and where it was refused.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Day of its review, the last one of it.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>First day on which the clock runs again, where it was ended before its review.</summary>
    public Entry? End { get; init; }

    /// <summary>Taken back by the unit before it was decided.</summary>
    public Entry? Withdrawal { get; init; }
    public Guid Id => Entry.Event;
    public bool IsOpen => Decision is null && Withdrawal is null;

    public bool Holds(DateOnly day) => From <= day && day <= ReviewOn && !(End?.EffectiveOn <= day);

    /// <summary>First day after it; null where it was not granted.</summary>
    public DateOnly? Over => From is null ? null : End is { } end && end.EffectiveOn <= ReviewOn ? end.EffectiveOn : ReviewOn!.Value.AddDays(1);
}

public sealed record Step(string Id, Entry Entry, string? Milestone, string? Measure, string Unit, string Owner, DateOnly Due)
{
    /// <summary>The owner's last report that its deliverable is there.</summary>
    public Entry? Report { get; init; }
    public Entry? Confirmation { get; init; }

    /// <summary>Done on the day that the owner reported, where the office has confirmed it: its checking is not the owner's time. A late-entered report counts on the day of recording.</summary>
    public DateOnly? DoneOn(ActionPlan plan) => Confirmation is not { } confirmed ? null
        : Report is not { } report ? confirmed.EffectiveOn
        : plan.IsLate(report) ? report.RecordedOn : report.EffectiveOn;
}

/// <summary>A correction with what stood before.</summary>
public sealed record Correction(Entry Entry, Guid Of, EntryKind Kind, string Subject, string Unit, decimal? Before, decimal? After, DateOnly OldDate, DateOnly NewDate, bool Withdraws);

/// <summary>What an entry is, as corrections name it.</summary>
public enum EntryKind { Progress, Reading, LeadChange, LeaderChange, Correction }
