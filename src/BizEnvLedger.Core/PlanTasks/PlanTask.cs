using System.Collections.Immutable;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Reminders;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>
/// 任务: the state of one stream, folded in order of recording. Acts stand where they were recorded; facts carry their
/// effective date, and questions as of a day choose among them. Never mutated.
/// </summary>
public sealed record PlanTask
{
    public required string Plan { get; init; }
    public required string No { get; init; }
    public required Period Period { get; init; }

    /// <summary>First day on which delay can count: the assignment's.</summary>
    public required DateOnly AssignedOn { get; init; }
    public required Guid AssignedBy { get; init; }

    /// <summary>The task as it reads from each date.</summary>
    public required ImmutableList<InForce> Definitions { get; init; }

    public ImmutableList<Acknowledgement> Acknowledgements { get; init; } = [];
    public ImmutableList<Progress> Reports { get; init; } = [];
    public ImmutableList<Reading> Readings { get; init; } = [];
    public ImmutableList<LeadChange> LeadChanges { get; init; } = [];
    public ImmutableList<LeaderChange> LeaderChanges { get; init; } = [];
    public ImmutableList<Claim> Claims { get; init; } = [];
    public ImmutableList<Attachment> Attachments { get; init; } = [];
    public ImmutableList<Step> Steps { get; init; } = [];
    public ImmutableList<Extension> Extensions { get; init; } = [];
    public ImmutableList<Suspension> Suspensions { get; init; } = [];

    /// <summary>Figures typed by hand that the unit's approver has not released: they count for nothing.</summary>
    public ImmutableList<Reading> WaitingReadings { get; init; } = [];
    public ImmutableList<WaitingCorrection> WaitingCorrections { get; init; } = [];
    public ImmutableList<Correction> Corrections { get; init; } = [];
    public ImmutableList<Reminder> Reminders { get; init; } = [];
    public ImmutableDictionary<Guid, EntryKind> Entries { get; init; } = ImmutableDictionary<Guid, EntryKind>.Empty;
    public TaskCoordination Coordination { get; init; } = new();

    /// <summary>Successions of the plan's units; they stand in the plan's stream and reach every task.</summary>
    public Successions Successions { get; init; } = Successions.None;
    public long Version { get; init; }

    /// <summary>Key of a task's stream: <c>yunling-2023-2024:09</c>, <c>…:goals</c>.</summary>
    public static string StreamOf(string plan, string no) => plan + ":" + (no.Length == 1 ? "0" + no : no);

    /// <summary>The task as it stood on a day.</summary>
    public Catalogue On(DateOnly day) => (Definitions.FindLast(d => d.From <= day) ?? Definitions[0]).Catalogue;

    public Catalogue Latest => Definitions[^1].Catalogue;

    public Claim? FindClaim(Guid id) => Claims.Find(c => c.Id == id);

    /// <summary>Folds a stream, in order; null when it is empty.</summary>
    public static PlanTask? Fold(IEnumerable<Recorded> events, ActionPlan plan) =>
        events.Aggregate((PlanTask?)null, (task, e) => Apply(task, e, plan));

    public static PlanTask? Apply(PlanTask? task, Recorded e, ActionPlan plan)
    {
        var next = e.Data is TaskAssigned assigned ? Assigned(assigned, e) : task?.Apply(e, plan);
        return next is null ? null : next with { Version = e.Version };
    }

    private static PlanTask Assigned(TaskAssigned assigned, Recorded e) => new()
    {
        Plan = assigned.Plan,
        No = assigned.No,
        Period = assigned.Period,
        AssignedOn = assigned.EffectiveOn,
        AssignedBy = e.Id,
        Coordination = new() { ToldOn = e.RecordedOn },
        Definitions = [new(DateOnly.MinValue, new(assigned.Definition, assigned.Period), e.Id, null)],
    };

    private PlanTask Apply(Recorded e, ActionPlan plan) => e.Data switch
    {
        TaskChanged x => this with
        {
            Definitions = [.. Definitions.Where(d => d.From <= x.EffectiveOn), new(x.EffectiveOn, new(x.Definition, Period), e.Id, x.DocumentNumber), .. Definitions.Where(d => d.From > x.EffectiveOn)],
        },
        TaskAcknowledged x => this with { Acknowledgements = Acknowledgements.Add(new(Of(e, x.EffectiveOn), x.Unit, false)) },
        ProgressRecorded x => Reported(x.Unit, Of(e, x.EffectiveOn)) with
        {
            Reports = Reports.Add(new(Of(e, x.EffectiveOn), x.Measure, x.Unit, x.Percent, x.NoChange)),
            Entries = Entries.Add(e.Id, EntryKind.Progress),
        },
        MetricReported x => this.Typed(x, Of(e, x.EffectiveOn), plan),
        FigureReleased x => this.Released(x, Of(e, e.RecordedOn)),
        LeadReassigned x => this with
        {
            LeadChanges = LeadChanges.Add(new(Of(e, x.EffectiveOn), x.Measure, x.Leads, x.Cooperating)),
            Entries = Entries.Add(e.Id, EntryKind.LeadChange),
        },
        LeaderAppointed x => this with
        {
            LeaderChanges = LeaderChanges.Add(new(Of(e, x.EffectiveOn), x.Measure, x.Leader)),
            Entries = Entries.Add(e.Id, EntryKind.LeaderChange),
        },
        EntryCorrected x when this.WaitsForRelease(x, e, plan) is { } waiting => this with
        {
            WaitingCorrections = WaitingCorrections.Add(new(Of(e, x.EffectiveOn ?? e.RecordedOn), x, waiting.Entry.Event, waiting.Unit)),
            Entries = Entries.Add(e.Id, EntryKind.Correction),
        },
        EntryCorrected x => this.Corrected(x, Of(e, x.EffectiveOn ?? e.RecordedOn)),
        MilestoneClaimed x => Reported(x.Unit, Of(e, x.EffectiveOn)) with
        {
            Claims = Claims.Add(new(Of(e, x.EffectiveOn), x.Milestone, x.Unit, x.Readings) { Evidence = x.Evidence }),
        },
        ClaimReleased x => WithClaim(x.Claim, c => c with { Release = Of(e, e.RecordedOn), MendedDate = this.MendedDate(c, e.RecordedOn, plan) }),
        ClaimWithdrawn x => WithClaim(x.Claim, c => c with { Withdrawal = Of(e, e.RecordedOn) }),
        ClaimDeclined x => WithClaim(x.Claim, c => c with { Decline = Of(e, e.RecordedOn) }),
        EvidenceAttached x => this with { Attachments = Attachments.Add(new(Of(e, e.RecordedOn), x.Entry, x.Unit, x.Evidence, FindClaim(x.Entry)?.Release is not null)) },
        EvidenceReleased x => this with { Attachments = [.. Attachments.Select(a => a.Id == x.Attachment ? a with { Release = Of(e, e.RecordedOn) } : a)] },
        MilestoneVerified x => WithClaim(x.Claim, c => c with { Verification = Of(e, e.RecordedOn), VerdictBy = x.HomeUnit }),
        MilestoneReturned x => WithClaim(x.Claim, c => c with { Return = Of(e, e.RecordedOn), Ground = x.Ground, VerdictBy = x.HomeUnit }),
        MilestoneReopened x => WithClaim(x.Claim, c => c.Verification is not { } verification ? c : c with
        {
            Reopened = new(Of(e, e.RecordedOn), x.Ground, x.HalfYear, verification), Verification = null, Return = Of(e, e.RecordedOn), Ground = ReturnGround.Untrue,
        }),
        StepAdded x => this with { Steps = Steps.Add(new(x.Step, Of(e, e.RecordedOn), x.Milestone, x.Measure, x.Unit, x.Owner, x.Due)) },
        StepReported x => Reported(x.Unit, Of(e, x.EffectiveOn)) with { Steps = [.. Steps.Select(s => s.Id == x.Step ? s with { Report = Of(e, x.EffectiveOn) } : s)] },
        StepConfirmed x => this with { Steps = [.. Steps.Select(s => s.Id == x.Step ? s with { Confirmation = Of(e, x.EffectiveOn) } : s)] },
        ExtensionRequested x => this with { Extensions = Extensions.Add(new(Of(e, e.RecordedOn), x.Milestone, x.Unit, x.NewDue)) },
        ExtensionReleased x => WithExtension(x.Request, r => r with { Release = Of(e, e.RecordedOn) }),
        ExtensionGranted x => WithExtension(x.Request, r => r with { Decision = Of(e, e.RecordedOn), NewDue = x.NewDue, ByLeadingGroup = x.ByLeadingGroup }),
        ExtensionRefused x => WithExtension(x.Request, r => r with { Decision = Of(e, e.RecordedOn), ByLeadingGroup = x.ByLeadingGroup }),
        SuspensionRequested x => this with { Suspensions = Suspensions.Add(new(Of(e, e.RecordedOn), x.Milestone, x.Unit, x.ReviewOn)) },
        SuspensionReleased x => WithSuspension(x.Request, r => r with { Release = Of(e, e.RecordedOn) }),
        SuspensionGranted x => WithSuspension(x.Request, r => r with { Decision = Of(e, e.RecordedOn), From = x.EffectiveOn, ReviewOn = x.ReviewOn }),
        SuspensionRefused x => WithSuspension(x.Request, r => r with { Decision = Of(e, e.RecordedOn) }),
        RequestWithdrawn x => this with
        {
            Extensions = [.. Extensions.Select(r => r.Id == x.Request ? r with { Withdrawal = Of(e, e.RecordedOn) } : r)],
            Suspensions = [.. Suspensions.Select(r => r.Id == x.Request ? r with { Withdrawal = Of(e, e.RecordedOn) } : r)],
            Coordination = TaskCoordination.Apply(Coordination, e),
        },
        SuspensionEnded x => WithSuspension(x.Request, r => r with { End = Of(e, x.EffectiveOn) }),
        ReminderIssued x => this with { Reminders = Reminders.Add(new(Of(e, e.RecordedOn), x.Milestone, x.Kind, x.Due, x.Units)) },
        _ => this with { Coordination = TaskCoordination.Apply(Coordination, e) },
    };

    private static Entry Of(Recorded e, DateOnly effectiveOn) => new(e.Id, e.Leaf, effectiveOn, e.RecordedOn, e.RecordedAt, e.User, e.Imported);

    /// <summary>A unit's first report acknowledges its assignment; the first by effective date, so that the order of recording does not matter.</summary>
    internal PlanTask Reported(string unit, Entry entry)
    {
        var i = Acknowledgements.FindIndex(a => a.Unit == unit);
        var byReport = new Acknowledgement(entry, unit, true);
        return i < 0 ? this with { Acknowledgements = Acknowledgements.Add(byReport) }
            : Acknowledgements[i].ByReport && entry.EffectiveOn < Acknowledgements[i].Entry.EffectiveOn ? this with { Acknowledgements = Acknowledgements.SetItem(i, byReport) }
            : this;
    }

    private PlanTask WithExtension(Guid id, Func<Extension, Extension> change) =>
        this with { Extensions = [.. Extensions.Select(r => r.Id == id ? change(r) : r)] };

    private PlanTask WithSuspension(Guid id, Func<Suspension, Suspension> change) =>
        this with { Suspensions = [.. Suspensions.Select(r => r.Id == id ? change(r) : r)] };

    private PlanTask WithClaim(Guid id, Func<Claim, Claim> change) =>
        this with { Claims = [.. Claims.Select(c => c.Id == id ? change(c) : c)] };
}

/// <summary>The task's definition from a day on, and what made it so.</summary>
public sealed record InForce(DateOnly From, Catalogue Catalogue, Guid Event, string? DocumentNumber);
