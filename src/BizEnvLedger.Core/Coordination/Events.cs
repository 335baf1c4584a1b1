using BizEnvLedger.Core.Ledger;

namespace BizEnvLedger.Core.Coordination;

/// <summary>协作请求: a lead asks a cooperating unit for something that a milestone needs, by a day.</summary>
public sealed record CooperationRequested(string Milestone, string Unit, string To, DateOnly Limit, TextSeal Text, IReadOnlyList<string> Evidence);

/// <summary>协作答复: the unit that was asked accepts, or refuses with a reason.</summary>
public sealed record CooperationAnswered(Guid Request, string Milestone, string Unit, bool Accepted, TextSeal? Reason);

/// <summary>协调: the office decides on a request that was refused or left unanswered; binding with a limit of its own, or dismissed.</summary>
public sealed record CooperationAdjudicated(Guid Request, string Milestone, string HomeUnit, bool Binding, DateOnly? Limit, TextSeal Reason);

/// <summary>提请协调: either side takes the request to the leader in charge.</summary>
public sealed record CooperationEscalated(Guid Request, string Milestone, string Unit, TextSeal Reason);

/// <summary>协作裁定: the leader decides on it for good.</summary>
public sealed record CooperationDecided(Guid Request, string Milestone, bool Binding, DateOnly? Limit, TextSeal Reason);

/// <summary>协作办理: the cooperating unit delivers what was asked.</summary>
public sealed record CooperationFulfilled(Guid Request, string Milestone, string Unit, TextSeal Narrative, IReadOnlyList<string> Evidence);

/// <summary>协作确认: the lead says that it was delivered, or that it was not.</summary>
public sealed record FulfilmentConfirmed(Guid Request, string Milestone, string Unit, bool Fulfilled, TextSeal? Reason);

/// <summary>批示: the leader in charge asks units for something by a day.</summary>
public sealed record InstructionGiven(IReadOnlyList<string> Units, IReadOnlyList<string> Milestones, DateOnly Limit, TextSeal Text);

/// <summary>批示答复.</summary>
public sealed record InstructionReplied(Guid Instruction, string Unit, TextSeal Text, IReadOnlyList<string> Evidence);

/// <summary>催办单: the office urges units by hand. Never by itself a ground for a notice.</summary>
public sealed record UrgeIssued(IReadOnlyList<string> Units, IReadOnlyList<string> Milestones, DateOnly? Limit, TextSeal Text);

/// <summary>催办答复.</summary>
public sealed record UrgeAnswered(Guid Urge, string Unit, TextSeal Text, IReadOnlyList<string> Evidence);

/// <summary>督办单拟稿: the office drafts a supervision order; unsigned it counts for nothing.</summary>
public sealed record OrderDrafted(IReadOnlyList<string> Units, IReadOnlyList<string> Milestones, DateOnly Limit, string HomeUnit, TextSeal Text);

/// <summary>督办单签发: a leader signs it.</summary>
public sealed record OrderSigned(Guid Order, DateOnly? Limit = null);

/// <summary>督办答复.</summary>
public sealed record OrderReplied(Guid Order, string Unit, TextSeal Text, IReadOnlyList<string> Evidence);

/// <summary>督办办结: the office finds the order answered.</summary>
public sealed record OrderClosed(Guid Order, string HomeUnit, TextSeal Finding);

/// <summary>异议: a lead or cooperating unit disputes the assignment of the whole task (<paramref name="Measure"/> null) or of a measure.</summary>
/// <param name="Until">Last day on which it could be raised, and on which it can be released.</param>
public sealed record AssignmentDisputed(string? Measure, string Unit, DateOnly Until, TextSeal Reason, IReadOnlyList<string> Evidence);

/// <summary>异议审签: the unit's approver lets the dispute out.</summary>
public sealed record DisputeReleased(Guid Dispute, string Unit);

/// <summary>异议裁定: the leader upholds it, with new leads by a reassignment beside, or rejects it.</summary>
public sealed record DisputeDecided(Guid Dispute, bool Upheld, TextSeal Reason);
