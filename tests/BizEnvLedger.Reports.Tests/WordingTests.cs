using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Notice;

namespace BizEnvLedger.Reports.Tests;

public sealed class WordingTests
{
    [Theory]
    [InlineData("≤ 1", "工作日", "不超过1个工作日")]
    [InlineData("≥ 95", "%", "不低于95%")]
    [InlineData("≥95%", "%", "不低于95%")]
    [InlineData("2–3", "次", "2至3次")]
    [InlineData("2—3", "家", "2至3家")]
    [InlineData("< 0.5", "工作日", "低于0.5个工作日")]
    [InlineData("50", "项", "50项")]
    [InlineData("优于全国平均水平", "%", "优于全国平均水平")]
    [InlineData("稳步增加", "家", "稳步增加")]
    public void A_target_reads_as_a_phrase(string words, string unit, string expected) => Wording.Target(words, unit).ShouldBe(expected);

    [Theory]
    [InlineData(1, 3, "33.3%")]
    [InlineData(2, 3, "66.7%")]
    [InlineData(1, 16, "6.3%")]
    [InlineData(3, 3, "100.0%")]
    [InlineData(0, 0, "—")]
    public void A_share_has_one_decimal(int part, int whole, string expected) => Wording.Percent(part, whole).ShouldBe(expected);

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(34, "三十四")]
    public void Headings_are_counted_in_characters(int number, string expected) => Wording.Ordinal(number).ShouldBe(expected);

    [Theory]
    [InlineData("市政府办公室", "云泽市人民政府", "云泽市人民政府办公室")]
    [InlineData("市人民政府办公室", "云泽市人民政府", "云泽市人民政府办公室")]
    [InlineData("云泽市人民政府办公室", "云泽市人民政府", "云泽市人民政府办公室")]
    [InlineData("云泽市人民政府", "云泽市人民政府", "云泽市人民政府")]
    [InlineData("市营商办", "云泽市人民政府", "市营商办")]
    public void An_office_signs_with_its_full_name(string office, string issuer, string expected) =>
        Wording.FullOffice(new PlanHeading("p", "t", "n", issuer, office, new(2021, 1, 1), [], [], new Period(new(2021, 1, 1), new(2023, 12, 31)))).ShouldBe(expected);

    [Theory]
    [InlineData("9.2.2-m1", "9.2.2第1项")]
    [InlineData("16.1-m1@2022", "16.1第1项（2022年）")]
    [InlineData("8.1-m2@2022H2", "8.1第2项（2022年下半年）")]
    [InlineData("8.1-m2@2022Q3", "8.1第2项（2022年三季度）")]
    [InlineData("8.1-m2@2022-07", "8.1第2项（2022年7月）")]
    [InlineData("9.2.1-m2-s4", "9.2.1第2项分解事项4")]
    [InlineData("g2021.10-m1", "2021年主要目标10第1项")]
    [InlineData("x3-m1", "保障措施3第1项")]
    [InlineData("任务", "任务")]
    public void A_milestone_is_named_by_its_place_in_the_document(string id, string expected) => Terms.Place(id).ShouldBe(expected);

    [Fact]
    public void A_long_title_breaks_only_where_a_phrase_ends()
    {
        var lines = NoticeWriter.Lines(["某某自治州人民政府优化营商环境工作领导小组办公室", "关于2021年下半年", "优化营商环境", "专项督查", "情况的通报"]);
        string.Concat(lines).ShouldBe("某某自治州人民政府优化营商环境工作领导小组办公室关于2021年下半年优化营商环境专项督查情况的通报");
        lines[0].ShouldBe("某某自治州人民政府优化营商环境工作领导小组办公室");
        lines.Skip(1).ShouldAllBe(line => NoticeWriter.Width(line) <= 20);
    }
}
