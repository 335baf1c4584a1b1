using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Notice;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BizEnvLedger.Reports.Tests.Registers;

/// <summary>The registers in the half-year's documents.</summary>
public sealed class RegisterSectionTests
{
    private static readonly RegisterFigures Arrears = new()
    {
        Id = "arrears", Title = "拖欠账款清零", Clause = "三（四）", Measure = "23.2", Keeper = new("finance-bureau", "市财政局"), Counts = new(12, 5, 1, 3, 2, 7, 4, 1, 880.5m, 640.25m),
        DispatchText = "每月", DispatchesRequired = 6, DispatchesHeld = 4, DispatchesLate = 1, Events = [.. Enumerable.Range(0, 900).Select(i => new Guid(i, 0, 0, new byte[8]))],
    };

    private static readonly RegisterFigures Schemes = Arrears with { Id = "schemes", Title = "落实方案", Keeper = null, Counts = new(0, 0, 0, 0, 0, 0, 0, 0, null, null), DispatchText = "定期", DispatchesRequired = null, DispatchesHeld = 0, DispatchesLate = 0, Events = [] };

    private static readonly HalfYearDataSet DataSet = Cases.All["ordinary"] with { Registers = [Arrears, Schemes] };

    [Fact]
    public void The_data_set_with_registers_is_read_as_it_was_written_and_they_stand_last()
    {
        var json = HalfYearJson.Write(DataSet);
        HalfYearJson.Write(HalfYearJson.Read(json)).ShouldBe(json);
        System.Text.Encoding.UTF8.GetString(json).ShouldContain("\"letters\":[],\"registers\":[{\"id\":\"arrears\"");
    }

    [Fact]
    public void A_plan_without_registers_has_neither_sheet_nor_annex()
    {
        NoticeWriter.Write(Cases.All["ordinary"]).Annexes.ShouldNotContain(a => a.Title.Contains("台账"));
        NoticeWriter.Write(DataSet with { Registers = [Schemes] }).Annexes[^2].Parts.Single().Text.ShouldBe("1本台账尚未登记：落实方案。");
    }

    [Fact]
    public void The_notice_has_a_line_for_each_register_that_is_kept_and_one_for_all_that_are_empty()
    {
        var annexes = NoticeWriter.Write(DataSet).Annexes;
        annexes[^1].Title.ShouldBe("数据核验说明");
        var parts = annexes[^2].Parts;
        parts[0].Text.ShouldNotBeNull().ShouldContain("应建台账2本，在册12条，本期销账4条，未销账5条，其中逾期3条");
        parts[1].Table!.Rows.Single().ShouldBe(["1", "拖欠账款清零", "市财政局", "12", "5", "3", "4", "880.5", "640.25", "6／4"]);
        parts[2].Text.ShouldBe("其余1本台账尚未登记：落实方案。");
        HalfYearNotice.Write(DataSet).Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void The_workbook_has_a_sheet_and_no_cell_is_longer_than_a_cell_may_be()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(HalfYearWorkbook.Write(DataSet)), false);
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(s => s.Name == "台账");
        var cells = ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>().ElementAt(2).Elements<Cell>().ToList();
        cells.Take(8).Select(c => c.InnerText).ShouldBe(["拖欠账款清零", "三（四）", "23.2", "市财政局", "12", "5", "1", "3"]);
        cells[^1].InnerText.Length.ShouldBeLessThan(32_767);
    }

    [Fact]
    public void The_inspectors_annex_is_cited_by_the_number_that_it_has_after_the_registers()
    {
        var notice = NoticeWriter.Write(Cases.All["supervised"] with { Registers = [Arrears, Schemes] });
        var number = notice.Annexes.ToList().FindIndex(a => a.Title == "督查判定、问题与抽查情况") + 1;
        number.ShouldBe(10);
        string.Concat(notice.Body.Select(p => p.Lead + p.Text)).ShouldContain($"具体情况见附件{number}。");
    }
}
