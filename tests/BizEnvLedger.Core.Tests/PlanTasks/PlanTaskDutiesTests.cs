using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks;

public class PlanTaskDutiesTests
{
    private static readonly Story Begun = Given(Issued());

    [Fact]
    public void Every_member_of_a_group_has_its_own_assignment_to_take()
    {
        Kinds(Begun, People.Housing, "2021-01-20").ShouldContain(("acknowledge", "1"));
        Kinds(Begun.And(Acknowledge("1", People.Housing, "2021-01-18")), People.Housing, "2021-01-20").ShouldNotContain(("acknowledge", "1"));
    }

    [Fact]
    public void A_milestone_waits_for_its_leads_from_thirty_days_before_it_is_due_until_it_is_claimed()
    {
        Kinds(Begun, People.Energy, "2021-05-30").ShouldNotContain(("claim", "1.1-m1"));
        Kinds(Begun, People.Energy, "2021-05-31").ShouldContain(("claim", "1.1-m1"));
        Kinds(Begun, People.Water, "2021-05-31").ShouldNotContain(("claim", "1.1-m1"));
        var claimed = Begun.And(Claimed("1.1-m1", "energy", "2021-06-20"));
        Kinds(claimed, People.Energy, "2021-06-21").ShouldNotContain(("claim", "1.1-m1"));
        Kinds(claimed, People.Inspector("inspectorate"), "2021-06-21").ShouldContain(("verify", "1.1-m1"));
    }

    [Fact]
    public void A_claim_that_waits_for_its_release_is_not_asked_for_again()
    {
        var made = Begun.And(Claim("1.1-m1", People.Energy, "2021-06-20"));
        Kinds(made, People.Energy, "2021-06-21").ShouldNotContain(("claim", "1.1-m1"));
        Kinds(made, People.Approver("energy"), "2021-06-21").ShouldContain(("release-claim", "1.1-m1"));
        var again = Begun.And([.. Claimed("1.1-m1", "energy", "2021-06-20"), Return("1.1-m1", "2021-06-25", ReturnGround.Untrue), Claim("1.1-m1", People.Energy, "2021-06-28")]);
        Kinds(again, People.Energy, "2021-06-29").ShouldNotContain(("claim-again", "1.1-m1"));
    }

    [Fact]
    public void Nobody_is_asked_to_judge_what_the_own_home_unit_has_part_in_or_the_same_person_did()
    {
        var claimed = Begun.And(Claimed("1.1-m1", "energy", "2021-06-20"));
        Kinds(claimed, People.Inspector("water"), "2021-06-21").ShouldNotContain(("verify", "1.1-m1"));
        Kinds(claimed, People.Inspector("inspectorate", "energy-approver"), "2021-06-21").ShouldNotContain(("verify", "1.1-m1"));
    }

    [Fact]
    public void A_return_waits_to_be_answered_within_its_days()
    {
        var returned = Begun.And([.. Claimed("1.1-m1", "energy", "2021-06-20"), Return("1.1-m1", "2021-06-25", ReturnGround.Untrue)]);
        var duty = DutyList.Of(returned.State, Day("2021-06-26")).Single(d => d is { Kind: "claim-again", Subject: "1.1-m1" });
        (duty.Since, duty.Limit).ShouldBe((Day("2021-06-25"), Day("2021-07-10")));
        duty.IsLate(Day("2021-07-10")).ShouldBeFalse();
        duty.IsLate(Day("2021-07-11")).ShouldBeTrue();
    }

    [Fact]
    public void What_waits_for_its_release_waits_for_another_approver_than_whoever_made_it()
    {
        var typed = Begun.And(Metric("1.1-i1", 4, People.Typist("energy"), "2021-04-05"), Claim("1.1-m1", People.Energy, "2021-06-20"), AskExtension("1.1-m2", "2021-10-31", People.Energy, "2021-06-20"),
            AskSuspension("1.1-m4", "2021-10-31", People.Energy, "2021-06-20"));
        Kinds(typed, People.Approver("energy"), "2021-06-21").ShouldBe(
            [("release-claim", "1.1-m1"), ("release-figure", "1.1-i1"), ("release-extension", "1.1-m2"), ("release-suspension", "1.1-m4")], ignoreOrder: true);
        Kinds(typed, People.Approver("energy") with { Sub = "energy-clerk" }, "2021-06-21").ShouldBe([("release-figure", "1.1-i1")]);
        Kinds(typed, People.Approver("water"), "2021-06-21").ShouldBeEmpty();
    }

    [Fact]
    public void A_correction_of_a_figure_that_counts_waits_as_its_own_duty() =>
        Kinds(Begun.And(Metric("1.1-i1", 4, People.Typist("energy"), "2021-04-05"), ReleaseFigure("1", "energy", "2021-04-06"), Correct("1", People.Typist("energy"), "2021-04-07", null, value: 5) with
        {
            Ask = (s, who, now) => Core.PlanTasks.Acts.CorrectEntry.Decide(s.Task("1"), s.Plan, new(s.Task("1").Readings[0].Entry.Event, 5, null, null, false, null, Text()), who, now),
        }), People.Approver("energy"), "2021-04-08").ShouldBe([("release-correction", "1.1-i1")]);

    [Fact]
    public void A_request_waits_for_the_leader_and_the_third_one_for_the_leading_group()
    {
        var asked = Begun.And(AskExtension("1.1-m1", "2021-08-31", People.Energy, "2021-06-01"), ReleaseExtension("1.1-m1", "energy", "2021-06-01"));
        Kinds(asked, People.Leader, "2021-06-02").ShouldBe([("decide-extension", "1.1-m1")]);
        Kinds(asked, People.GroupOffice, "2021-06-02").ShouldNotContain(("decide-extension", "1.1-m1"));
        var third = Begun.And([.. Extended("1.1-m1", "energy", "2021-07-31", "2021-06-01", "2021-06-02"), .. Extended("1.1-m1", "energy", "2021-08-31", "2021-06-03", "2021-06-04"),
            AskExtension("1.1-m1", "2021-09-30", People.Energy, "2021-06-10"), ReleaseExtension("1.1-m1", "energy", "2021-06-10")]);
        Kinds(third, People.Leader, "2021-06-11").ShouldBeEmpty();
        Kinds(third, People.GroupOffice, "2021-06-11").ShouldContain(("decide-extension", "1.1-m1"));
    }

    [Fact]
    public void A_suspension_waits_for_its_decision_and_then_for_its_review()
    {
        var asked = Begun.And(AskSuspension("1.1-m1", "2021-08-31", People.Energy, "2021-06-01"), ReleaseSuspension("1.1-m1", "energy", "2021-06-01"));
        Kinds(asked, People.Leader, "2021-06-02").ShouldBe([("decide-suspension", "1.1-m1")]);
        var resting = asked.And(DecideSuspension("1.1-m1", true, "2021-06-02"));
        Kinds(resting, People.Leader, "2021-07-31").ShouldBeEmpty();
        Kinds(resting, People.Leader, "2021-08-01").ShouldBe([("review-suspension", "1.1-m1")]);
        Kinds(resting, People.Energy, "2021-08-01").ShouldNotContain(("claim", "1.1-m1"));
    }

    [Fact]
    public void Silence_and_steps_wait_too()
    {
        Kinds(Begun, People.Energy, "2021-04-18").ShouldContain(("report", "1.1-m2"));
        var divided = Begun.And(Step("1.1-m1", "north", "2021-05-31", People.Energy, "2021-02-01"));
        Kinds(divided, People.Inspector("inspectorate"), "2021-05-30").ShouldBeEmpty();
        // What nobody reported is its owner's, overdue too, and never the office's.
        Kinds(divided, People.Inspector("inspectorate"), "2021-06-10").ShouldNotContain(k => k.Subject == "1.1-m1-s1");
        var owed = DutyList.Of(divided.State, Day("2021-06-10")).Single(d => d.Subject == "1.1-m1-s1");
        (owed.Kind, owed.Units[0], owed.IsLate(Day("2021-06-10"))).ShouldBe(("step-to-report", "north", true));
    }

    private static IReadOnlyList<(string Kind, string Subject)> Kinds(Story story, Caller who, string on) =>
        [.. DutyList.Of(story.State, Day(on)).Where(d => d.IsOf(who, Day(on), story.Plan)).Select(d => (d.Kind, d.Subject))];
}
