using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

public class ExtensionTests
{
    private static readonly Story Begun = Given(Issued());
    private static readonly Story Asked = Begun.And(AskExtension("1.1-m1", "2021-08-31", People.Energy, "2021-06-20"));
    private static readonly Story Waiting = Asked.And(ReleaseExtension("1.1-m1", "energy", "2021-06-21"));

    [Fact]
    public void Asked_in_time_and_granted_later_it_counts_from_the_due_date()
    {
        var granted = Waiting.And(DecideExtension("1.1-m1", true, "2021-07-20"));
        granted.DelayDays("1.1-m1", "2021-08-31").ShouldBe(0);
        granted.DelayDays("1.1-m1", "2021-09-05").ShouldBe(5);
        granted.Standing("1.1-m1", "2021-07-25").Due.ShouldBe(Day("2021-08-31"));
        granted.Standing("1.1-m1", "2021-07-25").OriginalDue.ShouldBe(Day("2021-06-30"));
        // What was known on the day before the grant stays: red, and twenty days late.
        Waiting.Lit("1.1-m1", "2021-07-19").Light.ShouldBe(Light.Red);
        granted.KnownOn("2021-07-19").DelayDays("1.1-m1", "2021-07-19").ShouldBe(19);
    }

    [Fact]
    public void Asked_late_it_stops_the_count_from_the_day_of_the_grant()
    {
        var granted = Begun.And(Extended("1.1-m1", "energy", "2021-08-31", asked: "2021-07-05", granted: "2021-07-11"));
        granted.Delay("1.1-m1", "2021-09-02").Select(s => (s.From, s.To, s.Days)).ShouldBe(
            [(Day("2021-07-01"), Day("2021-07-11"), 10), (Day("2021-09-01"), Day("2021-09-03"), 2)]);
        granted.Lit("1.1-m1", "2021-07-10").Light.ShouldBe(Light.Red);
        granted.Lit("1.1-m1", "2021-07-11").Light.ShouldNotBe(Light.Red);
    }

    [Fact]
    public void A_request_that_was_released_late_was_asked_late() =>
        Asked.And(ReleaseExtension("1.1-m1", "energy", "2021-07-02"), DecideExtension("1.1-m1", true, "2021-07-11")).DelayDays("1.1-m1", "2021-07-31").ShouldBe(10);

    [Fact]
    public void Done_within_the_extension_is_never_done_on_time()
    {
        var done = Begun.And([.. Extended("1.1-m1", "energy", "2021-08-31", "2021-06-20", "2021-06-25"), .. Done("1.1-m1", "energy", "2021-08-20", "2021-08-25")]);
        var figures = done.HalfYear("2021H2", "2022-01-10").Due.Single(m => m.Id == "1.1-m1");
        (figures.Outcome, figures.Extensions, figures.Due, figures.OriginalDue).ShouldBe(("extended", 1, Day("2021-08-31"), Day("2021-06-30")));
        done.HalfYear("2021H2", "2022-01-10").Totals.Extended.ShouldBe(1);
        var early = Begun.And([.. Extended("1.1-m1", "energy", "2021-08-31", "2021-06-20", "2021-06-21"), .. Done("1.1-m1", "energy", "2021-06-29", "2021-07-05")]);
        early.HalfYear("2021H1", "2021-07-10").Due.Any(m => m.Id == "1.1-m1").ShouldBeFalse();
        early.HalfYear("2021H2", "2022-01-10").Totals.Extended.ShouldBe(0);
    }

    [Fact]
    public void What_was_extended_into_the_next_half_year_is_not_due_in_this_one()
    {
        var view = Begun.And(Extended("1.1-m1", "energy", "2021-08-31", "2021-06-20", "2021-06-25")).HalfYear("2021H1", "2021-07-10");
        view.Due.ShouldNotContain(m => m.Id == "1.1-m1");
        view.NextDue.ShouldContain(m => m.Id == "1.1-m1" && m.Extensions == 1);
    }

    [Fact]
    public void The_leader_may_grant_less_than_was_asked_and_never_more()
    {
        Waiting.When(DecideExtension("1.1-m1", true, "2021-06-25", newDue: "2021-07-31")).Accepted().Standing("1.1-m1", "2021-07-01").Due.ShouldBe(Day("2021-07-31"));
        Waiting.When(DecideExtension("1.1-m1", true, "2021-06-25", newDue: "2021-09-30")).Refused("date-out-of-bounds", RefusalKind.Invalid, "newDue");
        Waiting.When(DecideExtension("1.1-m1", true, "2021-06-25", newDue: "2021-06-30")).Refused("date-out-of-bounds", RefusalKind.Invalid, "newDue");
        // The bounds that are told are those that hold: the day after the one in force, and the day asked for.
        var bounds = Waiting.Decide(DecideExtension("1.1-m1", true, "2021-06-25", newDue: "2021-06-30")).Refusal.ShouldNotBeNull().Values;
        (bounds["from"], bounds["to"]).ShouldBe(("2021-07-01", "2021-08-31"));
        Waiting.When(DecideExtension("1.1-m1", true, "2021-09-01")).Refused("asked-day-passed", RefusalKind.Conflict, "request");
        Waiting.When(DecideExtension("1.1-m1", false, "2021-09-01")).Accepted();
    }

    [Fact]
    public void What_is_refused_has_no_date() =>
        Waiting.When(DecideExtension("1.1-m1", false, "2021-06-25", newDue: "2021-07-31")).Refused("refused-has-no-date", RefusalKind.Invalid, "newDue");

    [Fact]
    public void Nobody_decides_on_a_request_of_the_home_unit()
    {
        Waiting.When(DecideExtension("1.1-m1", true, "2021-06-25").By(People.Leader with { HomeUnit = "energy" })).Refused("home-unit-involved", RefusalKind.NotAllowed);
        Waiting.When(DecideExtension("1.1-m1", true, "2021-06-25").By(People.Leader with { HomeUnit = "water" })).Refused("home-unit-involved", RefusalKind.NotAllowed);
    }

    [Fact]
    public void Nothing_is_released_or_granted_beside_a_claim_that_stands()
    {
        // Asked while the claim waited for its approver, which stands in nobody's way.
        var asked = Begun.And(Claim("1.1-m1", People.Energy, "2021-06-18"), AskExtension("1.1-m1", "2021-08-31", People.Energy, "2021-06-19"));
        var claim = asked.LastClaim("1.1-m1");
        asked.And(Release("1.1-m1", "energy", "2021-06-20", claim)).When(ReleaseExtension("1.1-m1", "energy", "2021-06-21")).Refused("claim-stands", RefusalKind.Conflict);
        var both = asked.And(ReleaseExtension("1.1-m1", "energy", "2021-06-20"), Release("1.1-m1", "energy", "2021-06-21", claim));
        both.When(DecideExtension("1.1-m1", true, "2021-06-22")).Refused("claim-stands", RefusalKind.Conflict);
        both.When(DecideExtension("1.1-m1", false, "2021-06-22")).Accepted();
        both.And(Return("1.1-m1", "2021-06-22", ReturnGround.Untrue, claim)).When(DecideExtension("1.1-m1", true, "2021-06-23")).Accepted();
    }

    [Fact]
    public void A_request_that_waits_for_its_approver_blocks_its_own_unit_only_and_lapses_with_its_lead()
    {
        // 1.2-m1 is led by water and housing jointly.
        var held = Begun.And(AskExtension("1.2-m1", "2022-03-31", People.Water, "2021-06-18"));
        held.When(AskExtension("1.2-m1", "2022-03-31", People.Water, "2021-06-19")).Refused("request-waits", RefusalKind.Conflict);
        var both = held.And(AskExtension("1.2-m1", "2022-02-28", People.Housing, "2021-06-19"));
        both.And(ReleaseExtension("1.2-m1", "housing", "2021-06-20")).When(ReleaseExtension("1.2-m1", "water", "2021-06-20", held.Last)).Refused("request-waits", RefusalKind.Conflict, "request");
        var gone = held.And(Reassign("1.2", ["housing"], "2021-06-20"));
        gone.When(ReleaseExtension("1.2-m1", "water", "2021-06-21")).Refused("request-of-former-lead", RefusalKind.Conflict, "request");
        PlanTaskDuties.Of(held.State, Day("2021-06-21")).ShouldContain(d => d.Kind == "release-extension");
        PlanTaskDuties.Of(gone.State, Day("2021-06-21")).ShouldNotContain(d => d.Kind == "release-extension");
        gone.When(AskExtension("1.2-m1", "2022-03-31", People.Housing, "2021-06-21")).Accepted();
    }

    [Fact]
    public void A_refusal_stays_beside_the_request_and_changes_nothing()
    {
        var refused = Waiting.When(DecideExtension("1.1-m1", false, "2021-06-25")).Accepted();
        refused.DelayDays("1.1-m1", "2021-07-10").ShouldBe(10);
        refused.Task("1").Extensions.ShouldHaveSingleItem().Decision.ShouldNotBeNull();
        refused.When(DecideExtension("1.1-m1", true, "2021-06-26")).Refused("request-decided", RefusalKind.Conflict, "request");
    }

    [Fact]
    public void After_two_the_leader_may_grant_no_more_and_the_leading_group_decides()
    {
        var third = Begun.And(
        [
            .. Extended("1.1-m1", "energy", "2021-07-31", "2021-06-01", "2021-06-02"), .. Extended("1.1-m1", "energy", "2021-08-31", "2021-06-03", "2021-06-04"),
            AskExtension("1.1-m1", "2021-09-30", People.Energy, "2021-06-10"), ReleaseExtension("1.1-m1", "energy", "2021-06-10"),
        ]);
        third.When(DecideExtension("1.1-m1", true, "2021-06-15")).Refused("role-not-allowed", RefusalKind.NotAllowed);
        var granted = third.When(DecideExtension("1.1-m1", true, "2021-06-15").By(People.GroupOffice)).Accepted();
        granted.Task("1").Extensions[^1].ByLeadingGroup.ShouldBeTrue();
        granted.Standing("1.1-m1", "2021-07-01").Due.ShouldBe(Day("2021-09-30"));
        granted.Standing("1.1-m1", "2021-07-01").Extensions.Count.ShouldBe(3);
    }

    [Fact]
    public void A_later_document_that_moves_the_date_takes_the_place_of_the_extension()
    {
        var moved = Begun.And([.. Extended("1.1-m1", "energy", "2021-08-31", "2021-06-01", "2021-06-02"),
            Change(Amendment("am-1", "2021-07-10", InventedPlan.Dated("1.1-m1", "2021-07-31")), "2021-07-05")]);
        moved.Standing("1.1-m1", "2021-07-09").Due.ShouldBe(Day("2021-08-31"));
        moved.Standing("1.1-m1", "2021-07-10").Due.ShouldBe(Day("2021-07-31"));
        moved.Standing("1.1-m1", "2021-07-10").OriginalDue.ShouldBe(Day("2021-06-30"));
    }

    [Fact]
    public void A_request_needs_a_lead_a_later_day_a_reason_and_an_open_milestone()
    {
        Begun.When(AskExtension("1.1-m1", "2021-08-31", People.Water, "2021-06-01")).Refused("not-your-milestone", RefusalKind.NotAllowed);
        Begun.When(AskExtension("1.1-m1", "2021-06-30", People.Energy, "2021-06-01")).Refused("date-out-of-bounds", RefusalKind.Invalid, "newDue");
        Begun.When(AskExtension("1.1-m1", "2024-06-30", People.Energy, "2021-06-01")).Refused("date-out-of-bounds", RefusalKind.Invalid, "newDue");
        Begun.When(AskExtension("1.1-m1", "2021-08-31", People.Energy, "2021-06-01", reason: Text(" "))).Refused("text-empty", RefusalKind.Invalid, "reason");
        Begun.When(AskExtension("1.1-m5", "2021-08-31", People.Energy, "2021-06-01")).Refused("milestone-undated", RefusalKind.Conflict);
        Begun.When(AskExtension("1.1-m9", "2021-08-31", People.Energy, "2021-06-01")).Refused("unknown-milestone", RefusalKind.NotFound);
        Asked.When(AskExtension("1.1-m1", "2021-09-30", People.Energy, "2021-06-22")).Refused("request-waits", RefusalKind.Conflict);
        Begun.And(Claimed("1.1-m1", "energy", "2021-06-20")).When(AskExtension("1.1-m1", "2021-09-30", People.Energy, "2021-06-22")).Refused("claim-stands", RefusalKind.Conflict);
        Begun.And(Done("1.1-m1", "energy", "2021-06-20", "2021-06-25")).When(AskExtension("1.1-m1", "2021-09-30", People.Energy, "2021-06-28")).Refused("already-closed", RefusalKind.Conflict);
    }

    [Fact]
    public void It_is_released_by_the_approver_and_decided_by_another_person()
    {
        Asked.When(DecideExtension("1.1-m1", true, "2021-06-22")).Refused("request-not-released", RefusalKind.Conflict, "request");
        Asked.When(ReleaseExtension("1.1-m1", "energy", "2021-06-21").By(People.Approver("energy") with { Sub = "energy-clerk" })).Refused("asker-never-releases", RefusalKind.NotAllowed);
        Asked.When(ReleaseExtension("1.1-m1", "energy", "2021-06-21", Guid.NewGuid())).Refused("unknown-request", RefusalKind.NotFound, "request");
        Waiting.When(ReleaseExtension("1.1-m1", "energy", "2021-06-22")).Refused("already-released", RefusalKind.Conflict, "request");
        Waiting.When(DecideExtension("1.1-m1", true, "2021-06-22").By(People.Leader with { Sub = "energy-approver" })).Refused("asker-never-decides", RefusalKind.NotAllowed);
        Waiting.When(DecideExtension("1.1-m1", null, "2021-06-22")).Refused("field-missing", RefusalKind.Invalid, "granted");
        Waiting.When(DecideExtension("1.1-m1", true, "2021-06-22", request: Guid.NewGuid())).Refused("unknown-request", RefusalKind.NotFound, "request");
    }
}
