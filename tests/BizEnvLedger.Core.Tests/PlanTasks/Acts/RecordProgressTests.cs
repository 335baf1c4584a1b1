using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

public class RecordProgressTests
{
    private static Story Start => Given(Issued());

    [Fact]
    public void A_lead_reports_with_text_and_evidence() =>
        Start.When(Report("1.1", People.Energy, "2021-03-10", effective: "2021-03-08", percent: 40, evidence: [Evidence]))
            .Then(new ProgressRecorded("1.1", "energy", Day("2021-03-08"), 40, false, Sealed(), [Evidence]));

    [Fact]
    public void No_change_is_a_report_without_words() =>
        Start.When(Report("1.1", People.Water, "2021-03-10", noChange: true))
            .Then(new ProgressRecorded("1.1", "water", Day("2021-03-10"), null, true, null, []));

    [Fact]
    public void The_text_itself_never_sits_in_the_event() =>
        Json(Start.When(Report("1.1", People.Energy, "2021-03-10", text: Text("张三 13800000000"))).Decision.Events[0]).ShouldNotContain("张三");

    [Fact]
    public void The_leads_of_a_sub_item_report_on_it_and_those_of_the_measure_above_do_not()
    {
        Start.When(Report("1.2.1", People.Housing, "2021-03-10")).Accepted();
        Start.When(Report("1.2.1", People.Water, "2021-03-10")).Refused("not-your-measure", RefusalKind.NotAllowed);
        Start.When(Report("1.2.2", People.Water, "2021-03-10")).Accepted();
    }

    [Fact]
    public void The_right_is_judged_on_the_effective_date()
    {
        var story = Start.And(Reassign("1.1", ["tax"], "2021-03-01", cooperating: []));
        story.When(Report("1.1", People.Energy, "2021-03-10", effective: "2021-02-28")).Accepted();
        story.When(Report("1.1", People.Energy, "2021-03-10", effective: "2021-03-01")).Refused("not-your-measure", RefusalKind.NotAllowed);
    }

    [Fact]
    public void A_measure_that_is_not_in_the_task_is_unknown() =>
        Start.When(Report("1.9", People.Energy, "2021-03-10")).Refused("unknown-measure", RefusalKind.Invalid, "measure");

    [Theory]
    [InlineData("-0.1")]
    [InlineData("100.1")]
    public void A_percentage_lies_between_0_and_100(string percent) =>
        Start.When(Report("1.1", People.Energy, "2021-03-10", percent: decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)))
            .Refused("percent-out-of-bounds", RefusalKind.Invalid, "percent");

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void The_borders_of_a_percentage_are_within(int percent) => Start.When(Report("1.1", People.Energy, "2021-03-10", percent: percent)).Accepted();

    [Theory]
    [InlineData("2021-03-11", "date-in-future")]
    [InlineData("2020-12-31", "date-out-of-bounds")]
    public void A_report_is_neither_of_tomorrow_nor_of_before_the_plan(string effective, string code) =>
        Start.When(Report("1.1", People.Energy, "2021-03-10", effective)).Refused(code, RefusalKind.Invalid, "effectiveOn");

    [Theory]
    [InlineData("", "text-empty")]
    [InlineData(" \n\t", "text-empty")]
    [InlineData("铃\u0007", "text-control-character")]
    public void A_text_has_words_and_no_control_characters(string text, string code) =>
        Start.When(Report("1.1", People.Energy, "2021-03-10", text: Text(text))).Refused(code, RefusalKind.Invalid, "narrative");

    [Fact]
    public void A_text_is_as_long_as_the_rule_set_allows_and_no_longer()
    {
        Start.When(Report("1.1", People.Energy, "2021-03-10", text: Text(new('长', 100)))).Accepted();
        Start.When(Report("1.1", People.Energy, "2021-03-10", text: Text(new('长', 101)))).Refused("text-too-long", RefusalKind.Invalid, "narrative");
    }

    [Fact]
    public void A_report_without_words_is_refused_unless_nothing_changed()
    {
        var story = Start;
        var decision = RecordProgress.Decide(story.Task("1"), story.Plan, new("1.1", null, false, null, null, [], null), People.Energy, new(default, Day("2021-03-10")));
        decision.Refusal!.Code.ShouldBe("text-empty");
    }

    [Fact]
    public void Evidence_is_named_by_its_hash_once_and_not_without_end()
    {
        void Refused(string code, params string[] evidence) =>
            Start.When(Report("1.1", People.Energy, "2021-03-10", evidence: evidence)).Refused(code, RefusalKind.Invalid, "evidence");
        Refused("evidence-not-a-hash", "photo.jpg");
        Refused("evidence-not-a-hash", new string('A', 64));
        Refused("evidence-twice", Evidence, Evidence);
        Refused("evidence-too-many", [.. Enumerable.Range(0, 51).Select(i => i.ToString("x64", null))]);
        Start.When(Report("1.1", People.Energy, "2021-03-10", evidence: [.. Enumerable.Range(0, 50).Select(i => i.ToString("x64", null))])).Accepted();
    }

    [Fact]
    public void The_group_office_reports_nothing() =>
        Start.When(Report("1.1", People.GroupOffice, "2021-03-10")).Refused("role-not-allowed", RefusalKind.NotAllowed);
}
