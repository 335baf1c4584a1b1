namespace BizEnvLedger.Reports.Registers;

/// <summary>What is wrong in a workbook, and where, so that its author can put it right; its words go by the code.</summary>
/// <param name="Sheet">Name of the sheet; empty where it is the whole file.</param>
/// <param name="Row">From 1; 0 where it is the whole sheet.</param>
/// <param name="Column">Letters; empty where it is the whole row.</param>
public sealed record SheetMistake(string Code, string Sheet, int Row, string Column, IReadOnlyDictionary<string, string> Values);

/// <summary>A row as read, before any rule looks at it.</summary>
public sealed record SheetRow(int Row, string? Item, int? Version, IReadOnlyList<Core.Registers.CellDraft> Values, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>What of it has a mistake in form.</summary>
    public Core.Registers.Acts.Unread Unread { get; init; }
}

/// <summary>A workbook as read: its rows, and every mistake in form. With a single one nothing comes in; the rows are there so that rules can tell theirs beside it.</summary>
/// <param name="Places">Letters of the sheet's columns, by column id.</param>
public sealed record RegisterReading(string Sheet, IReadOnlyList<SheetRow> Rows, IReadOnlyDictionary<string, string> Places, IReadOnlyList<SheetMistake> Mistakes);

/// <summary>A file that is no workbook, or one that nobody should open.</summary>
internal sealed class WorkbookException(string code, params (string Key, string Value)[] values) : Exception(code)
{
    public string Code { get; } = code;
    public IReadOnlyDictionary<string, string> Values { get; } = values.ToDictionary(v => v.Key, v => v.Value);
}
