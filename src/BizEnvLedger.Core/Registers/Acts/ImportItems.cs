using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Registers.Acts;

/// <summary>
/// 批量导入: rows of a workbook, all or none. A row with an item's id changes it where it differs, and names the version that it left with; a row without enters an item.
/// Refused: unknown register, not the register's unit, too many rows, a row with a mistake, nothing that differs.
/// </summary>
/// <param name="Texts">The texts beside the ledger, by the event that they belong to: a row's text cells are compared with them.</param>
public sealed record ImportItems(string Register, IReadOnlyList<ImportRow> Rows, IReadOnlyDictionary<Guid, string> Texts, string? Unit)
{
    public static Decision Decide(PlanState state, ImportItems command, Caller who, Moment now)
    {
        var found = Plan(state, command, who, now);
        return found.Refusal is { } refusal ? refusal
            : found.Mistakes.Count > 0 ? Refusal.Invalid("import-mistakes", "rows", ("count", found.Mistakes.Count), ("row", found.Mistakes[0].Row))
            : found.Events.Count == 0 ? Refusal.Conflict("import-changes-nothing", null, ("register", command.Register))
            : Decision.Of([.. found.Events]);
    }

    /// <summary>What the import would do, with every mistake at once.</summary>
    public static ImportPlan Plan(PlanState state, ImportItems command, Caller who, Moment now)
    {
        if (state.Definition(command.Register, now.On) is not { } definition)
            return new() { Refusal = Keeping.UnknownRegister(command.Register) };
        var rules = state.Plan.Rules.Registers;
        var register = state.Registers.GetValueOrDefault(definition.Id) ?? new(definition.Id);
        var added = command.Rows.Count(r => r.Item is null);
        var refusal = Keeping.MayKeep(nameof(ImportItems), state, definition, who, now.On, command.Unit, out var unit)
            ?? (command.Rows.Count > rules.MostImportRows ? Refusal.Invalid("import-too-large", "rows", ("rows", command.Rows.Count), ("most", rules.MostImportRows)) : null)
            ?? AddItem.Full(register.Items.Count, added, rules, definition.Id);
        if (refusal is not null)
            return new() { Refusal = refusal };
        var (events, mistakes, number) = (new List<object>(), new List<RowMistake>(), register.Items.Count);
        var seen = new HashSet<string>();
        foreach (var row in command.Rows)
        {
            var item = row.Item is null ? null : register.Find(row.Item);
            var wrong = (row.Item is not null && item is null ? Keeping.UnknownItem(definition.Id, row.Item) : null)
                ?? (row.Item is not null && !seen.Add(row.Item) ? Refusal.Invalid("item-twice", null, ("item", row.Item)) : null)
                ?? (item is null ? null : row.Version is null ? Refusal.Invalid("item-version-missing", null, ("item", item.Id)) : ChangeItem.Moved(item, row.Version));
            if (wrong is not null)
            {
                mistakes.Add(new(row.Row, null, wrong));
                continue;
            }

            if (Mistakes(row, definition, state.Plan, item?.State ?? ItemState.Open, out var cells) is { Count: > 0 } inCells)
            {
                mistakes.AddRange(inCells);
                continue;
            }

            if (Keeping.Overpaid(item, definition, cells, now.On) is { } over)
            {
                mistakes.Add(new(row.Row, over.Field?["values.".Length..], over));
                continue;
            }

            if (item is null && AddItem.Empty(cells, row.Texts) is { } empty)
                mistakes.Add(new(row.Row, null, empty));
            else if (item is null)
                events.Add(AddItem.Event(definition.Id, ++number, unit, cells, row.Texts, now.On));
            else if (ChangeItem.Differing(item, cells, now.On) is var differing && NewTexts(item, row, command.Texts, now.On) is var texts && (differing.Count > 0 || texts is not null))
            {
                if (Keeping.IsOpen(item) is { } closed)
                    mistakes.Add(new(row.Row, null, closed));
                else
                    events.Add(ChangeItem.Event(definition.Id, item, unit, differing, texts, now.On));
            }
        }

        var adding = events.Count(e => e is RegisterItemAdded);
        return new() { Mistakes = mistakes, Events = events, Added = adding, Changed = events.Count - adding, Unchanged = command.Rows.Count - events.Count - mistakes.Select(m => m.Row).Distinct().Count() };
    }

    /// <summary>Cell by cell, so that each mistake is told with its column.</summary>
    private static List<RowMistake> Mistakes(ImportRow row, RegisterDefinition register, ActionPlan plan, ItemState state, out List<RegisterCell> cells)
    {
        var (mistakes, all) = (new List<RowMistake>(), new List<RegisterCell>());
        foreach (var draft in row.Values)
        {
            if (Keeping.Cells([draft], register, plan, state, out var typed) is { } refusal)
                mistakes.Add(new(row.Row, draft.Column, refusal));
            all.AddRange(typed);
        }

        if (ItemTexts.Check(row.Texts, register, plan.Rules.Registers) is { } text)
            mistakes.Add(new(row.Row, text.Field?["texts.".Length..], text));
        cells = all;
        return mistakes;
    }

    /// <summary>The row's texts where they differ from those beside the ledger; an erased text is as good as none.</summary>
    private static DraftText? NewTexts(RegisterItem item, ImportRow row, IReadOnlyDictionary<Guid, string> texts, DateOnly on)
    {
        var standing = item.TextsOn(on) is { } e ? texts.GetValueOrDefault(e) : null;
        var given = row.Texts?.Value ?? ItemTexts.Write([]);
        return given == (standing ?? ItemTexts.Write([])) ? null : row.Texts;
    }
}

/// <summary>A row that comes in: the whole of its cells, an absent one being empty.</summary>
/// <param name="Row">Its number in the sheet.</param>
/// <param name="Texts">All its text cells; every row brings a text, for emptied cells are a change too.</param>
public sealed record ImportRow(int Row, string? Item, int? Version, IReadOnlyList<CellDraft> Values, DraftText? Texts);

/// <summary>What is wrong in a row, in which column where it is of one.</summary>
public sealed record RowMistake(int Row, string? Column, Refusal Refusal);

/// <summary>What an import would do: a refusal of the whole, or its mistakes, or its events.</summary>
public sealed record ImportPlan
{
    public Refusal? Refusal { get; init; }
    public IReadOnlyList<RowMistake> Mistakes { get; init; } = [];
    public IReadOnlyList<object> Events { get; init; } = [];
    public int Added { get; init; }
    public int Changed { get; init; }
    public int Unchanged { get; init; }
}
