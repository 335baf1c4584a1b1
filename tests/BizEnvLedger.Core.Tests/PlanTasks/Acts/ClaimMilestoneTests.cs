using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

public class ClaimMilestoneTests
{
    private static Story Start => Given(IssuedWithSystems());

    [Fact]
    public void A_lead_claims_with_evidence() =>
        Start.When(Claim("1.1-m1", People.Energy, "2021-06-20", effective: "2021-06-18"))
            .Then(new MilestoneClaimed("1.1-m1", "energy", Day("2021-06-18"), Sealed(), [Evidence], []));

    [Fact]
    public void Either_of_joint_leads_claims()
    {
        Start.When(Claim("1.2-m1", People.Housing, "2021-06-20")).Accepted();
        Start.When(Claim("1.2-m1", People.Water, "2021-06-20")).Accepted();
    }

    [Fact]
    public void An_occurrence_is_claimed_by_its_own_id()
    {
        Start.When(Claim("2.1-m1@2021H1", People.Tax, "2021-06-20")).Accepted();
        Start.When(Claim("2.1-m1", People.Tax, "2021-06-20")).Refused("name-an-occurrence", RefusalKind.Conflict);
    }

    [Fact]
    public void A_unit_that_no_longer_leads_cannot_claim() =>
        Start.And(Reassign("1.1", ["tax"], "2021-03-01")).When(Claim("1.1-m1", People.Energy, "2021-03-02", effective: "2021-02-28"))
            .Refused("not-your-milestone", RefusalKind.NotAllowed);

    [Fact]
    public void A_cooperating_unit_does_not_claim() =>
        Start.When(Claim("1.1-m1", People.Water, "2021-06-20")).Refused("not-your-milestone", RefusalKind.NotAllowed);

    [Theory]
    [InlineData("2021-02-28", false)]
    [InlineData("2021-03-01", true)]
    [InlineData("2021-11-30", true)]
    [InlineData("2021-12-01", false)]
    public void A_member_claims_for_its_group_on_the_days_on_which_it_is_one(string on, bool accepted)
    {
        var outcome = Start.When(Claim("1.3-m1", People.Water, on));
        if (accepted)
            outcome.Then(new MilestoneClaimed("1.3-m1", "water", Day(on), Sealed(), [Evidence], []));
        else
            outcome.Refused("not-your-milestone", RefusalKind.NotAllowed);
    }

    [Fact]
    public void A_promise_without_a_lead_is_nobodys_to_claim() =>
        Start.When(Claim("g1-m2", People.Energy, "2021-06-20")).Refused("not-your-milestone", RefusalKind.NotAllowed);

    [Fact]
    public void A_milestone_that_is_not_in_the_task_is_unknown() =>
        Start.When(Claim("1.1-m9", People.Energy, "2021-06-20")).Refused("unknown-milestone", RefusalKind.NotFound);

    [Fact]
    public void A_withdrawn_milestone_is_not_claimed() =>
        Start.And(Change(Amendment("am-1", "2021-03-01") with { Withdraw = ["1.1-m1"] }, "2021-02-20"))
            .When(Claim("1.1-m1", People.Energy, "2021-03-01")).Refused("milestone-withdrawn", RefusalKind.Conflict);

    [Fact]
    public void Until_its_withdrawal_takes_effect_it_can_be_claimed() =>
        Start.And(Change(Amendment("am-1", "2021-03-01") with { Withdraw = ["1.1-m1"] }, "2021-02-20"))
            .When(Claim("1.1-m1", People.Energy, "2021-02-28")).Accepted();

    [Fact]
    public void A_milestone_of_a_later_document_is_not_claimed_until_that_takes_effect()
    {
        var story = Start.And(Change(Amendment("am-1", "2021-03-01") with { AddMilestones = [new("1.1", InventedPlan.Dated("1.1-m9", "2021-08-31"))] }, "2021-02-20"));
        story.When(Claim("1.1-m9", People.Energy, "2021-02-28")).Refused("milestone-withdrawn", RefusalKind.Conflict);
        story.When(Claim("1.1-m9", People.Energy, "2021-03-01")).Accepted();
    }

    [Fact]
    public void A_closed_milestone_is_not_claimed_again() =>
        Start.And(Done("1.1-m1", "energy", "2021-06-20", verified: "2021-06-25")).When(Claim("1.1-m1", People.Energy, "2021-06-26"))
            .Refused("already-closed", RefusalKind.Conflict);

    [Fact]
    public void A_claim_waits_for_its_verdict_before_the_next() =>
        Start.And(Claimed("1.1-m1", "energy", "2021-06-20")).When(Claim("1.1-m1", People.Energy, "2021-06-21"))
            .Refused("claim-pending", RefusalKind.Conflict);

    [Theory]
    [InlineData("2021-06-21", "date-in-future")]
    [InlineData("2020-12-31", "date-out-of-bounds")]
    [InlineData("2021-01-14", "claim-too-early")]
    public void A_claim_is_not_of_tomorrow_nor_of_before_the_assignment(string effective, string code) =>
        Start.When(Claim("1.1-m1", People.Energy, "2021-06-20", effective)).Refused(code, RefusalKind.Invalid, "effectiveOn");

    [Fact]
    public void A_claim_is_not_of_before_its_occurrence_begins()
    {
        Start.When(Claim("2.1-m1@2021H2", People.Tax, "2021-07-05", effective: "2021-06-30")).Refused("claim-too-early", RefusalKind.Invalid, "effectiveOn");
        Start.When(Claim("2.1-m1@2021H2", People.Tax, "2021-07-05", effective: "2021-07-01")).Accepted();
    }

    [Fact]
    public void A_claim_is_not_of_before_the_return_that_it_answers()
    {
        var story = Start.And(Claimed("1.1-m1", "energy", "2021-06-20")).And(Return("1.1-m1", "2021-06-25", ReturnGround.Untrue));
        story.When(Claim("1.1-m1", People.Energy, "2021-06-28", effective: "2021-06-24")).Refused("claim-too-early", RefusalKind.Invalid, "effectiveOn");
        story.When(Claim("1.1-m1", People.Energy, "2021-06-28", effective: "2021-06-25")).Accepted();
    }

    [Fact]
    public void It_needs_words_and_evidence()
    {
        Start.When(Claim("1.1-m1", People.Energy, "2021-06-20", text: Text(""))).Refused("text-empty", RefusalKind.Invalid, "narrative");
        Start.When(Claim("1.1-m1", People.Energy, "2021-06-20", evidence: [])).Refused("evidence-missing", RefusalKind.Invalid, "evidence");
        Start.When(Claim("1.1-m1", People.Energy, "2021-06-20", evidence: ["x"])).Refused("evidence-not-a-hash", RefusalKind.Invalid, "evidence");
    }

    [Fact]
    public void A_measured_milestone_rests_on_the_latest_reading_or_the_one_named()
    {
        Start.When(Claim("1.1-m4", People.Energy, "2021-06-20")).Refused("reading-missing", RefusalKind.Invalid, "reading");
        var one = Start.And(Metric("1.1-i1", 3, People.Energy, "2021-05-01"));
        var two = one.And(Metric("1.1-i1", 2, People.Energy, "2021-06-01"));
        MilestoneClaimed On(params Guid[] readings) => new("1.1-m4", "energy", Day("2021-06-20"), Sealed(), [Evidence], readings);
        two.When(Claim("1.1-m4", People.Energy, "2021-06-20")).Then(On(two.Last));
        two.When(Claim("1.1-m4", People.Energy, "2021-06-20", reading: one.Last)).Then(On(one.Last));
    }

    [Fact]
    public void A_reading_of_another_indicator_or_a_withdrawn_one_carries_no_claim()
    {
        var other = Start.And(Metric("1.1-i3", 3, People.Energy, "2021-05-01"));
        other.When(Claim("1.1-m4", People.Energy, "2021-06-20", reading: other.Last)).Refused("reading-not-of-milestone", RefusalKind.Invalid, "reading");
        var gone = Start.And(Metric("1.1-i1", 3, People.Energy, "2021-05-01"));
        gone.And(Correct("1", People.Energy, "2021-05-02", withdrawn: true))
            .When(Claim("1.1-m4", People.Energy, "2021-06-20", reading: gone.Last)).Refused("reading-not-of-milestone", RefusalKind.Invalid, "reading");
    }

    [Fact]
    public void The_office_claims_nothing() =>
        Start.When(Claim("1.1-m1", People.Office, "2021-06-20")).Refused("role-not-allowed", RefusalKind.NotAllowed);
}
