namespace BizEnvLedger.Core.Coordination;

/// <summary>Numbers of coordination on a task, in working days of the plan's calendar.</summary>
public sealed record CoordinationRules
{
    /// <summary>A lead asks so long before the milestone is due, so that the cooperating unit has a month to deliver.</summary>
    public int RequestAheadWorkingDays { get; init; } = 20;

    /// <summary>To answer a request; silence beyond it goes to the office.</summary>
    public int AnswerWorkingDays { get; init; } = 5;

    /// <summary>For the office to decide on a request or to close an answered order: two weeks, as for other offices' papers.</summary>
    public int OfficeWorkingDays { get; init; } = 10;

    /// <summary>For the leader to sign an order or to decide on a request or dispute.</summary>
    public int LeaderWorkingDays { get; init; } = 10;

    /// <summary>For the lead to say whether it was delivered; silence beyond it confirms.</summary>
    public int ConfirmWorkingDays { get; init; } = 10;

    /// <summary>To dispute an assignment or the reassignment that names the unit.</summary>
    public int DisputeWorkingDays { get; init; } = 5;
}
