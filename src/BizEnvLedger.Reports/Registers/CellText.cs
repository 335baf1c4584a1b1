using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace BizEnvLedger.Reports.Registers;

/// <summary>Characters that XML cannot hold are written <c>_xHHHH_</c> in a workbook (ECMA-376 part 1, clause 22.9.2.19), and what looks like that is escaped too.</summary>
internal static partial class CellText
{
    public static string Escape(string text) =>
        string.Concat(Escaped().Replace(text, "_x005F_").Select((c, i) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_")));

    public static string Unescape(string text) =>
        !text.Contains("_x", StringComparison.Ordinal) ? text
        : Code().Replace(text, m => ((char)ushort.Parse(m.Groups["code"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());

    /// <summary>Whether a program that reads a cell as typed would take it for a formula.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '＝' or '＋' or '－' or '＠';

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
