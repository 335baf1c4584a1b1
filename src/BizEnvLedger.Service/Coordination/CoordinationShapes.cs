using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Service.Coordination;

/// <summary>A request, paper or dispute with its state, limits, lateness and every step of it.</summary>
public sealed record CoordinationRow
{
    /// <summary>Id of its first event, by which acts on it name it.</summary>
    public required Guid Id { get; init; }

    /// <summary>request, instruction, urge, order, dispute.</summary>
    public required string Kind { get; init; }

    /// <summary>Which of its kind it is on the task, counted from 1 in the order of recording.</summary>
    public required int Number { get; init; }
    public required string Task { get; init; }
    public string? Measure { get; init; }
    public required IReadOnlyList<string> Milestones { get; init; }

    /// <summary>The unit that asks or disputes; null where an office or a leader does.</summary>
    public UnitName? From { get; init; }

    /// <summary>Units that are asked.</summary>
    public required IReadOnlyList<UnitName> Units { get; init; }

    /// <summary>Of a request: asked, withOffice, withLeader, accepted, adjudicated, delivered, fulfilled, dismissed, withdrawn, lapsed (the unit that was asked has led since); of a paper: drafted, open, answered, closed; of a dispute: made, lapsed, released, upheld, rejected, withdrawn.</summary>
    public required string State { get; init; }
    public DateOnly? LapsedOn { get; init; }
    public required DateOnly MadeOn { get; init; }

    /// <summary>The limit that binds, or the one that is asked for; of a dispute, the last day to release it.</summary>
    public DateOnly? Limit { get; init; }

    /// <summary>Days past the limit of what waits, the most of them; 0 where nothing is late.</summary>
    public required int DaysLate { get; init; }
    public required IReadOnlyList<WaitShape> Waits { get; init; }
    public required IReadOnlyList<CoordinationStep> Steps { get; init; }

    /// <summary>An order that no leader has signed.</summary>
    internal bool IsDraft => State == "drafted";
}

/// <summary>What waits for somebody: the duty's kind, the command that answers it, and the units; none where it waits for an office or a leader.</summary>
public sealed record WaitShape(string Kind, string Command, IReadOnlyList<UnitName> Units, DateOnly Since, DateOnly? Limit, int DaysLate);

/// <summary>An act on it. The text stands beside while it is not erased.</summary>
/// <param name="Act">asked, accepted, refused, adjudicated, dismissed, escalated, delivered, confirmed, notDelivered, given, issued, drafted, signed, replied, closed, disputed, released, upheld, rejected, withdrawn.</param>
public sealed record CoordinationStep(Guid Event, string Act, UnitName? Unit, DateOnly? Limit, DateTimeOffset RecordedAt, string? Text, bool Imported);
