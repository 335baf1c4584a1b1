using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Tests.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

/// <summary>MilestoneReopened: a closure found untrue stands as a claim returned as untrue.</summary>
public class ReopeningTests
{
    // One closure, so it is the one that is drawn.
    private static readonly Story Closed = Given([Issued(), .. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25")]).And([.. Opened("2021H1", "2021-07-02"), Close("2021H1", "2021-07-10")]);
    private static readonly HalfYearDataSet First = Closed.AtTreeSize((int)Closed.Plan.Rounds[0].Closed!.TreeSize).HalfYear("2021H1", "2021-07-10");
    private static readonly Story Drawn = Closed.And(Report("1.2", People.Water, "2021-07-12"), Draw("2021H1", "2021-07-13"));
    private static readonly Story Failed = Drawn.And(Check("2021H1", "1.1-m1", CheckOutcome.Failed, "2021-07-20"));

    [Fact]
    public void The_milestone_is_returned_and_the_days_since_its_due_date_are_the_doers()
    {
        Drawn.Shows("1.1-m1", "2021-07-31", Light.Blue, "closed");
        Drawn.Accounts("1.1-m1", "2021-07-31").ShouldBeEmpty();
        Failed.Standing("1.1-m1", "2021-07-31").State.ShouldBe(MilestoneState.Returned);
        Failed.Shows("1.1-m1", "2021-07-31", Light.Red, "overdue");
        Failed.Accounts("1.1-m1", "2021-07-31").ShouldBe(["Leads energy 2021-07-01 31"]);
        Failed.Standing("1.1-m1", "2021-07-31").Events.ShouldContain(Failed.Last);
    }

    [Fact]
    public void Before_its_due_date_it_is_red_when_it_is_not_claimed_again_in_time()
    {
        var story = Given([Issued(), .. Done("1.1-m2", "energy", "2021-06-20", "2021-06-25")]).And([.. Opened("2021H1", "2021-07-02"), Close("2021H1", "2021-07-10")])
            .And(Report("1.2", People.Water, "2021-07-12"), Draw("2021H1", "2021-07-13"), Check("2021H1", "1.1-m2", CheckOutcome.Failed, "2021-07-20"));
        story.Shows("1.1-m2", "2021-08-04", Light.Yellow, "silent");
        story.Shows("1.1-m2", "2021-08-05", Light.Red, "returned-untrue");
    }

    [Fact]
    public void It_is_claimed_again_and_closed_again_and_the_accounts_still_sum()
    {
        Failed.When(Claim("1.1-m1", People.Energy, "2021-08-01", effective: "2021-07-19")).Refused("claim-too-early", Ledger.RefusalKind.Invalid, "effectiveOn");
        var again = Failed.And(Done("1.1-m1", "energy", "2021-08-01", "2021-08-05"));
        again.Standing("1.1-m1", "2021-12-31").State.ShouldBe(MilestoneState.Closed);
        again.Accounts("1.1-m1", "2021-12-31").ShouldBe(["Leads energy 2021-07-01 32"]);
        Drawing.PopulationOf(again.HalfYear("2021H2", "2022-01-10", First)).ShouldBe(["1.1-m1"]);
    }

    [Fact]
    public void The_verifiers_overrun_stays_the_verifiers_own_and_its_days_become_the_doers()
    {
        var late = Given([Issued(), .. Done("1.1-m1", "energy", "2021-06-20", "2021-07-15"), .. Opened("2021H1", "2021-07-16"), Close("2021H1", "2021-07-16"), Report("1.2", People.Water, "2021-07-19"), Draw("2021H1", "2021-07-19")]);
        late.Accounts("1.1-m1", "2021-07-20").ShouldBe(["Verifier  2021-07-10 6"]);
        var failed = late.And(Check("2021H1", "1.1-m1", CheckOutcome.Failed, "2021-07-20"));
        failed.Accounts("1.1-m1", "2021-07-20").ShouldBe(["Leads energy 2021-07-01 20"]);
        failed.HalfYear("2021H1", "2021-07-20").VerifierOverruns.ShouldHaveSingleItem().ShouldSatisfyAllConditions(o => o.DecidedOn.ShouldBe(Day("2021-07-15")), o => o.Days.ShouldBe(6));
    }

    [Fact]
    public void What_was_answered_before_stays_as_it_was()
    {
        var known = Failed.KnownOn("2021-07-19");
        known.Shows("1.1-m1", "2021-07-31", Light.Blue, "closed");
        known.DelayDays("1.1-m1", "2021-07-31").ShouldBe(0);
    }

    [Fact]
    public void The_next_round_proposes_it_once_as_hollow_and_tells_what_it_undid()
    {
        var second = Failed.HalfYear("2021H2", "2022-01-10", First);
        var entry = second.Proposed.Single(p => p.Category == "hollow");
        (entry.Unit.Id, entry.Rule, entry.Milestones[0], entry.OwnDays![0]).ShouldBe(("energy", "spot-check-failed", "1.1-m1", 184));
        second.Returned.ShouldBeEmpty();
        var undone = second.Supervision!.Reopened.ShouldHaveSingleItem();
        (undone.Milestone, undone.Ground, undone.Round, undone.ClosedOn, undone.ReopenedOn).ShouldBe(("1.1-m1", "spotCheck", "2021H1", Day("2021-06-20"), Day("2021-07-20")));
        undone.Events.Count.ShouldBe(3);
        second.Supervision.SpotChecks.ShouldBe(second.Supervision.SpotChecks! with { Round = "2021H1", Population = 1, Drawn = 1, Held = 1, Failed = 1 });
        second.Due.Single(m => m.Id == "1.1-m1").Outcome.ShouldBe("open");
        var closed = Failed.And([.. Opened("2021H2", "2022-01-05"), Close("2021H2", "2022-01-10", First)]);
        closed.HalfYear("2022H1", "2022-07-10", second).ShouldSatisfyAllConditions(
            v => v.Proposed.ShouldNotContain(p => p.Rule == "spot-check-failed"), v => v.Supervision!.Reopened.ShouldBeEmpty());
    }

    [Fact]
    public void What_was_reopened_before_its_round_closed_restates_no_round()
    {
        var story = Given([Issued(), .. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"), .. Opened("2021H1", "2021-07-02")]);
        var undone = story.And(Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-03", ["1.1-m1"], [story.LastClaim("1.1-m1")]), Uphold("2021H1", "2021-07-04"), Close("2021H1", "2021-07-10"));
        undone.HalfYear("2021H1", "2021-07-10").Supervision!.Reopened.ShouldHaveSingleItem().Round.ShouldBeNull();
        undone.HalfYear("2021H1", "2021-07-10").Supervision!.Closures.ShouldBeEmpty();
    }

    [Fact]
    public void A_closure_that_a_finding_undid_is_not_undone_twice()
    {
        var claim = Drawn.LastClaim("1.1-m1");
        var undone = Given([Issued(), .. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"), .. Opened("2021H1", "2021-07-02"), Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-03", ["1.1-m1"], [claim]),
            Close("2021H1", "2021-07-10"), Report("1.2", People.Water, "2021-07-12"), Draw("2021H1", "2021-07-13"), Uphold("2021H1", "2021-07-14")]);
        undone.Standing("1.1-m1", "2021-07-14").State.ShouldBe(MilestoneState.Returned);
        undone.When(Check("2021H1", "1.1-m1", CheckOutcome.Failed, "2021-07-20")).Decision.Events.ShouldHaveSingleItem().ShouldBeOfType<SpotCheckRecorded>();
    }
}
