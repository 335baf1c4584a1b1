using System.Collections.Immutable;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Coordination;

/// <summary>协作请求 with what became of it. Every act counts from the day on which it was recorded.</summary>
/// <param name="Unit">The lead that asks.</param>
/// <param name="To">The cooperating unit that is asked.</param>
/// <param name="Limit">The day that the lead asks for; it binds once the request is accepted.</param>
public sealed record CooperationRequest(Entry Entry, string Milestone, string Unit, string To, DateOnly Limit)
{
    public Entry? Answer { get; init; }
    public bool Accepted { get; init; }

    /// <summary>The office's and the leader's decisions, oldest first.</summary>
    public ImmutableList<Ruling> Rulings { get; init; } = [];
    public ImmutableList<Entry> Escalations { get; init; } = [];
    public ImmutableList<Delivery> Deliveries { get; init; } = [];

    /// <summary>Taken back by the lead: it binds nobody from that day on, and what it bound before stays.</summary>
    public Entry? Withdrawal { get; init; }

    public Guid Id => Entry.Event;

    /// <summary>Everybody who had a hand in it so far, but for the leader: whoever had the last word may have it again.</summary>
    public IEnumerable<string> Persons =>
        [Entry.User, .. Answer is null ? [] : new[] { Answer.User }, .. Rulings.Where(r => !r.Final).Select(r => r.Entry.User), .. Escalations.Select(e => e.User), .. Deliveries.Select(d => d.Entry.User)];
}

/// <summary>A decision on a request.</summary>
/// <param name="Final">The leader's, which only a later quarrel about a delivery can reopen.</param>
public sealed record Ruling(Entry Entry, bool Binding, DateOnly? Limit, bool Final);

/// <summary>A delivery, and the lead's word on it.</summary>
public sealed record Delivery(Entry Entry)
{
    public Entry? Word { get; init; }
    public bool Taken { get; init; }
}

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    /// <summary>Waits for the answer of the unit that was asked.</summary>
    Asked,

    /// <summary>Refused, or left unanswered past the limit: the office's turn.</summary>
    WithOffice,

    /// <summary>Taken to the leader. What bound before goes on binding.</summary>
    WithLeader,
    Accepted,

    /// <summary>Decided to be done.</summary>
    Adjudicated,

    /// <summary>Delivered, and waits for the lead's word.</summary>
    Delivered,

    /// <summary>The lead has confirmed it, or let the days for it pass.</summary>
    Fulfilled,

    /// <summary>Decided not to be done.</summary>
    Dismissed,

    /// <summary>Taken back by the lead before it was decided.</summary>
    Withdrawn,
}
