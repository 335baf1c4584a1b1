using BizEnvLedger.Core.Ledger;

namespace BizEnvLedger.Core.Deliveries;

/// <summary>How a unit stands to an event that it is told of.</summary>
public enum Party
{
    /// <summary>Leads what the event is about.</summary>
    Leads,

    /// <summary>Cooperates on it.</summary>
    Cooperating,

    /// <summary>Leads or cooperates anywhere in the task.</summary>
    Everyone,

    /// <summary>The unit that the event names as acting.</summary>
    Unit,

    /// <summary>Whose approver has to let the figure out, where it waits: that of a registered system counts at once and concerns nobody.</summary>
    Typing,

    /// <summary>Made the claim that the event decides.</summary>
    Claimant,

    /// <summary>Owns the step.</summary>
    Owner,

    /// <summary>Whom the event itself addresses.</summary>
    Addressees,

    /// <summary>Whom the order addresses that the event signs.</summary>
    Ordered,

    /// <summary>Units that stand in the notice's entries which the event is about.</summary>
    Named,
}

/// <summary>Whom an event concerns, and what is asked of them.</summary>
/// <param name="Event">Its stored name.</param>
/// <param name="Asked">Code of what is asked; its words stand in the service's resources.</param>
/// <param name="Units">Which units, by how they stand to it.</param>
/// <param name="Roles">Which roles besides.</param>
public sealed record Concern(string Event, string Asked, IReadOnlyList<Party> Units, params IReadOnlyList<Role> Roles);

/// <summary>
/// One line for each event that concerns somebody. An event of any slice that has a field <c>Addressees</c> or <c>Addressee</c>
/// concerns those and asks for an answer without a line here; so does one that goes <c>To</c> a unit.
/// </summary>
public static class Concerns
{
    public const string Answer = "answer";

    public static IReadOnlyList<Concern> All { get; } =
    [
        new("reminder_issued", "report-or-claim", [Party.Addressees]),
        new("task_assigned", "acknowledge", [Party.Everyone]),
        new("task_changed", "take-note", [Party.Everyone]),
        new("lead_reassigned", "acknowledge", [Party.Leads, Party.Cooperating]),
        new("metric_reported", "release-figure", [Party.Typing]),
        new("entry_corrected", "release-figure", [Party.Typing]),
        new("milestone_claimed", "release", [Party.Unit]),
        new("claim_released", "verify", [], Role.Office),
        new("claim_declined", "declined", [Party.Unit]),
        new("evidence_attached", "release-evidence", [Party.Unit]),
        new("evidence_released", "take-note", [], Role.Office),
        new("milestone_verified", "take-note", [Party.Claimant]),
        new("milestone_returned", "claim-again", [Party.Claimant]),
        new("step_added", "deliver", [Party.Owner], Role.Office),
        new("step_reported", "verify", [], Role.Office),
        new("step_confirmed", "take-note", [Party.Owner]),
        new("milestone_reopened", "claim-again", [Party.Claimant]),
        new("extension_requested", "release-request", [Party.Unit]),
        new("extension_released", "decide", [], Role.Leader, Role.GroupOffice),
        new("extension_granted", "take-note", [Party.Leads]),
        new("extension_refused", "take-note", [Party.Leads]),
        new("request_withdrawn", "take-note", [Party.Addressees], Role.Leader),
        new("suspension_requested", "release-request", [Party.Unit]),
        new("suspension_released", "decide", [], Role.Leader),
        new("suspension_granted", "take-note", [Party.Leads]),
        new("suspension_refused", "take-note", [Party.Leads]),
        new("suspension_ended", "take-note", [Party.Leads]),
        new("cooperation_answered", "take-note", [Party.Leads]),
        new("cooperation_adjudicated", "take-note", [Party.Leads, Party.Cooperating]),
        new("cooperation_escalated", "decide", [], Role.Leader),
        new("cooperation_decided", "take-note", [Party.Leads, Party.Cooperating]),
        new("cooperation_fulfilled", "take-note", [Party.Leads]),
        // A draft concerns whoever may sign it; its units hear of it when it counts.
        new("order_drafted", "decide", [], Role.Leader),
        new("order_signed", Answer, [Party.Ordered]),
        new("assignment_disputed", "release-request", [Party.Unit]),
        new("dispute_released", "decide", [], Role.Leader),
        new("notice_feedback_sent", Answer, [Party.Named]),
        new("notice_entry_objected", "release-request", [Party.Unit]),
        new("notice_objection_released", "decide", [], Role.Office),
        new("notice_review_asked", "release-request", [Party.Unit]),
        new("notice_review_released", "decide", [], Role.GroupOffice),
        new("notice_objection_answered", "take-note", [Party.Named]),
        new("notice_review_decided", "take-note", [Party.Named]),
        new("rectification_ordered", Answer, [Party.Named]),
        new("rectification_reported", "release-request", [Party.Unit]),
        new("rectification_released", "verify", [], Role.Office, Role.GroupOffice),
        new("rectification_returned", Answer, [Party.Named]),
        new("rectification_discharged", "take-note", [Party.Named]),
        new("rectification_followed_up", "take-note", [Party.Named]),
        new("accountability_proposed", "decide", [], Role.Leader),
        new("register_settlement_claimed", "release-request", [Party.Unit]),
        new("register_settlement_released", "decide", [], Role.Office),
        new("complaint_answered", "release-request", [Party.Unit]),
        new("exposure_proposed", "decide", [], Role.Leader, Role.GroupOffice),
        new("inspection_scheme_drafted", "decide", [], Role.Leader),
    ];
}
