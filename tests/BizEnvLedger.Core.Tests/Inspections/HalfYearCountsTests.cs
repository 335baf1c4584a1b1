using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

/// <summary>
/// Due by 30 June 2021 with a lead: 1.1-m1, 1.1-m3 (力争), 2.1-m1@2021H1, 2.1-m3, 2.1-m4, 2.2-m1, and the quarterly duty's Q1 and Q2.
/// </summary>
public class HalfYearCountsTests
{
    private static readonly Story Start = Given(IssuedWithSystems());

    [Fact]
    public void Due_are_those_of_the_half_year_that_somebody_leads_with_every_occurrence()
    {
        var view = Start.HalfYear("2021H1", "2021-07-10");
        view.Due.Select(m => m.Id).ShouldBe(["x1-m1@2021Q1", "1.1-m1", "1.1-m3", "2.1-m1@2021H1", "2.1-m3", "2.1-m4", "2.2-m1", "x1-m1@2021Q2"]);
        (view.Totals.Due, view.Totals.Open, view.Totals.OnTime, view.Totals.Late, view.Totals.Extended).ShouldBe((8, 8, 0, 0, 0));
        view.NextDue.Select(m => m.Id).ShouldBe(["1.2-m1", "1.2.1-m1", "1.1-m2", "x1-m1@2021Q3", "1.2.2-m1", "1.1-m4", "1.3-m1", "2.1-m1@2021H2", "x1-m1@2021Q4"]);
        view.Due.ShouldAllBe(m => m.Outcome == "open" && m.Light == (m.Due == Day("2021-06-30") ? "yellow" : "red"));
    }

    [Fact]
    public void A_line_on_which_nothing_was_done_rests_on_its_assignment()
    {
        var view = Start.HalfYear("2021H1", "2021-07-10");
        view.Due.Concat(view.NextDue).ShouldAllBe(m => m.Events.Contains(Start.Task(m.Task).AssignedBy));
    }

    [Fact]
    public void Each_outcome_is_counted_once()
    {
        var view = Start.And(Done("1.1-m1", "energy", "2021-06-30", verified: "2021-07-05"))
            .And(Done("x1-m1@2021Q1", "inspectorate", "2021-04-02", "2021-04-10", verifier: "audit"))
            .And(Claimed("2.1-m3", "tax", "2021-06-29"))
            .HalfYear("2021H1", "2021-07-10");
        string Outcome(string id) => view.Due.Single(m => m.Id == id).Outcome;
        (Outcome("1.1-m1"), Outcome("x1-m1@2021Q1"), Outcome("2.1-m3"), Outcome("2.1-m4")).ShouldBe(("onTime", "late", "waiting", "open"));
        view.Due.Single(m => m.Id == "x1-m1@2021Q1").DaysLate.ShouldBe(2);
        (view.Totals.OnTime, view.Totals.Late, view.Totals.Open, view.Totals.Waiting).ShouldBe((1, 1, 6, 1));
        Sums(view);
    }

    [Fact]
    public void What_was_due_earlier_stays_due_until_it_is_closed()
    {
        var story = Start.And(Done("1.1-m1", "energy", "2021-08-10", verified: "2021-08-20"));
        var first = story.KnownOn("2021-07-10").HalfYear("2021H1", "2021-07-10");
        first.Due.Single(m => m.Id == "1.1-m1").Outcome.ShouldBe("open");
        var second = story.HalfYear("2021H2", "2022-01-10", first);
        var late = second.Due.Single(m => m.Id == "1.1-m1");
        (late.Outcome, late.DaysLate, late.ClosedOn).ShouldBe(("late", 41, Day("2021-08-10")));
        second.Previous.ShouldBe(first.Totals);
        Sums(second);
        second = story.HalfYear("2022H1", "2022-07-10", second);
        second.Due.ShouldNotContain(m => m.Id == "1.1-m1");
        second.Due.ShouldContain(m => m.Id == "1.1-m3");
    }

    [Fact]
    public void The_first_round_has_nothing_before_it() => Start.HalfYear("2021H1", "2021-07-10").Previous.ShouldBeNull();

    [Fact]
    public void Facts_of_after_the_last_day_do_not_count_and_a_later_verdict_does()
    {
        var before = Start.HalfYear("2021H1", "2021-07-10");
        var view = Start.And(Claimed("1.1-m1", "energy", "2021-07-01")).And(Verify("1.1-m1", "2021-07-02"), Metric("1.1-i1", 3, People.Energy, "2021-07-05"))
            .HalfYear("2021H1", "2021-07-10");
        view.Due.Single(m => m.Id == "1.1-m1").Outcome.ShouldBe("open");
        view.Indicators.Single(i => i.Id == "1.1-i1").Attainment.ShouldBe("unreported");
        view.Totals.ShouldBe(before.Totals);
    }

    [Fact]
    public void A_verdict_of_after_the_last_day_and_before_the_closing_tells_what_was_true_on_it()
    {
        var waiting = Start.And(Claimed("1.1-m1", "energy", "2021-06-20"));
        waiting.And(Verify("1.1-m1", "2021-07-05")).HalfYear("2021H1", "2021-07-10").Due.Single(m => m.Id == "1.1-m1").Outcome.ShouldBe("onTime");
        waiting.And(Return("1.1-m1", "2021-07-05", Core.PlanTasks.ReturnGround.Untrue)).HalfYear("2021H1", "2021-07-10")
            .Due.Single(m => m.Id == "1.1-m1").Outcome.ShouldBe("open");
    }

    [Fact]
    public void Areas_and_tasks_and_units_add_up()
    {
        var view = Start.And(Done("1.1-m1", "energy", "2021-06-30", verified: "2021-07-05")).And(Done("2.1-m3", "tax", "2021-06-20", verified: "2021-06-25"))
            .HalfYear("2021H1", "2021-07-10");
        Sums(view);
        view.Areas.Select(a => (a.Id, a.Due, a.OnTime, a.Open)).ShouldBe([("a1", 2, 1, 1), ("a2", 4, 1, 3)]);
        var tax = view.Units.Single(u => u.Id == "tax");
        (tax.Due, tax.OnTime, tax.Open, tax.Authority).ShouldBe((3, 1, 2, "vertical"));
        (view.Totals.Tasks, view.Totals.Measures).ShouldBe((2, 8));
    }

    [Fact]
    public void A_unit_answers_for_the_days_within_the_half_year_on_which_it_led()
    {
        var view = Start.And(Reassign("1.1", ["housing"], "2021-07-11")).HalfYear("2021H2", "2022-01-10");
        int Days(string unit) => view.Units.Single(u => u.Id == unit).DelayDays;
        // 1.1-m1 and 1.1-m3 from 1 July, 1.1-m2 from 1 October; housing also 1.2-m1, 1.2.1-m1 from 1 September and 1.2.2-m1 from 1 November.
        Days("energy").ShouldBe(2 * 10);
        Days("housing").ShouldBe((2 * 174) + 92 + 122 + 122 + 61);
        Days("water").ShouldBe(122 + 61);
    }

    [Fact]
    public void Figures_count_those_with_a_target_in_force()
    {
        var view = Start.And(Metric("1.1-i1", 5, People.Energy, "2021-06-30")).HalfYear("2021H1", "2021-07-10");
        (view.Totals.IndicatorsDue, view.Totals.IndicatorsMet, view.Totals.IndicatorsUnreported).ShouldBe((1, 1, 0));
        var second = view.Indicators.Single(i => i.Id == "1.1-i1");
        (second.TargetInForce, second.NextTarget, second.NextTargetDue, second.Value).ShouldBe(("≤ 5", "≤ 2", Day("2021-12-31"), 5));
        var later = Start.And(Metric("1.1-i1", 5, People.Energy, "2021-06-30")).HalfYear("2021H2", "2022-01-10");
        (later.Totals.IndicatorsDue, later.Totals.IndicatorsMet, later.Totals.IndicatorsUnreported).ShouldBe((2, 0, 1));
    }

    private static void Sums(HalfYearDataSet view)
    {
        (view.Totals.OnTime + view.Totals.Extended + view.Totals.Late + view.Totals.Open).ShouldBe(view.Totals.Due);
        view.Tasks.ShouldAllBe(t => t.OnTime + t.Extended + t.Late + t.Open == t.Due);
        view.Areas.ShouldAllBe(a => a.OnTime + a.Extended + a.Late + a.Open == a.Due);
        view.Units.ShouldAllBe(u => u.OnTime + u.Extended + u.Late + u.Open == u.Due);
        view.Tasks.Sum(t => t.Due).ShouldBe(view.Totals.Due);
        view.Due.Count.ShouldBe(view.Totals.Due);
        view.Areas.Sum(a => a.Due).ShouldBe(view.Tasks.Where(t => t.Area != "").Sum(t => t.Due));
        view.Due.Count(m => m.Outcome is "open" or "waiting").ShouldBe(view.Totals.Open);
    }
}
