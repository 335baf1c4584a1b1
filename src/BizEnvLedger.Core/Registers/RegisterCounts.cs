using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Registers;

/// <summary>A register in figures, by the end of a day. Items = Open + Settled, always; withdrawn ones are counted apart.</summary>
/// <param name="Waiting">Of the open ones: released and waiting for the office.</param>
/// <param name="Overdue">Of the open ones: past their limit and not waiting.</param>
/// <param name="Moved">Of the open ones: whose limit is later than the one first given.</param>
/// <param name="SettledWithin">Of the settled ones: settled within the period.</param>
/// <param name="Amount">What is owed in all, in the column's own unit of measure; null where the register has no such column.</param>
/// <param name="Paid">What of it was paid; where the register has no such column, the amounts of what is settled.</param>
public sealed record RegisterCounts(int Items, int Open, int Waiting, int Overdue, int Moved, int Settled, int SettledWithin, int Withdrawn, decimal? Amount, decimal? Paid)
{
    /// <summary>By the end of <paramref name="day"/>, within the period from <paramref name="from"/> on.</summary>
    public static RegisterCounts Of(Register? register, RegisterDefinition definition, ActionPlan plan, DateOnly from, DateOnly day)
    {
        var all = (register?.Items ?? []).Where(i => i.StandsOn(day)).ToList();
        var items = all.Where(i => !i.IsWithdrawnOn(day)).ToList();
        var settled = items.Where(i => i.IsSettledOn(day, plan)).ToList();
        var open = items.Except(settled).ToList();
        var owed = definition.Has(RegisterColumns.Amount, ColumnType.Amount);
        return new(
            items.Count, open.Count, open.Count(i => i.IsWaitingOn(day)), open.Count(i => i.OverdueDays(day, plan) > 0),
            open.Count(i => i.CellsOn(day).GetValueOrDefault(RegisterColumns.Due)?.Day > i.FirstDue),
            settled.Count, settled.Count(i => i.SettledOn(plan) >= from), all.Count - items.Count,
            owed ? Sum(items, RegisterColumns.Amount) : null,
            !owed ? null : definition.Has(RegisterColumns.Paid, ColumnType.Amount) ? Sum(items, RegisterColumns.Paid) : Sum(settled, RegisterColumns.Amount));

        decimal Sum(IEnumerable<RegisterItem> of, string column) => of.Sum(i => i.CellsOn(day).GetValueOrDefault(column)?.Number ?? 0);
    }
}

/// <summary>通报: a unit with overdue items, what they still owe, and the events that they rest on.</summary>
/// <param name="Days">Longest delay.</param>
public sealed record UnitBehind(string Unit, int Items, int Days, decimal? Amount, IReadOnlyList<Guid> Events)
{
    /// <summary>Units behind on a day by the rules, those with most items first. An item that names no unit falls to the unit that entered it.</summary>
    /// <param name="heldOn">In the place of a unit that is gone by this day stands who holds its part then.</param>
    /// <param name="about">What the register is about, as successions know it: measure, what that is an item of, task.</param>
    public static IReadOnlyList<UnitBehind> Of(Register? register, RegisterDefinition definition, ActionPlan plan, DateOnly day, DateOnly heldOn, IReadOnlyList<string> about)
    {
        var rules = plan.Rules.Registers;
        var late = from item in register?.Items ?? []
                   let days = item.OverdueDays(day, plan)
                   where days > rules.BehindDays
                   let named = item.UnitsOn(day).ToList()
                   let answering = named.Count > 0 ? named : [.. new[] { item.Unit ?? definition.Keeper }.OfType<string>()]
                   from unit in answering.Select(u => plan.Roster.Successions.Holder(u, heldOn, about)).Distinct()
                   select (Unit: unit, Item: item, Days: days);
        return [.. late.GroupBy(l => l.Unit).Where(g => g.Count() >= rules.BehindItems)
            .Select(g => new UnitBehind(g.Key, g.Count(), g.Max(l => l.Days),
                definition.Has(RegisterColumns.Amount, ColumnType.Amount) ? g.Sum(l => l.Item.OutstandingOn(day) ?? 0) : null, [.. g.SelectMany(l => l.Item.Events)]))
            .OrderByDescending(b => b.Items).ThenBy(b => b.Unit, StringComparer.Ordinal)];
    }
}
