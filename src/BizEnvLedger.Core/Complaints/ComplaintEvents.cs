namespace BizEnvLedger.Core.Complaints;

/// <summary>The slice's event types with their stored names.</summary>
internal static class ComplaintEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        (typeof(ComplaintReceived), "complaint_received"),
        (typeof(TipOfficerNamed), "tip_officer_named"),
        (typeof(ComplaintDispatched), "complaint_dispatched"),
        (typeof(ComplaintReassigned), "complaint_reassigned"),
        (typeof(ComplaintAnswered), "complaint_answered"),
        (typeof(AnswerReleased), "answer_released"),
        (typeof(SatisfactionAsked), "satisfaction_asked"),
        (typeof(ComplaintLinked), "complaint_linked"),
        (typeof(ComplaintReopened), "complaint_reopened"),
        (typeof(ComplaintHandledAgain), "complaint_handled_again"),
        (typeof(ComplaintUpheld), "complaint_upheld"),
        (typeof(ComplaintRejected), "complaint_rejected"),
        (typeof(UpheldMilestoneVisited), "upheld_milestone_visited"),
        (typeof(ExposureProposed), "exposure_proposed"),
        (typeof(ExposureDecided), "exposure_decided"),
        (typeof(ContactRead), "contact_read"),
        (typeof(TipRead), "tip_read"),
    ];
}
