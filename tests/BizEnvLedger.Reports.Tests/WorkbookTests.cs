using BizEnvLedger.Reports.HalfYearReports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace BizEnvLedger.Reports.Tests;

public sealed class WorkbookTests
{
    [Theory, MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void A_workbook_is_a_valid_document(string name)
    {
        var bytes = HalfYearWorkbook.Write(Cases.All[name]);
        if (Cases.SamplesFolder is { } folder)
            File.WriteAllBytes(Path.Combine(folder, name + ".xlsx"), bytes);
        using var document = Open(bytes);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void The_sheets_are_named_in_order()
    {
        using var document = Open(HalfYearWorkbook.Write(Cases.All["ordinary"]));
        Names(document).ShouldBe(["按任务", "按单位", "应完成节点", "下期到期节点", "指标", "退回", "补录与更正", "牵头调整", "未办理与未报送", "拟通报与商请", "诉求办理", "说明", "事件"]);
    }

    [Fact]
    public void What_the_inspectors_did_is_a_sheet()
    {
        using var document = Open(HalfYearWorkbook.Write(Cases.All["supervised"]));
        Names(document).ShouldContain("督查与抽查");
        Rows(document, "督查与抽查").Count.ShouldBe(2 + 2 + 2 + 1 + 1);
    }

    [Theory, MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void Every_sheet_is_frozen_filtered_and_prints_lying_on_a4_or_where_it_is_wide_on_a3(string name)
    {
        using var document = Open(HalfYearWorkbook.Write(Cases.All[name]));
        foreach (var part in document.WorkbookPart!.WorksheetParts)
        {
            var sheet = part.Worksheet!;
            sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
            sheet.GetFirstChild<AutoFilter>()!.Reference!.Value.ShouldNotBeNull().ShouldStartWith("A2:");
            var setup = sheet.GetFirstChild<PageSetup>()!;
            (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value).ShouldBe((sheet.Descendants<Column>().Sum(column => column.Width!.Value) > 180 ? 8u : 9u, OrientationValues.Landscape, 1u, 0u));
        }
        document.WorkbookPart.Workbook!.DefinedNames!.Elements<DefinedName>().Count(defined => defined.Name == "_xlnm.Print_Titles").ShouldBe(document.WorkbookPart.WorksheetParts.Count());
    }

    [Fact]
    public void Dates_are_dates_and_events_stand_last_by_their_numbers_on_a_sheet_of_their_own()
    {
        var dataSet = Cases.All["ordinary"];
        using var document = Open(HalfYearWorkbook.Write(dataSet));
        var rows = Rows(document, "应完成节点");
        rows.Count.ShouldBe(2 + dataSet.Due.Count);
        var headings = rows[1].Elements<Cell>().Select(cell => cell.InnerText).ToList();
        headings[^1].ShouldBe("依据事件");
        var due = rows[2].Elements<Cell>().ElementAt(headings.IndexOf("现时限"));
        due.DataType.ShouldBeNull();
        DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(due.CellValue!.Text))).ShouldBe(dataSet.Due[0].Due);
        Format(document, due).ShouldBe("yyyy\\-mm\\-dd");
        var ids = Rows(document, "事件").Skip(2).SelectMany(row => row.Elements<Cell>().Select(cell => cell.InnerText).Chunk(2)).Where(pair => pair[0].Length > 0).ToDictionary(pair => pair[0], pair => pair[1]);
        foreach (var (row, milestone) in rows.Skip(2).Zip(dataSet.Due))
            Numbers(row.Elements<Cell>().Last().InnerText).Select(number => ids[number]).ShouldBe(milestone.Events.Select(id => id.ToString()), ignoreOrder: true);
        ids.Values.ShouldBeUnique();
        // No cell of any other sheet holds an id.
        Names(document).Where(sheet => sheet != "事件").SelectMany(sheet => Rows(document, sheet)).SelectMany(row => row.Elements<Cell>()).Where(cell => Guid.TryParse(cell.InnerText, out _)).ShouldBeEmpty();
    }

    [Fact]
    public void A_light_is_a_word_and_a_colour()
    {
        using var document = Open(HalfYearWorkbook.Write(Cases.All["ordinary"]));
        var rows = Rows(document, "应完成节点");
        var at = rows[1].Elements<Cell>().Select(cell => cell.InnerText).ToList().IndexOf("亮灯");
        var lights = rows.Skip(2).Select(row => row.Elements<Cell>().ElementAt(at)).Select(cell => (cell.InnerText, cell.StyleIndex!.Value)).Distinct().ToList();
        lights.Select(light => light.InnerText).ShouldBe(["蓝", "黄", "红"], ignoreOrder: true);
        lights.Select(light => light.Value).Distinct().Count().ShouldBe(3);
    }

    /// <summary>1～3、7 as 1, 2, 3, 7.</summary>
    private static IEnumerable<string> Numbers(string text) => text.Split('、', StringSplitOptions.RemoveEmptyEntries)
        .Select(stretch => stretch.Split('～').Select(int.Parse).ToArray()).SelectMany(ends => Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)).Select(number => number.ToString());

    private static List<Row> Rows(SpreadsheetDocument document, string name)
    {
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(s => s.Name == name);
        return [.. ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>()];
    }

    private static string Format(SpreadsheetDocument document, Cell cell)
    {
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var id = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        return styles.NumberingFormats!.Elements<NumberingFormat>().Single(format => format.NumberFormatId! == id).FormatCode!.Value!;
    }

    private static IEnumerable<string> Names(SpreadsheetDocument document) => document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!);

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), false);
}
