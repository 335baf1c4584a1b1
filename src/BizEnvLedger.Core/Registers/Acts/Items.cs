using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Registers.Acts;

/// <summary>
/// 台账登记: whoever keeps the register enters an item: its keeper, a unit that leads or cooperates on the ordering measure, or an office where the plan names no keeper.
/// Refused: unknown register, column or unit; a value that is not of its column's type or out of bounds; paid beyond the amount; nothing in it; a full register; a day in the future; not the register's unit.
/// </summary>
public sealed record AddItem(string Register, IReadOnlyList<CellDraft> Values, DraftText? Texts, DateOnly? EffectiveOn, string? Unit)
{
    public static Decision Decide(PlanState state, AddItem command, Caller who, Moment now)
    {
        var day = command.EffectiveOn ?? now.On;
        if (state.Definition(command.Register, now.On) is not { } register)
            return Keeping.UnknownRegister(command.Register);
        var items = state.Registers.GetValueOrDefault(register.Id)?.Items.Count ?? 0;
        return Checks.FactDay(day, now, state.Plan)
            ?? Keeping.MayKeep(nameof(AddItem), state, register, who, day, command.Unit, out var unit)
            ?? Full(items, 1, state.Plan.Rules.Registers, register.Id)
            ?? Refusal.Of(Keeping.Mistakes(command.Values, command.Texts, register, state.Plan, ItemState.Open, out var cells))
            ?? Keeping.Overpaid(null, register, cells, day)
            ?? Empty(cells, command.Texts)
            ?? Decision.Of(Event(register.Id, items + 1, unit, cells, command.Texts, day));
    }

    internal static Refusal? Full(int items, int more, RegisterRules rules, string register) =>
        items + more > rules.MostItems ? Refusal.Conflict("register-full", null, ("register", register), ("most", rules.MostItems)) : null;

    internal static Refusal? Empty(IEnumerable<RegisterCell> cells, DraftText? texts) =>
        cells.All(c => c.IsEmpty()) && ItemTexts.Read(texts?.Value).Count == 0 ? Refusal.Invalid("item-empty", "values") : null;

    internal static RegisterItemAdded Event(string register, int number, string? unit, IEnumerable<RegisterCell> cells, DraftText? texts, DateOnly day) =>
        new(register, Registers.Register.ItemId(register, number), unit, [.. cells.Where(c => !c.IsEmpty())], ItemTexts.Read(texts?.Value).Count == 0 ? null : TextSeal.Of(texts!), day);
}

/// <summary>
/// 台账变更: cells take other values from a day on; the values before stay in the history. Texts, where given, are the whole set of the item's text cells.
/// Refused as an item is, and: an item that is settled, withdrawn or claimed as settled; a version that is not the present one; nothing that differs; a day before the item's own.
/// </summary>
public sealed record ChangeItem(string Register, string Item, int? Version, IReadOnlyList<CellDraft> Values, DraftText? Texts, DateOnly? EffectiveOn, string? Unit)
{
    public static Decision Decide(PlanState state, ChangeItem command, Caller who, Moment now)
    {
        var day = command.EffectiveOn ?? now.On;
        if (state.Definition(command.Register, now.On) is not { } register)
            return Keeping.UnknownRegister(command.Register);
        if (state.Registers.GetValueOrDefault(register.Id)?.Find(command.Item) is not { } item)
            return Keeping.UnknownItem(register.Id, command.Item);
        return Checks.FactDay(day, now, state.Plan)
            ?? Keeping.MayKeep(nameof(ChangeItem), state, register, who, day, command.Unit, out var unit)
            ?? Moved(item, command.Version)
            ?? Keeping.IsOpen(item)
            ?? Keeping.NotBefore(day, item.Added.EffectiveOn, now.On)
            ?? Refusal.Of(Keeping.Mistakes(command.Values, command.Texts, register, state.Plan, item.State, out var cells))
            ?? Keeping.Overpaid(item, register, cells, day)
            ?? (Differing(item, cells, day) is var differing && differing.Count == 0 && command.Texts is null ? Refusal.Conflict("item-unchanged", null, ("item", item.Id)) : null)
            ?? Decision.Of(Event(register.Id, item, unit, differing, command.Texts, day));
    }

    internal static Refusal? Moved(RegisterItem item, int? version) =>
        version is { } named && named != item.Version ? Refusal.Conflict("item-moved", null, ("item", item.Id), ("named", named), ("version", item.Version)) : null;

    /// <summary>Those cells that say something else than what stands on the day.</summary>
    internal static List<RegisterCell> Differing(RegisterItem item, IEnumerable<RegisterCell> cells, DateOnly day) =>
        item.CellsOn(day) is var standing ? [.. cells.Where(c => c != (standing.GetValueOrDefault(c.Column) ?? new(c.Column)))] : [];

    internal static RegisterItemChanged Event(string register, RegisterItem item, string? unit, IReadOnlyList<RegisterCell> cells, DraftText? texts, DateOnly day) =>
        new(register, item.Id, unit, cells, texts is null ? null : TextSeal.Of(texts), day);
}

/// <summary>撤销: an item leaves the counts with a reason, and stays in the history. Refused: unknown, settled, withdrawn or claimed as settled; no reason; not the register's unit.</summary>
public sealed record WithdrawItem(string Register, string Item, DraftText? Reason, string? Unit)
{
    public static Decision Decide(PlanState state, WithdrawItem command, Caller who, Moment now)
    {
        if (state.Definition(command.Register, now.On) is not { } register)
            return Keeping.UnknownRegister(command.Register);
        if (state.Registers.GetValueOrDefault(register.Id)?.Find(command.Item) is not { } item)
            return Keeping.UnknownItem(register.Id, command.Item);
        return Keeping.MayKeep(nameof(WithdrawItem), state, register, who, now.On, command.Unit, out var unit)
            ?? Keeping.IsOpen(item)
            ?? Checks.Text(command.Reason, "reason", state.Plan)
            ?? Decision.Of(new RegisterItemWithdrawn(register.Id, item.Id, unit, TextSeal.Of(command.Reason!)));
    }
}
