using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks;

/// <summary>Each test of the light at its borders. 1.1-m1 is due on 30 June, 1.1-m2 on 30 September.</summary>
public class LightTests
{
    private static readonly Story Start = Given(IssuedWithSystems());

    [Theory]
    [InlineData("2021-06-30", Light.Yellow, "due-soon")]
    [InlineData("2021-07-01", Light.Red, "overdue")]
    public void Red_begins_on_the_day_after_the_due_date(string day, Light light, string test) =>
        Start.Shows("1.1-m1", day, light, test);

    [Theory]
    [InlineData("2021-05-30", Light.Yellow, "silent")]
    [InlineData("2021-05-31", Light.Yellow, "due-soon")]
    public void Due_soon_is_within_30_days_inclusive(string day, Light light, string test) => Start.Shows("1.1-m1", day, light, test);

    [Fact]
    public void Thirty_one_days_before_with_a_fresh_report_is_green()
    {
        var story = Start.And(Report("1.1", People.Energy, "2021-05-28"));
        story.Shows("1.1-m1", "2021-05-30", Light.Green, null);
        story.Shows("1.1-m1", "2021-05-31", Light.Yellow, "due-soon");
    }

    [Fact]
    public void A_released_claim_takes_due_soon_and_overdue_away()
    {
        var asked = Start.And(Claim("1.1-m1", People.Energy, "2021-06-20"));
        asked.Shows("1.1-m1", "2021-06-20", Light.Yellow, "due-soon");
        asked.Shows("1.1-m1", "2021-07-01", Light.Red, "overdue");
        var released = asked.And(Release("1.1-m1", "energy", "2021-06-21"));
        released.Shows("1.1-m1", "2021-06-19", Light.Yellow, "due-soon");
        released.Shows("1.1-m1", "2021-06-20", Light.Green, null);
        released.Shows("1.1-m1", "2021-07-01", Light.Green, null);
    }

    [Fact]
    public void Closed_is_blue_from_the_claims_day_on_and_names_claim_and_verdict()
    {
        var story = Start.And(Done("1.1-m1", "energy", "2021-06-20", verified: "2021-07-05"));
        story.Shows("1.1-m1", "2021-06-19", Light.Yellow, "due-soon");
        story.Shows("1.1-m1", "2021-06-20", Light.Blue, "closed");
        story.Shows("1.1-m1", "2022-06-20", Light.Blue, "closed");
        var claim = story.TaskOf("1.1-m1").Claims[0];
        story.Lit("1.1-m1", "2021-07-01").Reasons.Last(r => r.Holds).Events.ShouldBe([claim.Id, claim.Verification!.Event]);
    }

    [Fact]
    public void A_return_as_untrue_is_red_after_15_days_until_a_new_claim_is_released()
    {
        var returned = Start.And(Claimed("1.1-m2", "energy", "2021-04-20")).And(Return("1.1-m2", "2021-05-01", ReturnGround.Untrue), Report("1.1", People.Energy, "2021-05-10"));
        returned.Shows("1.1-m2", "2021-05-16", Light.Green, null);
        returned.Shows("1.1-m2", "2021-05-17", Light.Red, "returned-untrue");
        var again = returned.And(Claim("1.1-m2", People.Energy, "2021-05-17"));
        again.Shows("1.1-m2", "2021-05-17", Light.Red, "returned-untrue");
        again.Standing("1.1-m2", "2021-05-17").State.ShouldBe(MilestoneState.Returned);
        again.And(Release("1.1-m2", "energy", "2021-05-18")).Shows("1.1-m2", "2021-05-18", Light.Green, null);
    }

    [Fact]
    public void A_return_for_form_is_never_that_test() =>
        Start.And(Claimed("1.1-m2", "energy", "2021-04-20")).And(Return("1.1-m2", "2021-05-01", ReturnGround.Incomplete), Report("1.1", People.Energy, "2021-05-15"))
            .Shows("1.1-m2", "2021-05-20", Light.Green, null);

    [Theory]
    [InlineData("2021-04-17", Light.Green)] // 92 days after the assignment, 166 before due
    [InlineData("2021-04-18", Light.Yellow)]
    public void Far_from_due_a_report_is_expected_each_quarter(string day, Light light) =>
        Start.Shows("1.1-m2", day, light, light == Light.Yellow ? "silent" : null);

    [Theory]
    [InlineData("2021-07-01", Light.Green)] // 91 days before due: 62 days without a report are within the quarter
    [InlineData("2021-07-02", Light.Yellow)] // 90 days before due: monthly
    public void Within_90_days_of_due_a_report_is_expected_each_month(string day, Light light) =>
        Start.And(Report("1.1", People.Energy, "2021-04-30")).Shows("1.1-m2", day, light, light == Light.Yellow ? "silent" : null);

    [Theory]
    [InlineData("2021-08-01", Light.Green)]
    [InlineData("2021-08-02", Light.Yellow)]
    public void A_month_is_31_days_and_no_change_is_a_report(string day, Light light) =>
        Start.And(Report("1.1", People.Water, "2021-07-01", noChange: true)).Shows("1.1-m2", day, light, light == Light.Yellow ? "silent" : null);

    [Fact]
    public void A_figure_of_the_measure_is_a_report_and_an_unreleased_claim_is_none()
    {
        Start.And(Metric("1.1-i3", 1, People.Energy, "2021-07-20")).Shows("1.1-m2", "2021-08-02", Light.Green, null);
        var asked = Start.And(Report("1.1", People.Energy, "2021-07-01"), Claim("1.1-m2", People.Energy, "2021-07-20"));
        asked.Shows("1.1-m2", "2021-08-02", Light.Yellow, "silent");
        asked.And(Release("1.1-m2", "energy", "2021-08-02")).Shows("1.1-m2", "2021-08-02", Light.Green, null);
    }

    [Fact]
    public void A_withdrawn_report_breaks_no_silence() =>
        Start.And(Report("1.1", People.Energy, "2021-07-20")).And(Correct("1", People.Energy, "2021-07-21", withdrawn: true))
            .Shows("1.1-m2", "2021-08-02", Light.Yellow, "silent");

    [Fact]
    public void A_promise_without_a_lead_is_grey_even_past_due() => Start.Shows("g1-m2", "2022-06-01", Light.Grey, "no-lead");

    [Fact]
    public void An_undated_milestone_is_grey_and_can_be_closed()
    {
        Start.Shows("1.1-m5", "2022-06-01", Light.Grey, "undated");
        Start.And(Done("1.1-m5", "energy", "2021-06-20", verified: "2021-06-25")).Shows("1.1-m5", "2022-06-01", Light.Blue, "closed");
    }

    [Fact]
    public void An_occurrence_that_has_not_begun_is_green_and_silent_only_after_it_has()
    {
        Start.Shows("2.1-m1@2022H1", "2021-12-31", Light.Green, "not-started");
        Start.Shows("2.1-m1@2022H1", "2022-01-01", Light.Green, null);
        Start.Shows("2.1-m1@2022H1", "2022-04-03", Light.Yellow, "silent");
        Start.Shows("2.1-m1@2022H1", "2022-07-01", Light.Red, "overdue");
    }

    [Fact]
    public void A_withdrawn_milestone_is_grey_from_its_withdrawal_on()
    {
        var story = Start.And(Change(Amendment("am-1", "2021-07-10") with { Withdraw = ["1.1-m1"] }, "2021-07-05"));
        story.Shows("1.1-m1", "2021-07-09", Light.Red, "overdue");
        story.Shows("1.1-m1", "2021-07-10", Light.Grey, "withdrawn");
    }

    [Fact]
    public void Reasons_name_every_test_made_with_its_inputs_and_the_rule_set()
    {
        var lit = Start.Lit("1.1-m2", "2021-04-18");
        (lit.RuleSet, lit.RuleSetVersion).ShouldBe(("default", 1));
        lit.Reasons.Select(r => (r.Test, r.Holds)).ShouldBe(
        [
            ("withdrawn", false), ("closed", false), ("no-lead", false), ("suspended", false), ("overdue", false), ("returned-untrue", false), ("undated", false),
            ("not-started", false), ("due-soon", false), ("behind-line", false), ("silent", true),
        ]);
        lit.Reasons.Single(r => r.Test == "overdue").Inputs.ShouldBe(new Dictionary<string, string> { ["due"] = "2021-09-30", ["day"] = "2021-04-18" }, ignoreOrder: true);
        lit.Reasons.Single(r => r.Test == "due-soon").Inputs.ShouldBe(
            new Dictionary<string, string> { ["due"] = "2021-09-30", ["daysLeft"] = "165", ["withinDays"] = "30" }, ignoreOrder: true);
        lit.Reasons.Single(r => r.Test == "silent").Inputs.ShouldBe(new Dictionary<string, string> { ["days"] = "93", ["limitDays"] = "92" }, ignoreOrder: true);
    }

    [Fact]
    public void A_tasks_light_is_its_worst_and_grey_where_it_has_none()
    {
        Lights.Worst([Light.Blue, Light.Grey, Light.Green, Light.Yellow]).ShouldBe(Light.Yellow);
        Lights.Worst([Light.Blue, Light.Grey]).ShouldBe(Light.Grey);
        Lights.Worst([Light.Yellow, Light.Red]).ShouldBe(Light.Red);
        Lights.Worst([]).ShouldBe(Light.Grey);
    }
}
