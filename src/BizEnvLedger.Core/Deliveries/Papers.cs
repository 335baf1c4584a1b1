using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Deliveries;

/// <summary>The paper that an event is about, so that whoever is told knows which one it is: its kind, its number on the task, its limit.</summary>
internal static class Papers
{
    /// <param name="matter">The request, paper or dispute that the event names; what begins one is named by itself.</param>
    public static (string Kind, string Id, int? Number, DateOnly? Limit)? Of(PlanTask? task, StreamKey key, Recorded e, Guid? matter)
    {
        if (task is not null && (matter ?? e.Id) is var id && task.Coordination.Has(id))
            return task.Coordination.FindRequest(id) is { } request ? Of("request", request.BondOn(e.RecordedOn)?.Limit ?? request.Limit)
                : task.Coordination.FindDispute(id) is { } dispute ? Of("dispute", dispute.Until)
                : task.Coordination.Demands.Find(d => d.Id == id) is { } demand ? Of(demand.Kind.ToString().ToLowerInvariant(), demand.Limit)
                : null;
        return key.Kind switch
        {
            Complaint.StreamKind => ("complaint", key.Id, null, null),
            Notice.StreamKind => ("notice", key.Id, null, null),
            _ => null,
        };

        (string, string, int?, DateOnly?)? Of(string kind, DateOnly? limit) => (kind, id.ToString(), task.Coordination.NumberOf(id), limit);
    }
}
