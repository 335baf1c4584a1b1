using System.Globalization;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Reports.Registers;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace BizEnvLedger.Reports.Tests.Registers;

public sealed class RegisterWorkbookTests
{
    private static readonly string[] Dangerous = ["=1+1", "+86 13800000000", "-甲方", "@SUM(A1)", "\t=1", "＝cmd"];

    private static readonly RegisterSheet Sheet = new(RawBook.Arrears,
        [
            new("arrears-1", 3, ItemState.Open, new Dictionary<string, object> { ["debtor"] = "市财政局", ["party"] = "某公司", ["amount"] = 120.5m, ["due"] = new DateOnly(2022, 6, 30), ["count"] = -3m }),
            new("arrears-2", 1, ItemState.Settled, new Dictionary<string, object>()),
            .. Dangerous.Select((text, i) => new RegisterSheetRow($"arrears-{i + 3}", 1, ItemState.Released, new Dictionary<string, object> { ["party"] = text })),
            new("arrears-9", 1, ItemState.Withdrawn, new Dictionary<string, object> { ["party"] = "00123_x0041_ \"<&>\"\n第二行\uffff" }),
        ],
        "市财政局", new(2022, 7, 1, 8, 0, 0, TimeSpan.FromHours(8)));

    [Fact]
    public void A_register_s_workbook_is_a_valid_document()
    {
        var bytes = RegisterWorkbook.Write(Sheet);
        if (Cases.SamplesFolder is { } folder)
            File.WriteAllBytes(Path.Combine(folder, "register.xlsx"), bytes);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void The_same_register_gives_the_same_bytes_in_every_language()
    {
        var (bytes, culture) = (RegisterWorkbook.Write(Sheet), CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = new("tr-TR");
            RegisterWorkbook.Write(Sheet).ShouldBe(bytes);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Dates_are_dates_amounts_are_numbers_and_the_headings_stand_still()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(RegisterWorkbook.Write(Sheet)), false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        sheet.Descendants<Pane>().Single().ShouldSatisfyAllConditions(p => p.State!.Value.ShouldBe(PaneStateValues.Frozen), p => p.VerticalSplit!.Value.ShouldBe(1), p => p.HorizontalSplit!.Value.ShouldBe(2));
        var rows = sheet.Descendants<Row>().ToList();
        rows[0].Elements<Cell>().Select(c => c.InnerText).ShouldBe(["台账编号", "版次", "欠款单位", "企业", "欠款金额（万元）", "清偿期限", "笔数", "状态"]);
        var cells = rows[1].Elements<Cell>().ToList();
        (cells[4].DataType is null, cells[4].InnerText).ShouldBe((true, "120.5"));
        (cells[5].DataType is null, cells[5].InnerText, cells[5].StyleIndex!.Value).ShouldBe((true, "44742", 5u));
        cells[7].InnerText.ShouldBe("未销账");
    }

    [Fact]
    public void What_begins_like_a_formula_is_a_text_and_stays_one_when_it_is_edited()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(RegisterWorkbook.Write(Sheet)), false);
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Where(c => Dangerous.Contains(c.InnerText)).ToList();
        cells.Count.ShouldBe(Dangerous.Length);
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        cells.ShouldAllBe(c => c.DataType! == CellValues.InlineString && c.CellFormula == null && formats[(int)c.StyleIndex!.Value].QuotePrefix! && formats[(int)c.StyleIndex.Value].NumberFormatId! == 49u);
    }

    [Fact]
    public void What_goes_out_comes_back_the_same()
    {
        var reading = RawBook.Read(RegisterWorkbook.Write(Sheet));
        RawBook.Told(reading).ShouldBeEmpty();
        reading.Sheet.ShouldBe("拖欠账款：清零2021");
        reading.Rows[0].Values.ShouldBe([new("debtor", "finance-bureau"), new("amount", null, 120.5m), new("due", "2022-06-30"), new("count", null, -3m), new("status", "open")]);
        reading.Rows.Select(r => (r.Item, r.Version)).ShouldBe(Sheet.Rows.Select(r => ((string?)r.Item, (int?)r.Version)));
        reading.Rows.Select(r => r.Texts.GetValueOrDefault("party")).ShouldBe(Sheet.Rows.Select(r => r.Cells.GetValueOrDefault("party") as string));
        reading.Rows[1].Values.Where(v => v.IsEmpty()).Select(v => v.Column).ShouldBe(["debtor", "amount", "due", "count"]);
    }

    [Fact]
    public void Any_text_and_number_comes_back_the_same() =>
        Gen.Select(Gen.String, Gen.Long[-999_999_999_999_999, 999_999_999_999_999], Gen.Int[0, 4], Gen.Int[0, 3_000_000]).Sample((text, digits, scale, day) =>
        {
            // What is canonical has no blank ends, one kind of line end, and whole characters.
            var party = ItemTexts.Read(ItemTexts.Write([KeyValuePair.Create("party", text)])).GetValueOrDefault("party") ?? "";
            var (number, due) = (digits / (decimal)Math.Pow(10, scale), new DateOnly(1900, 1, 1).AddDays(day % 2_900_000));
            var cells = new Dictionary<string, object> { ["count"] = number, ["due"] = due };
            if (party.Length > 0)
                cells["party"] = party;
            var reading = RawBook.Read(RegisterWorkbook.Write(Sheet with { Rows = [new("arrears-1", 1, ItemState.Open, cells)] }));
            RawBook.Told(reading).ShouldBeEmpty();
            reading.Rows[0].Texts.GetValueOrDefault("party", "").ShouldBe(party);
            reading.Rows[0].Values.Single(v => v.Column == "count").Number.ShouldBe(number);
            reading.Rows[0].Values.Single(v => v.Column == "due").Word.ShouldBe(due.ToString("yyyy-MM-dd"));
        }, iter: 300);

    [Fact]
    public void Titles_that_stand_twice_or_are_our_own_have_their_column_s_id_beside_them()
    {
        var definition = RawBook.Arrears with { Columns = [new("a", "单位", ColumnType.Text), new("b", "单 位", ColumnType.Text), new("c", "版次", ColumnType.Number)] };
        var bytes = RegisterWorkbook.Write(new(definition, [new("arrears-1", 2, ItemState.Open, new Dictionary<string, object> { ["a"] = "甲", ["b"] = "乙", ["c"] = 7m })], "市财政局", DateTimeOffset.UnixEpoch));
        var row = RegisterReader.Read(bytes, definition, RawBook.UnitOf, 10).Rows.Single();
        (row.Version, row.Texts["a"], row.Texts["b"], row.Values.Single().Number).ShouldBe((2, "甲", "乙", 7m));
    }
}
