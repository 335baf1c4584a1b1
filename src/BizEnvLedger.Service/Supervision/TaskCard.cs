using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace BizEnvLedger.Service.Supervision;

/// <summary>当前状态: a task's stream in figures, for lists that need no judgement.</summary>
public sealed record TaskCard
{
    /// <summary>The stream's key.</summary>
    public required string Id { get; init; }
    public required string Plan { get; init; }
    public required string No { get; init; }
    public required string Title { get; init; }
    public int Events { get; init; }
    public int Acknowledged { get; init; }
    public int Reports { get; init; }
    public int Readings { get; init; }
    public int Claims { get; init; }
    public int Returned { get; init; }
    public int Closed { get; init; }
    public int Corrections { get; init; }
    public int LeadChanges { get; init; }
    public DateOnly? LastReportOn { get; init; }
}

/// <summary>One card for each task stream.</summary>
public sealed partial class TaskCardProjection : SingleStreamProjection<TaskCard, string>
{
    public TaskCardProjection()
    {
        Name = "TaskCard";
        foreach (var (type, _) in EventCatalogue.All)
            IncludeType(type);
    }

    public override TaskCard? Evolve(TaskCard? snapshot, string id, IEvent e)
    {
        if (e.Data is TaskAssigned assigned)
            snapshot ??= new() { Id = id, Plan = assigned.Plan, No = assigned.No, Title = assigned.Definition.Title };
        if (snapshot is null)
            return null;
        var card = snapshot with { Events = snapshot.Events + 1 };
        return e.Data switch
        {
            TaskChanged x => card with { Title = x.Definition.Title },
            TaskAcknowledged => card with { Acknowledged = card.Acknowledged + 1 },
            ProgressRecorded x => card with { Reports = card.Reports + 1, LastReportOn = Later(card.LastReportOn, x.EffectiveOn) },
            MetricReported x => card with { Readings = card.Readings + 1, LastReportOn = Later(card.LastReportOn, x.EffectiveOn) },
            MilestoneClaimed => card with { Claims = card.Claims + 1 },
            MilestoneReturned => card with { Returned = card.Returned + 1 },
            MilestoneVerified => card with { Closed = card.Closed + 1 },
            MilestoneReopened => card with { Closed = card.Closed - 1 },
            EntryCorrected => card with { Corrections = card.Corrections + 1 },
            LeadReassigned => card with { LeadChanges = card.LeadChanges + 1 },
            _ => card,
        };
    }

    private static DateOnly Later(DateOnly? a, DateOnly b) => a is null || a < b ? b : a.Value;
}
