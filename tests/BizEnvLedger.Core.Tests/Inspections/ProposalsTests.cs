using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

public class ProposalsTests
{
    private static readonly Story Start = Given(IssuedWithSystems());

    [Fact]
    public void More_than_30_days_overdue_at_the_cut_is_slow()
    {
        // Due 30 November or 1 December 2021: 31 and 30 days by the year's end; one of five due, so the share is no ground.
        HalfYearDataSet View(string due) => Others(Start).And(Change(Amendment("am-1", "2021-02-01", InventedPlan.Dated("1.1-m2", due)), "2021-02-01")).HalfYear("2021H2", "2022-01-10");
        var entry = View("2021-11-30").Proposed.Single(p => p.Unit.Id == "energy");
        (entry.Category, entry.Rule, entry.Days).ShouldBe(("slow", "overdue-days", 31));
        entry.Milestones.ShouldBe(["1.1-m2"]);
        entry.Events.ShouldNotBeEmpty();
        View("2021-12-01").Proposed.ShouldNotContain(p => p.Unit.Id == "energy");
    }

    [Fact]
    public void Two_and_more_than_a_fifth_of_what_was_due_are_slow_by_share()
    {
        var view = Start.And(Change(Amendment("am-1", "2021-02-01") with { AddMilestones = [new("1.1", InventedPlan.Dated("1.1-m8", "2021-06-20"))] }, "2021-02-01"))
            .HalfYear("2021H1", "2021-07-10");
        var entry = view.Proposed.Single(p => p.Unit.Id == "energy");
        (entry.Rule, entry.DueCount, entry.OpenCount, entry.Days).ShouldBe(("overdue-share", 2, 2, 10));
        entry.Milestones.ShouldBe(["1.1-m8", "1.1-m1"], ignoreOrder: true);
        entry.Milestones.Zip(entry.OwnDays!).ShouldBe([("1.1-m8", 10), ("1.1-m1", 0)], ignoreOrder: true);
    }

    [Fact]
    public void Named_on_the_very_day_on_which_all_of_it_was_due_a_unit_is_still_named_by_its_assignments()
    {
        var story = Start.And(Change(Amendment("am-1", "2021-02-01") with { AddMilestones = [new("1.1", InventedPlan.Dated("1.1-m8", "2021-06-30"))] }, "2021-02-01"));
        var entry = story.HalfYear("2021H1", "2021-07-10").Proposed.Single(p => p.Unit.Id == "energy");
        (entry.Rule, entry.Days).ShouldBe(("overdue-share", 0));
        entry.Events.ShouldContain(story.Task("1").AssignedBy);
    }

    [Fact]
    public void One_open_milestone_alone_is_no_share_and_strive_is_never_a_ground()
    {
        var first = Start.HalfYear("2021H1", "2021-07-10");
        // energy: 1.1-m1 and the 力争 1.1-m3 are open.
        first.Proposed.ShouldNotContain(p => p.Unit.Id == "energy");
        var second = Start.And(Done("1.1-m1", "energy", "2021-06-20", verified: "2021-06-25")).And(Done("1.1-m2", "energy", "2021-09-20", verified: "2021-09-25"))
            .HalfYear("2021H2", "2022-01-10");
        second.Due.Single(m => m.Id == "1.1-m3").DaysLate.ShouldBe(184);
        second.Proposed.ShouldNotContain(p => p.Milestones.Contains("1.1-m3"));
    }

    [Fact]
    public void A_pending_claim_is_no_ground() =>
        Start.And(Claimed("1.1-m1", "energy", "2021-12-20")).And(Done("1.1-m2", "energy", "2021-09-20", verified: "2021-09-25")).HalfYear("2021H2", "2022-01-10")
            .Proposed.ShouldNotContain(p => p.Unit.Id == "energy");

    [Fact]
    public void A_claim_returned_as_untrue_is_hollow_and_one_for_form_is_not()
    {
        HalfYearDataSet View(ReturnGround ground) =>
            Start.And(Claimed("1.1-m2", "energy", "2021-06-01")).And(Return("1.1-m2", "2021-06-05", ground)).HalfYear("2021H1", "2021-07-10");
        var entry = View(ReturnGround.Untrue).Proposed.Single(p => p.Category == "hollow");
        (entry.Unit.Id, entry.Rule).ShouldBe(("energy", "returned-untrue"));
        entry.Events.Count.ShouldBe(2);
        View(ReturnGround.Incomplete).Proposed.ShouldNotContain(p => p.Category == "hollow");
    }

    [Fact]
    public void Units_of_other_authority_get_a_letter_and_never_stand_in_the_notice()
    {
        var view = Start.And(Claimed("2.2-m1", "court", "2021-06-01")).And(Return("2.2-m1", "2021-06-05", ReturnGround.Untrue)).HalfYear("2021H1", "2021-07-10");
        view.Letters.Select(l => (l.Category, l.Unit.Id, l.Authority)).ShouldBe([("slow", "tax", "vertical"), ("hollow", "court", "judicial")]);
        view.Proposed.ShouldAllBe(p => p.Authority == "direct");
    }

    [Fact]
    public void Missing_reports_alone_are_never_a_ground()
    {
        var view = Start.HalfYear("2021H1", "2021-07-10");
        view.Silent.Select(s => s.Unit.Id).ShouldContain("water");
        view.Proposed.ShouldNotContain(p => p.Unit.Id == "water");
    }

    [Fact]
    public void A_unit_answers_for_its_own_days_after_the_hand_over()
    {
        var view = Others(Start).And(Reassign("1.1", ["north"], "2021-11-01")).HalfYear("2021H2", "2022-01-10");
        // 1.1-m2 is open since 30 September: 31 days with energy, 61 with north.
        view.Proposed.Where(p => p.Milestones.Contains("1.1-m2")).Select(p => (p.Unit.Id, p.Days)).ShouldBe([("energy", 31), ("north", 61)]);
    }

    [Fact]
    public void Who_handed_over_before_the_half_year_and_owes_no_day_in_it_is_not_named_again()
    {
        // 1.1-m2, due on 30 September 2021, is energy's until 1 March 2022: 92 days in 2021H2, 59 in 2022H1, none in 2022H2.
        var story = Others(Start).And(Reassign("1.1", ["north"], "2022-03-01"));
        string[] Named(string half, string closing) =>
            [.. story.HalfYear(half, closing).Proposed.Where(p => p.Milestones.Contains("1.1-m2")).Select(p => $"{p.Unit.Id} {p.Rule} {p.Days}")];
        Named("2021H2", "2022-02-10").ShouldBe(["energy overdue-days 92"]);
        Named("2022H1", "2022-07-10").ShouldBe(["energy overdue-days 151", "north overdue-days 122"]);
        Named("2022H2", "2023-01-10").ShouldBe(["north overdue-days 306"]);
    }

    [Theory]
    [InlineData("2022-07-01", false)]
    [InlineData("2022-07-02", true)]
    public void One_own_day_within_the_half_year_is_enough(string handedOver, bool named) =>
        Others(Start).And(Reassign("1.1", ["north"], handedOver)).HalfYear("2022H2", "2023-01-10").Proposed.Any(p => p.Unit.Id == "energy" && p.Milestones.Contains("1.1-m2")).ShouldBe(named);

    [Fact]
    public void Who_leads_at_the_cut_is_named_for_its_days_though_none_of_them_lies_in_the_half_year()
    {
        // Energy's own days are all of 2021H2; in 2022H1 north led until the very last day, on which energy took it back.
        var story = Others(Start).And(Reassign("1.1", ["north"], "2022-01-01"), Reassign("1.1", ["energy"], "2022-06-30"));
        var entry = story.HalfYear("2022H1", "2022-07-10").Proposed.Single(p => p.Unit.Id == "energy" && p.Milestones.Contains("1.1-m2"));
        (entry.Rule, entry.Days).ShouldBe(("overdue-days", 93));
    }

    [Fact]
    public void A_group_is_no_unit_to_be_noticed() =>
        Start.HalfYear("2022H1", "2022-07-10").Proposed.ShouldNotContain(p => p.Unit.Id == "bureaus");

    /// <summary>Everything of energy's is done but 1.1-m2.</summary>
    private static Story Others(Story story) => story.And(Done("1.1-m1", "energy", "2021-06-20", verified: "2021-06-25"))
        .And(Metric("1.1-i1", 2, People.Energy, "2021-06-20")).And(Done("1.1-m4", "energy", "2021-06-20", verified: "2021-06-25"));
}
