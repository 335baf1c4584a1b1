using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Coordination;

/// <summary>异议 with what became of it. While it is open the clock runs and the assignment stands.</summary>
/// <param name="Measure">Null for the whole task.</param>
/// <param name="Until">Last day to release it.</param>
public sealed record AssignmentDispute(Entry Entry, string? Measure, string Unit, DateOnly Until)
{
    public Entry? Release { get; init; }
    public Entry? Decision { get; init; }
    public bool Upheld { get; init; }

    /// <summary>Taken back by the unit before it was decided.</summary>
    public Entry? Withdrawal { get; init; }

    public Guid Id => Entry.Event;

    public DisputeState StateOn(DateOnly day) =>
        Decision?.RecordedOn <= day ? Upheld ? DisputeState.Upheld : DisputeState.Rejected
        : Withdrawal?.RecordedOn <= day ? DisputeState.Withdrawn
        : Release?.RecordedOn <= day ? DisputeState.Released
        : day > Until ? DisputeState.Lapsed
        : DisputeState.Made;
}

/// <summary>Where a dispute stands.</summary>
public enum DisputeState
{
    /// <summary>Waits for the unit's approver.</summary>
    Made,

    /// <summary>Not released in time: it counts for nothing.</summary>
    Lapsed,

    /// <summary>Waits for the leader.</summary>
    Released,
    Upheld,
    Rejected,

    /// <summary>Taken back by the unit before it was decided.</summary>
    Withdrawn,
}
