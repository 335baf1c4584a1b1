using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Complaints;

/// <summary>State of a complaint, from events.</summary>
public enum ComplaintState { Received, Dispatched, Responded, Resolved, Settled }

/// <summary>诉求 or 举报 (四（四）: 畅通企业举报投诉渠道，对企业诉求要接诉即办): the state of one stream. Never mutated.</summary>
public sealed record Complaint
{
    /// <summary>Kind of its stream.</summary>
    public const string StreamKind = "complaint";

    public required string Id { get; init; }
    public required ComplaintKind Kind { get; init; }
    public required ComplaintChannel Channel { get; init; }
    public string? Area { get; init; }

    /// <summary>Task that it is about, as given or as the dispatch has it; null where it is of none.</summary>
    public string? Task { get; init; }
    public string? Milestone { get; init; }

    /// <summary>The unit that it is about, as given.</summary>
    public string? Unit { get; init; }
    public required Entry Received { get; init; }
    public required bool HasContact { get; init; }
    public required string ReceiptSha256 { get; init; }
    public required DateTimeOffset DispatchLimit { get; init; }

    /// <summary>Person (<c>sub</c>) who alone may read a tip.</summary>
    public string? Officer { get; init; }
    public Entry? Dispatched { get; init; }
    public ImmutableList<Turn> Turns { get; init; } = [];
    public ImmutableList<Answer> Answers { get; init; } = [];

    /// <summary>The first of the row that this one repeats.</summary>
    public string? Earlier { get; init; }
    public Finding? Finding { get; init; }
    public ImmutableList<Visit> Visits { get; init; } = [];
    public ImmutableList<Exposure> Exposures { get; init; } = [];
    public long Version { get; init; }

    public bool IsTip => Kind == ComplaintKind.Tip;

    /// <summary>Units whose turn it is.</summary>
    public IEnumerable<Turn> Open => Turns.Where(t => t.IsOpen);

    public DateOnly DispatchDue => DateOnly.FromDateTime(DispatchLimit.DateTime);

    public ComplaintState State =>
        Dispatched is null ? ComplaintState.Received
        : Open.All(t => t.IsSettled) ? ComplaintState.Settled
        : Open.All(t => t.Resolution is not null) ? ComplaintState.Resolved
        : Open.All(t => t.Response is not null) ? ComplaintState.Responded
        : ComplaintState.Dispatched;

    /// <summary>A limit has passed: the office's to dispatch, or a unit's to answer.</summary>
    public bool IsLate(DateTimeOffset at, DateOnly day) => (Dispatched is null && at > DispatchLimit) || Turns.Exists(t => t.IsLate(at, day));

    public static string StreamOf(string plan, string id) => StreamKey.Of(plan, StreamKind, id);

    /// <summary>What a receipt code is found by: SHA-256, lower-case hex. The code is random and long, so its bare hash tells nothing.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    public static Complaint? Apply(Complaint? complaint, Recorded e)
    {
        var next = e.Data is ComplaintReceived received ? Begun(received, e) : complaint?.Apply(e);
        return next is null ? null : next with { Version = e.Version };
    }

    private static Complaint Begun(ComplaintReceived x, Recorded e) => new()
    {
        Id = x.Complaint,
        Kind = x.Kind,
        Channel = x.Channel,
        Area = x.Area,
        Task = x.Task,
        Milestone = x.Milestone,
        Unit = x.Unit,
        Received = Of(e),
        HasContact = x.Contact is not null,
        ReceiptSha256 = x.ReceiptSha256,
        DispatchLimit = x.DispatchLimit,
    };

    private Complaint Apply(Recorded e) => e.Data switch
    {
        TipOfficerNamed x => this with { Officer = x.Officer },
        ComplaintDispatched x => this with
        {
            Dispatched = Of(e), Task = x.Task ?? Task, Milestone = x.Milestone ?? Milestone,
            Turns = [.. x.Units.Select(u => new Turn(u, Of(e), x.ResponseLimit, x.ResolveLimit))],
        },
        ComplaintReassigned x => this with
        {
            Turns =
            [
                .. Turns.Select(t => t.IsOpen && !x.Units.Contains(t.Unit) ? t with { HandedOver = Of(e) } : t),
                .. x.Units.Where(u => !Open.Any(t => t.Unit == u)).Select(u => new Turn(u, Of(e), x.ResponseLimit, x.ResolveLimit)),
            ],
        },
        ComplaintAnswered x => this with { Answers = Answers.Add(new(Of(e), x.Unit, x.Kind)) },
        AnswerReleased x => Released(x, Of(e)),
        SatisfactionAsked x => Changed(t => t.Resolution is not null, t => t with { Asked = t.Asked.Add(new(Of(e), x.Satisfaction)) }),
        ComplaintLinked x => this with { Earlier = x.Earlier },
        ComplaintReopened x => this with
        {
            Turns =
            [
                .. Turns.Select(t => t.IsOpen && t.Resolution is not null ? t with { Reopened = Of(e) } : t),
                .. Open.Where(t => t.Resolution is not null).Select(t => new Turn(t.Unit, Of(e), x.ResponseLimit, x.ResolveLimit)),
            ],
        },
        ComplaintHandledAgain x => this with
        {
            Turns = [.. Turns.Select(t => t.IsOpen ? t with { Reopened = Of(e), IsHandledAgain = true } : t), .. x.Units.Select(u => new Turn(u, Of(e), x.ResponseLimit, x.ResolveLimit))],
        },
        ComplaintUpheld x => this with { Finding = new(Of(e), true, x.Unit, x.Milestones, x.DeliverableAbsent) },
        ComplaintRejected x => this with { Finding = new(Of(e), false, x.Unit, [], false) },
        UpheldMilestoneVisited x => this with { Visits = Visits.Add(new(Of(e), x.Milestone, x.Present)) },
        ExposureProposed x => this with { Exposures = Exposures.Add(new(Of(e), x.Visibility)) },
        ExposureDecided x => this with { Exposures = [.. Exposures.Select(p => p.Id == x.Exposure ? p with { Decision = Of(e), Approved = x.Approved } : p)] },
        _ => this,
    };

    private Complaint Released(AnswerReleased x, Entry release)
    {
        var answer = Answers.Find(a => a.Id == x.Answer)!;
        return Changed(t => t.Unit == x.Unit, t => t with
        {
            Response = t.Response ?? release,
            Resolution = t.Resolution ?? (answer.Kind == AnswerKind.Resolution ? release : null),
        }) with { Answers = Answers.Replace(answer, answer with { Release = release }) };
    }

    private Complaint Changed(Func<Turn, bool> which, Func<Turn, Turn> change) =>
        this with { Turns = [.. Turns.Select(t => t.IsOpen && which(t) ? change(t) : t)] };

    private static Entry Of(Recorded e) => new(e.Id, e.Leaf, e.RecordedOn, e.RecordedOn, e.RecordedAt, e.User, e.Imported);
}
