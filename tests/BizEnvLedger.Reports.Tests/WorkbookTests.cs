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
        Names(document).ShouldBe(["按任务", "按单位", "应完成节点", "下期到期节点", "指标", "退回", "补录与更正", "牵头调整", "未办理与未报送", "拟通报与商请", "诉求办理", "说明"]);
    }

    [Fact]
    public void What_the_inspectors_did_is_a_sheet_before_the_notes()
    {
        using var document = Open(HalfYearWorkbook.Write(Cases.All["supervised"]));
        Names(document).Last().ShouldBe("说明");
        Names(document).ShouldContain("督查与抽查");
        Rows(document, "督查与抽查").Count.ShouldBe(2 + 2 + 2 + 1 + 1);
    }

    [Theory, MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void Every_sheet_is_frozen_filtered_and_prints_on_lying_a4(string name)
    {
        using var document = Open(HalfYearWorkbook.Write(Cases.All[name]));
        foreach (var part in document.WorkbookPart!.WorksheetParts)
        {
            var sheet = part.Worksheet!;
            sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
            sheet.GetFirstChild<AutoFilter>()!.Reference!.Value.ShouldNotBeNull().ShouldStartWith("A2:");
            var setup = sheet.GetFirstChild<PageSetup>()!;
            (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value).ShouldBe((9u, OrientationValues.Landscape, 1u, 0u));
        }
        document.WorkbookPart.Workbook!.DefinedNames!.Elements<DefinedName>().Count(defined => defined.Name == "_xlnm.Print_Titles").ShouldBe(document.WorkbookPart.WorksheetParts.Count());
    }

    [Fact]
    public void Dates_are_dates_and_events_stand_last()
    {
        var dataSet = Cases.All["ordinary"];
        using var document = Open(HalfYearWorkbook.Write(dataSet));
        var rows = Rows(document, "应完成节点");
        rows.Count.ShouldBe(2 + dataSet.Due.Count);
        var headings = rows[1].Elements<Cell>().Select(cell => cell.InnerText).ToList();
        headings[^1].ShouldBe("事件编号");
        var due = rows[2].Elements<Cell>().ElementAt(headings.IndexOf("现时限"));
        due.DataType.ShouldBeNull();
        DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(due.CellValue!.Text))).ShouldBe(dataSet.Due[0].Due);
        Format(document, due).ShouldBe("yyyy\\-mm\\-dd");
        rows[2].Elements<Cell>().Last().InnerText.Split('\n').ShouldBe(dataSet.Due[0].Events.Select(id => id.ToString()));
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
