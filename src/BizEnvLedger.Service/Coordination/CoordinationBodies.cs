namespace BizEnvLedger.Service.Coordination;

/// <summary>协作请求: what a lead asks of the unit <c>to</c> for a milestone, until the day <c>limit</c>.</summary>
public sealed record CooperationBody(string? Milestone, string? To, DateOnly? Limit, string? Text, IReadOnlyList<string>? Evidence, string? Unit);

/// <summary>协作答复; a refusal has a reason.</summary>
public sealed record CooperationAnswerBody(bool? Accepted, string? Reason, string? Unit);

/// <summary>提请协调.</summary>
public sealed record CooperationEscalationBody(string? Reason, string? Unit);

/// <summary>协调 and 协作裁定: binding with a limit, or dismissed without one.</summary>
public sealed record CooperationRulingBody(bool? Binding, DateOnly? Limit, string? Reason);

/// <summary>协作办理.</summary>
public sealed record CooperationFulfilmentBody(string? Narrative, IReadOnlyList<string>? Evidence, string? Unit);

/// <summary>协作确认; what was not delivered is said with a reason.</summary>
public sealed record CooperationConfirmationBody(bool? Fulfilled, string? Reason, string? Unit);

/// <summary>批示、催办单、督办单: <c>milestones</c> may be left out; <c>limit</c> only of an urge.</summary>
public sealed record PaperBody(IReadOnlyList<string>? Units, IReadOnlyList<string>? Milestones, DateOnly? Limit, string? Text);

/// <summary>答复 to an instruction, an urge or an order.</summary>
public sealed record PaperReplyBody(string? Text, IReadOnlyList<string>? Evidence, string? Unit);

/// <summary>督办单签发; <c>limit</c> where the draft's has passed, or another is meant.</summary>
public sealed record OrderSignatureBody(DateOnly? Limit);

/// <summary>督办办结.</summary>
public sealed record OrderClosingBody(string? Finding);

/// <summary>异议 to the assignment of the whole task (no measure) or of a measure.</summary>
public sealed record DisputeBody(string? Measure, string? Reason, IReadOnlyList<string>? Evidence, string? Unit);

/// <summary>异议审签: nothing to say besides who and which.</summary>
public sealed record DisputeReleaseBody;

/// <summary>异议裁定; upheld, it names the new leads and the basis as a reassignment does.</summary>
public sealed record DisputeDecisionBody(bool? Upheld, IReadOnlyList<string>? Leads, IReadOnlyList<string>? Cooperating, DateOnly? EffectiveOn, string? Reason, string? Basis);
