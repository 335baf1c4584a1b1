using System.Text;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Notice;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace BizEnvLedger.Reports.Tests;

public sealed class CoordinationReportTests
{
    private static readonly HalfYearDataSet Ordinary = Cases.All["ordinary"];
    private static readonly UnitName Unit = new("finance", "市财政局"), Lead = new("approval", "市行政审批服务局");
    private static readonly Guid[] Ids = [new("00000000-0000-0000-0000-000000009601")];

    private static readonly HalfYearDataSet With = Ordinary with
    {
        Proposed =
        [
            new("weak", Unit, "direct", [Ordinary.Due[0].Id], 51, 0, 0, "order-unanswered", Ids),
            new("weak", Unit, "direct", [], 20, 0, 0, "instruction-unanswered", Ids),
            new("weak", Lead, "direct", [Ordinary.Due[1].Id], 11, 0, 0, "request-unanswered", Ids),
        ],
        Coordination = new()
        {
            Requests = 2, RequestsOpen = 1, Instructions = 1, InstructionsOpen = 1, Urges = 1, UrgesOpen = 0, Orders = 1, OrdersOpen = 1, Disputes = 1, DisputesUpheld = 0, DisputesOpen = 0,
            Unanswered =
            [
                new("order-unanswered", Ordinary.Due[0].Task, [Ordinary.Due[0].Id], Unit, new(2022, 5, 10), 51, Ids),
                new("instruction-unanswered", "3", [], Unit, new(2022, 6, 10), 20, Ids),
                new("request-unanswered", Ordinary.Due[1].Task, [Ordinary.Due[1].Id], Lead, new(2022, 6, 19), 11, Ids),
            ],
            Open =
            [
                new("request", Ordinary.Due[1].Task, [Ordinary.Due[1].Id], Unit, [Lead], new(2022, 4, 1), new(2022, 6, 19), "adjudicated", 11, Ids),
                new("order", Ordinary.Due[0].Task, [Ordinary.Due[0].Id], null, [Unit], new(2022, 4, 20), new(2022, 5, 10), "open", 51, Ids),
            ],
            Delays = [new(Ordinary.Due[1].Id, Ordinary.Due[1].Task, [Lead], 7, Ids)],
        },
    };

    [Fact]
    public void A_weak_entry_says_paper_matter_limit_fact_and_days()
    {
        var body = string.Concat(NoticeWriter.Write(With).Body.Select(p => p.Text + "\n"));
        body.ShouldContain($"市财政局。督办单（涉及“{Ordinary.Due[0].Statement}”）要求于2022年5月10日前答复，截至2022年6月30日未答复，超期51天。");
        body.ShouldContain("市财政局。领导批示（任务3）要求于2022年6月10日前答复，截至2022年6月30日未答复，超期20天。");
        body.ShouldContain($"市行政审批服务局。经协调确定的协作事项（涉及“{Ordinary.Due[1].Statement}”）应于2022年6月19日前办理，截至2022年6月30日未办理，超期11天。");
        body.ShouldContain("涉及2个单位、2项节点");
    }

    [Fact]
    public void Papers_without_a_milestone_are_not_counted_as_none() =>
        string.Concat(NoticeWriter.Write(With with { Proposed = [With.Proposed[1], With.Proposed[1] with { Unit = Lead }] }).Body.Select(p => p.Text)).ShouldContain("涉及2个单位，具体情况如下：");

    [Fact]
    public void Annex_3_lists_what_is_open()
    {
        var parts = NoticeWriter.Write(With).Annexes[2].Parts;
        var table = parts.SkipWhile(p => p.Heading is not { } heading || !heading.Contains("督办、批示和协作事项未办结情况")).Skip(1).First().Table!;
        table.Rows.Select(r => (r[1], r[5], r[8], r[9])).ShouldBe([("协作请求", "市行政审批服务局", "已协调待办理", "11"), ("督办单", "市财政局", "待答复", "51")]);
        NoticeWriter.Write(Ordinary).Annexes[2].Parts.ShouldNotContain(p => p.Heading != null && p.Heading.Contains("督办"));
    }

    [Fact]
    public void The_workbook_has_a_sheet_of_it_and_stays_valid()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(HalfYearWorkbook.Write(With)), false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description).ShouldBeEmpty();
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(s => s.Name == "协调督办");
        ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>().Count().ShouldBe(2 + 2 + 3 + 1);
        document.WorkbookPart.Workbook!.Descendants<Sheet>().Last().Name!.Value.ShouldBe("事件");
    }

    [Fact]
    public void The_section_stands_last_and_is_read_back()
    {
        var json = HalfYearJson.Write(With);
        HalfYearJson.Write(HalfYearJson.Read(json)).ShouldBe(json);
        var text = Encoding.UTF8.GetString(json);
        text.ShouldEndWith("}]}}\n");
        text.IndexOf("\"coordination\":", StringComparison.Ordinal).ShouldBeGreaterThan(text.IndexOf("\"letters\":", StringComparison.Ordinal));
        Encoding.UTF8.GetString(HalfYearJson.Write(Ordinary)).ShouldNotContain("\"coordination\"");
    }
}
