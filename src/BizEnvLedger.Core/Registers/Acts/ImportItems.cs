using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Registers.Acts;

/// <summary>
/// 批量导入: rows of a workbook, all or none. A row with an item's id changes it where it differs, and names the version that it left with; a row without enters an item.
/// Refused: unknown register, not the register's unit, a row with a mistake, too many rows that change something, a full register, nothing that differs.
/// </summary>
/// <param name="Texts">The texts beside the ledger, by the event that they belong to: a row's text cells are compared with them.</param>
public sealed record ImportItems(string Register, IReadOnlyList<ImportRow> Rows, IReadOnlyDictionary<Guid, string> Texts, string? Unit)
{
    public static Decision Decide(PlanState state, ImportItems command, Caller who, Moment now) => Plan(state, command, who, now).Decision(command.Register);

    /// <summary>What the import would do, with every mistake at once; a row that could not be read in full is looked at as far as it was.</summary>
    public static ImportPlan Plan(PlanState state, ImportItems command, Caller who, Moment now)
    {
        if (state.Definition(command.Register, now.On) is not { } definition)
            return new() { Refusal = Keeping.UnknownRegister(command.Register) };
        var register = state.Registers.GetValueOrDefault(definition.Id) ?? new(definition.Id);
        if (Keeping.MayKeep(nameof(ImportItems), state, definition, who, now.On, command.Unit, out var unit) is { } refusal)
            return new() { Refusal = refusal };
        var (events, mistakes, number) = (new List<object>(), new List<RowMistake>(), register.Items.Count);
        var seen = new HashSet<string>();
        foreach (var row in command.Rows)
        {
            var item = row.Item is null ? null : register.Find(row.Item);
            var wrong = new List<Refusal>();
            if (Misplaced(row, item, definition, seen) is { } misplaced)
                wrong.Add(misplaced);
            // Of a row that is not of the item as it stands, nobody can say which state it should have.
            ItemState? standing = wrong.Count > 0 || row.Unread.HasFlag(Unread.Item) ? null : item?.State ?? ItemState.Open;
            wrong.AddRange(Keeping.Mistakes(row.Values, row.Texts, definition, state.Plan, standing, out var cells));
            // Figures that are right, each by itself, are looked at together.
            if (wrong.TrueForAll(w => ColumnOf(w) is not (RegisterColumns.Amount or RegisterColumns.Paid)) && Keeping.Overpaid(item, definition, cells, now.On) is { } over)
                wrong.Add(over);
            if (wrong.Count > 0 || row.Unread != Unread.Nothing)
            {
                mistakes.AddRange(wrong.Select(w => new RowMistake(row.Row, ColumnOf(w), w)));
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

        var (adding, told) = (events.Count(e => e is RegisterItemAdded), mistakes.Select(m => m.Row).Concat(command.Rows.Where(r => r.Unread != Unread.Nothing).Select(r => r.Row)).Distinct().Count());
        // Rows that change nothing cost nothing, so that a whole register can go out and come back.
        if (Bounds(events.Count + told, register.Items.Count, command.Rows.Count(r => r.Item is null), definition.Id, state.Plan.Rules.Registers) is { Count: > 0 } bounds)
            if (told == 0)
                return new() { Refusal = Refusal.Of(bounds) };
            else
                mistakes.InsertRange(0, bounds.Select(b => new RowMistake(0, null, b)));
        return new() { Mistakes = mistakes, Events = events, Added = adding, Changed = events.Count - adding, Unchanged = command.Rows.Count - events.Count - told };
    }

    private static Refusal? Misplaced(ImportRow row, RegisterItem? item, RegisterDefinition register, HashSet<string> seen) =>
        row.Item is null ? null
        : item is null ? Keeping.UnknownItem(register.Id, row.Item)
        : !seen.Add(row.Item) ? Refusal.Invalid("item-twice", null, ("item", row.Item))
        : row.Version is not null ? ChangeItem.Moved(item, row.Version)
        : row.Unread.HasFlag(Unread.Version) ? null
        : Refusal.Invalid("item-version-missing", null, ("item", item.Id));

    private static IReadOnlyList<Refusal> Bounds(int changing, int items, int adding, string register, RegisterRules rules) =>
        [.. new[]
        {
            changing > rules.MostImportRows ? Refusal.Invalid("import-too-large", "rows", ("rows", changing), ("most", rules.MostImportRows)) : null,
            AddItem.Full(items, adding, rules, register),
        }.OfType<Refusal>()];

    private static string? ColumnOf(Refusal refusal) => refusal.Field?[(refusal.Field.IndexOf('.', StringComparison.Ordinal) + 1)..];

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
public sealed record ImportRow(int Row, string? Item, int? Version, IReadOnlyList<CellDraft> Values, DraftText? Texts)
{
    public Unread Unread { get; init; }
}

/// <summary>What of a row could not be read; that was told already.</summary>
[Flags]
public enum Unread
{
    Nothing = 0,
    Item = 1,
    Version = 2,
    Cells = 4,
}

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

    public Decision Decision(string register) =>
        Refusal is { } refusal ? refusal
        : Mistakes.Count > 0 ? Ledger.Refusal.Invalid("import-mistakes", "rows", ("count", Mistakes.Count), ("row", Mistakes[0].Row))
        : Events.Count == 0 ? Ledger.Refusal.Conflict("import-changes-nothing", null, ("register", register))
        : Ledger.Decision.Of([.. Events]);
}
