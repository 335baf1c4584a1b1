using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Service.Complaints;

/// <summary>诉求或举报 by the public form. <c>kind</c> is complaint or tip; the rest but the text may be left out, the plan too where one is in force.</summary>
public sealed record PublicComplaintBody(ComplaintKind? Kind, string? Text, string? Contact, string? Plan, string? Area, string? Task, string? Milestone, string? Unit);

/// <summary>登记 of what came by <c>channel</c>: hotline, letter, visit, online.</summary>
public sealed record RegisterBody(ComplaintKind? Kind, ComplaintChannel? Channel, string? Text, string? Contact, string? Area, string? Task, string? Milestone, string? Unit);

/// <summary>举报承办人: <c>officer</c> is the person's <c>sub</c>.</summary>
public sealed record TipOfficerBody(string? Officer);

/// <summary>转办. <c>brief</c> is what the units are told; of a tip it is needed, as they do not see the tip.</summary>
public sealed record ComplaintDispatchBody(IReadOnlyList<string>? Units, string? Task, string? Milestone, string? Brief);

/// <summary>改派.</summary>
public sealed record ReassignBody(IReadOnlyList<string>? Units, string? Reason);

/// <summary>答复: <c>kind</c> is response (响应) or resolution (办结答复).</summary>
public sealed record ComplaintAnswerBody(AnswerKind? Kind, string? Text, IReadOnlyList<string>? Evidence, string? Unit);

/// <summary>回访: satisfied, unsatisfied or silent.</summary>
public sealed record SatisfactionBody(Satisfaction? Satisfaction, string? Note);

/// <summary>责成重办.</summary>
public sealed record RehandlingBody(string? Reason);

/// <summary>重复诉求: which earlier one it repeats.</summary>
public sealed record LinkBody(string? Earlier, string? Reason);

/// <summary>属实. <c>heard</c> is what the unit said, on <c>heardOn</c>.</summary>
public sealed record ComplaintUpholdBody(string? Unit, IReadOnlyList<string>? Milestones, bool? DeliverableAbsent, DateOnly? HeardOn, string? Heard, string? Finding);

/// <summary>不属实.</summary>
public sealed record RejectBody(string? Unit, DateOnly? HeardOn, string? Heard, string? Finding);

/// <summary>实地核查: whether the deliverable is there.</summary>
public sealed record VisitBody(bool? Present, string? Finding);

/// <summary>曝光: <c>visibility</c> is public, onRequest or withheld.</summary>
public sealed record ExposureBody(Visibility? Visibility, string? PublicText);

/// <summary>曝光审批.</summary>
public sealed record ExposureDecisionBody(bool? Approved);

/// <summary>A reading: nothing to say besides who and which.</summary>
public sealed record ReadingBody;
