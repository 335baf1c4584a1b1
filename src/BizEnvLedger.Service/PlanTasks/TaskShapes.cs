using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Service.PlanTasks;

/// <summary>分管市领导: the post's slug, and the name where it was not erased.</summary>
public sealed record LeaderShape(string Id, string? Name);

/// <summary>Counts by light, worst first.</summary>
public sealed record LightCounts(int Red, int Yellow, int Green, int Grey, int Blue)
{
    public static LightCounts Of(IReadOnlyCollection<Light> lights)
    {
        return new(Count(Light.Red), Count(Light.Yellow), Count(Light.Green), Count(Light.Grey), Count(Light.Blue));

        int Count(Light light) => lights.Count(l => l == light);
    }
}

/// <summary>A task in a list.</summary>
public sealed record TaskRow(
    string No, int? Number, string Title, string Area, string Clause, IReadOnlyList<UnitName> Leads, IReadOnlyList<UnitName> Cooperating, LeaderShape? LeaderInCharge,
    string Light, LightCounts Lights, int Milestones, int Closed, decimal? StatedPercent, DateOnly? NextDue, long Version);

/// <summary>A whole task.</summary>
public sealed record TaskShape
{
    public required string Plan { get; init; }
    public required string No { get; init; }

    /// <summary>Null for the plan's goals and mechanisms.</summary>
    public int? Number { get; init; }
    public required string Title { get; init; }
    public required string Area { get; init; }
    public required string Clause { get; init; }
    public required IReadOnlyList<UnitName> Leads { get; init; }
    public required IReadOnlyList<UnitName> Cooperating { get; init; }
    public LeaderShape? LeaderInCharge { get; init; }
    public required DateOnly AssignedOn { get; init; }
    public required IReadOnlyList<MeasureShape> Measures { get; init; }
    public required IReadOnlyList<MilestoneShape> Milestones { get; init; }
    public required IReadOnlyList<IndicatorShape> Indicators { get; init; }
    public required IReadOnlyList<StepShape> Steps { get; init; }
    public required IReadOnlyList<AcknowledgementShape> Acknowledgements { get; init; }

    /// <summary>The last fifty recorded reports; <see cref="ProgressTotal"/> says how many there are, and <c>…/events</c> has them all.</summary>
    public required IReadOnlyList<ProgressShape> Progress { get; init; }
    public required int ProgressTotal { get; init; }
    public required IReadOnlyList<ResponsibilityShape> Responsibility { get; init; }
    public required string Light { get; init; }

    /// <summary>The worst milestones and the tests that gave them their light.</summary>
    public required IReadOnlyList<TaskReasonShape> Reasons { get; init; }
    public required long Version { get; init; }
    public required int Position { get; init; }
    public required DateOnly EffectiveOn { get; init; }
    public DateTimeOffset? RecordedBy { get; init; }

    /// <summary>Whether any of it is demonstration history, or imported.</summary>
    public required bool Imported { get; init; }
}

public sealed record TaskReasonShape(string Milestone, string Light, IReadOnlyList<ReasonShape> Reasons);

public sealed record MeasureShape(
    string Id, string Title, string Statement, string Clause, IReadOnlyList<UnitName> Leads, IReadOnlyList<UnitName> Cooperating, LeaderShape? LeaderInCharge,
    decimal? StatedPercent, IReadOnlyList<int> ServedBy, IReadOnlyList<MeasureShape> Measures);

/// <summary>One test of a light, with its inputs, the events that it rests on, and the words for it.</summary>
public sealed record ReasonShape(string Test, bool Holds, IReadOnlyDictionary<string, string> Inputs, IReadOnlyList<Guid> Events, string Zh, string En, string RuleSet, int RuleSetVersion);

public sealed record MilestoneShape
{
    public required string Id { get; init; }
    public required string Task { get; init; }
    public required string Measure { get; init; }
    public required string Statement { get; init; }
    public string? Clause { get; init; }
    public DateOnly? Due { get; init; }
    public string? DueText { get; init; }
    public required Binding Binding { get; init; }
    public DateOnly? Start { get; init; }
    public required Strength Strength { get; init; }
    public Recurrence? Recurrence { get; init; }
    public string? Note { get; init; }
    public string? SameAs { get; init; }
    public DateOnly? OriginalDue { get; init; }
    public required IReadOnlyList<UnitName> Leads { get; init; }
    public required IReadOnlyList<UnitName> Cooperating { get; init; }
    public required string State { get; init; }
    public required string Light { get; init; }
    public required IReadOnlyList<ReasonShape> Reasons { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public int? DaysLate { get; init; }
    public required IReadOnlyList<ClaimShape> Claims { get; init; }

    /// <summary>Every request for another day, with what became of it; beside <see cref="OriginalDue"/> for ever.</summary>
    public IReadOnlyList<ExtensionShape> Extensions { get; init; } = [];
    public IReadOnlyList<SuspensionShape> Suspensions { get; init; } = [];

    /// <summary>Occurrences of a recurring duty; null for a single milestone.</summary>
    public IReadOnlyList<OccurrenceShape>? Occurrences { get; init; }
}

public sealed record OccurrenceShape(string Id, DateOnly? Due, string State, string Light, DateOnly? ClosedOn);

/// <summary>办结申请: <c>state</c> is waitingForRelease, withdrawn, declined, lapsed (its unit leads no longer), pending, accepted, returned or reopened.</summary>
/// <param name="StopsClockOn">Null until it is released: what is not released stops no clock.</param>
/// <param name="Evidence">Files that the unit's approver has let out; before the release, those that wait for it.</param>
/// <param name="WaitingEvidence">Files added since the release, which count once they are released too.</param>
public sealed record ClaimShape(
    Guid Id, UnitName Unit, DateOnly EffectiveOn, DateTimeOffset RecordedAt, bool LateEntered, DateOnly? StopsClockOn, string State,
    Guid? Release, Guid? Verification, Guid? Return, string? Ground, DateOnly? VerificationLimit, IReadOnlyList<Guid> Readings,
    IReadOnlyList<string> Evidence, IReadOnlyList<WaitingEvidenceShape> WaitingEvidence, DateOnly? OverOn, string? Reason, IReadOnlyList<Guid> Events);

/// <summary>Files added to a claim that is out, waiting for the unit's approver.</summary>
public sealed record WaitingEvidenceShape(Guid Id, DateOnly AddedOn, IReadOnlyList<string> Evidence);

/// <summary>延期: <c>state</c> is waitingForRelease, pending, granted, refused or withdrawn.</summary>
public sealed record ExtensionShape(
    Guid Id, UnitName Unit, DateOnly AskedOn, DateOnly Asked, string State, DateOnly? DecideBy, DateOnly? DecidedOn, DateOnly? NewDue, bool ByLeadingGroup,
    string? Reason, string? DecisionReason, string? WithdrawalReason, IReadOnlyList<Guid> Events);

/// <summary>中止: <c>state</c> is waitingForRelease, pending, granted, refused, over or withdrawn.</summary>
public sealed record SuspensionShape(
    Guid Id, UnitName Unit, DateOnly AskedOn, string State, DateOnly? From, DateOnly? ReviewOn, DateOnly? EndedOn, string? Precondition, string? DecisionReason, string? WithdrawalReason, IReadOnlyList<Guid> Events);

public sealed record IndicatorShape
{
    public required string Id { get; init; }
    public required string Task { get; init; }
    public required string Measure { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }
    public string? Definition { get; init; }
    public required Direction Direction { get; init; }
    public Scope? Scope { get; init; }
    public Baseline? Baseline { get; init; }
    public required bool FactOnly { get; init; }
    public required IReadOnlyList<Target> Targets { get; init; }
    public Target? InForce { get; init; }
    public Target? Next { get; init; }

    /// <summary>met, missed, unreported, notYet, unstated, factOnly.</summary>
    public required string Attainment { get; init; }
    public required IReadOnlyList<ReadingShape> Readings { get; init; }

    /// <summary>Figures typed by hand that the unit's approver has not released: they count for nothing.</summary>
    public required IReadOnlyList<ReadingShape> Waiting { get; init; }
}

public sealed record ReadingShape(
    Guid Id, decimal Value, decimal? Benchmark, UnitName Unit, DateOnly EffectiveOn, DateTimeOffset RecordedAt, bool LateEntered, string? Source,
    IReadOnlyList<Guid> Corrections, bool Withdrawn, bool Imported, Guid? Release);

public sealed record ProgressShape(
    Guid Id, string Measure, UnitName Unit, decimal? Percent, bool NoChange, DateOnly EffectiveOn, DateTimeOffset RecordedAt, bool LateEntered, string? Narrative,
    IReadOnlyList<Guid> Corrections, bool Withdrawn, bool Imported);

public sealed record StepShape(string Id, string? Milestone, string? Measure, UnitName Owner, DateOnly Due, string? Deliverable, DateOnly? ConfirmedOn, DateOnly? ReportedOn, DateOnly? DoneOn);

public sealed record AcknowledgementShape(UnitName Unit, DateOnly EffectiveOn, bool ByReport, Guid Event);

/// <summary>Who was responsible for a measure in [from, to), and the days of delay of its milestones in that time.</summary>
/// <param name="LateEntered">补录: what made it so was recorded past the grace after its day, or into a closed half-year.</param>
/// <param name="RecordedOn">When the last of what made it so was recorded.</param>
public sealed record ResponsibilityShape(string Measure, DateOnly From, DateOnly? To, IReadOnlyList<UnitName> Leads, IReadOnlyList<UnitName> Cooperating, LeaderShape? LeaderInCharge, bool Joint, bool LateEntered, DateOnly? RecordedOn, IReadOnlyList<Guid> Events);
