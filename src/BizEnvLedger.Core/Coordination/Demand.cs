using System.Collections.Immutable;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Coordination;

/// <summary>What kind of paper asks.</summary>
public enum DemandKind
{
    /// <summary>批示.</summary>
    Instruction,

    /// <summary>催办单.</summary>
    Urge,

    /// <summary>督办单.</summary>
    Order,
}

/// <summary>批示、催办单、督办单: a paper that units have to answer, with their replies.</summary>
/// <param name="Limit">Last day to answer; null for an urge without one.</param>
public sealed record Demand(DemandKind Kind, Entry Entry, IReadOnlyList<string> Units, IReadOnlyList<string> Milestones, DateOnly? Limit)
{
    /// <summary>A leader's signature on an order.</summary>
    public Entry? Signature { get; init; }
    public ImmutableList<Reply> Replies { get; init; } = [];
    public Entry? Closing { get; init; }

    public Guid Id => Entry.Event;

    /// <summary>The act from which it counts: an unsigned order counts for nothing.</summary>
    public Entry? Issue => Kind == DemandKind.Order ? Signature : Entry;

    /// <summary>Everybody who had a hand in it so far.</summary>
    public IEnumerable<string> Persons => new[] { Entry.User, Signature?.User }.OfType<string>().Concat(Replies.Select(r => r.Entry.User));

    /// <summary>Units that have not answered by a day; nobody while it is unsigned.</summary>
    public IReadOnlyList<string> UnansweredOn(DateOnly day) =>
        Issue?.RecordedOn <= day ? [.. Units.Where(u => !Replies.Exists(r => r.Unit == u && r.Entry.RecordedOn <= day))] : [];

    public DemandState StateOn(DateOnly day) =>
        !(Issue?.RecordedOn <= day) ? DemandState.Drafted
        : Closing?.RecordedOn <= day ? DemandState.Closed
        : UnansweredOn(day).Count > 0 ? DemandState.Open
        : DemandState.Answered;
}

/// <summary>A unit's reply; its first one answers.</summary>
public sealed record Reply(Entry Entry, string Unit);

/// <summary>Where a paper stands.</summary>
public enum DemandState { Drafted, Open, Answered, Closed }
