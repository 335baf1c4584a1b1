namespace BizEnvLedger.Core.PlanTasks;

/// <summary>The slice's event types with their stored names.</summary>
internal static class PlanTaskEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
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
        (typeof(ClaimWithdrawn), "claim_withdrawn"),
        (typeof(ClaimDeclined), "claim_declined"),
        (typeof(MilestoneVerified), "milestone_verified"),
        (typeof(MilestoneReturned), "milestone_returned"),
        (typeof(StepAdded), "step_added"),
        (typeof(StepReported), "step_reported"),
        (typeof(StepConfirmed), "step_confirmed"),
        (typeof(FigureReleased), "figure_released"),
        (typeof(EvidenceAttached), "evidence_attached"),
        (typeof(EvidenceReleased), "evidence_released"),
        (typeof(ExtensionRequested), "extension_requested"),
        (typeof(ExtensionReleased), "extension_released"),
        (typeof(ExtensionGranted), "extension_granted"),
        (typeof(ExtensionRefused), "extension_refused"),
        (typeof(SuspensionRequested), "suspension_requested"),
        (typeof(SuspensionReleased), "suspension_released"),
        (typeof(SuspensionGranted), "suspension_granted"),
        (typeof(SuspensionRefused), "suspension_refused"),
        (typeof(SuspensionEnded), "suspension_ended"),
        (typeof(MilestoneReopened), "milestone_reopened"),
        (typeof(RequestWithdrawn), "request_withdrawn"),
    ];
}
