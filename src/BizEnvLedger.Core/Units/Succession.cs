using System.Collections.Immutable;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Units;

/// <summary>How units are succeeded.</summary>
public enum SuccessionKind
{
    /// <summary>更名.</summary>
    Rename,

    /// <summary>合并.</summary>
    Merge,

    /// <summary>分设.</summary>
    Split,
}

/// <summary>What one successor of a split is given.</summary>
/// <param name="Item">A measure or sub-item with everything under it, or a task as <c>task:12</c>.</param>
public sealed record Given(string Item, string Unit);

/// <summary>更名、合并、分设: <paramref name="From"/> are succeeded by <paramref name="To"/> from the entry's day on.</summary>
public sealed record Succession(Entry Entry, SuccessionKind Kind, IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<Given> Given)
{
    public DateOnly On => Entry.EffectiveOn;

    /// <summary>Units that it introduced, or gave another name; they stand here also where it was taken back.</summary>
    public IReadOnlyList<Plans.Unit> New { get; init; } = [];

    /// <summary>Who holds what a predecessor held; the narrowest item that was given away counts.</summary>
    internal string SuccessorIn(IReadOnlyList<string> items) =>
        items.Select(item => Given.FirstOrDefault(g => g.Item == item)?.Unit).FirstOrDefault(unit => unit is not null) ?? To[0];
}

/// <summary>Every succession of a plan's units by its day; on the same day the earlier recorded first. Who holds what on a day follows the chain.</summary>
public sealed record Successions(ImmutableList<Succession> InOrder)
{
    public static Successions None { get; } = new([]);

    public bool AreNone => InOrder.IsEmpty;

    public Successions With(Succession succession) => new([.. InOrder.Append(succession).OrderBy(s => s.On).ThenBy(s => s.Entry.Leaf)]);

    /// <summary>The unit that on a day holds what a unit held, and the events by which.</summary>
    /// <param name="items">What it is about, narrowest first: a measure, what it is an item of, the task.</param>
    public (string Unit, IReadOnlyList<Guid> Events) Follow(string unit, DateOnly day, IReadOnlyList<string> items)
    {
        if (AreNone)
            return (unit, []);
        var events = new List<Guid>();
        foreach (var succession in Until(day))
            if (succession.From.Contains(unit) && succession.SuccessorIn(items) is var successor && successor != unit)
            {
                unit = successor;
                events.Add(succession.Entry.Event);
            }

        return (unit, events);
    }

    public string Holder(string unit, DateOnly day, IReadOnlyList<string>? items = null) => Follow(unit, day, items ?? []).Unit;

    /// <summary>Every unit that holds anything of a unit's on a day; the unit itself where it goes on.</summary>
    public IReadOnlySet<string> Heirs(string unit, DateOnly day)
    {
        var heirs = new HashSet<string> { unit };
        foreach (var succession in Until(day))
            if (heirs.Overlaps(succession.From))
            {
                heirs.ExceptWith(succession.From);
                heirs.UnionWith(succession.To);
            }

        return heirs;
    }

    /// <summary>Whether a unit is another one, or holds on a day anything of what that one held: what the one did, the other need not do again.</summary>
    public bool StandsFor(string unit, string former, DateOnly day) => AreNone ? unit == former : Heirs(former, day).Contains(unit);

    /// <summary>Whether the unit has been succeeded by a day and does not go on.</summary>
    public bool IsGone(string unit, DateOnly day) => LastOf(unit, day) is { } last && !last.To.Contains(unit);

    /// <summary>Units that are gone and whose part in the items a unit holds on a day; without items, any part.</summary>
    public IReadOnlyList<string> FormerOf(string unit, DateOnly day, IReadOnlyList<string>? items = null) =>
        AreNone ? []
        : [.. Until(day).SelectMany(s => s.From).Distinct().Where(f => f != unit && IsGone(f, day) && (items is null ? Heirs(f, day).Contains(unit) : Holder(f, day, items) == unit))];

    /// <summary>The succession by which a unit last began or ended.</summary>
    public Succession? LastOf(string unit, DateOnly day) => Until(day).LastOrDefault(s => s.From.Contains(unit) || s.To.Contains(unit));

    public IEnumerable<Succession> About(string unit, DateOnly day) => Until(day).Where(s => s.From.Contains(unit) || s.To.Contains(unit));

    private IEnumerable<Succession> Until(DateOnly day) => InOrder.TakeWhile(s => s.On <= day);
}
