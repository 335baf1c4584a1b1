using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Tests.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Coordination;

/// <summary>1.1-m1 is due on 30 June 2021 and led by energy.</summary>
public class CooperatingDelayTests
{
    private static readonly Story Asked = Given(Issued(), Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10"));
    private static readonly Story Accepted = Asked.And(Answer(true, People.Water, "2021-05-12"));

    [Fact]
    public void Days_past_the_limit_of_an_accepted_request_on_which_the_milestone_is_overdue_are_the_cooperating_units()
    {
        Accepted.Accounts("1.1-m1", "2021-07-10").ShouldBe(["Cooperating water 2021-07-01 10"]);
        Accepted.Delay("1.1-m1", "2021-07-10").Single().Events.ShouldBe([Asked.Last, Accepted.Last]);
        Accepted.Delay("1.1-m1", "2021-06-30").ShouldBeEmpty();
    }

    [Fact]
    public void A_request_that_nobody_accepted_or_decided_takes_no_day_from_the_lead()
    {
        Asked.Accounts("1.1-m1", "2021-07-10").ShouldBe(["Leads energy 2021-07-01 10"]);
        Asked.And(Answer(false, People.Water, "2021-05-12")).Accounts("1.1-m1", "2021-07-10").ShouldBe(["Leads energy 2021-07-01 10"]);
        Asked.And(Adjudicate(false, null, "2021-05-18")).Accounts("1.1-m1", "2021-07-10").ShouldBe(["Leads energy 2021-07-01 10"]);
    }

    [Fact]
    public void A_ruling_counts_from_its_own_limit() =>
        Asked.And(Adjudicate(true, "2021-07-03", "2021-06-20")).Accounts("1.1-m1", "2021-07-10").ShouldBe(["Leads energy 2021-07-01 3", "Cooperating water 2021-07-04 7"]);

    [Fact]
    public void A_request_lapses_when_the_unit_that_was_asked_leads_itself_and_stays_so()
    {
        // Water, asked and bound, takes the lead over on 4 July: it owes itself nothing, and its days are a lead's.
        var promoted = Accepted.And(Reassign("1.1", ["water"], "2021-07-04"));
        promoted.Accounts("1.1-m1", "2021-07-10").ShouldBe(["Cooperating water 2021-07-01 3", "Leads water 2021-07-04 7"]);
        promoted.Standing("1.1-m1", "2021-07-10").Chain.Cooperating.ShouldNotContain("water");
        CoordinationDuties.Of(promoted.State, Day("2021-07-10")).ShouldBeEmpty();
        var back = promoted.And(Reassign("1.1", ["energy"], "2021-07-06", cooperating: ["water"]));
        back.Accounts("1.1-m1", "2021-07-10").ShouldBe(["Cooperating water 2021-07-01 3", "Leads water 2021-07-04 2", "Leads energy 2021-07-06 5"]);
        back.When(Deliver(People.Water, "2021-07-07")).Refused("request-lapsed", RefusalKind.Conflict, "request");
        Asked.And(Reassign("1.1", ["water"], "2021-05-11")).When(Answer(true, People.Water, "2021-05-12")).Refused("request-lapsed", RefusalKind.Conflict, "request");
    }

    [Fact]
    public void A_ruling_leaves_a_day_to_do_it()
    {
        Asked.When(Adjudicate(true, "2021-06-20", "2021-06-20")).Refused("date-out-of-bounds", RefusalKind.Invalid, "limit");
        Asked.Decide(Adjudicate(true, "2021-06-20", "2021-06-20")).Refusal.ShouldNotBeNull().Values["from"].ShouldBe("2021-06-21");
        Asked.When(Adjudicate(true, "2021-06-21", "2021-06-20")).Accepted();
        // Whoever has ruled already is told so, and not to send somebody else.
        Asked.And(Adjudicate(true, "2021-06-30", "2021-06-20")).When(Adjudicate(true, "2021-06-30", "2021-06-21")).Refused("request-not-with-office", RefusalKind.Conflict, "request");
    }

    [Fact]
    public void A_leaders_word_never_reaches_back()
    {
        var story = Asked.And(Adjudicate(true, "2021-07-03", "2021-06-20"), Escalate(People.Water, "2021-07-02"));
        story.And(Settle(false, null, "2021-07-06")).Accounts("1.1-m1", "2021-07-10").ShouldBe(["Leads energy 2021-07-01 3", "Cooperating water 2021-07-04 2", "Leads energy 2021-07-06 5"]);
        story.And(Settle(true, "2021-07-08", "2021-07-06")).Accounts("1.1-m1", "2021-07-10")
            .ShouldBe(["Leads energy 2021-07-01 3", "Cooperating water 2021-07-04 2", "Leads energy 2021-07-06 3", "Cooperating water 2021-07-09 2"]);
    }

    [Fact]
    public void The_day_of_the_delivery_is_still_a_late_one_and_the_days_until_the_leads_word_are_the_leads()
    {
        var delivered = Accepted.And(Deliver(People.Water, "2021-07-05"));
        delivered.Accounts("1.1-m1", "2021-07-10").ShouldBe(["Cooperating water 2021-07-01 5", "Leads energy 2021-07-06 5"]);
        new[] { "2021-07-05", "2021-07-06" }.Select(d => delivered.Task("1").Coordination.Requests[0].IsLateOn(Day(d))).ShouldBe([true, false]);
        delivered.And(Take(false, People.Energy, "2021-07-08")).Accounts("1.1-m1", "2021-07-10")
            .ShouldBe(["Cooperating water 2021-07-01 5", "Leads energy 2021-07-06 3", "Cooperating water 2021-07-09 2"]);
        delivered.And(Take(true, People.Energy, "2021-07-08")).Accounts("1.1-m1", "2021-07-10").ShouldBe(["Cooperating water 2021-07-01 5", "Leads energy 2021-07-06 5"]);
        Accepted.And(Deliver(People.Water, "2021-06-15")).Accounts("1.1-m1", "2021-07-10").ShouldBe(["Leads energy 2021-07-01 10"]);
    }

    [Fact]
    public void Several_late_units_share_the_day()
    {
        var both = Accepted.And(Ask("1.1-m1", "housing", "2021-06-30", People.Energy, "2021-05-20"), Answer(true, People.Housing, "2021-05-21"));
        both.Accounts("1.1-m1", "2021-07-04").ShouldBe(["Cooperating water+housing 2021-07-01 4"]);
        both.And(Deliver(People.Housing, "2021-07-02")).Accounts("1.1-m1", "2021-07-04").ShouldBe(["Cooperating water+housing 2021-07-01 2", "Cooperating water 2021-07-03 2"]);
        // Two requests to one unit are one late unit.
        Accepted.And(Ask("1.1-m1", "water", "2021-06-20", People.Energy, "2021-05-20"), Answer(true, People.Water, "2021-05-21")).Accounts("1.1-m1", "2021-07-04").ShouldBe(["Cooperating water 2021-07-01 4"]);
    }

    [Fact]
    public void A_request_on_another_milestone_changes_nothing() =>
        Accepted.Accounts("1.1-m3", "2021-07-10").ShouldBe(["Leads energy 2021-07-01 10"]);

    [Fact]
    public void A_standing_claim_stops_the_cooperating_units_days_too() =>
        Accepted.And(Claimed("1.1-m1", "energy", "2021-07-06")).Accounts("1.1-m1", "2021-07-10").ShouldBe(["Cooperating water 2021-07-01 6"]);

    [Fact]
    public void A_unit_that_no_longer_cooperates_answers_for_its_days_before() =>
        Accepted.And(Reassign("1.1", ["energy"], "2021-07-04", cooperating: ["north"])).Accounts("1.1-m1", "2021-07-10").ShouldBe(["Cooperating water 2021-07-01 3", "Leads energy 2021-07-04 7"]);

    [Fact]
    public void A_member_answers_while_it_is_one() =>
        Given(Issued(), Reassign("1.1", ["energy"], "2021-07-01", cooperating: ["bureaus"]), Ask("1.1-m2", "water", "2021-09-15", People.Energy, "2021-08-02"), Answer(true, People.Water, "2021-08-03"))
            .Accounts("1.1-m2", "2021-12-03").ShouldBe(["Cooperating water 2021-10-01 61", "Leads energy 2021-12-01 3"]);

    [Fact]
    public void The_half_year_counts_its_days_with_the_unit_and_says_so()
    {
        var view = Accepted.And(Deliver(People.Water, "2021-07-05")).HalfYear("2021H2", "2022-01-10");
        // 1.2-m1 and 1.2.2-m1, which it leads, are late for 122 and 61 days.
        view.Units.Single(u => u.Id == "water").DelayDays.ShouldBe(5 + 122 + 61);
        var delay = view.Coordination!.Delays.ShouldHaveSingleItem();
        (delay.Milestone, delay.Days, delay.Units.Single().Id).ShouldBe(("1.1-m1", 5, "water"));
        view.Due.Single(m => m.Id == "1.1-m1").DaysLate.ShouldBe(184);
    }
}
