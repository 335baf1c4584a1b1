using System.Collections.Immutable;
using System.Globalization;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Registers;

/// <summary>台账: a list that the plan orders kept, with its items and dispatches, folded from its own stream.</summary>
public sealed record Register(string Id)
{
    /// <summary>Kind of its stream.</summary>
    public const string Kind = "register";

    /// <summary>In order of their numbers.</summary>
    public ImmutableList<RegisterItem> Items { get; init; } = [];
    public ImmutableList<Dispatch> Dispatches { get; init; } = [];
    public long Version { get; init; }

    /// <summary>When an item last changed; the workbook's own date.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    public static string StreamOf(string plan, string register) => StreamKey.Of(plan, Kind, register);

    public static string ItemId(string register, int number) => string.Create(CultureInfo.InvariantCulture, $"{register}-{number}");

    public RegisterItem? Find(string item) =>
        item.Length > Id.Length + 1 && item.StartsWith(Id, StringComparison.Ordinal) && item[Id.Length] == '-'
        && int.TryParse(item.AsSpan(Id.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Items.Count && Items[number - 1].Id == item
            ? Items[number - 1]
            : null;

    public static Register Apply(Register? register, string id, Recorded e)
    {
        var before = (register ?? new(id)) with { Version = e.Version };
        return e.Data switch
        {
            RegisterItemAdded x => before.Changed(e, before.Items.Add(
                new RegisterItem(x.Item, before.Items.Count + 1, x.Unit, Of(e, x.EffectiveOn)) { Facts = [new(Of(e, x.EffectiveOn), x.Cells, x.Texts is not null)], Events = [e.Id] })),
            RegisterItemChanged x => before.On(e, x.Item, i => i with { Facts = i.Facts.Add(new(Of(e, x.EffectiveOn), x.Cells, x.Texts is not null)) }),
            RegisterSettlementClaimed x => before.On(e, x.Item, i => i with { Settlements = i.Settlements.Add(new(Of(e, x.EffectiveOn), x.Unit)) }),
            RegisterSettlementReleased x => before.On(e, x.Item, i => i.Decided(s => s with { Release = Of(e) })),
            RegisterItemSettled x => before.On(e, x.Item, i => i.Decided(s => s with { Confirmation = Of(e) })),
            RegisterSettlementReturned x => before.On(e, x.Item, i => i.Decided(s => s with { Return = Of(e) })),
            RegisterItemWithdrawn x => before.On(e, x.Item, i => i with { Withdrawal = Of(e) }),
            RegisterDispatched x => before with { Dispatches = before.Dispatches.Add(new(Of(e), x)) },
            _ => before,
        };
    }

    private Register On(Recorded e, string item, Func<RegisterItem, RegisterItem> change) =>
        Find(item) is not { } found ? this : Changed(e, Items.SetItem(found.Number - 1, change(found) with { Events = found.Events.Add(e.Id) }));

    private Register Changed(Recorded e, ImmutableList<RegisterItem> items) => this with { Items = items, ChangedAt = e.RecordedAt };

    private static Entry Of(Recorded e, DateOnly? effectiveOn = null) => new(e.Id, e.Leaf, effectiveOn ?? e.RecordedOn, e.RecordedOn, e.RecordedAt, e.User, e.Imported);
}

/// <summary>调度 with its frozen figures.</summary>
public sealed record Dispatch(Entry Entry, RegisterDispatched Of);

internal static class Settling
{
    /// <summary>The last settlement, with what became of it.</summary>
    public static RegisterItem Decided(this RegisterItem item, Func<Settlement, Settlement> decide) =>
        item.Settlements.Count == 0 ? item : item with { Settlements = item.Settlements.SetItem(item.Settlements.Count - 1, decide(item.Settlements[^1])) };
}
