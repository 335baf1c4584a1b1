using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace BizEnvLedger.Audit.Commands;

/// <summary>Rows for people, for programs or for a spreadsheet.</summary>
internal static class Table
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    public static string FormatOf(Options options)
    {
        var format = options.Value("--format") ?? "table";
        return format is "table" or "json" or "csv" ? format : throw new WrongUse("format-unknown", ("format", format));
    }

    /// <param name="names">Column names for programs.</param>
    /// <param name="heads">Column heads for people.</param>
    public static void Write(TextWriter output, string format, IReadOnlyList<string> names, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        if (format == "json")
        {
            output.WriteLine(JsonSerializer.Serialize(rows.Select(r => names.Zip(r).ToDictionary(p => p.First, p => p.Second)), Json));
            return;
        }

        if (format == "csv")
        {
            output.WriteLine(string.Join(',', names));
            foreach (var row in rows)
                output.WriteLine(string.Join(',', row.Select(Cell)));
            return;
        }

        var widths = heads.Select((h, i) => Math.Max(Width(h), rows.Select(r => Width(r[i] ?? "")).DefaultIfEmpty(0).Max())).ToList();
        Line(heads);
        output.WriteLine(string.Join("  ", widths.Select(w => new string('-', w))));
        foreach (var row in rows)
            Line(row);

        void Line(IReadOnlyList<string?> cells)
        {
            var line = new StringBuilder();
            for (var i = 0; i < cells.Count; i++)
                line.Append(cells[i]).Append(' ', widths[i] - Width(cells[i] ?? "") + 2);
            output.WriteLine(line.ToString().TrimEnd());
        }
    }

    /// <summary>RFC 4180; a cell that a spreadsheet would take for a formula is led by an apostrophe.</summary>
    private static string Cell(string? text)
    {
        text ??= "";
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) && !decimal.TryParse(text, out _))
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }

    /// <summary>Columns that a text takes: a Chinese character takes two.</summary>
    private static int Width(string text) => text.EnumerateRunes().Sum(r => r.Value >= 0x1100 && (r.Value <= 0x115f || r.Value is >= 0x2e80 and <= 0xa4cf or >= 0xac00 and <= 0xd7a3 or >= 0xf900 and <= 0xfaff or >= 0xfe30 and <= 0xfe6f or >= 0xff00 and <= 0xff60 or >= 0xffe0 and <= 0xffe6 or >= 0x20000) ? 2 : 1);
}
