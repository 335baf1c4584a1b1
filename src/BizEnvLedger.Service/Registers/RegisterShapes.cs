using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.PlanTasks;

namespace BizEnvLedger.Service.Registers;

/// <summary>A register in the list. <c>settledWithin</c> of its counts is within the half-year of the day asked about.</summary>
public sealed record RegisterRow(
    string Id, string Title, string Clause, string? Measure, UnitName? Keeper, IReadOnlyList<RegisterColumn> Columns, Recurrence? Dispatch, RegisterCounts Counts,
    DispatchShape? LastDispatch, IReadOnlyList<Guid> Events, long Version)
{
    public static RegisterRow Of(RegisterDefinition definition, Register? register, ActionPlan plan, DateOnly day) => new(
        definition.Id, definition.Title, definition.Clause, definition.Measure, definition.Keeper is { } keeper ? plan.Name(keeper) : null, definition.Columns, definition.Dispatch,
        RegisterCounts.Of(register, definition, plan, HalfYear.Of(day).FirstDay, day), register?.Dispatches.LastOrDefault() is { } last ? DispatchShape.Of(last, plan, null) : null,
        [.. (register?.Items ?? []).Where(i => i.StandsOn(day)).SelectMany(i => i.Events)], register?.Version ?? 0);
}

/// <summary>Items that the caller may read; <c>withheld</c> says how many stand besides, <c>counts</c> are of all of them. Filters apply to the items alone.</summary>
public sealed record ItemPage(IReadOnlyList<ItemShape> Items, string? Next, int Total, int Position, int Withheld, RegisterCounts Counts) : IPaged;

/// <summary>An item as it is on a day. Values are by column id: a unit, a number or a date; texts are absent where they were erased.</summary>
public sealed record ItemShape(
    string Id, int Version, string State, UnitName? Unit, IReadOnlyDictionary<string, object> Values, IReadOnlyDictionary<string, string> Texts, DateOnly AddedOn, bool LateEntered,
    DateOnly? FirstDue, int OverdueDays, DateOnly? SettledOn, IReadOnlyList<SettlementShape> Settlements, IReadOnlyList<Guid> Events)
{
    public static ItemShape Of(RegisterItem item, ActionPlan plan, DateOnly day, IReadOnlyDictionary<string, string> texts) => new(
        item.Id, item.Version, Figures.Word(item.StateOn(day, plan)), item.Unit is { } unit ? plan.Name(unit) : null,
        item.CellsOn(day).ToDictionary(c => c.Key, c => Value(c.Value, plan)), texts, item.Added.EffectiveOn, item.Facts.Any(f => plan.IsLate(f.Entry)),
        item.FirstDue, item.OverdueDays(day, plan), item.SettledOn(plan), [.. item.Settlements.Select(s => SettlementShape.Of(s, plan))], item.Events);

    private static object Value(RegisterCell cell, ActionPlan plan) => cell.Unit is { } unit ? plan.Name(unit) : cell.Number is { } number ? number : cell.Day!.Value;
}

/// <summary>A settlement with what became of it: claimed, released, confirmed or returned.</summary>
public sealed record SettlementShape(Guid Claim, UnitName Unit, DateOnly EffectiveOn, bool LateEntered, string State, DateOnly? ReleasedOn, DateOnly? DecidedOn)
{
    public static SettlementShape Of(Settlement s, ActionPlan plan) => new(
        s.Id, plan.Name(s.Unit), s.Entry.EffectiveOn, plan.IsLate(s.Entry), s.Confirmation is not null ? "confirmed" : s.Return is not null ? "returned" : s.Release is not null ? "released" : "claimed",
        s.Release?.RecordedOn, (s.Confirmation ?? s.Return)?.RecordedOn);
}

/// <summary>An item with everything that was recorded on it.</summary>
public sealed record ItemHistory(ItemShape Item, IReadOnlyList<EventShape> History, int Position);

/// <summary>A dispatch with its frozen figures. Only units under the city's direct authority are noticed; the others get a letter (商请函).</summary>
public sealed record DispatchShape(
    Guid Event, string Period, DateOnly AsOf, DateOnly HeldOn, bool Late, RegisterCounts Counts, IReadOnlyList<BehindShape> Noticed, IReadOnlyList<BehindShape> Letters, IReadOnlyList<Guid> Settled, long RegisterVersion, string? Note)
{
    public static DispatchShape Of(Dispatch d, ActionPlan plan, string? note)
    {
        var behind = d.Of.Behind.ToLookup(b => plan.FindUnit(b.Unit)?.Authority == Authority.Direct, b => new BehindShape(plan.Name(b.Unit), b.Items, b.Days, b.Amount, b.Events));
        return new(d.Entry.Event, d.Of.Period, d.Of.AsOf, d.Entry.RecordedOn, d.Entry.RecordedOn > DispatchPeriod.Parse(d.Of.Period)!.Last.AddDays(plan.Rules.Registers.DispatchDays),
            d.Of.Counts, [.. behind[true]], [.. behind[false]], d.Of.Settled, d.Of.Version, note);
    }
}

public sealed record BehindShape(UnitName Unit, int Items, int Days, decimal? Amount, IReadOnlyList<Guid> Events);
