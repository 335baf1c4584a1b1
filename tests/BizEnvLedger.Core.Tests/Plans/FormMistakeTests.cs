using System.Text;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Tests.Plans;

public class FormMistakeTests
{
    [Theory]
    [InlineData("\"issuer\": \"city\",", "\"issuer\": \"city\"", "malformed-json", 4, "$")]
    [InlineData("\"title\": \"小计划\"", "\"title\": 5", "wrong-type", 2, "$.title")]
    [InlineData("\"recipients\": [\"energy\"]", "\"recipients\": \"energy\"", "wrong-type", 12, "$.recipients")]
    [InlineData("\"recipients\": [\"energy\"]", "\"recipients\": [\"energy\", 7]", "wrong-type", 12, "$.recipients[1]")]
    [InlineData("\"recipients\": [\"energy\"]", "\"recipients\": null", "wrong-type", 12, "$.recipients")]
    [InlineData("{ \"id\": \"water\", \"name\": \"市水务局\", \"kind\": \"department\" }", "\"water\"", "wrong-type", 8, "$.units[2]", true)]
    [InlineData("\"number\": 1", "\"number\": \"1\"", "wrong-type", 17, "$.tasks[0].number", true)]
    [InlineData("\"lagDays\": 5", "\"lagDays\": 5.5", "number-out-of-range", 24, "$.tasks[0].measures[0].indicators[0].lagDays")]
    [InlineData("\"lagDays\": 5", "\"lagDays\": 99999999999", "number-out-of-range", 24, "$.tasks[0].measures[0].indicators[0].lagDays")]
    [InlineData("\"value\": 50", "\"value\": 1e99", "number-out-of-range", 25, "$.tasks[0].measures[0].indicators[0].targets[0].value")]
    [InlineData("\"lagDays\"", "\"lagDay\"", "unknown-property", 24, "$.tasks[0].measures[0].indicators[0].lagDay")]
    [InlineData("\"clause\": \"一\" }", "\"clause\": \"一\", \"weight\": [] }", "unknown-property", 13, "$.areas[0].weight")]
    [InlineData(", \"calendar\": \"china\"", "", "missing-property", 1, "$.calendar")]
    [InlineData(", \"comparator\": \"atLeast\"", "", "missing-property", 25, "$.tasks[0].measures[0].indicators[0].targets[0].comparator")]
    [InlineData("\"kind\": \"government\"", "\"kind\": \"goverment\"", "unknown-value", 6, "$.units[0].kind")]
    [InlineData("\"every\": \"halfYear\"", "\"every\": \"HalfYear\"", "unknown-value", 21, "$.tasks[0].measures[0].milestones[1].recurrence.every")]
    [InlineData("\"2021-08-31\"", "\"2021-02-30\"", "impossible-date", 20, "$.tasks[0].measures[0].milestones[0].due")]
    [InlineData("\"2021-08-31\"", "\"2021-13-01\"", "impossible-date", 20, "$.tasks[0].measures[0].milestones[0].due")]
    [InlineData("\"2021-08-31\"", "\"2021/08/31\"", "bad-date", 20, "$.tasks[0].measures[0].milestones[0].due")]
    [InlineData("\"2021-08-31\"", "\"8月底\"", "bad-date", 20, "$.tasks[0].measures[0].milestones[0].due")]
    [InlineData("\"issuer\": \"city\",", "\"issuer\": \"city\",\n \"issuer\": \"city\",", "duplicate-key", 4, "$.issuer")]
    [InlineData("小计划", "小\\u0000计划", "control-character", 2, "$.title")]
    [InlineData("小计划", "小\\n计划", "control-character", 2, "$.title")]
    [InlineData("小计划", "小\\u202e计划", "control-character", 2, "$.title")]
    [InlineData("小计划", "小\\ud800计划", "control-character", 2, "$.title")]
    public void A_mistake_of_form_is_told_with_its_place(string written, string instead, string code, int line, string path, bool others = false)
    {
        var reading = SmallPlan.With(written, instead);
        if (!others)
            reading.ShouldTell(code, line, path);
        reading.Mistakes.ShouldContain(x => x.Code == code && x.Line == line && x.Path == path, ExampleFiles.Told(reading.Mistakes));
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused() =>
        SmallPlan.With("小计划", new string('长', 4001)).ShouldTell("text-too-long", 2, "$.title");

    [Fact]
    public void A_raw_control_character_is_malformed_json() =>
        SmallPlan.With("小计划", "小\u0001计划").ShouldTell("malformed-json", 2, "$");

    [Fact]
    public void A_file_over_the_limit_is_not_even_parsed() =>
        PlanFile.Read(new byte[8 * 1024 * 1024 + 1], "large.json").ShouldTell("file-too-large", 1, "$");

    [Fact]
    public void A_file_with_too_many_values_is_refused() =>
        PlanFile.Read(Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat("1", 600_000)) + "]"), "many.json")
            .ShouldTell("file-too-large", 1, "$[499999]");

    [Theory]
    [InlineData("", 1)]
    [InlineData("\n\n", 3)]
    [InlineData("{} {}", 1)]
    [InlineData("{\n\"a\": 1,\n}", 3)]
    [InlineData("// no\n{}", 1)]
    public void What_is_no_json_is_told_by_line(string text, int line) =>
        PlanFile.Read(Encoding.UTF8.GetBytes(text), "broken.json").Mistakes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            x => x.Code.ShouldBe("malformed-json"),
            x => x.Line.ShouldBe(line));

    [Fact]
    public void A_file_in_another_encoding_is_refused_at_its_first_wrong_byte()
    {
        var bytes = Encoding.UTF8.GetBytes("{\n  \"title\": \"?\" }");
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xB1;
        PlanFile.Read(bytes, "gbk.json").ShouldTell("malformed-json", 2, "$");
    }

    [Fact]
    public void A_byte_order_mark_is_no_mistake() =>
        PlanFile.Read((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SmallPlan.Text)], "bom.json").Mistakes.ShouldBeEmpty();

    [Fact]
    public void A_list_at_the_top_is_no_plan() =>
        PlanFile.Read("[]"u8.ToArray(), "list.json").ShouldTell("wrong-type", 1, "$");

    [Fact]
    public void Nesting_without_end_is_told_once_and_does_not_break_the_reader() =>
        SmallPlan.With("\"recipients\": [\"energy\"]", "\"recipients\": " + new string('[', 100_000) + new string(']', 100_000))
            .Mistakes.ShouldContain(x => x.Code == "nesting-too-deep" && x.Line == 12);

    [Fact]
    public void Columns_count_characters() =>
        SmallPlan.With("\"documentNumber\": \"小发1号\"", "\"documentNumber\": 1").Mistakes[0].Column.ShouldBe(
            SmallPlan.Text.Split('\n')[1].IndexOf("\"小发1号\"", StringComparison.Ordinal) + 1);

    [Fact]
    public void A_mistyped_property_has_the_nearest_name_as_remedy() =>
        SmallPlan.With("\"lagDays\"", "\"lagDay\"").Mistakes[0].RemedyEn.ShouldBe("Did you mean “lagDays”?");

    [Fact]
    public void An_unknown_word_is_answered_with_all_that_are_right() =>
        SmallPlan.With("\"every\": \"halfYear\"", "\"every\": \"half\"").Mistakes[0].RemedyEn.ShouldBe("Write one of: month, quarter, halfYear, year.");

    [Fact]
    public void An_impossible_date_is_answered_with_the_months_last_day() =>
        SmallPlan.With("\"2021-08-31\"", "\"2021-02-30\"").Mistakes[0].RemedyEn.ShouldContain("2021-02-28");

    [Fact]
    public void A_hopeless_file_is_told_in_bounds()
    {
        var properties = string.Join(",", Enumerable.Range(0, 5000).Select(x => $"\"p{x}\":{{}}"));
        var mistakes = PlanFile.Read(Encoding.UTF8.GetBytes("{" + properties + "}"), "hopeless.json").Mistakes;
        mistakes.Count.ShouldBe(501);
        mistakes.ShouldContain(x => x.Code == "more-mistakes");
    }
}
