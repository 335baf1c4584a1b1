using System.Globalization;
using BizEnvLedger.Core.Appraisals.Scoring;
using BizEnvLedger.Reports.AppraisalReports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BizEnvLedger.Reports.Tests;

public sealed class AppraisalTests
{
    private static readonly AppraisalSheets Year = new()
    {
        Jurisdiction = "999900", JurisdictionName = "云泽市", Plan = "yunze", PlanTitle = "三年行动（2021—2023年）", PlanShortTitle = "惠企便民", DocumentNumber = "云政发〔2021〕1号", Year = 2021,
        EffectiveOn = new(2021, 12, 31), RecordedBy = new(2022, 1, 20, 9, 0, 0, TimeSpan.FromHours(8)), RecordedOn = new(2022, 1, 20), TreeSize = 421, Root = new('a', 64),
        RuleSet = "default", RuleSetVersion = 1, RuleSetTitle = "考评办法", Demonstration = false,
        Sheets = [Sheet("energy", 83.50m, 1, null), Sheet("tax", 40m, null, "notDirect"), Sheet("water", null, null, "tooLittleRated")],
    };

    [Fact]
    public void The_canonical_bytes_read_back_as_the_same_sheets_and_numbers_have_no_idle_noughts()
    {
        var bytes = AppraisalJson.Write(Year);
        AppraisalJson.Write(AppraisalJson.Read(bytes)).ShouldBe(bytes);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        text.ShouldContain("\"total\":83.5,");
        text.ShouldContain("\"recordedBy\":\"2022-01-20T01:00:00Z\"");
        text.ShouldEndWith("}\n");
        Should.Throw<System.Text.Json.JsonException>(() => AppraisalJson.Read(System.Text.Encoding.UTF8.GetBytes(text.Replace("bizenv-appraisal-sheets/1", "bizenv-appraisal-sheets/2"))));
    }

    [Fact]
    public void The_same_sheets_give_the_same_workbook_in_every_language()
    {
        var first = AppraisalWorkbook.Write(Year);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("de-DE");
            AppraisalWorkbook.Write(AppraisalJson.Read(AppraisalJson.Write(Year))).ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Every_score_line_stands_in_the_workbook_with_its_arithmetic_and_events()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(AppraisalWorkbook.Write(Year)), false);
        document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(s => s.Name!.Value).ShouldBe(["得分与排名", "得分明细", "评议", "说明"]);
        var lines = Rows(document, "得分明细");
        lines.Count.ShouldBe(2 + (3 * 2));
        var cells = lines[2].Elements<Cell>().Select(c => c.InnerText).ToList();
        cells.ShouldContain("4 ÷ 5 = 0.8");
        cells[^1].ShouldBe(string.Join('\n', Year.Sheets[0].Lines[0].Events));
        lines[3].Elements<Cell>().Select(c => c.InnerText).ShouldContain("事实太少");
        Rows(document, "得分与排名")[3].InnerText.ShouldContain("非本级政府直接管理");
        Rows(document, "评议").Count.ShouldBe(2 + 3);
    }

    [Fact]
    public void A_demonstration_says_so_on_every_sheet()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(AppraisalWorkbook.Write(Year with { Demonstration = true })), false);
        foreach (var part in document.WorkbookPart!.WorksheetParts)
            part.Worksheet!.Descendants<OddHeader>().Single().Text.ShouldContain("演示数据");
    }

    private static UnitSheet Sheet(string id, decimal? total, int? rank, string? unranked) => new()
    {
        Id = id, Name = id + "局", Kind = "department", Authority = unranked == "notDirect" ? "vertical" : "direct", List = "leading", ListTitle = "牵头单位", Total = total, RatedWeight = 60.0m,
        Rank = rank, Of = rank is null ? null : 1, Unranked = unranked,
        Lines =
        [
            Line("on-time") with { Rate = 0.8m, Rated = true, Points = 80m, Score = 80m, Arithmetic = "4 ÷ 5 = 0.8", EffectiveWeight = 100m, Events = [Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8058")] },
            Line("delay") with { Unrated = "tooFewFacts" },
        ],
        Deputies = [new("congress", "人大代表", 60m, 40, 94m, [new("attitude", "服务态度", 30m, 40, 94m)], [Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057")])],
    };

    private static ScoreLine Line(string code) => new()
    {
        Code = code, Title = code, Measure = code, Direction = "up", Numerator = 4m, Denominator = 5m, Facts = 5, LeastFacts = 1, BandNone = 0m, BandFull = 1m, Weight = 50m,
        Rated = false, EffectiveWeight = 0m, Score = 0m, Events = [],
    };

    private static List<Row> Rows(SpreadsheetDocument document, string name)
    {
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(s => s.Name == name);
        return [.. ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>()];
    }
}
