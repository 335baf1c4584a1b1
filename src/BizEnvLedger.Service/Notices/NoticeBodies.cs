using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Service.Notices;

/// <summary>Nothing to say: draft, approve.</summary>
public sealed record PlainBody;

/// <summary>发文字号 of the first letter (each further one has the next), signatory and date.</summary>
public sealed record FeedbackBody(string? Number, string? Signatory, DateOnly? SignedOn);

/// <summary>Which entry to strike, and why.</summary>
public sealed record StrikeBody(string? Entry, string? Reason);

/// <summary>Which unit to name, for which failing (hollow, slow, weak), by which milestones, and why; figures are computed.</summary>
public sealed record AdditionBody(string? Unit, string? Category, IReadOnlyList<string>? Milestones, string? Reason);

/// <summary>Which change to agree to, or not.</summary>
public sealed record ChangeBody(Guid? Change, bool? Agreed);

/// <summary>A paragraph's wording with its placeholders.</summary>
public sealed record WordingBody(string? Paragraph, string? Text);

/// <summary>What a unit holds against an entry, or asks to be reviewed.</summary>
public sealed record GroundsBody(string? Grounds, IReadOnlyList<string>? Evidence, string? Unit);

public sealed record ObjectionBody(Guid? Objection);

/// <summary>struck, amended (with the milestones that the entry drops) or rejected.</summary>
public sealed record ObjectionAnswerBody(Guid? Objection, ObjectionOutcome? Outcome, IReadOnlyList<string>? Dropped, string? Reason);

/// <summary>发文字号, signatory and date.</summary>
public sealed record SignatureBody(string? Number, string? Signatory, DateOnly? SignedOn);

/// <summary>The same for a letter, with the superior that it is copied to.</summary>
public sealed record LetterBody(string? Number, string? Signatory, string? Superior, DateOnly? SignedOn);

/// <summary>public, onRequest or withheld.</summary>
public sealed record NoticePublicationBody(Visibility? Visibility);

public sealed record ReplyBody(DateOnly? RepliedOn, string? Reply, IReadOnlyList<string>? Evidence);

public sealed record ReviewBody(Guid? Review);

public sealed record ReviewDecisionBody(Guid? Review, bool? Upheld, string? Reason);

/// <summary>What to mend, and by when; number, signatory and date of the 整改通知.</summary>
public sealed record OrderBody(string? Measures, DateOnly? Limit, string? Number, string? Signatory, DateOnly? SignedOn);

public sealed record MendedBody(string? Narrative, IReadOnlyList<string>? Evidence, string? Unit);

public sealed record ReportBody(Guid? Report);

public sealed record DischargeBody(Guid? Report, string? Finding);

public sealed record SendBackBody(Guid? Report, string? Reason);

/// <summary>holds or relapsed.</summary>
public sealed record FollowUpBody(FollowUpOutcome? Outcome, string? Finding, IReadOnlyList<string>? Evidence);

/// <summary>Why; number, 签发人 and date of the 请示.</summary>
public sealed record ProposalBody(string? Reason, string? Number, string? Signatory, DateOnly? SignedOn);

public sealed record ProposalDecisionBody(Guid? Proposal, bool? Approved, string? Reason);

/// <summary>To which organ, under which document number.</summary>
public sealed record HandOverBody(Guid? Proposal, string? Organ, string? Number, IReadOnlyList<string>? Evidence);

public sealed record ResultBody(Guid? Proposal, DateOnly? ConcludedOn, string? Result, IReadOnlyList<string>? Evidence);
