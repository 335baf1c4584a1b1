using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Core.Ledger;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Coordination;

public class RequestsTests
{
    private static readonly Story Start = Given(Issued());
    private static readonly Story Asked = Start.And(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10"));
    private static readonly Guid Id = Asked.Last;

    [Fact]
    public void A_lead_asks_a_cooperating_unit() =>
        Start.When(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10", evidence: [Evidence]))
            .Then(new CooperationRequested("1.1-m1", "energy", "water", Day("2021-06-15"), Sealed(), [Evidence]));

    [Fact]
    public void A_member_of_a_cooperating_group_is_asked_and_the_group_is_not()
    {
        Start.When(Ask("1.1-m1", "housing", "2021-06-15", People.Energy, "2021-05-10")).Accepted();
        Start.When(Ask("1.1-m1", "bureaus", "2021-06-15", People.Energy, "2021-05-10")).Refused("name-the-members", RefusalKind.Invalid, "to");
    }

    [Fact]
    public void Only_a_lead_asks_and_only_who_cooperates_is_asked()
    {
        Start.When(Ask("1.1-m1", "water", "2021-06-15", People.Water, "2021-05-10")).Refused("not-your-milestone", RefusalKind.NotAllowed);
        Start.When(Ask("1.1-m1", "tax", "2021-06-15", People.Energy, "2021-05-10")).Refused("unit-not-cooperating", RefusalKind.Invalid, "to");
        Start.When(Ask("1.1-m1", "nobody", "2021-06-15", People.Energy, "2021-05-10")).Refused("unknown-unit", RefusalKind.Invalid, "to");
        Start.When(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10", unit: "water")).Refused("not-your-unit", RefusalKind.NotAllowed, "unit");
    }

    [Fact]
    public void The_milestone_is_known_dated_and_open()
    {
        Start.When(Ask("1.1-m9", "water", "2021-06-15", People.Energy, "2021-05-10")).Refused("unknown-milestone", RefusalKind.NotFound);
        Start.When(Ask("1.1-m5", "water", "2021-06-15", People.Energy, "2021-05-10")).Refused("milestone-undated", RefusalKind.Conflict);
        Start.And(Done("1.1-m1", "energy", "2021-05-03", "2021-05-06")).When(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10")).Refused("already-closed", RefusalKind.Conflict);
    }

    /// <summary>20 working days before Wednesday 30 June; the limit lies between the last day to answer, 9 June, and the due date.</summary>
    [Theory]
    [InlineData("2021-06-02", "2021-06-30", null)]
    [InlineData("2021-06-03", "2021-06-30", "asked-too-late")]
    [InlineData("2021-06-02", "2021-07-01", "date-out-of-bounds")]
    [InlineData("2021-06-02", "2021-06-09", null)]
    [InlineData("2021-06-02", "2021-06-08", "date-out-of-bounds")]
    public void It_is_asked_in_time_with_a_limit_in_time(string on, string limit, string? code) =>
        (Start.When(Ask("1.1-m1", "water", limit, People.Energy, on)).Decision.Refusal?.Code).ShouldBe(code);

    [Fact]
    public void It_says_what_is_wanted() =>
        Start.When(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10", text: Text(" "))).Refused("text-empty", RefusalKind.Invalid, "text");

    [Fact]
    public void The_unit_accepts_or_refuses_with_a_reason()
    {
        Asked.When(Answer(true, People.Water, "2021-05-12")).Then(new CooperationAnswered(Id, "1.1-m1", "water", true, null));
        Asked.When(Answer(false, People.Water, "2021-05-12")).Then(new CooperationAnswered(Id, "1.1-m1", "water", false, Sealed()));
        Asked.When(Answer(false, People.Water, "2021-05-12", reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
        Asked.When(Answer(true, People.Housing, "2021-05-12")).Refused("not-your-request", RefusalKind.NotAllowed);
        Asked.When(Answer(true, People.Water, "2021-05-12", request: Guid.Empty)).Refused("unknown-cooperation-request", RefusalKind.NotFound, "request");
    }

    [Fact]
    public void It_is_answered_once_and_not_accepted_after_the_day_that_was_asked_for()
    {
        Asked.And(Answer(true, People.Water, "2021-05-12")).When(Answer(false, People.Water, "2021-05-13")).Refused("request-answered", RefusalKind.Conflict, "request");
        Asked.And(Adjudicate(true, "2021-06-20", "2021-05-18")).When(Answer(true, People.Water, "2021-05-19")).Refused("request-answered", RefusalKind.Conflict, "request");
        Asked.When(Answer(true, People.Water, "2021-06-15")).Accepted();
        Asked.When(Answer(true, People.Water, "2021-06-16")).Refused("limit-passed", RefusalKind.Conflict, "request");
    }

    /// <summary>Asked on Thursday 30 September: 1 to 7 October are free, Saturday 9 October is worked.</summary>
    [Fact]
    public void Silence_past_five_working_days_is_the_offices_turn()
    {
        var story = Start.And(Ask("1.1-m4", "water", "2021-11-30", People.Energy, "2021-09-30"));
        story.When(Adjudicate(true, "2021-12-10", "2021-10-13")).Refused("request-not-with-office", RefusalKind.Conflict, "request");
        story.When(Adjudicate(true, "2021-12-10", "2021-10-14")).Then(new CooperationAdjudicated(story.Last, "1.1-m4", "inspectorate", true, Day("2021-12-10"), Sealed()));
    }

    [Fact]
    public void The_office_decides_once_on_what_was_refused()
    {
        var refused = Asked.And(Answer(false, People.Water, "2021-05-12"));
        refused.When(Adjudicate(false, null, "2021-05-12")).Then(new CooperationAdjudicated(Id, "1.1-m1", "inspectorate", false, null, Sealed()));
        refused.When(Adjudicate(true, null, "2021-05-12")).Refused("limit-missing", RefusalKind.Invalid, "limit");
        refused.When(Adjudicate(false, "2021-06-01", "2021-05-12")).Refused("dismissed-has-no-limit", RefusalKind.Invalid, "limit");
        refused.When(Adjudicate(true, "2021-05-11", "2021-05-12")).Refused("date-out-of-bounds", RefusalKind.Invalid, "limit");
        refused.When(Adjudicate(true, "2021-06-01", "2021-05-12", reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
        refused.And(Adjudicate(true, "2021-06-01", "2021-05-12")).When(Adjudicate(true, "2021-06-02", "2021-05-13").By(People.Inspector("city"))).Refused("request-not-with-office", RefusalKind.Conflict, "request");
        Asked.And(Answer(true, People.Water, "2021-05-12")).When(Adjudicate(true, "2021-06-01", "2021-05-28")).Refused("request-not-with-office", RefusalKind.Conflict, "request");
    }

    [Theory]
    [InlineData("energy")]
    [InlineData("water")]
    [InlineData("housing")]
    public void Nobody_decides_where_the_home_unit_has_part(string home) =>
        Asked.When(Adjudicate(true, "2021-06-01", "2021-05-18").By(People.Inspector(home))).Refused("home-unit-involved", RefusalKind.NotAllowed);

    [Fact]
    public void Either_side_takes_a_ruling_to_the_leader_who_has_the_last_word()
    {
        var ruled = Asked.And(Adjudicate(true, "2021-06-20", "2021-05-18"));
        foreach (var by in new[] { People.Energy, People.Water })
            ruled.When(Escalate(by, "2021-05-19")).Then(new CooperationEscalated(Id, "1.1-m1", by.HomeUnit!, Sealed()));
        ruled.When(Escalate(People.Housing, "2021-05-19")).Refused("not-your-request", RefusalKind.NotAllowed);
        ruled.When(Escalate(People.Water, "2021-05-19", reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
        ruled.When(Settle(true, "2021-06-25", "2021-05-20")).Refused("request-not-with-leader", RefusalKind.Conflict, "request");
        var settled = ruled.And(Escalate(People.Water, "2021-05-19"), Settle(true, "2021-06-25", "2021-05-20"));
        settled.When(Settle(false, null, "2021-05-21")).Refused("request-not-with-leader", RefusalKind.Conflict, "request");
        settled.When(Escalate(People.Water, "2021-05-21")).Refused("request-not-disputed", RefusalKind.Conflict, "request");
        settled.Task("1").Coordination.Requests[0].BondOn(Day("2021-05-21"))!.Limit.ShouldBe(Day("2021-06-25"));
        ruled.And(Escalate(People.Water, "2021-05-19")).When(Escalate(People.Energy, "2021-05-20")).Refused("request-not-disputed", RefusalKind.Conflict, "request");
    }

    /// <summary>The office has until 31 May, ten working days after 17 May.</summary>
    [Fact]
    public void What_the_office_leaves_undecided_goes_to_the_leader_and_what_is_accepted_does_not()
    {
        Asked.When(Escalate(People.Energy, "2021-05-31")).Refused("request-not-disputed", RefusalKind.Conflict, "request");
        Asked.When(Escalate(People.Energy, "2021-06-01")).Accepted();
        Asked.And(Answer(true, People.Water, "2021-05-12")).When(Escalate(People.Water, "2021-06-01")).Refused("request-not-disputed", RefusalKind.Conflict, "request");
    }

    [Fact]
    public void What_bound_before_goes_on_binding_while_it_lies_with_the_leader()
    {
        var story = Asked.And(Adjudicate(true, "2021-06-20", "2021-05-18"), Escalate(People.Water, "2021-05-19"));
        story.Task("1").Coordination.Requests[0].StateOn(Day("2021-05-19"), story.Plan).ShouldBe(RequestState.WithLeader);
        story.When(Deliver(People.Water, "2021-05-20")).Accepted();
    }

    [Fact]
    public void A_delivery_has_evidence_and_needs_an_acceptance_or_a_ruling()
    {
        var accepted = Asked.And(Answer(true, People.Water, "2021-05-12"));
        accepted.When(Deliver(People.Water, "2021-06-10")).Then(new CooperationFulfilled(Id, "1.1-m1", "water", Sealed(), [Evidence]));
        accepted.When(Deliver(People.Water, "2021-06-10", evidence: [])).Refused("evidence-missing", RefusalKind.Invalid, "evidence");
        accepted.When(Deliver(People.Energy, "2021-06-10")).Refused("not-your-request", RefusalKind.NotAllowed);
        accepted.And(Deliver(People.Water, "2021-06-10")).When(Deliver(People.Water, "2021-06-11")).Refused("request-delivered", RefusalKind.Conflict, "request");
        Asked.When(Deliver(People.Water, "2021-05-12")).Refused("request-not-binding", RefusalKind.Conflict, "request");
        Asked.And(Adjudicate(false, null, "2021-05-18")).When(Deliver(People.Water, "2021-05-19")).Refused("request-not-binding", RefusalKind.Conflict, "request");
        accepted.And(Done("1.1-m1", "energy", "2021-06-01", "2021-06-04")).When(Deliver(People.Water, "2021-06-10")).Refused("already-closed", RefusalKind.Conflict);
    }

    /// <summary>Delivered on Thursday 10 June: the lead has until 24 June.</summary>
    [Fact]
    public void The_lead_takes_it_or_not_and_ten_working_days_of_silence_take_it()
    {
        var delivered = Asked.And(Answer(true, People.Water, "2021-05-12"), Deliver(People.Water, "2021-06-10"));
        delivered.When(Take(true, People.Energy, "2021-06-24")).Then(new FulfilmentConfirmed(Id, "1.1-m1", "energy", true, null));
        delivered.When(Take(false, People.Energy, "2021-06-24")).Then(new FulfilmentConfirmed(Id, "1.1-m1", "energy", false, Sealed()));
        delivered.When(Take(false, People.Energy, "2021-06-24", reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
        delivered.When(Take(false, People.Energy, "2021-06-25")).Refused("nothing-to-confirm", RefusalKind.Conflict, "request");
        delivered.When(Take(true, People.Water, "2021-06-24")).Refused("not-your-request", RefusalKind.NotAllowed);
        State(delivered, "2021-06-24").ShouldBe(RequestState.Delivered);
        State(delivered, "2021-06-25").ShouldBe(RequestState.Fulfilled);
    }

    [Fact]
    public void A_delivery_that_the_lead_does_not_take_is_made_again_or_goes_to_the_leader_even_after_a_last_word()
    {
        var quarrel = Asked.And(Adjudicate(true, "2021-06-20", "2021-05-18"), Escalate(People.Water, "2021-05-19"), Settle(true, "2021-06-25", "2021-05-20"),
            Deliver(People.Water, "2021-06-10"), Take(false, People.Energy, "2021-06-11"));
        State(quarrel, "2021-06-11").ShouldBe(RequestState.Adjudicated);
        quarrel.When(Deliver(People.Water, "2021-06-14")).Accepted();
        quarrel.When(Escalate(People.Water, "2021-06-14")).Accepted().When(Settle(false, null, "2021-06-15")).Accepted()
            .When(Escalate(People.Energy, "2021-06-16")).Refused("request-not-disputed", RefusalKind.Conflict, "request");
    }

    private static RequestState State(Story story, string day) => story.Task("1").Coordination.Requests[^1].StateOn(Day(day), story.Plan);
}
