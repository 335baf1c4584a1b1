using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Registers.Acts;
using BizEnvLedger.Reports.HalfYearReports.Workbook;

namespace BizEnvLedger.Reports.Registers;

/// <summary>
/// Reads a register's workbook that comes from outside, and trusts nothing in it: bounded when unpacked, no formula, no merged cell, every value of its column's kind.
/// All mistakes are told at once, each with its place. Never throws for what the file holds.
/// </summary>
public static partial class RegisterReader
{
    /// <summary>More mistakes than these are not told one by one.</summary>
    public const int MostMistakes = 200;

    /// <param name="unitOf">A unit's id by its name, alias or id; null where there is none.</param>
    /// <param name="mostRows">Rows beyond these are not read.</param>
    public static RegisterReading Read(byte[] bytes, RegisterDefinition definition, Func<string, string?> unitOf, int mostRows)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(definition);
        try
        {
            using var file = new WorkbookFile(bytes);
            return new Table(RawSheet.Read(file, Headings.Sheet(definition), mostRows + 1, MostMistakes), definition, unitOf, mostRows).Read();
        }
        catch (WorkbookException e)
        {
            return Whole(e.Code, e.Values);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            return Whole("workbook-unreadable", new Dictionary<string, string>());
        }
    }

    private static RegisterReading Whole(string code, IReadOnlyDictionary<string, string> values) => new("", [], new Dictionary<string, string>(), [new(code, "", 0, "", values)]);

    /// <summary>The sheet with its headings known.</summary>
    private sealed class Table(RawSheet sheet, RegisterDefinition definition, Func<string, string?> unitOf, int mostRows)
    {
        private readonly List<SheetMistake> mistakes = [];
        private readonly Dictionary<int, RegisterColumn> columns = [];
        private int itemAt, versionAt;
        private Unread unread;

        public RegisterReading Read()
        {
            if (sheet.Rows.Count == 0)
                Mistake("sheet-empty", 0, 0);
            else if (Heads(sheet.Rows[0]))
            {
                foreach (var merge in sheet.Merges)
                    Mistake("cells-merged", merge.FirstRow, merge.FirstColumn, ("range", merge.Reference));
                if (sheet.Cut)
                    Mistake("sheet-too-long", 0, 0, ("most", mostRows.ToString(CultureInfo.InvariantCulture)));
            }

            var rows = columns.Count == 0 ? [] : sheet.Rows.Skip(1).Select(Row).ToList();
            return new(sheet.Name, rows, columns.ToDictionary(c => c.Value.Id, c => SheetLayout.Column(c.Key)), mistakes);
        }

        /// <summary>Finds the headings, in whatever order; false where the row has none of them.</summary>
        private bool Heads(RawRow row)
        {
            var known = definition.Columns.DistinctBy(c => Headings.Plain(Headings.Of(definition, c))).ToDictionary(c => Headings.Plain(Headings.Of(definition, c)));
            var unknown = new List<RawCell>();
            foreach (var cell in row.Cells)
                if (Headings.Plain(cell.Text) is var heading && heading == Headings.Item && itemAt == 0)
                    itemAt = cell.Column;
                else if (heading == Headings.Version && versionAt == 0)
                    versionAt = cell.Column;
                else if (known.TryGetValue(heading, out var column) && !columns.ContainsValue(column))
                    columns[cell.Column] = column;
                else
                    unknown.Add(cell);
            if (columns.Count == 0)
            {
                Mistake("headings-missing", row.Number, 0, ("headings", string.Join('、', known.Values.Select(c => Headings.Of(definition, c)))));
                return false;
            }

            foreach (var cell in unknown)
                Mistake(known.ContainsKey(Headings.Plain(cell.Text)) || Headings.Plain(cell.Text) is Headings.Item or Headings.Version ? "heading-twice" : "heading-unknown", row.Number, cell.Column, ("heading", Short(cell.Text)));
            foreach (var missing in known.Values.Where(c => !columns.ContainsValue(c)).Select(c => Headings.Of(definition, c)).Concat(itemAt == 0 ? [Headings.Item] : []).Concat(versionAt == 0 ? [Headings.Version] : []))
                Mistake("heading-missing", row.Number, 0, ("heading", missing));
            return true;
        }

        private SheetRow Row(RawRow row)
        {
            var (values, texts) = (new List<CellDraft>(), new Dictionary<string, string>());
            unread = (itemAt == 0 ? Unread.Item : 0) | (versionAt == 0 ? Unread.Version : 0) | (columns.Count < definition.Columns.Count ? Unread.Cells : 0);
            if (sheet.Merges.Exists(m => m.FirstRow <= row.Number && row.Number <= m.LastRow))
                unread = Unread.Item | Unread.Version | Unread.Cells;
            string? item = null;
            int? version = null;
            foreach (var cell in row.Cells)
                if (cell.Held == Held.Formula)
                    Mistake("cell-formula", row.Number, cell.Column);
                else if (cell.Held == Held.Error)
                    Mistake("cell-error", row.Number, cell.Column, ("value", Short(cell.Text)));
                else if (cell.Held == Held.Boolean)
                    Mistake("cell-boolean", row.Number, cell.Column);
                else if (cell.Column == itemAt)
                    item = cell.Text.Trim();
                else if (cell.Column == versionAt)
                    version = Version(cell, row.Number);
                else if (!columns.TryGetValue(cell.Column, out var column))
                    Mistake("cell-without-heading", row.Number, cell.Column, ("value", Short(cell.Text)));
                else if (column.Type == ColumnType.Text)
                    texts[column.Id] = Text(cell, row.Number);
                else if (Typed(cell, column, row.Number) is { } draft)
                    values.Add(draft);
            // Each row is the whole item: a cell that is empty here is emptied there.
            values.AddRange(columns.Values.Where(c => c.Type is not (ColumnType.Text or ColumnType.Status) && values.All(v => v.Column != c.Id)).Select(c => new CellDraft(c.Id)));
            return new(row.Number, item, version, values, texts) { Unread = unread };
        }

        private CellDraft? Typed(RawCell cell, RegisterColumn column, int row)
        {
            switch (column.Type)
            {
                case ColumnType.Unit:
                    return unitOf(cell.Text.Trim()) is { } unit ? new(column.Id, unit) : Wrong("unit-not-found");
                case ColumnType.Status:
                    return StateWords.Read(cell.Text) is { } state ? new(column.Id, state.ToString().ToLowerInvariant()) : Wrong("status-unknown");
                case ColumnType.Date:
                    return cell.Held == Held.Number ? Wrong("date-as-number")
                        : (cell.Held == Held.Day ? cell.Text : Date(cell.Text)) is { Length: > 0 } day && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? new(column.Id, day)
                        : Wrong("date-unreadable");
                default:
                    return cell.Held == Held.Day ? Wrong("number-as-date")
                        : Number(cell) is { } number ? new(column.Id, null, number)
                        : Wrong("number-unreadable");
            }

            CellDraft? Wrong(string code)
            {
                Mistake(code, row, cell.Column, ("column", column.Title), ("value", Short(cell.Text)));
                return null;
            }
        }

        private string Text(RawCell cell, int row)
        {
            if (cell.Held == Held.Day && cell.Text.Length == 0)
                Mistake("date-unreadable", row, cell.Column, ("column", columns[cell.Column].Title), ("value", ""));
            if (cell.Held != Held.Number)
                return cell.Text;
            // From fifteen digits on a spreadsheet has already lost the last ones.
            if (Number(cell) is not { } number || Math.Abs(number) >= 1_000_000_000_000_000m)
                Mistake("text-as-number", row, cell.Column, ("column", columns[cell.Column].Title), ("value", Short(cell.Text)));
            return Number(cell)?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
        }

        private int? Version(RawCell cell, int row)
        {
            if (Number(cell) is { } number and >= 0 and < int.MaxValue && number == decimal.Truncate(number))
                return (int)number;
            Mistake("version-unreadable", row, cell.Column, ("value", Short(cell.Text)));
            return null;
        }

        /// <summary>A number as the sheet keeps it, to fifteen digits; or a text that is plainly one.</summary>
        private static decimal? Number(RawCell cell) =>
            cell.Held == Held.Number && double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e27 ? (decimal)number
            : cell.Held == Held.Text && PlainNumber().IsMatch(cell.Text.Trim()) && decimal.TryParse(cell.Text.Trim().Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var written) ? written
            : null;

        /// <summary>2022-6-30, 2022/6/30, 2022.6.30 or 2022年6月30日, as yyyy-MM-dd.</summary>
        private static string Date(string text) =>
            PlainDate().Match(text.Trim()) is { Success: true } m
                ? $"{m.Groups["y"].Value}-{m.Groups["m"].Value.PadLeft(2, '0')}-{m.Groups["d"].Value.PadLeft(2, '0')}"
                : "";

        private void Mistake(string code, int row, int column, params (string Key, string Value)[] values)
        {
            unread |= column == 0 ? Unread.Nothing : column == itemAt ? Unread.Item : column == versionAt ? Unread.Version : Unread.Cells;
            if (mistakes.Count < MostMistakes)
                mistakes.Add(new(code, sheet.Name, row, column == 0 ? "" : SheetLayout.Column(column), values.ToDictionary(v => v.Key, v => v.Value)));
        }

        private static string Short(string text) => text.Length > 60 ? text[..60] : text;
    }

    [GeneratedRegex(@"^-?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})(\.[0-9]{1,15})?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?:-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})|/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})|\.(?<m>[0-9]{1,2})\.(?<d>[0-9]{1,2})|年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日)$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainDate();
}
