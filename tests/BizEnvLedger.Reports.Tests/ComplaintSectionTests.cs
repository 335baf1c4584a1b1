using System.Text;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Notice;
using BizEnvLedger.Reports.HalfYearReports.Workbook;

namespace BizEnvLedger.Reports.Tests;

public sealed class ComplaintSectionTests
{
    private static readonly HalfYearDataSet Ordinary = Cases.All["ordinary"];

    [Fact]
    public void The_body_tells_the_three_rates_in_one_paragraph() =>
        Body(Ordinary).ShouldContain("本期收到企业诉求12件（含举报2件、重复诉求1件）。应响应11件，按时响应10件，响应率90.9%；应解决11件，按时解决9件，解决率81.8%；应回访10件，满意8件，满意率80.0%。"
            + "经督查核查属实1件，公开曝光1件。具体情况见附件7。");

    [Fact]
    public void Nothing_is_said_in_one_line()
    {
        Body(Ordinary with { Complaints = null }).ShouldContain("本期台账未登记企业诉求办理情况。");
        var none = Ordinary with { Complaints = Nothing };
        Body(none).ShouldContain("本期未收到企业诉求。");
        NoticeWriter.Write(none).Annexes.ShouldNotContain(annex => annex.Title == "企业诉求办理情况");
        NoticeWriter.Write(none).Annexes[^1].Parts[0].Text.ShouldBe("以下各项本期无内容，不另列附件：本期未收到企业诉求。");
        Body(none).ShouldNotContain("附件8");
    }

    [Fact]
    public void What_is_due_later_and_what_nobody_did_are_said_without_a_nought()
    {
        Body(Ordinary with { Complaints = Nothing with { Received = 3 } }).ShouldContain("本期收到企业诉求3件。办理时限均在下期。具体情况见附件7。");
        Body(Ordinary with { Complaints = Nothing with { Rates = new(new(4, 0, []), new(0, 0, []), new(2, 2, [])) } })
            .ShouldContain("本期未收到新的企业诉求。应响应4件，均未按时响应，响应率0.0%；应回访2件，满意2件，满意率100.0%。");
    }

    [Fact]
    public void Annex_7_has_units_tasks_and_what_was_upheld()
    {
        var tables = NoticeWriter.Write(Ordinary).Annexes[6].Parts.Where(p => p.Table is not null).Select(p => p.Table!).ToList();
        tables[0].Rows[1].ShouldBe(["2", "市工业和信息化局", "5", "4", "80.0%", "5", "4", "80.0%", "4", "3", "75.0%"]);
        tables[1].Rows[0][1].ShouldBe("1 深化简政放权");
        tables[2].Rows[0].ShouldBe(["1", "市工业和信息化局", "公布本级行政许可事项清单", "事项未落实", "2022-04-12", "主动公开"]);
    }

    [Fact]
    public void An_exposure_that_is_not_public_is_not_told_as_one() =>
        Body(Ordinary with { Complaints = Ordinary.Complaints! with { Exposures = [Ordinary.Complaints!.Exposures[0] with { Visibility = "withheld" }] } }).ShouldNotContain("公开曝光");

    [Fact]
    public void The_sheet_has_each_rate_with_its_events()
    {
        var sheet = ComplaintSheet.Write(Ordinary);
        sheet.Rows.Count.ShouldBe(1 + 3 + 6 + 3 + 1 + 1);
        sheet.Rows[1].Take(5).ShouldBe(["响应", "全部", 11, 10, 90.9m]);
        sheet.Rows[1][^1].ShouldBe(Ordinary.Complaints!.Rates.Responded.Events[0].ToString());
        ComplaintSheet.Write(Ordinary with { Complaints = null }).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void A_founded_complaint_is_told_as_what_an_inspector_found()
    {
        var milestone = Ordinary.Due[0];
        Body(Ordinary with { Proposed = [new("hollow", milestone.Leads[0], "direct", [milestone.Id], 0, 0, 0, "complaint-upheld", []) { OwnDays = [0] }] })
            .ShouldContain("“公布本级行政许可事项清单”时限为2022年1月31日，有企业诉求反映，督查人员听取该单位说明后核查认定事项未落实。");
    }

    [Fact]
    public void More_met_than_due_is_refused() =>
        Should.Throw<InvalidDataException>(() => HalfYearNotice.Write(Ordinary with { Complaints = Nothing with { Rates = new(new(1, 2, []), new(0, 0, []), new(0, 0, [])) } }));

    /// <summary>As frozen as the rest of the format: it changes the hash of every half-year that has it.</summary>
    [Fact]
    public void The_section_stands_last_in_the_canonical_json_and_its_spelling_is_frozen()
    {
        var plain = Encoding.UTF8.GetString(HalfYearJson.Write(Cases.All["every kind"]));
        const string Id = "00000001-0000-0000-0000-000000000000";
        var one = new ComplaintRate(2, 1, [new(Id)]);
        var rates = new ComplaintRates(one, one, one);
        var figures = new ComplaintFigures
        {
            Received = 3, Tips = 1, Repeats = 1, Dispatched = one, Rates = rates, Units = [new(new("u", "局"), rates)], Tasks = [new("1", rates)],
            Upheld = [new("c", new("u", "局"), ["1.1-m1"], true, ["1.1-m1"], new(2022, 4, 12), [new(Id)])], Exposures = [new("c", new("u", "局"), "public", new(2022, 4, 20), [new(Id)])],
        };
        const string One = "{\"due\":2,\"met\":1,\"events\":[\"" + Id + "\"]}";
        const string Rates = "\"rates\":{\"responded\":" + One + ",\"resolved\":" + One + ",\"satisfied\":" + One + "}";
        const string Unit = "\"unit\":{\"id\":\"u\",\"name\":\"局\"}";
        const string Section = ",\"complaints\":{\"received\":3,\"tips\":1,\"repeats\":1,\"dispatched\":" + One + "," + Rates + ",\"units\":[{" + Unit + "," + Rates + "}],\"tasks\":[{\"task\":\"1\"," + Rates
            + "}],\"upheld\":[{\"complaint\":\"c\"," + Unit + ",\"milestones\":[\"1.1-m1\"],\"deliverableAbsent\":true,\"closed\":[\"1.1-m1\"],\"foundOn\":\"2022-04-12\",\"events\":[\"" + Id
            + "\"]}],\"exposures\":[{\"complaint\":\"c\"," + Unit + ",\"visibility\":\"public\",\"approvedOn\":\"2022-04-20\",\"events\":[\"" + Id + "\"]}]}}\n";
        Encoding.UTF8.GetString(HalfYearJson.Write(Cases.All["every kind"] with { Complaints = figures })).ShouldBe(plain[..^2] + Section);
    }

    private static ComplaintFigures Nothing => new()
    {
        Received = 0, Tips = 0, Repeats = 0, Dispatched = new(0, 0, []), Rates = new(new(0, 0, []), new(0, 0, []), new(0, 0, [])), Units = [], Tasks = [], Upheld = [], Exposures = [],
    };

    private static string Body(HalfYearDataSet dataSet) => string.Concat(NoticeWriter.Write(dataSet).Body.Select(p => p.Lead + p.Text + "\n"));
}
