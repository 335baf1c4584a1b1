using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Notice;
using BizEnvLedger.Reports.HalfYearReports.Workbook;

namespace BizEnvLedger.Reports.Tests;

public sealed class RegionsTests
{
    private static readonly HalfYearDataSet Ordinary = Cases.All["ordinary"];

    private static readonly HalfYearDataSet WithRegions = Ordinary with
    {
        Regions =
        [
            new() { Id = "north", Name = "北旗", AdoptedOn = new(2021, 5, 10), DocumentNumber = "北政发〔2021〕3号", Revisions = 1, DaysWithout = 14, StepsDue = 4, StepsOnTime = 1, StepsLate = 1, StepsOpen = 2, StepsWaiting = 1, LongestDays = 41, Events = [Guid.Empty] },
            new() { Id = "south", Name = "南县", Revisions = 0, DaysWithout = 430, StepsDue = 0, StepsOnTime = 0, StepsLate = 0, StepsOpen = 0, StepsWaiting = 0, LongestDays = 0, Events = [] },
        ],
        Undated = [new("3", "3.4", "推进信息共享", [new("a", "市大数据局")])],
    };

    [Fact]
    public void Regions_have_an_annex_before_the_last_with_a_paragraph_and_a_table()
    {
        var annexes = NoticeWriter.Write(WithRegions).Annexes;
        annexes.Count.ShouldBe(10);
        annexes[8].Title.ShouldBe("地区落实与事项分解情况");
        annexes[9].Title.ShouldBe("数据核验说明");
        annexes[8].Parts[0].Text.ShouldBe("2个地区中，1个已制定落实方案，南县尚未制定。本期应完成分解事项4项，按期完成1项、逾期完成1项、未完成2项（其中已报送待确认1项）。");
        annexes[8].Parts[1].Table!.Rows.Select(row => row[2]).ShouldBe(["北政发〔2021〕3号", "未制定（430天）"]);
        annexes[8].Parts[2].Text.ShouldNotBeNull().ShouldContain("本期以下1项措施尚未分解");
        annexes[8].Parts[3].Table!.Rows[0].ShouldBe(["1", "3", "3.4", "推进信息共享", "市大数据局"]);
        NoticeWriter.Write(Ordinary).Annexes.Count.ShouldBe(9);
    }

    [Fact]
    public void A_plan_that_asks_its_regions_for_no_plan_of_their_own_has_no_word_of_one()
    {
        var annex = NoticeWriter.Write(WithRegions with { Regions = [.. WithRegions.Regions!.Select(r => r with { AdoptedOn = null, DocumentNumber = null, DaysWithout = null })] }).Annexes[8];
        annex.Parts[0].Text.ShouldBe("本期应完成分解事项4项，按期完成1项、逾期完成1项、未完成2项（其中已报送待确认1项）。");
        annex.Parts[1].Table!.Columns.Select(c => c.Heading).ShouldBe(["序号", "地区", "应完成事项", "按期完成", "逾期完成", "未完成", "最长逾期天数"]);
        annex.Parts[1].Table!.Rows.ShouldAllBe(row => row.Count == 7);
    }

    [Fact]
    public void Regions_and_undated_measures_have_sheets_of_their_own()
    {
        var sheets = Sheets.Write(WithRegions);
        sheets.Select(sheet => sheet.Name).ShouldBe(["按任务", "按单位", "应完成节点", "下期到期节点", "指标", "退回", "补录与更正", "牵头调整", "未办理与未报送", "拟通报与商请", "诉求办理", "地区落实", "无时限措施未分解", "说明"]);
        HalfYearWorkbook.Write(WithRegions).ShouldBe(HalfYearWorkbook.Write(HalfYearJson.Read(HalfYearJson.Write(WithRegions))));
    }

    [Fact]
    public void Steps_that_do_not_add_up_are_refused() =>
        Should.Throw<InvalidDataException>(() => NoticeWriter.Write(WithRegions with { Regions = [WithRegions.Regions![0] with { StepsOpen = 3 }] }));

    [Fact]
    public void A_region_is_named_for_its_steps_in_one_sentence()
    {
        string Body(int due, int open) => Text(WithRegions with { Proposed = [new("slow", new("north", "北旗"), "direct", ["1.1-m1-s1", "1.1-m1-s2"], 41, due, open, "steps-overdue", []) { OwnDays = [41, 5] }] });
        Body(5, 2).ShouldContain("北旗。承担的分解事项应完成5项，未完成2项，最长逾期41天。");
        Body(2, 2).ShouldContain("北旗。承担的分解事项应完成2项，均未完成，最长逾期41天。");
        Body(1, 1).ShouldContain("北旗。承担的分解事项应完成1项，未完成，逾期41天。");
    }

    [Fact]
    public void Days_of_a_unit_that_is_gone_are_told_apart_under_its_successor()
    {
        var milestone = Ordinary.Due.First(m => m.DaysLate > 60);
        var entry = new ProposedEntry("slow", milestone.Leads[0], "direct", [milestone.Id], milestone.DaysLate, 1, 1, "overdue-days", [])
        {
            OwnDays = [milestone.DaysLate - 40], Formerly = [new(new("old", "市旧局"), new(2022, 5, 1), [40])],
        };
        Text(Ordinary with { Proposed = [entry] }).ShouldContain($"，逾期{milestone.DaysLate}天，其中计入该单位{milestone.DaysLate - 40}天、由原市旧局（2022年5月1日起由该单位承继）牵头期间40天。");
        Text(Ordinary with { Proposed = [entry with { OwnDays = [0], Formerly = [entry.Formerly[0] with { Days = [milestone.DaysLate] }] }] })
            .ShouldContain($"，其中由原市旧局（2022年5月1日起由该单位承继）牵头期间{milestone.DaysLate}天。");
    }

    [Fact]
    public void Who_made_an_untrue_claim_is_named_where_it_is_gone()
    {
        var returned = Ordinary.Returned.First(r => r.Ground == "untrue");
        var dataSet = Ordinary with
        {
            Returned = [returned with { Unit = new("old", "市旧局（现市新局）") }],
            Proposed = [new("hollow", new("new", "市新局"), "direct", [returned.Milestone], 0, 0, 0, "returned-untrue", []) { OwnDays = [0], Formerly = [new(new("old", "市旧局"), new(2022, 5, 1), [0])] }],
        };
        Text(dataSet).ShouldContain("由原市旧局于");
    }

    [Fact]
    public void Successions_have_a_sheet_with_the_days_before()
    {
        var unit = Ordinary.Units[0] with { Formerly = [new("old", "市旧局", new(2022, 5, 1), "merge", 40, Guid.Empty)] };
        var sheet = Sheets.Write(Ordinary with { Units = [unit, .. Ordinary.Units.Skip(1)] }).Single(s => s.Name == "单位承继");
        sheet.Rows.ShouldHaveSingleItem().Take(5).ShouldBe(["市旧局", "合并", unit.Name, new DateOnly(2022, 5, 1), 40]);
    }

    private static string Text(HalfYearDataSet dataSet) => string.Concat(NoticeWriter.Write(dataSet).Body.Select(p => p.Lead + p.Text + "\n"));
}
