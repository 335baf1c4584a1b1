using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Reports.Registers;
using CsCheck;
using static BizEnvLedger.Reports.Tests.Registers.RawBook;

namespace BizEnvLedger.Reports.Tests.Registers;

public sealed class RegisterReaderTests
{
    [Fact]
    public void Every_way_of_writing_a_value_is_read_as_the_value()
    {
        var reading = new RawBook
        {
            Strings = "<si><t>财政局</t></si><si><r><t>某</t></r><r><rPr/><t xml:space=\"preserve\">公司 </t></r><rPh sb=\"0\" eb=\"1\"><t>MOU</t></rPh></si><si/>",
            Rows = $"<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>arrears-7</t></is></c>{Number("B2", "3")}<c r=\"C2\" t=\"s\"><v>0</v></c><c r=\"D2\" t=\"s\"><v>1</v></c>{Number("E2", "0.30000000000000004")}{Number("F2", "44742", 1)}{Number("G2", "1.2E1", 3)}{Inline("H2", "未销账")}</row>" +
                $"<row><c t=\"s\"><v>2</v></c><c/>{Inline("C3", "科尔沁区")}{Inline("D3", "=1+1")}{Inline("E3", "1,234.50")}{Inline("F3", "2022年6月3日")}</row>" +
                $"<row r=\"9\">{Number("D9", "20220630")}{Number("F9", "44742.75", 2)}<c r=\"G9\" t=\"str\"><v>-5</v></c></row>" +
                $"<row r=\"11\">{Inline("C11", "finance-bureau")}<c r=\"F11\" t=\"d\"><v>2022-06-30T00:00:00</v></c></row><row r=\"12\">{Inline("C12", "  ")}</row>",
        }.Read();
        Told(reading).ShouldBeEmpty();
        reading.Rows.Select(r => (r.Row, r.Item, r.Version)).ShouldBe([(2, "arrears-7", 3), (3, null, null), (9, null, null), (11, null, null)]);
        reading.Rows[0].Values.ShouldBe([new("debtor", "finance-bureau"), new("amount", null, 0.3m), new("due", "2022-06-30"), new("count", null, 12m), new("status", "open")]);
        reading.Rows[0].Texts.ShouldBe(new Dictionary<string, string> { ["party"] = "某公司 " });
        reading.Rows[1].Values.ShouldBe([new("debtor", "horqin"), new("amount", null, 1234.50m), new("due", "2022-06-03"), new CellDraft("count")]);
        reading.Rows[1].Texts["party"].ShouldBe("=1+1");
        reading.Rows[2].Values.ShouldBe([new("due", "2022-06-30"), new("count", null, -5m), new CellDraft("debtor"), new CellDraft("amount")]);
        reading.Rows[2].Texts["party"].ShouldBe("20220630");
        reading.Places["amount"].ShouldBe("E");
    }

    [Fact]
    public void Every_mistake_is_told_at_once_with_its_place()
    {
        var reading = new RawBook
        {
            Rows = $"<row r=\"2\">{Number("B2", "1.5")}{Inline("C2", "某局")}{Number("D2", "123456789012345678")}{Inline("E2", "12万元")}{Number("F2", "44742")}{Number("G2", "44742", 1)}{Inline("H2", "清了")}</row>" +
                "<row r=\"3\"><c r=\"C3\" t=\"b\"><v>1</v></c><c r=\"D3\"><f>HYPERLINK(\"http://x\")</f><v>1</v></c><c r=\"E3\" t=\"e\"><v>#REF!</v></c><c r=\"F3\" s=\"1\"><v>60</v></c><c r=\"G3\"><v>abc</v></c></row>" +
                $"<row r=\"4\">{Inline("F4", "2022-02-30")}{Inline("J4", "旁注")}</row>" +
                $"<row r=\"5\">{Number("E5", "1E300")}{Number("F5", "99999999", 1)}</row>",
            AfterData = "<mergeCells count=\"1\"><mergeCell ref=\"C2:D3\"/></mergeCells>",
        }.Read();
        Told(reading).ShouldBe(
        [
            "cells-merged C2", "version-unreadable B2", "unit-not-found C2", "text-as-number D2", "number-unreadable E2", "date-as-number F2", "number-as-date G2", "status-unknown H2",
            "cell-boolean C3", "cell-formula D3", "cell-error E3", "date-unreadable F3", "number-unreadable G3", "date-unreadable F4", "cell-without-heading J4", "number-unreadable E5", "date-unreadable F5",
        ]);
        reading.Mistakes[2].ShouldSatisfyAllConditions(m => m.Sheet.ShouldBe("Sheet1"), m => m.Values["value"].ShouldBe("某局"), m => m.Values["column"].ShouldBe("欠款单位"));
    }

    [Theory]
    [InlineData("企业", "单位名称", "heading-unknown D1|heading-missing 1")]
    [InlineData("企业", "状态", "heading-twice H1|heading-missing 1")]
    [InlineData("台账编号", "编号", "heading-unknown A1|heading-missing 1")]
    [InlineData("版次", "", "heading-missing 1")]
    public void Headings_are_the_register_s_own(string heading, string instead, string told) =>
        string.Join('|', Told(new RawBook { Data = $"<sheetData>{Head.Replace($"<t>{heading}</t>", $"<t>{instead}</t>", StringComparison.Ordinal)}</sheetData>" }.Read())).ShouldBe(told);

    [Fact]
    public void Another_table_is_told_once_and_an_empty_sheet_too()
    {
        Told(new RawBook { Data = $"<sheetData><row r=\"3\">{Inline("A3", "姓名")}</row><row r=\"4\">{Inline("A4", "张三")}</row></sheetData>" }.Read()).ShouldBe(["headings-missing 3"]);
        Told(new RawBook { Data = "<sheetData/>" }.Read()).ShouldBe(["sheet-empty 0"]);
    }

    [Fact]
    public void The_register_s_own_sheet_is_read_or_the_only_visible_one()
    {
        const string Two = "<sheet name=\"说明\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"{0}\" sheetId=\"2\" r:id=\"rId2\"/>";
        new RawBook { Sheets = string.Format(Two, "拖欠账款：清零2021") }.Read().Rows.Single().Texts["party"].ShouldBe("第二张表");
        Told(new RawBook { Sheets = string.Format(Two, "别的") }.Read()).ShouldBe(["sheet-missing 0"]);
        new RawBook { Sheets = "<sheet name=\"a\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"b\" sheetId=\"2\" r:id=\"rId2\"/>" }.Read().Rows.Single().Row.ShouldBe(2);
        Told(new RawBook { Sheets = "" }.Read()).ShouldBe(["sheet-missing 0"]);
        Told(new RawBook { Sheets = "<sheet name=\"a\" sheetId=\"1\" r:id=\"rId3\"/>" }.Read()).ShouldBe(["workbook-unreadable 0"]);
    }

    [Fact]
    public void Days_are_counted_from_1904_where_the_workbook_says_so() =>
        new RawBook { BookProperties = "<workbookPr date1904=\"1\"/>", Rows = $"<row r=\"2\">{Number("F2", "43280", 1)}</row>" }.Read().Rows[0].Values[0].Word.ShouldBe("2022-06-30");

    [Theory]
    [InlineData("1900-01-01", 1)]
    [InlineData("1900-02-28", 59)]
    [InlineData("1900-03-01", 61)]
    [InlineData("2022-06-30", 44742)]
    [InlineData("9999-12-31", 2958465)]
    public void A_day_and_its_serial_are_one(string day, int serial)
    {
        Serial.Of(DateOnly.Parse(day)).ShouldBe(serial);
        Serial.Day(serial, false).ShouldBe(DateOnly.Parse(day));
    }

    [Fact]
    public void Rows_beyond_the_most_are_not_read_and_mistakes_beyond_the_most_not_told()
    {
        var rows = string.Concat(Enumerable.Range(2, 400).Select(i => $"<row r=\"{i}\">{Inline($"C{i}", "某局")}</row>"));
        Told(new RawBook { Rows = rows }.Read(3)).ShouldContain("sheet-too-long 0");
        new RawBook { Rows = rows }.Read(3).Rows.Count.ShouldBeLessThanOrEqualTo(4);
        new RawBook { Rows = rows }.Read(1000).Mistakes.Count.ShouldBe(RegisterReader.MostMistakes);
        Told(new RawBook { Rows = $"<row r=\"2\">{Inline("D2", "a")}</row><row r=\"3\">{Inline("D3", "b")}</row>" }.Read(2)).ShouldBeEmpty();
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "<sheetData><row r=\"2\"/><row r=\"2\"/></sheetData>", "row twice" },
        { "<sheetData><row r=\"1048577\"/></sheetData>", "row too far" },
        { "<sheetData><row><c r=\"XFE1\"><v>1</v></c></row></sheetData>", "column too far" },
        { "<sheetData><row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row></sheetData>", "columns backwards" },
        { "<sheetData><row><c r=\"1A\"><v>1</v></c></row></sheetData>", "no place" },
        { "<sheetData><row><c t=\"s\"><v>99</v></c></row></sheetData>", "no such string" },
        { "<sheetData><row><c t=\"s\"><v>-1</v></c></row></sheetData>", "a string before the first" },
        { "<sheetData><row>", "cut off" },
        { "<sheetData/><mergeCells><mergeCell ref=\"?\"/></mergeCells>", "no range" },
        { "<sheetData><row><c t=\"inlineStr\"><is><t>&unknown;</t></is></c></row></sheetData>", "unknown entity" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_sheet_is_refused_as_a_whole(string data, string why) => Told(new RawBook { Data = data }.Read()).ShouldBe(["workbook-unreadable 0"], why);

    [Fact]
    public void No_entity_is_expanded_and_nothing_outside_is_read()
    {
        const string Laughs = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        Told(new RawBook { Prologue = Laughs, Rows = "<row r=\"2\"><c r=\"D2\" t=\"inlineStr\"><is><t>&b;</t></is></c></row>" }.Read()).ShouldBe(["workbook-unreadable 0"]);
        Told(new RawBook { Prologue = "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", Rows = "<row r=\"2\"><c r=\"D2\" t=\"inlineStr\"><is><t>&a;</t></is></c></row>" }.Read()).ShouldBe(["workbook-unreadable 0"]);
    }

    [Fact]
    public void A_zip_bomb_is_not_unpacked()
    {
        // Forty megabytes of nothing in forty kilobytes.
        Told(new RawBook { More = [("xl/media/blank.xml", new byte[40 * 1024 * 1024])] }.Read()).ShouldBe(["workbook-too-large 0"]);
        Told(new RawBook { More = [.. Enumerable.Range(0, 300).Select(i => ($"xl/{i}.xml", Array.Empty<byte>()))] }.Read()).ShouldBe(["workbook-too-large 0"]);
    }

    [Fact]
    public void A_zip_that_lies_about_its_sizes_gives_no_more_than_it_may()
    {
        var rows = new StringBuilder();
        while (rows.Length < 40 * 1024 * 1024)
            rows.Append("<row><c><v>1</v></c></row>          ");
        var bytes = new RawBook { Data = $"<sheetData>{rows}</sheetData>" }.Bytes();
        Told(Read(bytes)).ShouldBe(["workbook-too-large 0"]);
        // The directory says a thousand bytes for each entry.
        for (var i = 0; i < bytes.Length - 46; i++)
            if (bytes.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8))
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i + 24), Math.Min(1000, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(i + 24))));
        Told(Read(bytes)).Single().ShouldBeOneOf("workbook-too-large 0", "workbook-unreadable 0");
    }

    [Fact]
    public void What_is_no_workbook_or_runs_is_refused()
    {
        Told(Read([])).ShouldBe(["workbook-unreadable 0"]);
        Told(Read("name,amount\n"u8.ToArray())).ShouldBe(["workbook-unreadable 0"]);
        Told(Read("PK\u0003\u0004 and nothing more"u8.ToArray())).ShouldBe(["workbook-unreadable 0"]);
        Told(Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])).ShouldBe(["workbook-old-or-encrypted 0"]);
        Told(Read(Zip([("a.txt", [1])]))).ShouldBe(["workbook-unreadable 0"]);
        Told(new RawBook { More = [("xl/vbaProject.bin", [1])] }.Read()).ShouldBe(["workbook-macros 0"]);
        // Of two sheets by one name, this reader and an office program might see different ones.
        Told(new RawBook { More = [("xl/worksheets/Sheet1.xml", [1])] }.Read()).ShouldBe(["workbook-unreadable 0"]);
    }

    /// <summary>Bytes damaged anywhere give mistakes or rows, never an exception.</summary>
    [Fact]
    public void Damage_anywhere_is_told_and_never_thrown()
    {
        var sound = new RawBook { Strings = "<si><t>财政局</t></si>", Rows = $"<row r=\"2\"><c r=\"C2\" t=\"s\"><v>0</v></c>{Number("E2", "1")}{Number("F2", "44742", 1)}</row>" }.Bytes();
        using var stream = new MemoryStream(sound);
        using var zip = new ZipArchive(stream);
        var parts = zip.Entries.Select(e => (e.FullName, Content: Content(e))).ToList();
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte).Array[1, 8].Sample(hits =>
        {
            var damaged = sound.ToArray();
            foreach (var (at, value) in hits)
                damaged[at] = value;
            Read(damaged).ShouldNotBeNull();
        }, iter: 500);
        Gen.Select(Gen.Int[0, parts.Count - 1], Gen.Int[0, 10_000], Gen.Char["<>/\"=&1A s:"]).Array[1, 4].Sample(hits =>
        {
            var changed = parts.Select(p => (p.FullName, Content: p.Content.ToArray())).ToList();
            foreach (var (part, at, value) in hits)
                if (changed[part].Content.Length > 0)
                    changed[part].Content[at % changed[part].Content.Length] = (byte)value;
            Read(Zip(changed)).ShouldNotBeNull();
        }, iter: 500);
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
