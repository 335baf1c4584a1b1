using System.Text.RegularExpressions;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Notice;

namespace BizEnvLedger.Reports.Tests;

public sealed partial class NoticeTests
{
    [Theory, MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void The_body_is_at_most_4000_characters(string name) =>
        NoticeBody.Length(NoticeWriter.Write(Cases.All[name]).Body).ShouldBeLessThanOrEqualTo(NoticeBody.Limit);

    [Theory, MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void The_body_has_the_five_sections_no_light_and_no_hash(string name)
    {
        var body = NoticeWriter.Write(Cases.All[name]).Body;
        body.Where(p => p.Level == NoticeLevel.Section).Select(p => p.Text)
            .ShouldBe(["一、总体情况", "二、主要成效", "三、上期问题整改情况", "四、存在问题", "五、下一步要求"]);
        for (var i = 1; i < body.Count; i++)
            if (body[i].Level == NoticeLevel.Section) body[i - 1].Level.ShouldBe(NoticeLevel.Text);
        Text(body).ShouldNotContain("灯");
        Hex().IsMatch(Text(body)).ShouldBeFalse();
        Text(body).ShouldNotContain("。。");
        Text(body).ShouldNotContain("；。");
        ZeroCount().IsMatch(Text(body)).ShouldBeFalse(Text(body));
    }

    [Fact]
    public void The_parts_of_what_was_due_sum_to_it()
    {
        foreach (var dataSet in Cases.All.Values.Where(d => d.Totals.Due > 1))
        {
            var sentence = DueSentence().Match(Text(NoticeWriter.Write(dataSet).Body));
            sentence.Success.ShouldBeTrue();
            var parts = sentence.Groups["part"].Captures.Sum(capture => int.Parse(capture.Value));
            parts.ShouldBe(int.Parse(sentence.Groups["due"].Value));
            parts.ShouldBe(dataSet.Totals.Due);
        }
    }

    [Fact]
    public void Nothing_due_is_said_in_one_line()
    {
        var notice = NoticeWriter.Write(Cases.All["empty"]);
        var text = Text(notice.Body);
        text.ShouldContain("本期无应完成节点。");
        text.ShouldContain("本期无应达标指标。");
        text.ShouldContain("2022年下半年无到期节点。");
        text.ShouldContain("本期未发现申报情况不实的问题。");
        notice.Annexes.Count.ShouldBe(9);
        foreach (var annex in notice.Annexes.Skip(1).Take(7))
            annex.Parts.ShouldHaveSingleItem().Text.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void One_of_a_kind_is_not_called_all() =>
        Text(NoticeWriter.Write(Cases.All["one"]).Body).ShouldContain("本期应完成节点1项，已按期办结。");

    [Fact]
    public void A_first_round_is_compared_with_nothing()
    {
        var text = Text(NoticeWriter.Write(Cases.All["first"]).Body);
        text.ShouldContain("本期为首期督查，无上期数据可作比较。");
        text.ShouldNotContain("与上期相比");
    }

    [Fact]
    public void Six_areas_are_numbered_to_six()
    {
        var parts = NoticeWriter.Write(Cases.All["six areas"]).Body.Where(p => p.Level == NoticeLevel.Part).Select(p => p.Text).ToList();
        parts.Take(6).Select(p => p[..3]).ShouldBe(["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"]);
    }

    [Fact]
    public void What_has_no_room_moves_to_annex_3_and_the_body_says_so()
    {
        var dataSet = Crowded(60);
        var notice = NoticeWriter.Write(dataSet);
        NoticeBody.Length(notice.Body).ShouldBeLessThanOrEqualTo(NoticeBody.Limit);
        Text(notice.Body).ShouldContain("移列附件3");
        var table = notice.Annexes[2].Parts.SkipWhile(part => part.Heading is not { } heading || !heading.Contains("正文移列事项")).Skip(1).First().Table!;
        var told = notice.Body.Count(p => p.Text.Contains("县第") && EntryNumber().IsMatch(p.Text));
        (told + table.Rows.Count).ShouldBe(60);
        notice.Annexes[4].Parts[0].Table!.Rows.Count.ShouldBe(60);
    }

    [Fact]
    public void Each_entry_says_unit_matter_limit_fact_and_days()
    {
        var text = Text(NoticeWriter.Write(Cases.All["ordinary"]).Body);
        text.ShouldContain("市财政局。“建立涉企收费目录清单”时限为2022年3月14日，于2022年4月20日申报办结，经核验情况不实，2022年5月6日退回，截至2022年7月11日未重新申报，逾期108天。");
        text.ShouldContain("3. 市能源局。牵头的“开通企业投诉举报热线”应于2022年2月6日前完成，截至2022年6月30日未办结，逾期144天。");
    }

    [Fact]
    public void Among_several_milestones_a_unit_answers_for_its_own_days_and_what_it_led_before_is_told_apart()
    {
        var dataSet = Cases.All["ordinary"];
        var unit = new UnitName("taker", "市承接局");
        MilestoneFigures Late(int i, string lead, int days) => dataSet.Due[i] with { Leads = [new(lead, lead)], State = "inProgress", Outcome = "open", ClosedOn = null, DaysLate = days };
        var due = new[] { Late(0, "taker", 518), Late(1, "taker", 10), Late(2, "other", 300) };
        dataSet = dataSet with
        {
            Due = [.. due, .. dataSet.Due.Skip(3)],
            Proposed = [new("slow", unit, "direct", [due[0].Id, due[1].Id, due[2].Id], 306, 2, 2, "overdue-days", []) { OwnDays = [306, 10, 45] }],
        };
        var body = Text(NoticeWriter.Write(dataSet).Body);
        body.ShouldContain("逾期518天，其中计入该单位306天");
        body.ShouldContain("曾牵头的1项节点至今未办结：");
        body.ShouldContain("逾期300天，其中计入该单位45天");
        body.ShouldContain("应完成节点2项，均未办结：");
    }

    [Fact]
    public void A_unit_that_handed_over_answers_for_its_own_days()
    {
        var dataSet = Cases.All["ordinary"];
        var milestone = dataSet.Due.First(m => m.DaysLate > 60);
        var notice = NoticeWriter.Write(dataSet with { Proposed = [new("slow", new("former", "市原牵头局"), "direct", [milestone.Id], 40, 0, 0, "overdue-days", [])] });
        Text(notice.Body).ShouldContain("市原牵头局。曾牵头的“");
        Text(notice.Body).ShouldContain($"逾期{milestone.DaysLate}天，其中计入该单位40天。");
    }

    [Fact]
    public void What_the_inspectors_did_is_a_paragraph_and_an_annex_before_the_last()
    {
        var notice = NoticeWriter.Write(Cases.All["supervised"]);
        Text(notice.Body).ShouldContain("督查组判定任务2项，其中与台账测算结果不一致1项。督查发现问题2项（落而不实1项、推动不力1项），已认定1项。"
            + "2021年下半年办结节点34项，随机抽取4项，已抽查3项，不合格1项。经查不实、撤销办结的节点1项，原通报数据不作改动。具体情况见附件9。");
        notice.Annexes.Count.ShouldBe(10);
        (notice.Annexes[8].Title, notice.Annexes[9].Title).ShouldBe(("督查判定、问题与抽查情况", "数据核验说明"));
        notice.Annexes[8].Parts.Count(p => p.Table is not null).ShouldBe(3);
        var nothing = NoticeWriter.Write(Cases.All["nothing supervised"]);
        Text(nothing.Body).ShouldContain("本期督查未登记任务判定、问题和抽查情况。");
        nothing.Annexes[8].Parts.ShouldHaveSingleItem().Text.ShouldBe("本期督查未登记任务判定、问题和抽查情况。");
        Text(NoticeWriter.Write(Cases.All["ordinary"]).Body).ShouldNotContain("督查组判定");
    }

    [Theory]
    [InlineData("spot-check-failed", "”办结后抽查不合格，已撤销办结，逾期")]
    [InlineData("falsehood-found", "”经督查发现情况不实，逾期")]
    public void A_falsehood_says_who_found_it(string rule, string words)
    {
        var dataSet = Cases.All["ordinary"];
        Text(NoticeWriter.Write(dataSet with { Proposed = [dataSet.Proposed[0] with { Rule = rule }] }).Body).ShouldContain(words);
    }

    [Fact]
    public void The_last_annex_names_the_cut()
    {
        var rows = NoticeWriter.Write(Cases.All["ordinary"]).Annexes[8].Parts.Single(part => part.Table is not null).Table!.Rows.Select(row => row[1]).ToList();
        rows.ShouldContain("2318");
        rows.ShouldContain(Cases.All["ordinary"].Root);
        rows.ShouldContain(HalfYearJson.Sha256(Cases.All["ordinary"]));
    }

    [Fact]
    public void The_elements_come_from_the_data_set()
    {
        var ordinary = Cases.All["ordinary"];
        var notice = NoticeWriter.Write(ordinary with { Plan = ordinary.Plan with { ShortTitle = "优化营商环境" } });
        notice.Mark.ShouldBe("云泽市人民政府办公室文件");
        notice.Number.ShouldBe("〔2022〕　　号");
        notice.Title.ShouldBe(["云泽市人民政府办公室关于2022年上半年", "优化营商环境专项督查情况的通报"]);
        notice.Recipients.ShouldBe("各县市区人民政府、开发区管委会，市政府各部门，有关企事业单位：");
        notice.Signature.ShouldBe("云泽市人民政府办公室");
        notice.Date.ShouldBe("2022年7月11日");
        notice.CopiesTo.ShouldNotBeNull().ShouldEndWith("驻市各单位。");
        notice.Header.ShouldBeNull();
        NoticeWriter.Write(Cases.All["demonstration"]).Header.ShouldNotBeNull().ShouldContain("演示数据");
    }

    /// <summary>Without a short title a plan is called what it is called, without its years.</summary>
    [Fact]
    public void A_title_names_the_plan_by_its_own_words()
    {
        var ordinary = Cases.All["ordinary"];
        string Title(string? shortTitle, string title) => string.Concat(NoticeWriter.Write(ordinary with { Plan = ordinary.Plan with { ShortTitle = shortTitle, Title = title } }).Title);
        Title(null, "云岭市企业服务提质两年行动方案（2024—2025年）").ShouldBe("云泽市人民政府办公室关于2022年上半年云岭市企业服务提质两年行动方案专项督查情况的通报");
        Title("企业服务", "云岭市企业服务提质两年行动方案（2024—2025年）").ShouldBe("云泽市人民政府办公室关于2022年上半年企业服务专项督查情况的通报");
        Title(null, "（试行）").ShouldContain("（试行）");
    }

    private static HalfYearDataSet Crowded(int units)
    {
        var dataSet = new SampleDataSet { Due = 120 }.Build();
        return dataSet with
        {
            Proposed = [.. Enumerable.Range(1, units).Select(i => new ProposedEntry("slow", new($"u{i}", $"某县第{i}局"), "direct", [dataSet.Due[i].Id], 40, 1, 1, "overdue", []))],
        };
    }

    private static string Text(IEnumerable<NoticeParagraph> body) => string.Concat(body.Select(p => p.Lead + p.Text + "\n"));

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Hex();

    [GeneratedRegex(@"(?<![\d.])0[项个条次天]")]
    private static partial Regex ZeroCount();

    [GeneratedRegex(@"^\d+\. ")]
    private static partial Regex EntryNumber();

    [GeneratedRegex(@"本期应完成节点(?<due>\d+)项，其中((按期办结|延期内办结|逾期办结|未办结)(?<part>\d+)项，占[\d.]+%；?)+")]
    private static partial Regex DueSentence();
}
