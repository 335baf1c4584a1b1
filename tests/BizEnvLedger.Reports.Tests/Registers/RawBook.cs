using System.IO.Compression;
using System.Text;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Reports.Registers;

namespace BizEnvLedger.Reports.Tests.Registers;

/// <summary>A workbook put together by hand, as no office program would, and the register that it is read as.</summary>
internal sealed record RawBook
{
    public static readonly RegisterDefinition Arrears = new()
    {
        Id = "arrears", Title = "拖欠账款：清零/2021", Clause = "三",
        Columns =
        [
            new("debtor", "欠款单位", ColumnType.Unit), new("party", "企业", ColumnType.Text), new("amount", "欠款金额（万元）", ColumnType.Amount),
            new("due", "清偿期限", ColumnType.Date), new("count", "笔数", ColumnType.Number), new("status", "状态", ColumnType.Status),
        ],
    };

    public const string Head = "<row r=\"1\">" +
        "<c r=\"A1\" t=\"inlineStr\"><is><t>台账编号</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>版次</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>欠款单位</t></is></c>" +
        "<c r=\"D1\" t=\"inlineStr\"><is><t>企业</t></is></c><c r=\"E1\" t=\"inlineStr\"><is><t> 欠款金额(万元) </t></is></c><c r=\"F1\" t=\"inlineStr\"><is><t>清偿\n期限</t></is></c>" +
        "<c r=\"G1\" t=\"inlineStr\"><is><t>笔数</t></is></c><c r=\"H1\" t=\"inlineStr\"><is><t>状态</t></is></c></row>";

    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Rows under the head.</summary>
    public string Rows { get; init; } = "";
    public string? Data { get; init; }
    public string AfterData { get; init; } = "";
    public string Strings { get; init; } = "";
    public string Prologue { get; init; } = "";
    public string BookProperties { get; init; } = "";
    public string Sheets { get; init; } = "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/>";
    public IReadOnlyList<(string Name, byte[] Content)> More { get; init; } = [];

    public byte[] Bytes() => Zip([.. Parts().Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Xml))), .. More]);

    public RegisterReading Read(int mostRows = 100) => Read(Bytes(), mostRows);

    public static RegisterReading Read(byte[] bytes, int mostRows = 100) => RegisterReader.Read(bytes, Arrears, UnitOf, mostRows);

    public static string? UnitOf(string name) => name switch { "市财政局" or "财政局" or "finance-bureau" => "finance-bureau", "科尔沁区" => "horqin", _ => null };

    /// <summary>Code and place of every mistake.</summary>
    public static IEnumerable<string> Told(RegisterReading reading) => reading.Mistakes.Select(m => $"{m.Code} {m.Column}{m.Row}");

    public static string Inline(string reference, string text) => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</t></is></c>";

    public static string Number(string reference, string value, int style = 0) => $"<c r=\"{reference}\" s=\"{style}\"><v>{value}</v></c>";

    public static byte[] Zip(IReadOnlyList<(string Name, byte[] Content)> entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        return stream.ToArray();
    }

    private IEnumerable<(string Name, string Xml)> Parts() =>
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
        ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook {Main}>{BookProperties}<sheets>{Sheets}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
            $"<Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Office}/worksheet\" Target=\"/xl/worksheets/../worksheets/sheet2.xml\"/>" +
            $"<Relationship Id=\"rId3\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId4\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>"),
        // Formats: 0 general, 1 a built-in date, 2 a Chinese date, 3 a number with a word in it, 4 text.
        ("xl/styles.xml", $"<styleSheet {Main}><numFmts count=\"2\"><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"171\" formatCode=\"0.00&quot;yuan/day&quot;;[Red]\\d0\"/></numFmts>" +
            "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"49\"/></cellXfs></styleSheet>"),
        ("xl/sharedStrings.xml", $"<sst {Main}>{Strings}</sst>"),
        ("xl/worksheets/sheet1.xml", $"{Prologue}<worksheet {Main}>{Data ?? $"<sheetData>{Head}{Rows}</sheetData>"}{AfterData}</worksheet>"),
        ("xl/worksheets/sheet2.xml", $"<worksheet {Main}><sheetData>{Head}<row r=\"2\">{Inline("D2", "第二张表")}</row></sheetData></worksheet>"),
    ];
}
