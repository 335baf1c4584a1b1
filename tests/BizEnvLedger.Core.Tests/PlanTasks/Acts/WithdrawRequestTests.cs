using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

/// <summary>What a unit asked for and nobody has decided. 1.1-m1 is due on 30 June 2021 and led by energy; water cooperates.</summary>
public class WithdrawRequestTests
{
    private static readonly Story Begun = Given(Issued());
    private static readonly Story Longer = Begun.And(AskExtension("1.1-m1", "2021-08-31", People.Energy, "2021-06-01"));
    private static readonly Story Resting = Begun.And(AskSuspension("1.1-m1", "2021-08-31", People.Energy, "2021-06-01"));
    private static readonly Story Asked = Begun.And(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10"));
    private static readonly Story Accepted = Asked.And(Answer(true, People.Water, "2021-05-12"));
    private static readonly Story Disputed = Begun.And(Dispute(null, People.Energy, "2021-01-18"));

    [Fact]
    public void An_extension_that_was_taken_back_waits_for_nobody_and_another_can_be_asked()
    {
        Longer.When(Withdraw(RequestKind.Extension, People.Energy, "2021-06-02")).Then(new RequestWithdrawn(Longer.Last, RequestKind.Extension, "1.1-m1", "energy", null, Sealed()));
        var back = Longer.And(Withdraw(RequestKind.Extension, People.Energy, "2021-06-02"));
        Kinds(Longer, "2021-06-03").ShouldContain("release-extension");
        Kinds(back, "2021-06-03").ShouldNotContain("release-extension");
        back.When(ReleaseExtension("1.1-m1", "energy", "2021-06-03")).Refused("request-withdrawn", RefusalKind.Conflict, "request");
        back.When(Withdraw(RequestKind.Extension, People.Energy, "2021-06-03")).Refused("request-withdrawn", RefusalKind.Conflict, "request");
        back.When(AskExtension("1.1-m1", "2021-07-31", People.Energy, "2021-06-04")).Accepted();
    }

    [Fact]
    public void What_the_approver_has_let_out_the_approver_takes_back()
    {
        var released = Longer.And(ReleaseExtension("1.1-m1", "energy", "2021-06-02"));
        released.When(Withdraw(RequestKind.Extension, People.Energy, "2021-06-03")).Refused("role-not-allowed", RefusalKind.NotAllowed);
        var back = released.And(Withdraw(RequestKind.Extension, People.Approver("energy"), "2021-06-03"));
        Kinds(back, "2021-06-04").ShouldNotContain("decide-extension");
        back.When(DecideExtension("1.1-m1", true, "2021-06-04")).Refused("request-withdrawn", RefusalKind.Conflict, "request");
        // Asked again after the due date it is late, whatever was asked before.
        back.And([.. Extended("1.1-m1", "energy", "2021-08-31", "2021-07-05", "2021-07-11")]).DelayDays("1.1-m1", "2021-07-20").ShouldBe(10);
        released.And(DecideExtension("1.1-m1", false, "2021-06-04")).When(Withdraw(RequestKind.Extension, People.Approver("energy"), "2021-06-05")).Refused("request-decided", RefusalKind.Conflict, "request");
    }

    [Fact]
    public void A_suspension_that_was_taken_back_rests_nothing()
    {
        var back = Resting.And(ReleaseSuspension("1.1-m1", "energy", "2021-06-02"), Withdraw(RequestKind.Suspension, People.Approver("energy"), "2021-06-03"));
        back.When(DecideSuspension("1.1-m1", true, "2021-06-04")).Refused("request-withdrawn", RefusalKind.Conflict, "request");
        back.DelayDays("1.1-m1", "2021-07-10").ShouldBe(10);
        Kinds(back, "2021-06-04").ShouldNotContain("decide-suspension");
        back.When(AskSuspension("1.1-m1", "2021-08-31", People.Energy, "2021-06-04")).Accepted();
        Resting.And(Withdraw(RequestKind.Suspension, People.Energy, "2021-06-02")).When(ReleaseSuspension("1.1-m1", "energy", "2021-06-03")).Refused("request-withdrawn", RefusalKind.Conflict, "request");
    }

    [Fact]
    public void A_cooperation_request_binds_nobody_from_the_day_on_which_it_was_taken_back_and_what_it_bound_before_stays()
    {
        Accepted.And(Withdraw(RequestKind.Cooperation, People.Energy, "2021-07-05", Asked.Last)).Accounts("1.1-m1", "2021-07-10")
            .ShouldBe(["Cooperating water 2021-07-01 4", "Leads energy 2021-07-05 6"]);
        Accepted.And(Withdraw(RequestKind.Cooperation, People.Energy, "2021-06-20", Asked.Last)).Accounts("1.1-m1", "2021-07-10").ShouldBe(["Leads energy 2021-07-01 10"]);
    }

    [Fact]
    public void Taken_back_it_waits_for_nobody_and_is_told_to_whom_was_asked()
    {
        Asked.When(Withdraw(RequestKind.Cooperation, People.Energy, "2021-05-11")).Then(new RequestWithdrawn(Asked.Last, RequestKind.Cooperation, "1.1-m1", "energy", "water", Sealed()));
        var back = Asked.And(Withdraw(RequestKind.Cooperation, People.Energy, "2021-05-11"));
        CoordinationDuties.Of(back.State, Day("2021-06-01")).ShouldBeEmpty();
        back.Task("1").Coordination.Requests[0].StateOn(Day("2021-05-10"), back.Plan).ShouldBe(RequestState.Asked);
        back.Task("1").Coordination.Requests[0].StateOn(Day("2021-05-11"), back.Plan).ShouldBe(RequestState.Withdrawn);
        back.When(Answer(true, People.Water, "2021-05-12")).Refused("request-withdrawn", RefusalKind.Conflict, "request");
        back.HalfYear("2021H1", "2021-07-10").Coordination!.Open.ShouldBeEmpty();
        var told = Core.Deliveries.Told.Of(back.State, back.Events[^1])!;
        told.Asked.ShouldBe("take-note");
        told.Units.ShouldBe(["water"]);
    }

    [Fact]
    public void A_decided_or_delivered_cooperation_request_is_not_taken_back()
    {
        Asked.And(Adjudicate(true, "2021-06-20", "2021-05-18")).When(Withdraw(RequestKind.Cooperation, People.Energy, "2021-05-20")).Refused("request-decided", RefusalKind.Conflict, "request");
        Accepted.And(Deliver(People.Water, "2021-06-10")).When(Withdraw(RequestKind.Cooperation, People.Energy, "2021-06-11")).Refused("request-delivered", RefusalKind.Conflict, "request");
    }

    [Fact]
    public void A_dispute_that_was_taken_back_was_never_decided_and_wins_no_day()
    {
        var back = Disputed.And(Withdraw(RequestKind.Dispute, People.Energy, "2021-01-19"));
        back.Task("1").Coordination.Disputes[0].StateOn(Day("2021-01-19")).ShouldBe(DisputeState.Withdrawn);
        back.When(LetOut("energy", "2021-01-20")).Refused("request-withdrawn", RefusalKind.Conflict, "request");
        back.When(Dispute(null, People.Energy, "2021-01-20")).Accepted();
        back.When(Dispute(null, People.Energy, "2021-02-20")).Refused("dispute-too-late", RefusalKind.Conflict);
        var released = Disputed.And(LetOut("energy", "2021-01-19"));
        released.When(Withdraw(RequestKind.Dispute, People.Energy, "2021-01-20")).Refused("role-not-allowed", RefusalKind.NotAllowed);
        released.And(Withdraw(RequestKind.Dispute, People.Approver("energy"), "2021-01-20")).When(Rule(false, "2021-01-21")).Refused("request-withdrawn", RefusalKind.Conflict, "request");
        released.And(Rule(false, "2021-01-21")).When(Withdraw(RequestKind.Dispute, People.Approver("energy"), "2021-01-22")).Refused("request-decided", RefusalKind.Conflict, "request");
    }

    [Fact]
    public void Only_who_leads_today_takes_it_back_with_a_reason()
    {
        Longer.When(Withdraw(RequestKind.Extension, People.Water, "2021-06-02")).Refused("not-your-request", RefusalKind.NotAllowed);
        var handed = Longer.And(Reassign("1.1", ["tax"], "2021-06-02"));
        handed.When(Withdraw(RequestKind.Extension, People.Energy, "2021-06-03")).Refused("not-your-request", RefusalKind.NotAllowed);
        handed.When(Withdraw(RequestKind.Extension, People.Tax, "2021-06-03")).Accepted();
        Longer.When(Withdraw(RequestKind.Extension, People.Energy, "2021-06-02", reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
        Longer.When(Withdraw(RequestKind.Extension, People.Energy, "2021-06-02", Guid.NewGuid())).Refused("unknown-request", RefusalKind.NotFound, "request");
        Longer.When(Withdraw(RequestKind.Suspension, People.Energy, "2021-06-02", Longer.Last)).Refused("unknown-request", RefusalKind.NotFound, "request");
        Longer.When(Withdraw(RequestKind.Dispute, People.Energy, "2021-06-02", Longer.Last)).Refused("unknown-dispute", RefusalKind.NotFound, "dispute");
        Longer.When(Withdraw(RequestKind.Cooperation, People.Energy, "2021-06-02", Longer.Last)).Refused("unknown-cooperation-request", RefusalKind.NotFound, "request");
    }

    private static IEnumerable<string> Kinds(Story story, string on) => DutyList.Of(story.State, Day(on)).Where(d => d.Task == "1").Select(d => d.Kind);
}
