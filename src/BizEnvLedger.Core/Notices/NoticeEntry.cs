using System.Collections.Immutable;

namespace BizEnvLedger.Core.Notices;

/// <summary>条目 with everything that came of it.</summary>
public sealed record NoticeEntry
{
    public required EntryFacts Facts { get; init; }
    public required NoticeAct Proposed { get; init; }

    /// <summary>Struck before signature, by a confirmed change or an upheld objection.</summary>
    public NoticeAct? Struck { get; init; }

    /// <summary>Withdrawn after signature, by an upheld review.</summary>
    public NoticeAct? Withdrawn { get; init; }

    /// <summary>The feedback in force: a change of the entry's wording undoes it.</summary>
    public NoticeAct? FedBack { get; init; }

    /// <summary>The change of wording that undid the feedback; null once it is fed back again.</summary>
    public NoticeAct? FeedbackUndone { get; init; }

    /// <summary>征求意见函 that went out, in sequence.</summary>
    public ImmutableList<Signing> FeedbackPapers { get; init; } = [];
    public ImmutableList<Objection> Objections { get; init; } = [];
    public Review? Review { get; init; }

    /// <summary>Orders in sequence; the last is the one in force.</summary>
    public ImmutableList<Rectification> Rectifications { get; init; } = [];
    public ImmutableList<Proposal> Proposals { get; init; } = [];
    public Signing? Letter { get; init; }

    /// <summary>The letter's approval in force, with the notice's or its own: a change of its wording undoes it.</summary>
    public NoticeAct? LetterApproved { get; init; }
    public NoticeAct? Replied { get; init; }
    public DateOnly? RepliedOn { get; init; }

    /// <summary>Every event of the notice that bears on the entry, in order.</summary>
    public ImmutableList<Guid> Trail { get; init; } = [];

    public string Id => Facts.Id;
    public string Unit => Facts.Unit;
    public bool Stands => Struck is null && Withdrawn is null;
    public bool IsNamed => Stands && Facts.Kind == EntryKind.Notice;
    public bool IsLetter => Stands && Facts.Kind == EntryKind.Letter;
    public Signing? FeedbackPaper => FeedbackPapers.IsEmpty ? null : FeedbackPapers[^1];
    public Rectification? Rectification => Rectifications.IsEmpty ? null : Rectifications[^1];
    public Proposal? Proposal => Proposals.IsEmpty ? null : Proposals[^1];

    /// <summary>Evidence chain: the facts that it rests on, then the notice's own events.</summary>
    public IReadOnlyList<Guid> Chain => [.. Facts.Events.Concat(Trail).Distinct()];
}

/// <summary>异议 of the named unit; counts when its approver released it.</summary>
public sealed record Objection(NoticeAct Made)
{
    public NoticeAct? Released { get; init; }
    public NoticeAct? Answered { get; init; }
    public ObjectionOutcome? Outcome { get; init; }

    /// <summary>Persons who answered it, also where a second person did not agree.</summary>
    public ImmutableList<string> Answerers { get; init; } = [];
    public Guid Id => Made.Event;
}

/// <summary>复核 of an entry of the signed notice.</summary>
public sealed record Review(NoticeAct Asked)
{
    public NoticeAct? Released { get; init; }
    public NoticeAct? Decided { get; init; }
    public bool Upheld { get; init; }
    public Guid Id => Asked.Event;
}

/// <summary>整改 under one order.</summary>
public sealed record Rectification(NoticeAct Ordered, DateOnly Limit)
{
    /// <summary>整改通知 as it went out.</summary>
    public Signing? Paper { get; init; }
    public ImmutableList<RectificationReport> Reports { get; init; } = [];
    public NoticeAct? Discharged { get; init; }

    /// <summary>The last follow-up; a relapse opens the rectification again.</summary>
    public NoticeAct? FollowedUp { get; init; }
    public NoticeAct? Relapsed { get; init; }

    /// <summary>The report that waits for the office: released and not decided.</summary>
    public RectificationReport? Waiting => Reports.Find(r => r is { Released: not null, Decided: null });

    /// <summary>The report that waits for the unit's approver.</summary>
    public RectificationReport? Unreleased => Reports.Find(r => r.Released is null);
}

/// <summary>整改报告: returned or accepted by the office.</summary>
public sealed record RectificationReport(NoticeAct Made)
{
    public NoticeAct? Released { get; init; }
    public NoticeAct? Returned { get; init; }
    public NoticeAct? Accepted { get; init; }
    public NoticeAct? Decided => Returned ?? Accepted;
    public Guid Id => Made.Event;
}

/// <summary>问责建议 from proposal to result.</summary>
public sealed record Proposal(NoticeAct Made, AccountabilityGround Ground, int Days, IReadOnlyList<Guid> Chain)
{
    /// <summary>请示 as it went up.</summary>
    public Signing? Paper { get; init; }
    public NoticeAct? Decided { get; init; }
    public bool Approved { get; init; }
    public NoticeAct? HandedOver { get; init; }
    public string? Number { get; init; }
    public NoticeAct? Result { get; init; }
    public DateOnly? ConcludedOn { get; init; }
    public Guid Id => Made.Event;
}
