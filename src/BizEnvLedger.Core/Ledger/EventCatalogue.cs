using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Ledger;

/// <summary>Every event type with the name that it is stored under. A stored name is never changed or used again.</summary>
public static class EventCatalogue
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        (typeof(PlanIssued), "plan_issued"),
        (typeof(PlanAmended), "plan_amended"),
        (typeof(PlanClarified), "plan_clarified"),
        (typeof(TaskAssigned), "task_assigned"),
        (typeof(TaskChanged), "task_changed"),
        (typeof(TaskAcknowledged), "task_acknowledged"),
        (typeof(ProgressRecorded), "progress_recorded"),
        (typeof(MetricReported), "metric_reported"),
        (typeof(LeadReassigned), "lead_reassigned"),
        (typeof(LeaderAppointed), "leader_appointed"),
        (typeof(EntryCorrected), "entry_corrected"),
        (typeof(MilestoneClaimed), "milestone_claimed"),
        (typeof(ClaimReleased), "claim_released"),
        (typeof(MilestoneVerified), "milestone_verified"),
        (typeof(MilestoneReturned), "milestone_returned"),
        (typeof(StepAdded), "step_added"),
        (typeof(StepConfirmed), "step_confirmed"),
        (typeof(InspectionOpened), "inspection_opened"),
        (typeof(InspectionClosed), "inspection_closed"),
        (typeof(ImportEnded), "import_ended"),
    ];
}
