using System.Collections.Immutable;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Complaints;

/// <summary>
/// 承办: one unit's turn at a complaint, from the dispatch, reassignment or reopening that began it. Its clocks are its own, so handing the
/// complaint over after a limit has passed washes nothing away, and taking over takes nothing on.
/// </summary>
/// <param name="Start">The event that began it.</param>
/// <param name="ResponseLimit">Last moment for a first released answer, in the jurisdiction's own offset.</param>
/// <param name="ResolveLimit">Last day for a released resolution.</param>
public sealed record Turn(string Unit, Entry Start, DateTimeOffset ResponseLimit, DateOnly ResolveLimit)
{
    /// <summary>Release of the first answer.</summary>
    public Entry? Response { get; init; }

    /// <summary>Release of the first resolution.</summary>
    public Entry? Resolution { get; init; }

    /// <summary>Call backs since the resolution, oldest first.</summary>
    public ImmutableList<Asked> Asked { get; init; } = [];

    /// <summary>Reassigned to others.</summary>
    public Entry? HandedOver { get; init; }

    /// <summary>A repeat came in after the resolution, or it did not satisfy and is handled again; the next turn goes on from here.</summary>
    public Entry? Reopened { get; init; }

    /// <summary>Handled again by order: what the complainant says of the next turn is the last word.</summary>
    public bool IsHandledAgain { get; init; }

    public bool IsOpen => HandedOver is null && Reopened is null;

    public DateOnly ResponseDue => DateOnly.FromDateTime(ResponseLimit.DateTime);

    public bool IsSettled => Asked.Exists(a => a.Satisfaction != Satisfaction.Silent);

    /// <summary>
    /// Last day on which a call back counts. A resolution that comes after even the call back's days is nobody's satisfaction:
    /// the turn was counted by then.
    /// </summary>
    public DateOnly AskLimit(ActionPlan plan)
    {
        DateOnly Days(DateOnly from) => plan.Calendar.After(from, plan.Rules.Complaints.AskWorkingDays);
        var latest = Days(ResolveLimit);
        return Resolution is { } resolution && resolution.RecordedOn <= latest ? Days(resolution.RecordedOn) : latest;
    }

    /// <summary>From when an inspector can say whether it is founded: the unit has answered for good, or its days to are over.</summary>
    public DateOnly HeardFrom => Resolution?.RecordedOn ?? ResolveLimit.AddDays(1);

    public bool IsLate(DateTimeOffset at, DateOnly day) => IsOpen && ((Response is null && at > ResponseLimit) || (Resolution is null && day > ResolveLimit));
}

/// <summary>A call back.</summary>
public sealed record Asked(Entry Entry, Satisfaction Satisfaction);

/// <summary>A unit's answer.</summary>
public sealed record Answer(Entry Entry, string Unit, AnswerKind Kind)
{
    public Entry? Release { get; init; }

    public Guid Id => Entry.Event;
}

/// <summary>What an inspector found, having heard the unit.</summary>
/// <param name="Upheld">Founded, or not.</param>
public sealed record Finding(Entry Entry, bool Upheld, string Unit, IReadOnlyList<string> Milestones, bool DeliverableAbsent);

/// <summary>A visit to a milestone that an upheld complaint names.</summary>
public sealed record Visit(Entry Entry, string Milestone, bool Present);

/// <summary>A proposed exposure, and what was decided on it.</summary>
public sealed record Exposure(Entry Entry, Visibility Visibility)
{
    public Entry? Decision { get; init; }
    public bool Approved { get; init; }

    public Guid Id => Entry.Event;
}
