using System.Text;
using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Tests.Plans;

namespace BizEnvLedger.Core.Tests.Appraisals;

public class AppraisalRuleFileTests
{
    private const string Path = "appraisals/default.json";

    [Fact]
    public void The_delivered_rules_are_right_and_give_a_reason_for_every_line()
    {
        var reading = AppraisalRuleFile.Read(ExampleFiles.Deployed(Path), "default.json");
        ExampleFiles.Told(reading.Mistakes).ShouldBe("");
        foreach (var list in new[] { reading.Rules!.Lists.Leading, reading.Rules.Lists.CooperatingOnly, reading.Rules.Lists.Regions })
        {
            list.Lines.Sum(l => l.Weight).ShouldBe(100);
            list.Lines.ShouldAllBe(l => l.Reason.Length > 0);
        }
    }

    [Theory]
    [InlineData("\"format\": \"bizenv-appraisal/1\"", "\"format\": \"bizenv-appraisal/2\"", "unknown-format", "$.format")]
    [InlineData("\"id\": \"default\"", "\"id\": \"Default rules\"", "bad-id", "$.id")]
    [InlineData("\"version\": 1", "\"version\": 0", "number-out-of-range", "$.version")]
    [InlineData("\"department\", ", "\"group\", ", "group-not-appraised", "$.kinds[0]")]
    [InlineData("\"department\", ", "\"region\", ", "duplicate-id", "$.kinds[1]")]
    [InlineData("\"measure\": \"silence\"", "\"measure\": \"silense\"", "unknown-measure", "$.lists.leading.lines[5].measure")]
    [InlineData("\"weight\": 15, \"direction\": \"down\"", "\"weight\": 15.5, \"direction\": \"down\"", "weights-not-100", "$.lists.leading.lines")]
    [InlineData("\"measure\": \"silence\", \"weight\": 5, \"direction\": \"down\"", "\"measure\": \"silence\", \"weight\": 5, \"direction\": \"up\"", "band-against-direction", "$.lists.leading.lines[5].band")]
    [InlineData("\"measure\": \"silence\", \"weight\": 5, \"direction\": \"down\"", "\"measure\": \"silence\", \"weight\": 5, \"direction\": \"none\"", "direction-missing", "$.lists.leading.lines[5].direction")]
    [InlineData("\"leastFacts\": 4", "\"leastFacts\": 0", "number-out-of-range", "$.lists.leading.lines[5].leastFacts")]
    [InlineData("\"code\": \"silence\"", "\"code\": \"late\"", "duplicate-id", "$.lists.leading.lines[5].code")]
    [InlineData("\"reason\": \"长期不报送进展，督查无从判断；权重从轻。\"", "\"reason\": \"\"", "empty-text", "$.lists.leading.lines[5].reason")]
    [InlineData("\"leastRatedWeight\": 50", "\"leastRatedWeight\": 101", "number-out-of-range", "$.lists.leading.leastRatedWeight")]
    [InlineData("\"mostBallots\": 5000,", "", "missing-property", "$.ballots.mostBallots")]
    [InlineData("\"title\": \"人大代表\", \"weight\": 60", "\"title\": \"人大代表\", \"weight\": 50", "weights-not-100", "$.ballots.bodies")]
    [InlineData("\"value\": 0.7", "\"value\": 70", "number-out-of-range", "$.ballots.grades[1].value")]
    [InlineData("\"code\": \"fairly\"", "\"code\": \"poor\"", "duplicate-id", "$.ballots.grades[2].code")]
    [InlineData("\"leastRatedWeight\": 50", "\"leastRatedWheight\": 50", "unknown-property", "$.lists.leading.leastRatedWheight", true)]
    public void A_mistake_in_rules_is_told_where_it_stands(string written, string instead, string code, string path, bool others = false)
    {
        var reading = AppraisalRuleFile.Read(Changed((written, instead)), "rules.json");
        reading.Rules.ShouldBeNull();
        reading.Mistakes.ShouldContain(x => x.Code == code && x.Path == path && x.Line > 0 && x.Zh.Length > 0 && x.RemedyZh.Length > 0, ExampleFiles.Told(reading.Mistakes));
        reading.Mistakes.Count.ShouldBe(others ? 2 : 1, ExampleFiles.Told(reading.Mistakes));
    }

    [Fact]
    public void A_weight_has_two_decimals_and_all_mistakes_are_told_at_once()
    {
        var reading = AppraisalRuleFile.Read(Changed(("\"weight\": 15, \"direction\": \"down\"", "\"weight\": 15.001, \"direction\": \"down\""), ("\"measure\": \"silence\"", "\"measure\": \"x\""), ("\"version\": 1", "\"version\": -1")), "rules.json");
        reading.Mistakes.Select(m => m.Code).ShouldBe(["number-out-of-range", "weights-not-100", "weight-too-fine", "unknown-measure"]);
    }

    [Theory]
    [InlineData("{}", "missing-property")]
    [InlineData("[]", "wrong-type")]
    [InlineData("{", "malformed-json")]
    public void What_is_no_rule_set_is_told_and_never_thrown(string text, string code)
    {
        var reading = AppraisalRuleFile.Read(Encoding.UTF8.GetBytes(text), "rules.json");
        reading.Rules.ShouldBeNull();
        reading.Mistakes.ShouldContain(m => m.Code == code);
    }

    [Fact]
    public void Empty_lists_are_told()
    {
        var text = Encoding.UTF8.GetString(ExampleFiles.Deployed(Path));
        var from = text.IndexOf("\"grades\"", StringComparison.Ordinal);
        var to = text.IndexOf("],", from, StringComparison.Ordinal);
        AppraisalRuleFile.Read(Encoding.UTF8.GetBytes(text[..from] + "\"grades\": [" + text[to..]), "rules.json").Mistakes.ShouldHaveSingleItem().Code.ShouldBe("list-empty");
    }

    private static byte[] Changed(params (string Written, string Instead)[] changes)
    {
        var text = Encoding.UTF8.GetString(ExampleFiles.Deployed(Path));
        foreach (var (written, instead) in changes)
        {
            var at = text.IndexOf(written, StringComparison.Ordinal);
            at.ShouldBeGreaterThan(0, written);
            text = text[..at] + instead + text[(at + written.Length)..];
        }

        return Encoding.UTF8.GetBytes(text);
    }
}
