using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Coordination;

/// <summary>Assigned on Friday 15 January 2021: disputed until Friday 22 January.</summary>
public class DisputesTests
{
    private static readonly Story Start = Given(Issued());
    private static readonly Story Disputed = Start.And(Dispute("1.1", People.Energy, "2021-01-18"));
    private static readonly Story Released = Disputed.And(LetOut("energy", "2021-01-19"));

    [Fact]
    public void A_lead_or_cooperating_unit_disputes_a_measure_or_the_whole_task()
    {
        Start.When(Dispute("1.1", People.Energy, "2021-01-18", evidence: [Evidence])).Then(new AssignmentDisputed("1.1", "energy", Day("2021-01-22"), Sealed(), [Evidence]));
        Start.When(Dispute(null, People.Water, "2021-01-22")).Accepted();
        Start.When(Dispute(null, People.Tax, "2021-01-18")).Refused("not-your-task", RefusalKind.NotAllowed);
        Start.When(Dispute("1.2.1", People.Energy, "2021-01-18")).Refused("not-your-measure", RefusalKind.NotAllowed);
        Start.When(Dispute("1.9", People.Energy, "2021-01-18")).Refused("unknown-measure", RefusalKind.Invalid, "measure");
        Start.When(Dispute("1.1", People.Energy, "2021-01-18", reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
    }

    [Theory]
    [InlineData("2021-01-22", null)]
    [InlineData("2021-01-25", "dispute-too-late")]
    public void It_is_raised_within_five_working_days(string on, string? code) =>
        (Start.When(Dispute("1.1", People.Energy, on)).Decision.Refusal?.Code).ShouldBe(code);

    [Fact]
    public void Whoever_is_told_later_has_the_days_after_that() =>
        Given(Issued(on: "2021-02-01")).When(Dispute("1.1", People.Energy, "2021-02-08")).Accepted();

    [Fact]
    public void A_reassignment_that_names_the_unit_opens_the_days_again()
    {
        var named = Start.And(Reassign("1.1", ["north"], "2021-09-29", effective: "2021-09-30"));
        named.When(Dispute("1.1", People.North, "2021-10-13")).Then(new AssignmentDisputed("1.1", "north", Day("2021-10-13"), Sealed(), []));
        named.When(Dispute("1.1", People.North, "2021-10-14")).Refused("dispute-too-late", RefusalKind.Conflict);
        // Recorded later than it takes effect, it counts from its recording.
        Start.And(Reassign("1.1", ["north"], "2021-09-29", effective: "2021-09-01")).When(Dispute("1.1", People.North, "2021-10-12")).Accepted();
        // One that leaves the unit out does not.
        Start.And(Reassign("1.1", ["north"], "2021-09-01")).When(Dispute("1.1", People.Water, "2021-09-02")).Refused("dispute-too-late", RefusalKind.Conflict);
    }

    [Fact]
    public void A_unit_that_joins_a_group_is_named_on_that_day() =>
        Start.And(Reassign("1.3", ["bureaus"], "2021-02-01", cooperating: [])).When(Dispute("1.3", People.Water, "2021-03-08")).Accepted();

    [Fact]
    public void The_same_naming_is_disputed_once()
    {
        Disputed.When(Dispute("1.1", People.Energy, "2021-01-19")).Refused("disputed-already", RefusalKind.Conflict);
        Disputed.And(Reassign("1.1", ["energy", "north"], "2021-01-20")).When(Dispute("1.1", People.Energy, "2021-01-20")).Accepted();
    }

    [Fact]
    public void Its_approver_lets_it_out_in_the_same_days()
    {
        Disputed.When(LetOut("energy", "2021-01-22")).Then(new DisputeReleased(Disputed.Last, "energy"));
        Disputed.When(LetOut("energy", "2021-01-25")).Refused("dispute-too-late", RefusalKind.Conflict);
        Disputed.When(LetOut("water", "2021-01-19")).Refused("not-your-unit", RefusalKind.NotAllowed);
        Disputed.When(LetOut("energy", "2021-01-19").By(People.Approver("energy") with { Sub = "energy-clerk" })).Refused("disputer-never-releases", RefusalKind.NotAllowed);
        Disputed.When(LetOut("energy", "2021-01-19", Guid.Empty)).Refused("unknown-dispute", RefusalKind.NotFound, "dispute");
        Released.When(LetOut("energy", "2021-01-20")).Refused("dispute-released", RefusalKind.Conflict, "dispute");
        State(Disputed, "2021-01-25").ShouldBe(DisputeState.Lapsed);
    }

    [Fact]
    public void Upheld_it_reassigns_in_the_same_decision() =>
        Released.When(Rule(true, "2021-01-25", ["north"], ["water"], effective: "2021-02-01")).Then(
            new DisputeDecided(Disputed.Last, true, Sealed()),
            new LeadReassigned("1.1", ["north"], ["water"], Day("2021-02-01"), Sealed(), Sealed()));

    [Fact]
    public void Rejected_it_changes_nothing()
    {
        Released.When(Rule(false, "2021-01-25")).Then(new DisputeDecided(Disputed.Last, false, Sealed()));
        Released.When(Rule(false, "2021-01-25", ["north"])).Refused("rejected-changes-nothing", RefusalKind.Invalid, "upheld");
        State(Released.And(Rule(false, "2021-01-25")), "2021-01-25").ShouldBe(DisputeState.Rejected);
    }

    [Fact]
    public void The_leader_decides_once_on_what_was_released_and_reassigns_as_always()
    {
        Disputed.When(Rule(true, "2021-01-20", ["north"])).Refused("dispute-not-released", RefusalKind.Conflict, "dispute");
        Released.And(Rule(false, "2021-01-25")).When(Rule(true, "2021-01-26", ["north"])).Refused("dispute-decided", RefusalKind.Conflict, "dispute");
        Released.When(Rule(true, "2021-01-25", ["energy"])).Refused("same-leads", RefusalKind.Conflict, "leads");
        Released.When(Rule(true, "2021-01-25")).Refused("units-empty", RefusalKind.Invalid, "leads");
        Released.When(Rule(true, "2021-01-25", ["north"], basis: Text(""))).Refused("text-empty", RefusalKind.Invalid, "basis");
        Released.When(Rule(true, "2021-01-25", ["north"]).By(People.Leader with { Sub = "energy-approver" })).Refused("doer-never-verifies", RefusalKind.NotAllowed);
        Released.When(Rule(true, "2021-01-25", ["north"], dispute: Guid.Empty)).Refused("unknown-dispute", RefusalKind.NotFound, "dispute");
    }

    [Fact]
    public void The_clock_runs_meanwhile_and_the_days_before_stay_with_who_led()
    {
        var story = Start.And(Reassign("1.1", ["north"], "2021-07-01"), Dispute("1.1", People.North, "2021-07-02"), LetOut("north", "2021-07-05"));
        story.DelayDays("1.1-m1", "2021-07-10").ShouldBe(10);
        story.And(Rule(true, "2021-07-06", ["energy"])).Delay("1.1-m1", "2021-07-10").Select(s => (s.Units.Single(), s.Days)).ShouldBe([("north", 5), ("energy", 5)]);
    }

    private static DisputeState State(Story story, string day) => story.Task("1").Coordination.Disputes[^1].StateOn(Day(day));
}
