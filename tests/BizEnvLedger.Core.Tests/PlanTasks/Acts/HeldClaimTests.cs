using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

/// <summary>Claims that wait for their own approver. 1.2-m1 is led by water and housing jointly, 1.1-m1 by energy alone.</summary>
public class HeldClaimTests
{
    private static readonly Story Start = Given(Issued());
    private static readonly Story Held = Start.And(Claim("1.1-m1", People.Energy, "2021-06-20"));
    private static readonly Story Joint = Start.And(Claim("1.2-m1", People.Water, "2021-06-20"));

    [Fact]
    public void A_unit_takes_its_claim_back_and_claims_anew()
    {
        Held.When(Withdraw("1.1-m1", People.Energy, "2021-06-21")).Then(new ClaimWithdrawn(Held.Last, "1.1-m1", "energy", Sealed()));
        var back = Held.And(Withdraw("1.1-m1", People.Energy, "2021-06-21"));
        back.When(Claim("1.1-m1", People.Energy, "2021-06-22")).Accepted();
        back.When(Release("1.1-m1", "energy", "2021-06-22")).Refused("claim-withdrawn", RefusalKind.Conflict, "claim");
        back.When(Withdraw("1.1-m1", People.Energy, "2021-06-22")).Refused("claim-withdrawn", RefusalKind.Conflict, "claim");
        back.When(Attach("1", People.Energy, "2021-06-22", Held.Last, Evidence)).Refused("claim-withdrawn", RefusalKind.Conflict, "claim");
        back.When(Verify("1.1-m1", "2021-06-22")).Refused("claim-not-released", RefusalKind.Conflict, "claim");
    }

    [Fact]
    public void Its_approver_does_not_let_it_out_and_says_why()
    {
        Held.When(Decline("1.1-m1", "energy", "2021-06-21")).Then(new ClaimDeclined(Held.Last, "1.1-m1", "energy", Sealed()));
        Held.When(Decline("1.1-m1", "energy", "2021-06-21", reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
        Held.When(Decline("1.1-m1", "water", "2021-06-21")).Refused("not-your-unit", RefusalKind.NotAllowed);
        var declined = Held.And(Decline("1.1-m1", "energy", "2021-06-21"));
        declined.When(Release("1.1-m1", "energy", "2021-06-22")).Refused("claim-withdrawn", RefusalKind.Conflict, "claim");
        declined.When(Claim("1.1-m1", People.Energy, "2021-06-22")).Accepted();
    }

    [Fact]
    public void What_is_out_is_taken_back_by_nobody()
    {
        var released = Held.And(Release("1.1-m1", "energy", "2021-06-20"));
        released.When(Withdraw("1.1-m1", People.Energy, "2021-06-21")).Refused("already-released", RefusalKind.Conflict, "claim");
        released.When(Decline("1.1-m1", "energy", "2021-06-21")).Refused("already-released", RefusalKind.Conflict, "claim");
    }

    [Fact]
    public void It_blocks_its_own_unit_which_is_told_whose_approver_has_it()
    {
        var refusal = Held.Decide(Claim("1.1-m1", People.Energy, "2021-06-21")).Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Values["unit"], refusal.Values["claim"]).ShouldBe(("claim-waits-for-release", "energy", Held.Last.ToString()));
    }

    [Fact]
    public void It_does_not_block_a_joint_lead()
    {
        Joint.When(Claim("1.2-m1", People.Water, "2021-06-21")).Refused("claim-waits-for-release", RefusalKind.Conflict);
        var both = Joint.And(Claim("1.2-m1", People.Housing, "2021-06-21"));
        // The first that is let out goes to the verifier; the other waits for that verdict.
        var first = both.And(Release("1.2-m1", "housing", "2021-06-22"));
        first.When(Release("1.2-m1", "water", "2021-06-22", Joint.Last)).Refused("claim-pending", RefusalKind.Conflict);
        first.And(Verify("1.2-m1", "2021-06-25", both.Last)).When(Release("1.2-m1", "water", "2021-06-26", Joint.Last)).Refused("already-closed", RefusalKind.Conflict);
    }

    [Fact]
    public void A_claim_from_before_a_return_does_not_answer_it()
    {
        var both = Joint.And(Claim("1.2-m1", People.Housing, "2021-06-21"));
        var returned = both.And(Release("1.2-m1", "housing", "2021-06-22")).And(Return("1.2-m1", "2021-06-24", ReturnGround.Untrue, both.Last));
        returned.When(Release("1.2-m1", "water", "2021-06-25", Joint.Last)).Refused("claim-overtaken", RefusalKind.Conflict, "claim");
    }

    [Fact]
    public void It_lapses_when_its_unit_leads_no_longer_and_does_not_come_to_life_again()
    {
        var gone = Held.And(Reassign("1.1", ["tax"], "2021-06-25"));
        gone.TaskOf("1.1").LapseOf(gone.TaskOf("1.1").Claims[0], Day("2021-06-24"), gone.Plan).ShouldBeNull();
        var lapse = gone.TaskOf("1.1").LapseOf(gone.TaskOf("1.1").Claims[0], Day("2021-06-30"), gone.Plan).ShouldNotBeNull();
        (lapse.On, lapse.Events.Contains(gone.Last)).ShouldBe((Day("2021-06-25"), true));
        gone.When(Release("1.1-m1", "energy", "2021-06-25")).Refused("claim-lapsed", RefusalKind.Conflict, "claim");
        gone.When(Claim("1.1-m1", People.Tax, "2021-06-26")).Accepted();
        var again = gone.And(Reassign("1.1", ["energy"], "2021-06-28"));
        again.When(Release("1.1-m1", "energy", "2021-06-29")).Refused("claim-lapsed", RefusalKind.Conflict, "claim");
        again.When(Claim("1.1-m1", People.Energy, "2021-06-29")).Accepted();
    }

    [Fact]
    public void A_lapsed_claim_waits_for_nobody_and_a_held_one_leaves_the_duty_with_the_other_lead()
    {
        string[] Duties(Story story, string milestone, string day) =>
            [.. PlanTaskDuties.Of(story.State, Day(day)).Where(d => d.Subject == milestone && d.Kind is "claim" or "release-claim" && d.Subject == milestone).Select(d => $"{d.Kind} {string.Join(',', d.Units)}")];
        Duties(Joint, "1.2-m1", "2021-12-20").ShouldBe(["claim housing", "release-claim water"], ignoreOrder: true);
        Duties(Held, "1.1-m1", "2021-06-21").ShouldBe(["release-claim energy"]);
        Duties(Held.And(Reassign("1.1", ["tax"], "2021-06-25")), "1.1-m1", "2021-06-26").ShouldBe(["claim tax"]);
    }
}
