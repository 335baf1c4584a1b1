using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Notices;

/// <summary>通报起草: the half-year's notice is drafted from the frozen data set of that hash, with the entries that it proposes.</summary>
public sealed record NoticeDrafted(string HalfYear, string DataSetSha256, IReadOnlyList<EntryFacts> Entries);

/// <summary>拟撤条目: an entry is proposed for striking.</summary>
public sealed record EntryStrikeProposed(string HalfYear, string Entry, string Unit, TextSeal Reason);

/// <summary>拟增条目: an entry is proposed in addition, its figures computed from the round's own leaves.</summary>
public sealed record EntryAdditionProposed(string HalfYear, string Unit, EntryFacts Added, TextSeal Reason);

/// <summary>增撤确认: a second person agrees to a proposed change of entries, or to an objection's answer that strikes or amends one, or does not.</summary>
public sealed record EntryChangeDecided(string HalfYear, Guid Change, bool Agreed);

/// <summary>反馈征求意见: entries are fed back to the units that they name, each by a letter of its own; the feedback days begin.</summary>
public sealed record NoticeFeedbackSent(string HalfYear, IReadOnlyList<string> Entries)
{
    /// <summary>Each entry's letter; null where it was sent before letters were numbered and kept.</summary>
    public IReadOnlyList<EntryPaper>? Papers { get; init; }
    public TextSeal? Signatory { get; init; }
    public DateOnly? SignedOn { get; init; }
}

/// <summary>异议: the named unit objects to an entry.</summary>
public sealed record NoticeEntryObjected(string HalfYear, string Entry, string Unit, TextSeal Grounds, IReadOnlyList<string> Evidence);

/// <summary>异议审签: the named unit's approver releases the objection; from then on it counts.</summary>
public sealed record NoticeObjectionReleased(string HalfYear, string Entry, Guid Objection, string Unit);

/// <summary>
/// 异议答复: the objection is answered; <paramref name="Dropped"/> are the milestones that an amended entry no longer names. Striking and amending take effect
/// once a second person has agreed, by an <see cref="EntryChangeDecided"/> that names this event.
/// </summary>
public sealed record NoticeObjectionAnswered(string HalfYear, string Entry, Guid Objection, ObjectionOutcome Outcome, IReadOnlyList<string> Dropped, TextSeal Reason);

/// <summary>文字修改: a paragraph's wording is edited; its figures stay placeholders.</summary>
public sealed record NoticeWordingEdited(string HalfYear, string Paragraph, TextSeal Text)
{
    /// <summary>What it undoes: <c>feedback</c> of the paragraph's entry, <c>approval</c> of the draft, <c>letterApproval</c> of the entry's letter; null where nothing of these stood.</summary>
    public IReadOnlyList<string>? Undoes { get; init; }
}

/// <summary>通报审核: the draft is approved for signature, with its letters.</summary>
public sealed record NoticeApproved(string HalfYear);

/// <summary>通报签发: the notice is signed; <paramref name="DocumentSha256"/> is the hash of the signed text, lower-case hex.</summary>
public sealed record NoticeSigned(string HalfYear, string Number, TextSeal Signatory, DateOnly SignedOn, string DocumentSha256);

/// <summary>通报公开: how the signed notice is open to the public, from now on.</summary>
public sealed record NoticePublished(string HalfYear, Visibility Visibility);

/// <summary>申请复核: the named unit asks for a review of an entry of the signed notice.</summary>
public sealed record NoticeReviewAsked(string HalfYear, string Entry, string Unit, TextSeal Grounds, IReadOnlyList<string> Evidence);

/// <summary>复核申请审签: the named unit's approver releases the request; the days to decide begin.</summary>
public sealed record NoticeReviewReleased(string HalfYear, string Entry, Guid Review, string Unit);

/// <summary>复核决定: upheld, the entry is withdrawn from the notice; it stays listed.</summary>
public sealed record NoticeReviewDecided(string HalfYear, string Entry, Guid Review, bool Upheld, TextSeal Reason);

/// <summary>责令整改: measures and a limit for an entry.</summary>
public sealed record RectificationOrdered(string HalfYear, string Entry, string Unit, DateOnly Limit, TextSeal Measures)
{
    /// <summary>Number, signatory, date and hash of the 整改通知; null where it was ordered before these were kept.</summary>
    public string? Number { get; init; }
    public TextSeal? Signatory { get; init; }
    public DateOnly? SignedOn { get; init; }
    public string? DocumentSha256 { get; init; }
}

/// <summary>整改报告: the unit reports the rectification done, with evidence.</summary>
public sealed record RectificationReported(string HalfYear, string Entry, string Unit, TextSeal Narrative, IReadOnlyList<string> Evidence);

/// <summary>整改报告审签: the unit's approver releases the report; the clock stops.</summary>
public sealed record RectificationReleased(string HalfYear, string Entry, Guid Report, string Unit);

/// <summary>销号: the office finds the matter mended.</summary>
public sealed record RectificationDischarged(string HalfYear, string Entry, Guid Report, string HomeUnit, TextSeal Finding);

/// <summary>退回整改: the office does not; the clock has not stopped.</summary>
public sealed record RectificationReturned(string HalfYear, string Entry, Guid Report, string HomeUnit, TextSeal Reason);

/// <summary>回头看: whether what was discharged still holds.</summary>
public sealed record RectificationFollowedUp(string HalfYear, string Entry, string HomeUnit, FollowUpOutcome Outcome, TextSeal Finding, IReadOnlyList<string> Evidence);

/// <summary>问责建议: proposed for what stays unmended, with every event of its chain.</summary>
public sealed record AccountabilityProposed(string HalfYear, string Entry, string Unit, AccountabilityGround Ground, int Days, IReadOnlyList<Guid> Chain, TextSeal Reason)
{
    /// <summary>Number, signatory (签发人), date and hash of the 请示; null where it was proposed before these were kept.</summary>
    public string? Number { get; init; }
    public TextSeal? Signatory { get; init; }
    public DateOnly? SignedOn { get; init; }
    public string? DocumentSha256 { get; init; }
}

/// <summary>问责建议审批: the government approves the proposal, or does not.</summary>
public sealed record AccountabilityDecided(string HalfYear, string Entry, Guid Proposal, bool Approved, TextSeal Reason);

/// <summary>移交: the approved proposal is handed to the competent organ, under a document of that number.</summary>
public sealed record AccountabilityHandedOver(string HalfYear, string Entry, Guid Proposal, TextSeal Organ, string Number, IReadOnlyList<string> Evidence);

/// <summary>处理结果: what the competent organ decided, and when.</summary>
public sealed record AccountabilityResultRecorded(string HalfYear, string Entry, Guid Proposal, DateOnly ConcludedOn, TextSeal Result, IReadOnlyList<string> Evidence);

/// <summary>商请函签发: a letter to a unit of other authority, copied to its superior; <paramref name="DocumentSha256"/> is the hash of the signed text.</summary>
public sealed record NoticeLetterSigned(string HalfYear, string Entry, string Unit, string Number, TextSeal Signatory, DateOnly SignedOn, TextSeal Superior, string DocumentSha256);

/// <summary>商请函审核: a letter whose wording was changed after the notice's signature is approved anew.</summary>
public sealed record NoticeLetterApproved(string HalfYear, string Entry, string Unit);

/// <summary>复函: what the unit of other authority answered.</summary>
public sealed record NoticeLetterReplied(string HalfYear, string Entry, string Unit, DateOnly RepliedOn, TextSeal Reply, IReadOnlyList<string> Evidence);
