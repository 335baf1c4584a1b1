using System.Globalization;
using System.Text;
using System.Xml;

namespace BizEnvLedger.Reports.Registers;

/// <summary>What a cell holds, before its column is known.</summary>
internal enum Held { Text, Number, Day, Boolean, Error, Formula }

/// <summary>A cell that holds something. A number's text is the file's own; a day's is yyyy-MM-dd, empty where there is no such day.</summary>
internal sealed record RawCell(int Column, Held Held, string Text);

internal sealed record RawRow(int Number, IReadOnlyList<RawCell> Cells);

/// <summary>Row and column of a merged range's first and last cell.</summary>
internal readonly record struct Merge(string Reference, int FirstRow, int FirstColumn, int LastRow, int LastColumn);

/// <summary>One sheet of a workbook from outside: cells with their kinds, merged ranges.</summary>
internal sealed class RawSheet
{
    private const int LastColumn = 16_384, LastRow = 1_048_576;

    private readonly List<string> strings = [];
    private readonly HashSet<int> dayStyles = [];
    private bool from1904;

    public required string Name { get; init; }
    public List<RawRow> Rows { get; } = [];
    public List<Merge> Merges { get; } = [];

    /// <summary>Whether the sheet went on after the most rows that are asked for.</summary>
    public bool Cut { get; private set; }

    /// <summary>The sheet of that name, or the only visible one.</summary>
    /// <exception cref="WorkbookException">There is none, or the file is no workbook.</exception>
    public static RawSheet Read(WorkbookFile file, string name, int mostRows, int mostMerges)
    {
        var book = file.Relations("").FirstOrDefault(r => r.Type == "officeDocument").Part ?? throw new WorkbookException("workbook-unreadable");
        var relations = file.Relations(book);
        var sheets = new List<(string Name, string Id, bool Visible)>();
        var from1904 = false;
        using (var reader = file.Open(book))
            while (reader.Read())
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                    sheets.Add((reader.GetAttribute("name") ?? "", Attribute(reader, "id") ?? "", reader.GetAttribute("state") is null or "visible"));
                else if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                    from1904 = reader.GetAttribute("date1904") is "1" or "true";
        var visible = sheets.Where(s => s.Visible).ToList();
        var chosen = sheets.Find(s => s.Name == name) is { Name: not null } own ? own
            : visible.Count == 1 ? visible[0]
            : throw new WorkbookException("sheet-missing", ("sheet", name));
        var part = relations.FirstOrDefault(r => r.Id == chosen.Id && r.Type == "worksheet").Part ?? throw new WorkbookException("workbook-unreadable");
        var sheet = new RawSheet { Name = chosen.Name, from1904 = from1904 };
        foreach (var relation in relations)
            if (relation.Type == "sharedStrings")
                sheet.ReadStrings(file, relation.Part);
            else if (relation.Type == "styles")
                sheet.ReadStyles(file, relation.Part);
        sheet.ReadCells(file, part, mostRows, mostMerges);
        return sheet;
    }

    private static string? Attribute(XmlReader reader, string localName)
    {
        // The id's namespace differs between the two kinds of the format.
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (reader.LocalName == localName && reader.Prefix.Length > 0)
            {
                var value = reader.Value;
                reader.MoveToElement();
                return value;
            }
        }

        reader.MoveToElement();
        return null;
    }

    private void ReadStrings(WorkbookFile file, string part)
    {
        using var reader = file.Open(part);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
                strings.Add(Runs(reader));
    }

    private void ReadStyles(WorkbookFile file, string part)
    {
        var (codes, formats, inFormats) = (new Dictionary<int, string>(), 0, false);
        using var reader = file.Open(part);
        while (reader.Read())
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "numFmt"):
                    codes[Whole(reader.GetAttribute("numFmtId")) ?? -1] = reader.GetAttribute("formatCode") ?? "";
                    break;
                case (XmlNodeType.Element, "cellXfs"):
                    inFormats = !reader.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "cellXfs"):
                    inFormats = false;
                    break;
                case (XmlNodeType.Element, "xf") when inFormats:
                    if (IsDay(Whole(reader.GetAttribute("numFmtId")) ?? 0, codes))
                        dayStyles.Add(formats);
                    formats++;
                    break;
                default:
                    break;
            }
    }

    /// <summary>Numbers of the built-in formats of dates (clause 18.8.30, with those of Chinese), else by the letters of the format's own code.</summary>
    private static bool IsDay(int format, Dictionary<int, string> codes)
    {
        if (!codes.TryGetValue(format, out var code))
            return format is >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or 50 or 51 or 52 or 53 or 54 or 57 or 58;
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
            if (code[i] == '\\' || code[i] == '_' || code[i] == '*')
                i++;
            else if (code[i] == '"')
                quoted = !quoted;
            else if (!quoted && code[i] is '[' or ']')
                bracketed = code[i] == '[';
            else if (!quoted && !bracketed && code[i] is 'y' or 'Y' or 'd' or 'D')
                return true;
        return false;
    }

    private void ReadCells(WorkbookFile file, string part, int mostRows, int mostMerges)
    {
        using var reader = file.Open(part);
        var row = 0;
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                var number = Whole(reader.GetAttribute("r")) ?? row + 1;
                if (number <= row || number > LastRow)
                    throw new WorkbookException("workbook-unreadable");
                row = number;
                if (!reader.IsEmptyElement && Cells(reader) is { Count: > 0 } cells && !Cut)
                {
                    Rows.Add(new(row, cells));
                    Cut = Rows.Count > mostRows;
                }
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && Merges.Count < mostMerges && reader.GetAttribute("ref") is { } reference)
                Merges.Add(Range(reference));
    }

    private List<RawCell> Cells(XmlReader reader)
    {
        var (cells, column, depth) = (new List<RawCell>(), 0, reader.Depth);
        while (reader.Read() && reader.Depth > depth)
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                var place = reader.GetAttribute("r") is { } reference ? Place(reference).Column : column + 1;
                if (place <= column || place > LastColumn)
                    throw new WorkbookException("workbook-unreadable");
                column = place;
                if (!reader.IsEmptyElement && Cell(reader, column) is { } cell)
                    cells.Add(cell);
            }
        return cells;
    }

    private RawCell? Cell(XmlReader reader, int column)
    {
        var (type, style, depth) = (reader.GetAttribute("t"), Whole(reader.GetAttribute("s")) ?? 0, reader.Depth);
        var (value, inline, formula, inValue) = (new StringBuilder(), (string?)null, false, false);
        while (reader.Read() && reader.Depth > depth)
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "is":
                    inline = Runs(reader);
                    break;
                case XmlNodeType.Element:
                    formula |= reader.LocalName == "f";
                    inValue = reader.LocalName == "v" && !reader.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    inValue = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inValue:
                    value.Append(reader.Value);
                    break;
                default:
                    break;
            }
        if (formula)
            return new(column, Held.Formula, "");
        var text = value.ToString();
        return type switch
        {
            "s" => Whole(text.Trim()) is { } index && index < strings.Count ? Full(column, strings[index]) : throw new WorkbookException("workbook-unreadable"),
            "inlineStr" => Full(column, inline ?? ""),
            "str" => Full(column, CellText.Unescape(text)),
            "b" => new(column, Held.Boolean, text),
            "e" => new(column, Held.Error, text.Trim()),
            "d" => new(column, Held.Day, text.Trim() is { Length: >= 10 } day ? day[..10] : ""),
            _ when text.Trim().Length == 0 => null,
            _ when dayStyles.Contains(style) => new(column, Held.Day, Day(text)),
            _ => new(column, Held.Number, text.Trim()),
        };
    }

    private string Day(string serial) =>
        double.TryParse(serial, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Serial.Day(number, from1904) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static RawCell? Full(int column, string text) => string.IsNullOrWhiteSpace(text) ? null : new(column, Held.Text, text);

    /// <summary>The text of a string item, plain or in runs; reading aids (rPh) are not part of it.</summary>
    private static string Runs(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var (text, depth, inText, aid) = (new StringBuilder(), reader.Depth, false, 0);
        while (reader.Read() && reader.Depth > depth)
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "rPh" && !reader.IsEmptyElement:
                    aid++;
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "rPh":
                    aid--;
                    break;
                case XmlNodeType.Element:
                    inText = reader.LocalName == "t" && aid == 0 && !reader.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inText:
                    text.Append(reader.Value);
                    break;
                default:
                    break;
            }
        return CellText.Unescape(text.ToString());
    }

    private static Merge Range(string reference)
    {
        var ends = reference.Split(':');
        var (first, last) = (Place(ends[0]), Place(ends[^1]));
        return new(reference, first.Row, first.Column, last.Row, last.Column);
    }

    private static (int Row, int Column) Place(string reference)
    {
        var (column, i) = (0, 0);
        for (; i < reference.Length && i < 3 && char.IsAsciiLetter(reference[i]); i++)
            column = column * 26 + (reference[i] | 0x20) - 'a' + 1;
        return column > 0 && Whole(reference[i..]) is { } row and > 0 ? (row, column) : throw new WorkbookException("workbook-unreadable");
    }

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
