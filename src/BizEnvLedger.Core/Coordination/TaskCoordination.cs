using System.Collections.Immutable;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Coordination;

/// <summary>Coordination on one task: requests, papers to be answered, disputes; folded from the task's own stream.</summary>
public sealed record TaskCoordination
{
    /// <summary>Day on which the assignment was recorded: nobody can dispute what nobody was told.</summary>
    public DateOnly ToldOn { get; init; }
    public ImmutableList<CooperationRequest> Requests { get; init; } = [];
    public ImmutableList<Demand> Demands { get; init; } = [];
    public ImmutableList<AssignmentDispute> Disputes { get; init; } = [];

    public CooperationRequest? FindRequest(Guid id) => Requests.Find(r => r.Id == id);

    public Demand? FindDemand(DemandKind kind, Guid id) => Demands.Find(d => d.Id == id && d.Kind == kind);

    public AssignmentDispute? FindDispute(Guid id) => Disputes.Find(d => d.Id == id);

    /// <summary>Which of its kind a request, paper or dispute is on the task, from 1 on; 0 where it lies elsewhere.</summary>
    public int NumberOf(Guid id) =>
        FindRequest(id) is { } request ? Requests.IndexOf(request) + 1
        : FindDispute(id) is { } dispute ? Disputes.IndexOf(dispute) + 1
        : Demands.Find(d => d.Id == id) is { } demand ? Demands.FindAll(d => d.Kind == demand.Kind).IndexOf(demand) + 1
        : 0;

    /// <summary>Whether a request, paper or dispute of that id lies on this task.</summary>
    public bool Has(Guid id) => FindRequest(id) is not null || FindDispute(id) is not null || Demands.Exists(d => d.Id == id);

    internal static TaskCoordination Apply(TaskCoordination state, Recorded e) => e.Data switch
    {
        CooperationRequested x => state with { Requests = state.Requests.Add(new(At(e), x.Milestone, x.Unit, x.To, x.Limit)) },
        CooperationAnswered x => state.OnRequest(x.Request, r => r with { Answer = At(e), Accepted = x.Accepted }),
        CooperationAdjudicated x => state.OnRequest(x.Request, r => r with { Rulings = r.Rulings.Add(new(At(e), x.Binding, x.Limit, false)) }),
        CooperationEscalated x => state.OnRequest(x.Request, r => r with { Escalations = r.Escalations.Add(At(e)) }),
        CooperationDecided x => state.OnRequest(x.Request, r => r with { Rulings = r.Rulings.Add(new(At(e), x.Binding, x.Limit, true)) }),
        CooperationFulfilled x => state.OnRequest(x.Request, r => r with { Deliveries = r.Deliveries.Add(new(At(e))) }),
        FulfilmentConfirmed x => state.OnRequest(x.Request, r => r with { Deliveries = r.Deliveries.SetItem(r.Deliveries.Count - 1, r.Deliveries[^1] with { Word = At(e), Taken = x.Fulfilled }) }),
        InstructionGiven x => state with { Demands = state.Demands.Add(new(DemandKind.Instruction, At(e), x.Units, x.Milestones, x.Limit)) },
        InstructionReplied x => state.Replied(x.Instruction, x.Unit, e),
        UrgeIssued x => state with { Demands = state.Demands.Add(new(DemandKind.Urge, At(e), x.Units, x.Milestones, x.Limit)) },
        UrgeAnswered x => state.Replied(x.Urge, x.Unit, e),
        OrderDrafted x => state with { Demands = state.Demands.Add(new(DemandKind.Order, At(e), x.Units, x.Milestones, x.Limit)) },
        OrderSigned x => state.OnDemand(x.Order, d => d with { Signature = At(e), Limit = x.Limit ?? d.Limit }),
        OrderReplied x => state.Replied(x.Order, x.Unit, e),
        OrderClosed x => state.OnDemand(x.Order, d => d with { Closing = At(e) }),
        AssignmentDisputed x => state with { Disputes = state.Disputes.Add(new(At(e), x.Measure, x.Unit, x.Until)) },
        DisputeReleased x => state.OnDispute(x.Dispute, d => d with { Release = At(e) }),
        RequestWithdrawn x => state.OnRequest(x.Request, r => r with { Withdrawal = At(e) }).OnDispute(x.Request, d => d with { Withdrawal = At(e) }),
        DisputeDecided x => state.OnDispute(x.Dispute, d => d with { Decision = At(e), Upheld = x.Upheld }),
        _ => state,
    };

    /// <summary>Acts of coordination take effect on the day on which they are recorded.</summary>
    private static Entry At(Recorded e) => new(e.Id, e.Leaf, e.RecordedOn, e.RecordedOn, e.RecordedAt, e.User, e.Imported);

    private TaskCoordination Replied(Guid id, string unit, Recorded e) => OnDemand(id, d => d with { Replies = d.Replies.Add(new(At(e), unit)) });

    private TaskCoordination OnRequest(Guid id, Func<CooperationRequest, CooperationRequest> change) => this with { Requests = [.. Requests.Select(r => r.Id == id ? change(r) : r)] };

    private TaskCoordination OnDemand(Guid id, Func<Demand, Demand> change) => this with { Demands = [.. Demands.Select(d => d.Id == id ? change(d) : d)] };

    private TaskCoordination OnDispute(Guid id, Func<AssignmentDispute, AssignmentDispute> change) => this with { Disputes = [.. Disputes.Select(d => d.Id == id ? change(d) : d)] };
}
