using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Registers;
using static BizEnvLedger.Core.Tests.Registers.RegisterActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Registers;

public class SettlementsTests
{
    private static readonly Story Paid = Given(Ordered(), Owed("2021-02-01", "2021-03-31"), Change("arrears-1", People.Housing, "2021-03-20", [Is("paid", 100)]));
    private static readonly Story Claimed = Paid.And(Settle("arrears-1", People.North, "2021-03-22", effective: "2021-03-20"));
    private static readonly Story Released = Claimed.And(Release("arrears-1", "north", "2021-03-23"));

    [Fact]
    public void Whom_the_item_names_claims_the_approver_releases_and_the_office_confirms()
    {
        Paid.When(Settle("arrears-1", People.North, "2021-03-22", effective: "2021-03-20"))
            .Then(new RegisterSettlementClaimed("arrears", "arrears-1", "north", Day("2021-03-20"), Sealed(), [Evidence]));
        Claimed.When(Release("arrears-1", "north", "2021-03-23")).Then(new RegisterSettlementReleased("arrears", "arrears-1", "north", Claimed.Last));
        Released.When(Confirm("arrears-1", "2021-03-25")).Then(new RegisterItemSettled("arrears", "arrears-1", "inspectorate", Claimed.Last, Sealed()));
        var item = Released.And(Confirm("arrears-1", "2021-03-25")).Item("arrears-1");
        (item.State, item.SettledOn(Released.Plan)).ShouldBe((ItemState.Settled, Day("2021-03-20")));
    }

    [Fact]
    public void A_settlement_that_was_late_entered_counts_from_its_recording()
    {
        var item = Paid.And(Settle("arrears-1", People.North, "2021-04-20", effective: "2021-03-21"), Release("arrears-1", "north", "2021-04-20"), Confirm("arrears-1", "2021-04-21")).Item("arrears-1");
        item.SettledOn(Paid.Plan).ShouldBe(Day("2021-04-20"));
    }

    [Fact]
    public void Nothing_is_settled_while_an_amount_is_outstanding()
    {
        var owing = Given(Ordered(), Owed("2021-02-01", "2021-03-31"), Change("arrears-1", People.Housing, "2021-03-20", [Is("paid", 99.9m)]));
        owing.When(Settle("arrears-1", People.North, "2021-03-22")).Refused("amount-outstanding", RefusalKind.Conflict);
        // Where the register does not say what was paid, the evidence alone speaks.
        Given(Ordered(), Add("charges", People.Housing, "2021-02-01", [Is("amount", 5)])).When(Settle("charges-1", People.Housing, "2021-02-02")).Accepted();
    }

    [Fact]
    public void A_claim_needs_evidence_a_day_and_an_open_item()
    {
        Paid.When(Settle("arrears-1", People.North, "2021-03-22", evidence: [])).Refused("evidence-missing", RefusalKind.Invalid, "evidence");
        Paid.When(Settle("arrears-1", People.North, "2021-03-22", effective: "2021-01-31")).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");
        Paid.When(Settle("arrears-1", People.North, "2021-03-22", effective: "2021-03-23")).Refused("date-in-future", RefusalKind.Invalid, "effectiveOn");
        Paid.When(Settle("arrears-1", People.Tax, "2021-03-22")).Refused("not-your-register", RefusalKind.NotAllowed);
        Paid.When(Settle("arrears-1", People.North, "2021-03-22", narrative: Text(""))).Refused("text-empty", RefusalKind.Invalid, "narrative");
        Paid.When(Settle("arrears-1", People.North, "2021-03-22", register: "nothing")).Refused("unknown-register", RefusalKind.NotFound);
        Paid.When(Settle("arrears-2", People.North, "2021-03-22")).Refused("unknown-register-item", RefusalKind.NotFound);
        Claimed.When(Settle("arrears-1", People.North, "2021-03-22")).Refused("settlement-pending", RefusalKind.Conflict);
        Claimed.When(Change("arrears-1", People.Housing, "2021-03-22", [Is("amount", 90)])).Refused("settlement-pending", RefusalKind.Conflict);
        Released.And(Confirm("arrears-1", "2021-03-25")).When(Settle("arrears-1", People.North, "2021-03-26")).Refused("item-closed", RefusalKind.Conflict);
    }

    [Fact]
    public void The_claimant_never_releases_and_no_other_unit_does()
    {
        var alone = new Caller("north-clerk", new HashSet<Role> { Role.Approver }, "north", new HashSet<string> { "north" });
        Claimed.When(Release("arrears-1", "north", "2021-03-23").By(alone)).Refused("claimant-never-releases", RefusalKind.NotAllowed);
        Claimed.When(Release("arrears-1", "housing", "2021-03-23")).Refused("not-your-unit", RefusalKind.NotAllowed);
        Claimed.When(Release("arrears-1", "north", "2021-03-23", claim: Guid.NewGuid())).Refused("unknown-settlement", RefusalKind.NotFound, "claim");
        Claimed.When(Release("arrears-1", "north", "2021-03-23", register: "nothing")).Refused("unknown-register", RefusalKind.NotFound);
        Claimed.When(Release("arrears-2", "north", "2021-03-23")).Refused("unknown-register-item", RefusalKind.NotFound);
        Released.When(Release("arrears-1", "north", "2021-03-24")).Refused("settlement-released", RefusalKind.Conflict);
    }

    [Fact]
    public void The_office_judges_only_what_was_released_once_and_from_another_home_unit()
    {
        Claimed.When(Confirm("arrears-1", "2021-03-25")).Refused("settlement-not-released", RefusalKind.Conflict);
        Released.When(Confirm("arrears-1", "2021-03-25").By(People.Inspector("north"))).Refused("home-unit-involved", RefusalKind.NotAllowed);
        Released.When(Confirm("arrears-1", "2021-03-25").By(People.Inspector("housing"))).Refused("home-unit-involved", RefusalKind.NotAllowed);
        Released.When(Confirm("arrears-1", "2021-03-25").By(People.Inspector("inspectorate", "housing-clerk"))).Refused("doer-never-verifies", RefusalKind.NotAllowed);
        Released.And(Confirm("arrears-1", "2021-03-25")).When(Return("arrears-1", "2021-03-26")).Refused("settlement-decided", RefusalKind.Conflict);
        Released.When(Confirm("arrears-1", "2021-03-25", finding: Text(new('长', 101)))).Refused("text-too-long", RefusalKind.Invalid, "finding");
    }

    [Fact]
    public void A_returned_settlement_leaves_the_item_open_and_can_be_claimed_again_only_later()
    {
        var returned = Released.When(Return("arrears-1", "2021-03-25"));
        returned.Then(new RegisterSettlementReturned("arrears", "arrears-1", "inspectorate", Claimed.Last, Sealed()));
        var story = returned.Accepted();
        (story.Item("arrears-1").State, story.Item("arrears-1").OverdueDays(Day("2021-04-02"), story.Plan)).ShouldBe((ItemState.Open, 2));
        story.When(Settle("arrears-1", People.North, "2021-03-26", effective: "2021-03-24")).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");
        story.And(Settle("arrears-1", People.North, "2021-03-26"), Release("arrears-1", "north", "2021-03-26"), Confirm("arrears-1", "2021-03-27")).Item("arrears-1").State.ShouldBe(ItemState.Settled);
        Released.When(Return("arrears-1", "2021-03-25", reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
    }

    [Fact]
    public void A_released_claim_stops_the_clock_and_a_claim_that_waits_for_its_approver_does_not()
    {
        Claimed.Item("arrears-1").OverdueDays(Day("2021-04-10"), Claimed.Plan).ShouldBe(10);
        Released.Item("arrears-1").OverdueDays(Day("2021-04-10"), Released.Plan).ShouldBe(0);
    }
}
