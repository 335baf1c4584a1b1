using System.Collections.Immutable;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Registers;

/// <summary>What an item is; everything but settled and withdrawn is open.</summary>
public enum ItemState
{
    /// <summary>未销账.</summary>
    Open,

    /// <summary>已申请销账, waits for the unit's approver.</summary>
    Claimed,

    /// <summary>已审签, waits for the office.</summary>
    Released,

    /// <summary>已销账.</summary>
    Settled,

    /// <summary>已撤销.</summary>
    Withdrawn,
}

/// <summary>台账 item with everything that was recorded on it.</summary>
/// <param name="Number">Its number in the register, from 1.</param>
public sealed record RegisterItem(string Id, int Number, string? Unit, Entry Added)
{
    /// <summary>What was entered and changed, in order of recording.</summary>
    public ImmutableList<ItemFact> Facts { get; init; } = [];
    public ImmutableList<Settlement> Settlements { get; init; } = [];
    public Entry? Withdrawal { get; init; }

    /// <summary>Every event on it, oldest first.</summary>
    public ImmutableList<Guid> Events { get; init; } = [];

    /// <summary>Grows with every event on it; a workbook that comes back names the one that it left with.</summary>
    public int Version => Events.Count;

    public Settlement? Pending => Settlements.Count > 0 && Settlements[^1] is { IsDecided: false } last ? last : null;

    public Settlement? Accepted => Settlements.Count > 0 && Settlements[^1].Confirmation is not null ? Settlements[^1] : null;

    /// <summary>As it is with everything recorded.</summary>
    public ItemState State => Withdrawal is not null ? ItemState.Withdrawn
        : Accepted is not null ? ItemState.Settled
        : Pending is { } pending ? pending.Release is null ? ItemState.Claimed : ItemState.Released
        : ItemState.Open;

    /// <summary>As it is on a day: a settlement that counts only from later leaves it open.</summary>
    public ItemState StateOn(DateOnly day, ActionPlan plan) =>
        State is ItemState.Withdrawn && !IsWithdrawnOn(day) || State is ItemState.Settled && !IsSettledOn(day, plan) ? ItemState.Open : State;

    /// <summary>The typed cells as they stand on a day: facts in order of their effective date, the later recorded winning on the same day.</summary>
    public IReadOnlyDictionary<string, RegisterCell> CellsOn(DateOnly day)
    {
        var cells = new Dictionary<string, RegisterCell>();
        foreach (var cell in FactsOn(day).SelectMany(f => f.Cells))
            if (cell.IsEmpty())
                cells.Remove(cell.Column);
            else
                cells[cell.Column] = cell;
        return cells;
    }

    /// <summary>The event beside which the text cells lie that stand on a day; null where there never were any.</summary>
    public Guid? TextsOn(DateOnly day) => FactsOn(day).LastOrDefault(f => f.HasTexts)?.Entry.Event;

    /// <summary>The limit that it was first given; it stays, whatever it was moved to.</summary>
    public DateOnly? FirstDue => Facts.SelectMany(f => f.Cells).FirstOrDefault(c => c.Column == RegisterColumns.Due && c.Day is not null)?.Day;

    public bool StandsOn(DateOnly day) => Added.EffectiveOn <= day;

    public bool IsWithdrawnOn(DateOnly day) => Withdrawal?.EffectiveOn <= day;

    /// <summary>Day from which it is settled: the accepted claim's, or the day of its recording where it was late-entered.</summary>
    public DateOnly? SettledOn(ActionPlan plan) =>
        Accepted is not { } accepted ? null : plan.IsLate(accepted.Entry) ? accepted.Entry.RecordedOn : accepted.Entry.EffectiveOn;

    public bool IsSettledOn(DateOnly day, ActionPlan plan) => SettledOn(plan) <= day;

    /// <summary>Whether a released claim waits for the office: as with milestones, it stops the clock.</summary>
    public bool IsWaitingOn(DateOnly day) => Pending is { Release: not null } pending && pending.Entry.EffectiveOn <= day;

    /// <summary>Days by which it is past its limit on a day; none while it is settled, withdrawn or waits for the office.</summary>
    public int OverdueDays(DateOnly day, ActionPlan plan) =>
        !StandsOn(day) || IsWithdrawnOn(day) || IsSettledOn(day, plan) || IsWaitingOn(day) || CellsOn(day).GetValueOrDefault(RegisterColumns.Due)?.Day is not { } due || due >= day
            ? 0
            : day.DayNumber - due.DayNumber;

    /// <summary>Persons who recorded anything on it; none of them judges it.</summary>
    public IEnumerable<string> Doers => Facts.Select(f => f.Entry.User).Concat(Settlements.SelectMany(s => new[] { s.Entry.User, s.Release?.User })).OfType<string>().Distinct();

    private IEnumerable<ItemFact> FactsOn(DateOnly day) => Facts.Where(f => f.Entry.EffectiveOn <= day).OrderBy(f => f.Entry.EffectiveOn).ThenBy(f => f.Entry.Leaf);
}

/// <summary>Cells that were entered or changed.</summary>
public sealed record ItemFact(Entry Entry, IReadOnlyList<RegisterCell> Cells, bool HasTexts);

/// <summary>A settlement that a unit claimed, with what became of it.</summary>
public sealed record Settlement(Entry Entry, string Unit)
{
    public Entry? Release { get; init; }
    public Entry? Confirmation { get; init; }
    public Entry? Return { get; init; }

    public Guid Id => Entry.Event;
    public bool IsDecided => Confirmation is not null || Return is not null;
}
