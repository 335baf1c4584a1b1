using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>交办: a task of the plan is assigned to its leads. The first event of every task stream.</summary>
/// <param name="No"><c>1</c>, <c>2</c> …; <c>goals</c> and <c>mechanisms</c> for the plan's own promises and duties.</param>
public sealed record TaskAssigned(string Plan, string No, Period Period, TaskDefinition Definition, DateOnly EffectiveOn);

/// <summary>计划调整: the task as it reads from the effective date, by a later document or a clarification.</summary>
public sealed record TaskChanged(string Change, string Format, string DocumentNumber, TaskDefinition Definition, DateOnly EffectiveOn);

/// <summary>签收.</summary>
public sealed record TaskAcknowledged(string Unit, DateOnly EffectiveOn);

/// <summary>进展. "No change" is a report too. The percentage is what the unit states; it tests nothing.</summary>
public sealed record ProgressRecorded(
    string Measure, string Unit, DateOnly EffectiveOn, decimal? Percent, bool NoChange,
    TextSeal? Narrative, IReadOnlyList<string> Evidence);

/// <summary>指标数据.</summary>
public sealed record MetricReported(
    string Indicator, string Unit, decimal Value, decimal? Benchmark, DateOnly EffectiveOn,
    TextSeal? Source, IReadOnlyList<string> Evidence);

/// <summary>牵头调整: of the whole task (<paramref name="Measure"/> null), or of a measure or sub-item.</summary>
public sealed record LeadReassigned(
    string? Measure, IReadOnlyList<string> Leads, IReadOnlyList<string>? Cooperating, DateOnly EffectiveOn,
    TextSeal Reason, TextSeal Basis);

/// <summary>分管市领导, of the whole task or of a measure. The name is a personal value, so only its commitment is here.</summary>
public sealed record LeaderAppointed(string? Measure, string Leader, TextSeal Name, DateOnly EffectiveOn, TextSeal Basis);

/// <summary>更正: of an entry in the same stream. What is null stays as it was; <paramref name="Withdrawn"/> takes the entry back.</summary>
public sealed record EntryCorrected(
    Guid Entry, decimal? Value, decimal? Percent, DateOnly? EffectiveOn, bool Withdrawn,
    TextSeal? Narrative, TextSeal Reason);

/// <summary>办结申请, for a milestone or one occurrence of a recurring duty.</summary>
public sealed record MilestoneClaimed(
    string Milestone, string Unit, DateOnly EffectiveOn, TextSeal Narrative, IReadOnlyList<string> Evidence, IReadOnlyList<Guid> Readings);

/// <summary>审签: the unit's approver lets the claim out. Before that it counts for nothing.</summary>
public sealed record ClaimReleased(Guid Claim, string Milestone, string Unit);

/// <summary>撤回办结申请: its unit takes back a claim that was not let out.</summary>
public sealed record ClaimWithdrawn(Guid Claim, string Milestone, string Unit, TextSeal Reason);

/// <summary>不予报出: the unit's approver does not let the claim out.</summary>
public sealed record ClaimDeclined(Guid Claim, string Milestone, string Unit, TextSeal Reason);

/// <summary>核验 and 办结: another unit than the doer's has checked the evidence.</summary>
public sealed record MilestoneVerified(Guid Claim, string Milestone, string HomeUnit, TextSeal Finding);

/// <summary>退回.</summary>
public sealed record MilestoneReturned(Guid Claim, string Milestone, string HomeUnit, ReturnGround Ground, TextSeal Reason);

/// <summary>审签 of a figure typed by hand, or of a correction of one: the unit's approver lets it out. Before that it counts for nothing.</summary>
public sealed record FigureReleased(Guid Entry, string Unit);

/// <summary>补充佐证: files added to an entry of the same unit.</summary>
public sealed record EvidenceAttached(Guid Entry, string Unit, IReadOnlyList<string> Evidence);

/// <summary>审签 of files added to a claim that was out already. Before that they count for nothing.</summary>
public sealed record EvidenceReleased(Guid Attachment, Guid Claim, string Unit);

/// <summary>延期申请, with reason and new date. It counts when the unit's approver releases it.</summary>
public sealed record ExtensionRequested(string Milestone, string Unit, DateOnly NewDue, TextSeal Reason, IReadOnlyList<string> Evidence);

/// <summary>审签 of an extension request.</summary>
public sealed record ExtensionReleased(Guid Request, string Milestone, string Unit);

/// <summary>准予延期: by the leader in charge, or from the third on by the leading group.</summary>
public sealed record ExtensionGranted(Guid Request, string Milestone, DateOnly NewDue, bool ByLeadingGroup, TextSeal Reason);

/// <summary>不予延期.</summary>
public sealed record ExtensionRefused(Guid Request, string Milestone, bool ByLeadingGroup, TextSeal Reason);

/// <summary>中止申请, for an outside precondition, with the day of its review.</summary>
public sealed record SuspensionRequested(string Milestone, string Unit, DateOnly ReviewOn, TextSeal Precondition, IReadOnlyList<string> Evidence);

/// <summary>审签 of a suspension request.</summary>
public sealed record SuspensionReleased(Guid Request, string Milestone, string Unit);

/// <summary>准予中止, from a day through the day of its review.</summary>
public sealed record SuspensionGranted(Guid Request, string Milestone, DateOnly EffectiveOn, DateOnly ReviewOn, TextSeal Reason);

/// <summary>不予中止.</summary>
public sealed record SuspensionRefused(Guid Request, string Milestone, TextSeal Reason);

/// <summary>恢复办理: the suspension ends before its review; from the effective date on the clock runs.</summary>
public sealed record SuspensionEnded(Guid Request, string Milestone, DateOnly EffectiveOn, TextSeal Reason);

/// <summary>撤回申请: the unit takes back what it asked for and nobody has decided. It stays in the history, and from the day of recording on it asks for nothing.</summary>
/// <param name="Milestone">Null for a dispute of an assignment.</param>
/// <param name="To">The unit that a cooperation request had asked.</param>
public sealed record RequestWithdrawn(Guid Request, RequestKind Kind, string? Milestone, string Unit, string? To, TextSeal Reason);

/// <summary>What a unit asks for.</summary>
public enum RequestKind
{
    /// <summary>延期.</summary>
    Extension,

    /// <summary>中止.</summary>
    Suspension,

    /// <summary>协作.</summary>
    Cooperation,

    /// <summary>异议.</summary>
    Dispute,
}

/// <summary>Why a claim is returned.</summary>
public enum ReturnGround
{
    /// <summary>不实.</summary>
    Untrue,

    /// <summary>材料不全.</summary>
    Incomplete,
}

/// <summary>办结撤销: a closure that a spot check or an upheld finding of a round has shown to be untrue; the claim that closed it counts no longer.</summary>
public sealed record MilestoneReopened(Guid Claim, string Milestone, ReopenGround Ground, string HalfYear, string HomeUnit);

/// <summary>Why a closed milestone is open again.</summary>
public enum ReopenGround
{
    /// <summary>抽查不合格.</summary>
    SpotCheck,

    /// <summary>督查发现不实.</summary>
    Found,

    /// <summary>诉求核查未落实.</summary>
    Complaint,
}

/// <summary>分解事项: part of a milestone, or of a measure without dated milestones.</summary>
public sealed record StepAdded(string Step, string? Milestone, string? Measure, string Unit, string Owner, DateOnly Due, TextSeal Deliverable);

/// <summary>The step's owner, a region as a rule, reports that the deliverable is there; the office confirms it afterwards.</summary>
public sealed record StepReported(string Step, string Unit, DateOnly EffectiveOn, TextSeal? Narrative, IReadOnlyList<string> Evidence);

/// <summary>The office confirms that the step's deliverable is there.</summary>
public sealed record StepConfirmed(string Step, string HomeUnit, DateOnly EffectiveOn);
