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

    /// <summary>Made the claim that the event decides.</summary>
    Claimant,

    /// <summary>Owns the step.</summary>
    Owner,

    /// <summary>Whom the event itself addresses.</summary>
    Addressees,
}

/// <summary>Whom an event concerns, and what is asked of them.</summary>
/// <param name="Event">Its stored name.</param>
/// <param name="Asked">Code of what is asked; its words stand in the service's resources.</param>
/// <param name="Units">Which units, by how they stand to it.</param>
/// <param name="Roles">Which roles besides.</param>
public sealed record Concern(string Event, string Asked, IReadOnlyList<Party> Units, params IReadOnlyList<Role> Roles);

/// <summary>
/// One line for each event that concerns somebody. An event of any slice that has a field <c>Addressees</c> or <c>Addressee</c>
/// concerns those and asks for an answer without a line here.
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
        new("milestone_claimed", "release", [Party.Unit]),
        new("claim_released", "verify", [], Role.Office),
        new("milestone_verified", "take-note", [Party.Claimant]),
        new("milestone_returned", "claim-again", [Party.Claimant]),
        new("step_added", "deliver", [Party.Owner], Role.Office),
        new("step_confirmed", "take-note", [Party.Owner]),
    ];
}
