using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Registers;

/// <summary>
/// The columns whose id means something to a rule, in every plan file: <c>due</c> is an item's limit, <c>amount</c> what is owed, <c>paid</c> what of it was paid.
/// Amounts by other ids (a charge, a fee, a standard) are prices and never summed.
/// </summary>
public static class RegisterColumns
{
    public const string Due = "due", Amount = "amount", Paid = "paid";

    public static bool Has(this RegisterDefinition register, string column, ColumnType type) => register.Columns.Any(c => c.Id == column && c.Type == type);

    /// <summary>Units that an item names: who owes, promised or handles it.</summary>
    public static IEnumerable<string> UnitsOn(this RegisterItem item, DateOnly day) => item.CellsOn(day).Values.Select(c => c.Unit).OfType<string>().Distinct();

    /// <summary>Whether an item names a unit, or one that it now stands for.</summary>
    public static bool Names(this RegisterItem item, string unit, DateOnly day, ActionPlan plan, IReadOnlyList<string> about) =>
        item.UnitsOn(day).Any(u => u == unit || plan.Roster.Successions.Holder(u, day, about) == unit);

    /// <summary>What an item says was paid beyond what is owed, on a day; null where nothing is.</summary>
    public static (decimal Paid, decimal Amount)? OverpaidOn(this RegisterItem item, DateOnly day) =>
        item.CellsOn(day) is var cells && cells.GetValueOrDefault(Paid)?.Number is { } paid && cells.GetValueOrDefault(Amount)?.Number is { } amount && paid > amount ? (paid, amount) : null;

    /// <summary>What of an item is still owed; null where it names no amount.</summary>
    public static decimal? OutstandingOn(this RegisterItem item, DateOnly day) =>
        item.CellsOn(day) is var cells && cells.GetValueOrDefault(Amount)?.Number is { } amount ? Math.Max(0, amount - (cells.GetValueOrDefault(Paid)?.Number ?? 0)) : null;
}
