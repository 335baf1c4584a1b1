using System.Globalization;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Registers.Acts;

/// <summary>What every act on a register checks. Each gives a refusal, or null where all is well.</summary>
internal static class Keeping
{
    /// <summary>What a command is called in the rights table where the plan names no keeper: an office may then enter items too.</summary>
    public static string Unkept(string command) => command + " unkept";

    public static RegisterDefinition? Definition(this PlanState state, string register, DateOnly on) => state.Plan.On(on).Registers.FirstOrDefault(r => r.Id == register);

    public static Refusal UnknownRegister(string register) => Refusal.NotFound("unknown-register", null, ("register", register));

    public static Refusal UnknownItem(string register, string item) => Refusal.NotFound("unknown-register-item", null, ("item", item), ("register", register));

    /// <summary>A register as a matter of rights: its keeper, and who leads and cooperates on the measure that orders it.</summary>
    public static Matter MatterOf(PlanState state, RegisterDefinition register, DateOnly on)
    {
        var matter = new Matter(register.Id, on) { DataOwners = register.Keeper is { } keeper ? [keeper] : [], NotYours = "not-your-register" };
        foreach (var task in state.Tasks.Values)
            if (register.Measure is not null && task.On(on).Measure(register.Measure) is { } measure)
            {
                var chain = task.ResponsibleOn(measure, on);
                return matter with { Leads = chain.Leads, Cooperating = chain.Cooperating, Items = chain.Items };
            }

        return matter;
    }

    /// <summary>An item to be judged: besides the register's own, the units that it names and the unit that entered it are parties.</summary>
    public static Matter MatterOf(PlanState state, RegisterDefinition register, RegisterItem item, DateOnly on) =>
        MatterOf(state, register, on) with { About = item.Id, Addressees = [.. item.UnitsOn(on)], Parties = item.Unit is { } unit ? [unit] : [], Doers = [.. item.Doers] };

    public static Refusal? MayKeep(string command, PlanState state, RegisterDefinition register, Caller who, DateOnly on, string? named, out string? unit)
    {
        var refusal = RightsTable.Check(register.Keeper is null ? Unkept(command) : command, who, MatterOf(state, register, on), state.Plan, named, out var found);
        unit = found.Length == 0 ? null : found;
        return refusal;
    }

    /// <summary>Only an item without a pending settlement changes.</summary>
    public static Refusal? IsOpen(RegisterItem item) => item.State switch
    {
        ItemState.Open => null,
        ItemState.Settled or ItemState.Withdrawn => Refusal.Conflict("item-closed", null, ("item", item.Id), ("state", Word(item.State))),
        _ => Refusal.Conflict("settlement-pending", null, ("item", item.Id)),
    };

    public static Refusal? NotBefore(DateOnly day, DateOnly earliest, DateOnly today) =>
        day < earliest ? Refusal.Invalid("date-out-of-bounds", "effectiveOn", ("day", day), ("from", earliest), ("to", today)) : null;

    /// <summary>
    /// Nothing is paid beyond what is owed, on any day from the change's on; what says so already and is not touched stays as it is.
    /// An item without an amount has no such bound.
    /// </summary>
    public static Refusal? Overpaid(RegisterItem? item, RegisterDefinition register, IReadOnlyList<RegisterCell> cells, DateOnly day)
    {
        if (!register.Has(RegisterColumns.Amount, ColumnType.Amount) || !register.Has(RegisterColumns.Paid, ColumnType.Amount))
            return null;
        var entry = new Entry(Guid.Empty, long.MaxValue, day, day, default, "", false);
        var before = item ?? new RegisterItem("", 0, null, entry);
        var after = before with { Facts = before.Facts.Add(new(entry, cells, false)) };
        foreach (var on in after.Facts.Select(f => f.Entry.EffectiveOn).Where(d => d >= day).Distinct().Order())
            if (after.OverpaidOn(on) is { } over && before.OverpaidOn(on) != over)
                return Refusal.Invalid("paid-exceeds-amount", cells.Any(c => c.Column == RegisterColumns.Paid) ? "values.paid" : "values.amount", ("paid", over.Paid), ("amount", over.Amount));
        return null;
    }

    public static string Word(ItemState state) => state.ToString().ToLowerInvariant();

    /// <summary>Types the cells by their columns, and looks at the texts; every mistake at once. Only the cells without one are typed.</summary>
    /// <param name="state">The only word that the status column takes, for the acts set it; null where it is not known what the item is.</param>
    public static IReadOnlyList<Refusal> Mistakes(IReadOnlyList<CellDraft> drafts, DraftText? texts, RegisterDefinition register, ActionPlan plan, ItemState? state, out List<RegisterCell> cells)
    {
        var mistakes = new List<Refusal>();
        cells = [];
        foreach (var draft in drafts)
        {
            var field = "values." + draft.Column;
            if (register.Columns.FirstOrDefault(c => c.Id == draft.Column) is not { } column)
                mistakes.Add(Refusal.Invalid("unknown-column", field, ("column", draft.Column), ("register", register.Id)));
            else if (drafts.Count(d => d.Column == draft.Column) > 1)
                mistakes.Add(Refusal.Invalid("column-twice", field, ("column", column.Title)));
            else if (column.Type != ColumnType.Status)
            {
                if (Cell(draft, column, field, plan, out var cell) is { } wrong)
                    mistakes.Add(wrong);
                else
                    cells.Add(cell);
            }
            else if (state is { } known && !draft.IsEmpty() && draft.Word != Word(known))
                mistakes.Add(Refusal.Invalid("status-follows-acts", field, ("column", column.Title), ("state", Word(known))));
        }

        mistakes.AddRange(ItemTexts.Mistakes(texts, register, plan.Rules.Registers));
        return mistakes;
    }

    private static Refusal? Cell(CellDraft draft, RegisterColumn column, string field, ActionPlan plan, out RegisterCell cell)
    {
        cell = new(column.Id);
        if (column.Type == ColumnType.Text)
            return Refusal.Invalid("column-is-text", field, ("column", column.Title));
        if (draft.IsEmpty())
            return null;
        switch (column.Type)
        {
            case ColumnType.Unit when draft.Word is { } unit:
                cell = cell with { Unit = unit };
                return plan.FindUnit(unit) is null ? Refusal.Invalid("unknown-unit", field, ("unit", unit)) : null;
            case ColumnType.Date when DateOnly.TryParseExact(draft.Word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2999:
                cell = cell with { Day = day };
                return null;
            case ColumnType.Amount or ColumnType.Number when draft.Number is { } number:
                cell = cell with { Number = Plain(number) };
                return Number(number, column, field, plan.Rules.Registers);
            default:
                return Refusal.Invalid("value-not-of-column", field, ("column", column.Title), ("type", column.Type.ToString().ToLowerInvariant()), ("value", draft.Word is { Length: > 60 } word ? word[..60] : draft.Word ?? (object?)draft.Number));
        }
    }

    private static Refusal? Number(decimal number, RegisterColumn column, string field, RegisterRules rules) =>
        Math.Abs(number) >= rules.ValueBound ? Refusal.Invalid("value-out-of-bounds", field, ("bound", rules.ValueBound))
        : Plain(number).Scale > rules.MostDecimals ? Refusal.Invalid("too-many-decimals", field, ("column", column.Title), ("most", rules.MostDecimals))
        : column.Type == ColumnType.Amount && number < 0 ? Refusal.Invalid("amount-negative", field, ("column", column.Title), ("value", number))
        : null;

    /// <summary>Without trailing zeros, so that one value has one spelling.</summary>
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
