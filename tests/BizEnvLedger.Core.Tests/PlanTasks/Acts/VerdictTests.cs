using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

/// <summary>ReleaseClaim, VerifyMilestone and ReturnMilestone: nobody judges what is their own.</summary>
public class VerdictTests
{
    private static readonly Story Asked = Given(Issued(), Claim("1.1-m1", People.Energy, "2021-06-20"));
    private static readonly Story Released = Asked.And(Release("1.1-m1", "energy", "2021-06-21"));

    private static Guid Id => Asked.Last;

    [Fact]
    public void The_units_approver_lets_the_claim_out() =>
        Asked.When(Release("1.1-m1", "energy", "2021-06-21")).Then(new ClaimReleased(Id, "1.1-m1", "energy"));

    [Fact]
    public void Whoever_claimed_does_not_release()
    {
        var both = People.Energy with { Roles = new HashSet<Role> { Role.Unit, Role.Approver } };
        Asked.When(Release("1.1-m1", "energy", "2021-06-21").By(both)).Refused("claimant-never-releases", RefusalKind.NotAllowed);
    }

    [Fact]
    public void Another_units_approver_or_a_clerk_does_not_release()
    {
        Asked.When(Release("1.1-m1", "water", "2021-06-21")).Refused("not-your-unit", RefusalKind.NotAllowed);
        Asked.When(Release("1.1-m1", "energy", "2021-06-21").By(People.Energy)).Refused("role-not-allowed", RefusalKind.NotAllowed);
    }

    [Fact]
    public void A_claim_is_released_once_and_by_its_own_milestone()
    {
        Released.When(Release("1.1-m1", "energy", "2021-06-22")).Refused("already-released", RefusalKind.Conflict, "claim");
        Asked.When(Release("1.1-m2", "energy", "2021-06-21", claim: Id)).Refused("unknown-claim", RefusalKind.NotFound, "claim");
        Asked.When(Release("1.1-m1", "energy", "2021-06-21", claim: Guid.NewGuid())).Refused("unknown-claim", RefusalKind.NotFound, "claim");
    }

    [Fact]
    public void The_office_verifies() =>
        Released.When(Verify("1.1-m1", "2021-06-25")).Then(new MilestoneVerified(Id, "1.1-m1", "inspectorate", Sealed()));

    [Theory]
    [InlineData(ReturnGround.Untrue)]
    [InlineData(ReturnGround.Incomplete)]
    public void The_office_returns(ReturnGround ground) =>
        Released.When(Return("1.1-m1", "2021-06-25", ground)).Then(new MilestoneReturned(Id, "1.1-m1", "inspectorate", ground, Sealed()));

    [Fact]
    public void A_return_needs_a_ground_and_a_reason_and_a_verification_a_finding()
    {
        Released.When(Return("1.1-m1", "2021-06-25", null)).Refused("ground-missing", RefusalKind.Invalid, "ground");
        Released.When(Return("1.1-m1", "2021-06-25", ReturnGround.Untrue, reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
        Released.When(Verify("1.1-m1", "2021-06-25", finding: Text(""))).Refused("text-empty", RefusalKind.Invalid, "finding");
    }

    [Fact]
    public void No_verdict_before_the_release() => EachVerdict(Asked, "claim-not-released", RefusalKind.Conflict, "claim", People.Office);

    [Fact]
    public void One_verdict_for_each_claim()
    {
        EachVerdict(Released.And(Verify("1.1-m1", "2021-06-22")), "claim-decided", RefusalKind.Conflict, "claim", People.Office);
        EachVerdict(Released.And(Return("1.1-m1", "2021-06-22", ReturnGround.Untrue)), "claim-decided", RefusalKind.Conflict, "claim", People.Office);
    }

    [Fact]
    public void Only_the_office_judges() => EachVerdict(Released, "role-not-allowed", RefusalKind.NotAllowed, null, People.GroupOffice);

    [Fact]
    public void A_claim_that_does_not_exist_is_unknown()
    {
        Released.When(Verify("1.1-m1", "2021-06-25", claim: Guid.NewGuid())).Refused("unknown-claim", RefusalKind.NotFound, "claim");
        Released.When(Return("1.1-m2", "2021-06-25", ReturnGround.Untrue, claim: Id)).Refused("unknown-claim", RefusalKind.NotFound, "claim");
    }

    [Fact]
    public void Nobody_judges_without_a_home_unit() => EachVerdict(Released, "home-unit-missing", RefusalKind.NotAllowed, null, People.Inspector(null));

    [Fact]
    public void Whoever_claimed_or_released_does_not_judge()
    {
        EachVerdict(Released, "doer-never-verifies", RefusalKind.NotAllowed, null, People.Inspector("inspectorate", "energy-clerk"));
        EachVerdict(Released, "doer-never-verifies", RefusalKind.NotAllowed, null, People.Inspector("inspectorate", "energy-approver"));
    }

    [Theory]
    [InlineData("energy")]
    [InlineData("water")]
    [InlineData("housing")]
    public void Nobody_judges_where_the_home_unit_leads_or_cooperates_or_is_a_member(string home) =>
        EachVerdict(Released, "home-unit-involved", RefusalKind.NotAllowed, null, People.Inspector(home));

    [Fact]
    public void Having_led_when_it_was_claimed_is_enough()
    {
        var handedOver = Released.And(Reassign("1.1", ["tax"], "2021-06-22", cooperating: []));
        EachVerdict(handedOver, "home-unit-involved", RefusalKind.NotAllowed, null, People.Inspector("energy"));
        EachVerdict(handedOver, "home-unit-involved", RefusalKind.NotAllowed, null, People.Inspector("water"));
        EachVerdict(handedOver, "home-unit-involved", RefusalKind.NotAllowed, null, People.Inspector("tax"));
    }

    [Fact]
    public void A_claim_stays_to_be_judged_after_its_milestone_was_withdrawn() =>
        Released.And(Change(Amendment("am-1", "2021-06-22") with { Withdraw = ["1.1"] }, "2021-06-22")).When(Verify("1.1-m1", "2021-06-25")).Accepted();

    private static void EachVerdict(Story story, string code, RefusalKind kind, string? field, Caller who)
    {
        story.When(Verify("1.1-m1", "2021-06-25").By(who)).Refused(code, kind, field);
        story.When(Return("1.1-m1", "2021-06-25", ReturnGround.Untrue).By(who)).Refused(code, kind, field);
    }
}
