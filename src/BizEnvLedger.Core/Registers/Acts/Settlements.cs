using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Registers.Acts;

/// <summary>
/// 销账申请: the register's units, or a unit that the item names, say with evidence that it is done. Where the register has an amount and what of it was paid, nothing may be outstanding.
/// Refused: unknown, settled, withdrawn or claimed already; something outstanding; no evidence; a day in the future, before the item or before the return that it answers; no such unit.
/// </summary>
public sealed record SettleItem(string Register, string Item, DateOnly? EffectiveOn, DraftText? Narrative, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanState state, SettleItem command, Caller who, Moment now)
    {
        var day = command.EffectiveOn ?? now.On;
        if (state.Definition(command.Register, now.On) is not { } register)
            return Keeping.UnknownRegister(command.Register);
        if (state.Registers.GetValueOrDefault(register.Id)?.Find(command.Item) is not { } item)
            return Keeping.UnknownItem(register.Id, command.Item);
        return Keeping.IsOpen(item)
            ?? Checks.FactDay(day, now, state.Plan)
            ?? Keeping.NotBefore(day, Earliest(item), now.On)
            ?? RightsTable.Check(nameof(SettleItem), who, Keeping.MatterOf(state, register, item, now.On), state.Plan, command.Unit, out var unit)
            ?? Outstanding(item, register, now.On)
            ?? Checks.Text(command.Narrative, "narrative", state.Plan, required: false)
            ?? Checks.Evidence(command.Evidence, required: true)
            ?? Decision.Of(new RegisterSettlementClaimed(register.Id, item.Id, unit, day, command.Narrative is null ? null : TextSeal.Of(command.Narrative), command.Evidence));
    }

    private static DateOnly Earliest(RegisterItem item) =>
        item.Settlements.Count > 0 && item.Settlements[^1].Return is { } returned && returned.RecordedOn > item.Added.EffectiveOn ? returned.RecordedOn : item.Added.EffectiveOn;

    private static Refusal? Outstanding(RegisterItem item, RegisterDefinition register, DateOnly on) =>
        register.Has(RegisterColumns.Amount, ColumnType.Amount) && register.Has(RegisterColumns.Paid, ColumnType.Amount) && item.OutstandingOn(on) is > 0 and var owed
            ? Refusal.Conflict("amount-outstanding", null, ("item", item.Id), ("amount", owed))
            : null;
}

/// <summary>审签: the claiming unit's approver lets the settlement out. Refused: unknown item or settlement, not that unit's approver, the claimant in person, released or decided already.</summary>
public sealed record ReleaseSettlement(string Register, string Item, Guid Claim)
{
    public static Decision Decide(PlanState state, ReleaseSettlement command, Caller who, Moment now) =>
        Settlement.Find(state, command.Register, command.Item, command.Claim, now.On, out var register, out var item, out var settlement)
        ?? RightsTable.Check(nameof(ReleaseSettlement), who, new(item.Id, now.On) { Items = Keeping.MatterOf(state, register, now.On).Items, Owners = [settlement.Unit], Doers = [settlement.Entry.User], NotYours = "not-your-unit", NotTheDoer = "claimant-never-releases" }, state.Plan)
        ?? Settlement.Undecided(settlement)
        ?? (settlement.Release is not null ? Refusal.Conflict("settlement-released", null, ("item", item.Id)) : null)
        ?? Decision.Of(new RegisterSettlementReleased(command.Register, item.Id, settlement.Unit, settlement.Id));
}

/// <summary>销账: the office closes an item on a released settlement. Refused: unknown, not the office, a person who recorded on the item, a home unit that is party to it, not released, decided already.</summary>
public sealed record ConfirmSettlement(string Register, string Item, Guid Claim, DraftText? Finding)
{
    public static Decision Decide(PlanState state, ConfirmSettlement command, Caller who, Moment now) =>
        Settlement.Find(state, command.Register, command.Item, command.Claim, now.On, out var register, out var item, out var settlement)
        ?? Settlement.Judged(nameof(ConfirmSettlement), state, register, item, settlement, who, now.On)
        ?? Checks.Text(command.Finding, "finding", state.Plan, required: false)
        ?? Decision.Of(new RegisterItemSettled(register.Id, item.Id, who.HomeUnit!, settlement.Id, command.Finding is null ? null : TextSeal.Of(command.Finding)));
}

/// <summary>退回: the office does not find it settled, and says why. Refused as the confirmation is, and without a reason.</summary>
public sealed record ReturnSettlement(string Register, string Item, Guid Claim, DraftText? Reason)
{
    public static Decision Decide(PlanState state, ReturnSettlement command, Caller who, Moment now) =>
        Settlement.Find(state, command.Register, command.Item, command.Claim, now.On, out var register, out var item, out var settlement)
        ?? Settlement.Judged(nameof(ReturnSettlement), state, register, item, settlement, who, now.On)
        ?? Checks.Text(command.Reason, "reason", state.Plan)
        ?? Decision.Of(new RegisterSettlementReturned(register.Id, item.Id, who.HomeUnit!, settlement.Id, TextSeal.Of(command.Reason!)));
}

/// <summary>What the acts on a settlement share.</summary>
file static class Settlement
{
    public static Refusal? Find(PlanState state, string register, string id, Guid claim, DateOnly on, out RegisterDefinition definition, out RegisterItem item, out Registers.Settlement settlement)
    {
        (definition, item, settlement) = (null!, null!, null!);
        if (state.Definition(register, on) is not { } found)
            return Keeping.UnknownRegister(register);
        if (state.Registers.GetValueOrDefault(register)?.Find(id) is not { } named)
            return Keeping.UnknownItem(register, id);
        if (named.Settlements.Find(s => s.Id == claim) is not { } claimed)
            return Refusal.NotFound("unknown-settlement", "claim", ("claim", claim), ("item", id));
        (definition, item, settlement) = (found, named, claimed);
        return null;
    }

    public static Refusal? Undecided(Registers.Settlement settlement) => settlement.IsDecided ? Refusal.Conflict("settlement-decided", null, ("claim", settlement.Id)) : null;

    public static Refusal? Judged(string command, PlanState state, RegisterDefinition register, RegisterItem item, Registers.Settlement settlement, Caller who, DateOnly on) =>
        RightsTable.Check(command, who, Keeping.MatterOf(state, register, item, on) with { Owners = [settlement.Unit] }, state.Plan)
        ?? Undecided(settlement)
        ?? (settlement.Release is null ? Refusal.Conflict("settlement-not-released", null, ("claim", settlement.Id)) : null);
}
