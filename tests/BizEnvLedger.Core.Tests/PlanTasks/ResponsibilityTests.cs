using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks;

public class ResponsibilityTests
{
    private static readonly Story Start = Given(Issued());

    [Fact]
    public void Handing_over_after_the_due_date_washes_no_day_away() =>
        Start.And(Reassign("1.1", ["tax"], "2021-07-11")).Accounts("1.1-m1", "2021-07-20")
            .ShouldBe(["Leads energy 2021-07-01 10", "Leads tax 2021-07-11 10"]);

    [Fact]
    public void A_backdated_reassignment_moves_the_days_from_its_effective_date_and_is_late_entered()
    {
        var story = Start.And(Reassign("1.1", ["tax"], "2021-07-20", effective: "2021-07-06"));
        story.Accounts("1.1-m1", "2021-07-20").ShouldBe(["Leads energy 2021-07-01 5", "Leads tax 2021-07-06 15"]);
        story.Plan.IsLate(story.Task("1").LeadChanges[0].Entry).ShouldBeTrue();
        // It is a late entry of both: days of delay went from one to the other.
        story.Task("1").ReassignedFacts().Select(f => (f.Kind, f.Subject, f.Unit)).ShouldBe([("leadChange", "1.1", "energy"), ("leadChange", "1.1", "tax")], ignoreOrder: true);
        story.KnownOn("2021-07-19").Accounts("1.1-m1", "2021-07-19").ShouldBe(["Leads energy 2021-07-01 19"]);
    }

    [Fact]
    public void Of_two_reassignments_on_one_day_the_later_recorded_wins()
    {
        var story = Start.And(Reassign("1.1", ["tax"], "2021-03-01", effective: "2021-03-05"), Reassign("1.1", ["water"], "2021-03-02", effective: "2021-03-05"));
        story.Responsible("1.1", "2021-03-05").Leads.ShouldBe(["water"]);
        story.Responsible("1.1", "2021-03-04").Leads.ShouldBe(["energy"]);
        var effectOrder = Start.And(Reassign("1.1", ["tax"], "2021-03-01", effective: "2021-04-01"), Reassign("1.1", ["water"], "2021-03-02", effective: "2021-03-05"));
        effectOrder.Responsible("1.1", "2021-04-01").Leads.ShouldBe(["tax"]);
    }

    [Fact]
    public void Joint_leads_each_have_the_whole_day_and_the_day_counts_once()
    {
        var stretch = Start.Delay("1.2-m1", "2021-09-10").ShouldHaveSingleItem();
        (stretch.Account, stretch.Joint, stretch.Days).ShouldBe((Account.Leads, true, 10));
        stretch.Units.ShouldBe(["water", "housing"]);
    }

    [Fact]
    public void The_narrowest_word_counts_sub_item_before_measure_before_task()
    {
        var story = Start.And(Reassign(null, ["tax"], "2021-03-01", cooperating: ["north"]));
        story.Responsible(null, "2021-03-01").Leads.ShouldBe(["tax"]);
        story.Responsible("1.1", "2021-03-01").Leads.ShouldBe(["tax"]);
        story.Responsible("1.1", "2021-03-01").Cooperating.ShouldBe(["north"]);
        story.Responsible("1.2", "2021-03-01").Leads.ShouldBe(["water", "housing"]);
        story.Responsible("1.2.1", "2021-03-01").Leads.ShouldBe(["housing"]);
        story.Responsible("1.2.2", "2021-03-01").Leads.ShouldBe(["water", "housing"]);
        var narrower = story.And(Reassign("1.2", ["energy"], "2021-03-02"));
        narrower.Responsible("1.2.1", "2021-03-02").Leads.ShouldBe(["housing"]);
        narrower.Responsible("1.2.2", "2021-03-02").Leads.ShouldBe(["energy"]);
        narrower.And(Reassign("1.2.1", ["north"], "2021-03-03")).Responsible("1.2.1", "2021-03-03").Leads.ShouldBe(["north"]);
    }

    [Fact]
    public void No_cooperating_unit_at_all_is_a_word_too()
    {
        Start.Responsible("1.1", "2021-03-01").Cooperating.ShouldBe(["water", "bureaus"]);
        Start.Responsible("1.2", "2021-03-01").Cooperating.ShouldBeEmpty();
        Start.Responsible("1.2.1", "2021-03-01").Cooperating.ShouldBeEmpty();
    }

    [Fact]
    public void A_reassignment_that_names_no_cooperating_units_keeps_the_last_ones_named()
    {
        var story = Start.And(Reassign("1.1", ["energy"], "2021-03-01", cooperating: ["north"]), Reassign("1.1", ["tax"], "2021-04-01"));
        story.Responsible("1.1", "2021-04-01").Cooperating.ShouldBe(["north"]);
    }

    [Fact]
    public void The_chain_has_the_leader_in_charge_the_measures_own_before_the_tasks()
    {
        var story = Start.And(Appoint(null, "vice-mayor-1", "2021-02-01"), Appoint("1.2", "vice-mayor-2", "2021-03-01"), Appoint("1.2", "vice-mayor-3", "2021-05-01"));
        story.Responsible("1.1", "2021-06-01").Leader.ShouldBe("vice-mayor-1");
        story.Responsible("1.2.1", "2021-02-28").Leader.ShouldBe("vice-mayor-1");
        story.Responsible("1.2.1", "2021-04-30").Leader.ShouldBe("vice-mayor-2");
        story.Responsible("1.2.1", "2021-05-01").Leader.ShouldBe("vice-mayor-3");
        story.Responsible("1.1", "2021-01-31").Leader.ShouldBeNull();
    }

    [Fact]
    public void Intervals_follow_one_another_from_the_assignment_on()
    {
        var story = Start.And(Reassign("1.1", ["tax"], "2021-03-01"), Appoint(null, "vice-mayor-1", "2021-02-01"), Reassign("1.2", ["tax"], "2021-03-05"));
        var task = story.Task("1");
        task.ChainOf(task.Latest.Measure("1.1")!, Day("2021-06-30")).Select(s => $"{s.From:MM-dd} {s.To:MM-dd} {s.Chain.Leads[0]} {s.Chain.Leader}")
            .ShouldBe(["01-15 02-01 energy ", "02-01 03-01 energy vice-mayor-1", "03-01  tax vice-mayor-1"]);
    }

    [Fact]
    public void Days_on_which_nobody_leads_are_nobodys() => Start.Accounts("g1-m2", "2022-01-10").ShouldBe(["Nobody  2022-01-01 10"]);

    [Fact]
    public void No_delay_counts_before_the_assignment() =>
        Given(Issued("2021-07-06")).Accounts("1.1-m1", "2021-07-10").ShouldBe(["Leads energy 2021-07-06 5"]);

    [Fact]
    public void A_date_moved_later_leaves_the_delay_until_then_and_the_original_date()
    {
        var story = Start.And(Change(Amendment("am-1", "2021-07-11", InventedPlan.Dated("1.1-m1", "2021-09-30")), "2021-07-08"));
        story.Accounts("1.1-m1", "2021-10-05").ShouldBe(["Leads energy 2021-07-01 10", "Leads energy 2021-10-01 5"]);
        var standing = story.Standing("1.1-m1", "2021-08-01");
        (standing.Due, standing.OriginalDue).ShouldBe((Day("2021-09-30"), Day("2021-06-30")));
        story.Standing("1.1-m1", "2021-07-10").Due.ShouldBe(Day("2021-06-30"));
        story.Shows("1.1-m1", "2021-07-10", Light.Red, "overdue");
    }

    [Fact]
    public void A_date_moved_earlier_makes_no_delay_of_days_before_the_change() =>
        Start.And(Change(Amendment("am-1", "2021-06-11", InventedPlan.Dated("1.1-m1", "2021-05-31")), "2021-06-11"))
            .Accounts("1.1-m1", "2021-06-20").ShouldBe(["Leads energy 2021-06-11 10"]);

    [Fact]
    public void A_withdrawn_milestone_keeps_its_delay_and_gathers_no_more() =>
        Start.And(Change(Amendment("am-1", "2021-07-11") with { Withdraw = ["1.1-m1"] }, "2021-07-11"))
            .Accounts("1.1-m1", "2021-08-20").ShouldBe(["Leads energy 2021-07-01 10"]);

    [Fact]
    public void A_reassignment_taken_back_gives_the_days_back()
    {
        var story = Start.And(Reassign("1.1", ["tax"], "2021-07-06"));
        story.And(Correct("1", People.GroupOffice, "2021-07-08", withdrawn: true)).Accounts("1.1-m1", "2021-07-10").ShouldBe(["Leads energy 2021-07-01 10"]);
    }
}
