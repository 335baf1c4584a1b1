namespace BizEnvLedger.Service.PlanTasks;

/// <summary>签收. <c>unit</c> names which of the caller's units acts; omitted, the first that is entitled.</summary>
public sealed record AcknowledgementBody(string? Unit, DateOnly? EffectiveOn);

/// <summary>进展 on a measure. <c>percent</c> (0–100) is what the unit states; <c>noChange</c> is a report too; <c>evidence</c> are SHA-256 in lower-case hex.</summary>
public sealed record ProgressBody(string? Measure, decimal? Percent, bool? NoChange, string? Narrative, DateOnly? EffectiveOn, IReadOnlyList<string>? Evidence, string? Unit);

/// <summary>指标数据. <c>measuredIn</c>, where given, must be the indicator's unit; <c>benchmark</c> is needed where the target is relative to one.</summary>
public sealed record MetricBody(string? Indicator, decimal? Value, decimal? Benchmark, string? MeasuredIn, DateOnly? EffectiveOn, string? Source, IReadOnlyList<string>? Evidence, string? Unit);

/// <summary>牵头调整 of the whole task (no measure), a measure or a sub-item.</summary>
public sealed record LeadBody(string? Measure, IReadOnlyList<string>? Leads, IReadOnlyList<string>? Cooperating, DateOnly? EffectiveOn, string? Reason, string? Basis);

/// <summary>分管市领导: <c>leader</c> is the post's slug, <c>name</c> a personal value kept beside the ledger.</summary>
public sealed record LeaderBody(string? Measure, string? Leader, string? Name, DateOnly? EffectiveOn, string? Basis);

/// <summary>更正 of an entry of the same task.</summary>
public sealed record CorrectionBody(Guid? Entry, decimal? Value, decimal? Percent, DateOnly? EffectiveOn, bool? Withdrawn, string? Narrative, string? Reason);

/// <summary>办结申请.</summary>
public sealed record ClaimBody(DateOnly? EffectiveOn, string? Narrative, IReadOnlyList<string>? Evidence, Guid? Reading, string? Unit);

/// <summary>审签: nothing to say besides who and which.</summary>
public sealed record ReleaseBody;

/// <summary>撤回 or 不予报出 of a claim that is not out: why.</summary>
public sealed record ReasonBody(string? Reason);

/// <summary>核验.</summary>
public sealed record VerificationBody(Guid? Claim, string? Finding);

/// <summary>退回: <c>ground</c> is untrue (不实) or incomplete (材料不全).</summary>
public sealed record ReturnBody(Guid? Claim, Core.PlanTasks.ReturnGround? Ground, string? Reason);

/// <summary>分解事项, of a milestone or of a measure.</summary>
public sealed record StepBody(string? Milestone, string? Measure, string? Owner, DateOnly? Due, string? Deliverable, string? Unit);

/// <summary>补充佐证: files for an entry of the unit's own.</summary>
public sealed record AttachmentBody(Guid? Entry, IReadOnlyList<string>? Evidence);

/// <summary>延期申请.</summary>
public sealed record ExtensionBody(DateOnly? NewDue, string? Reason, IReadOnlyList<string>? Evidence, string? Unit);

/// <summary>准予或不予延期; <c>newDue</c> may be a nearer day than was asked for.</summary>
public sealed record ExtensionDecisionBody(bool? Granted, DateOnly? NewDue, string? Reason);

/// <summary>中止申请, with the outside precondition and the day of review.</summary>
public sealed record SuspensionBody(DateOnly? ReviewOn, string? Precondition, IReadOnlyList<string>? Evidence, string? Unit);

/// <summary>准予或不予中止.</summary>
public sealed record SuspensionDecisionBody(bool? Granted, DateOnly? EffectiveOn, DateOnly? ReviewOn, string? Reason);

/// <summary>撤回申请 that nobody has decided: an extension, a suspension, a cooperation request or a dispute.</summary>
public sealed record WithdrawalBody(string? Reason, string? Unit);

/// <summary>恢复办理.</summary>
public sealed record SuspensionEndBody(DateOnly? EffectiveOn, string? Reason);

/// <summary>Confirmation of a step.</summary>
public sealed record StepConfirmationBody(DateOnly? EffectiveOn);

/// <summary>The owner's report that a step's deliverable is there; <c>evidence</c> is needed.</summary>
public sealed record StepReportBody(DateOnly? EffectiveOn, string? Narrative, IReadOnlyList<string>? Evidence, string? Unit);
