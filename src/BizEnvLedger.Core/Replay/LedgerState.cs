using System.Collections.Immutable;
using BizEnvLedger.Core.Administration;
using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Replay;

/// <summary>A plan and its tasks, folded.</summary>
public sealed record PlanState(ActionPlan Plan, ImmutableDictionary<string, PlanTask> Tasks)
{
    /// <summary>Appraisals by year.</summary>
    public ImmutableDictionary<string, Appraisal> Appraisals { get; init; } = ImmutableDictionary<string, Appraisal>.Empty;
    /// <summary>台账, by register; one that nothing was recorded in is absent.</summary>
    public ImmutableDictionary<string, Register> Registers { get; init; } = ImmutableDictionary<string, Register>.Empty;
    /// <summary>Complaints and tips, by id.</summary>
    public ImmutableDictionary<string, Complaint> Complaints { get; init; } = ImmutableDictionary<string, Complaint>.Empty;
    /// <summary>The half-years' notices, by half-year.</summary>
    public ImmutableDictionary<string, Notice> Notices { get; init; } = ImmutableDictionary<string, Notice>.Empty;
    /// <summary>Numbered papers of the whole jurisdiction, of every plan, by their numbers.</summary>
    public ImmutableDictionary<DocumentNumber, string> Papers { get; init; } = ImmutableDictionary<DocumentNumber, string>.Empty;
    /// <summary>落实方案 by unit.</summary>
    public ImmutableDictionary<string, ImplementationPlan> Implementations { get; init; } = ImmutableDictionary<string, ImplementationPlan>.Empty;

    /// <summary>Where people stand, by what they did.</summary>
    public KnownPeople People { get; init; } = KnownPeople.None;

    /// <summary>Where and when a unit was last named, by unit and stream; only since the plan's first succession.</summary>
    public ImmutableDictionary<(string Unit, string Stream), Naming> Namings { get; init; } = ImmutableDictionary<(string, string), Naming>.Empty;

    /// <summary>The numbered tasks in order, then goals and mechanisms.</summary>
    public IReadOnlyList<PlanTask> InOrder => Ordered(Tasks.Values);

    /// <summary>Those that the plan has held by a day: what a later document adds is not there before its day.</summary>
    public IReadOnlyList<PlanTask> HeldBy(DateOnly day)
    {
        var held = Plan.Versions.Where((v, i) => i == 0 || v.From <= day).SelectMany(v => v.Document.EverySection()).Select(s => s.No).ToHashSet();
        return Ordered(Tasks.Values.Where(t => held.Contains(t.No)));
    }

    /// <summary>One more event of the plan, by the kind of its stream.</summary>
    internal PlanState Apply(StreamKey key, Recorded e) => Folded(key, e) is var next && People.Apply(e) is var people && people != next.People ? next with { People = people } : next;

    private PlanState Folded(StreamKey key, Recorded e) => key.Kind switch
    {
        StreamKey.PlanKind or StreamKey.RoundKind => With(ActionPlan.Apply(Plan, e)!),
        StreamKey.TaskKind => PlanTask.Apply(Tasks.GetValueOrDefault(key.Id), e, Plan) is { } task ? this with { Tasks = Tasks.SetItem(key.Id, Told(task, Plan)) } : this,
        Appraisal.Kind => Appraisal.Apply(Appraisals.GetValueOrDefault(key.Id), e) is { } appraisal ? this with { Appraisals = Appraisals.SetItem(key.Id, appraisal) } : this,
        Register.Kind => this with { Registers = Registers.SetItem(key.Id, Register.Apply(Registers.GetValueOrDefault(key.Id), key.Id, e)) },
        Complaint.StreamKind => Complaint.Apply(Complaints.GetValueOrDefault(key.Id), e) is { } complaint ? this with { Complaints = Complaints.SetItem(key.Id, complaint) } : this,
        Notice.StreamKind => Notice.Apply(Notices.GetValueOrDefault(key.Id), e) is { } notice ? this with { Notices = Notices.SetItem(key.Id, notice) } : this,
        ImplementationPlan.Kind => ImplementationPlan.Apply(Implementations.GetValueOrDefault(key.Id), e) is { } own ? this with { Implementations = Implementations.SetItem(key.Id, own) } : this,
        _ => this,
    };

    /// <summary>A succession reaches every task, whatever its stream: who leads and cooperates follows it.</summary>
    private PlanState With(ActionPlan plan) => plan.Roster.Successions == Plan.Roster.Successions
        ? this with { Plan = plan }
        : this with { Plan = plan, Tasks = Tasks.ToImmutableDictionary(t => t.Key, t => Told(t.Value, plan)) };

    private static PlanTask Told(PlanTask task, ActionPlan plan) => task.Successions == plan.Roster.Successions ? task : task with { Successions = plan.Roster.Successions };

    private static IReadOnlyList<PlanTask> Ordered(IEnumerable<PlanTask> tasks) => [.. tasks.OrderBy(t => int.TryParse(t.No, out var n) ? n : int.MaxValue).ThenBy(t => t.No, StringComparer.Ordinal)];
}

/// <summary>Everything that a jurisdiction's ledger says, folded from leaves 0 … Size−1. Live state and replay are this one function.</summary>
public sealed record LedgerState(ImmutableDictionary<string, PlanState> Plans, long Size)
{
    /// <summary>Files that the ledger holds, by SHA-256.</summary>
    public ImmutableDictionary<string, EvidenceFile> Files { get; init; } = ImmutableDictionary<string, EvidenceFile>.Empty;

    /// <summary>Streams whose events cite a file, by its SHA-256; also files that an older register holds elsewhere.</summary>
    public ImmutableDictionary<string, ImmutableSortedSet<string>> Citations { get; init; } = ImmutableDictionary<string, ImmutableSortedSet<string>>.Empty;

    /// <summary>What the installation's owner did, in order.</summary>
    public ImmutableList<Recorded> Administration { get; init; } = [];

    /// <summary>What was read of what is protected, on the last day that anybody did.</summary>
    public ReadLog Reads { get; init; } = ReadLog.Empty;

    /// <summary>Whether anything is in the ledger but what its owner did.</summary>
    public bool HasContents => Size > Administration.Count;

    /// <summary>Whether the import of older history is over.</summary>
    public bool ImportEnded { get; init; }

    /// <summary>Numbered papers of every plan, by their numbers: a number is given once in the jurisdiction.</summary>
    public ImmutableDictionary<DocumentNumber, string> Papers { get; init; } = ImmutableDictionary<DocumentNumber, string>.Empty;

    public static LedgerState Empty { get; } = new(ImmutableDictionary<string, PlanState>.Empty, 0);

    public static LedgerState Fold(IEnumerable<Recorded> events) => events.Aggregate(Empty, (state, e) => state.Apply(e));

    public LedgerState Apply(Recorded e) => Told(e).Numbered(e);

    /// <summary>Every plan knows the numbers of all.</summary>
    private LedgerState Numbered(Recorded e)
    {
        var papers = IssuedPapers.Of(e).Aggregate(Papers, (all, given) => all.SetItem(given.Number, given.Paper));
        return papers == Papers && e.Data is not PlanIssued ? this : this with { Papers = papers, Plans = Plans.ToImmutableDictionary(p => p.Key, p => p.Value with { Papers = papers }) };
    }

    private LedgerState Told(Recorded e)
    {
        var next = this with { Size = e.Leaf + 1, Reads = Reads.Apply(e) };
        if (e.Data is IAdministrative)
            return next with { Administration = Administration.Add(e) };
        if (e.Data is ImportEnded)
            return next with { ImportEnded = true };
        if (e.Data is EvidenceUploaded file)
            return next with
            {
                Files = Files.SetItem(file.Sha256, Files.TryGetValue(file.Sha256, out var held)
                    ? held with { Again = held.Again.Add(new(file.Unit, e.Id, e.RecordedAt)) }
                    : new(file.Sha256, file.Size, file.MediaType, file.Unit, e.Id, e.RecordedAt)),
            };
        foreach (var cited in CitedFiles.Of(e.Data))
            next = next with { Citations = next.Citations.SetItem(cited, next.Citations.GetValueOrDefault(cited, []).Add(e.Stream)) };
        var key = StreamKey.Parse(e.Stream);
        var known = Plans.GetValueOrDefault(key.Plan);
        if (e.Data is PlanIssued)
            return next with { Plans = Plans.SetItem(key.Plan, new(ActionPlan.Apply(null, e)!, ImmutableDictionary<string, PlanTask>.Empty)) };
        return known is null ? next : next with { Plans = Plans.SetItem(key.Plan, known.Apply(key, e).Noted(e)) };
    }
}
