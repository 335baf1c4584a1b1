using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

public class ReassignLeadTests
{
    private static Story Start => Given(Issued());

    [Fact]
    public void The_group_office_hands_a_sub_item_over_from_a_later_day() =>
        Start.When(Reassign("1.2.1", ["water"], "2021-03-01", effective: "2021-04-01", cooperating: ["housing"]))
            .Then(new LeadReassigned("1.2.1", ["water"], ["housing"], Day("2021-04-01"), Sealed(), Sealed()));

    [Fact]
    public void A_leader_hands_the_whole_task_over() =>
        Start.When(Reassign(null, ["tax", "energy"], "2021-03-01").By(People.Leader))
            .Then(new LeadReassigned(null, ["tax", "energy"], null, Day("2021-03-01"), Sealed(), Sealed()));

    [Fact]
    public void A_day_before_today_is_taken() =>
        Start.When(Reassign("1.1", ["tax"], "2021-03-01", effective: "2021-01-01")).Accepted();

    [Fact]
    public void A_unit_does_not_hand_over_by_itself() =>
        Start.When(Reassign("1.1", ["tax"], "2021-03-01").By(People.Energy)).Refused("role-not-allowed", RefusalKind.NotAllowed);

    [Fact]
    public void A_measure_that_is_not_in_the_task_is_unknown() =>
        Start.When(Reassign("1.9", ["tax"], "2021-03-01")).Refused("unknown-measure", RefusalKind.Invalid, "measure");

    [Theory]
    [InlineData("2020-12-31")]
    [InlineData("2023-01-01")]
    public void A_decision_lies_within_the_plan(string effective) =>
        Start.When(Reassign("1.1", ["tax"], "2021-03-01", effective)).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");

    [Fact]
    public void New_leads_are_known_units_each_once_and_at_least_one()
    {
        Start.When(Reassign("1.1", [], "2021-03-01")).Refused("units-empty", RefusalKind.Invalid, "leads");
        Start.When(Reassign("1.1", ["nobody"], "2021-03-01")).Refused("unknown-unit", RefusalKind.Invalid, "leads");
        Start.When(Reassign("1.1", ["tax", "tax"], "2021-03-01")).Refused("unit-twice", RefusalKind.Invalid, "leads");
        Start.When(Reassign("1.1", ["tax"], "2021-03-01", cooperating: ["nobody"])).Refused("unknown-unit", RefusalKind.Invalid, "cooperating");
    }

    [Fact]
    public void It_needs_a_reason_and_a_basis()
    {
        Start.When(Reassign("1.1", ["tax"], "2021-03-01", reason: Text(" "))).Refused("text-empty", RefusalKind.Invalid, "reason");
        Start.When(Reassign("1.1", ["tax"], "2021-03-01", basis: Text(""))).Refused("text-empty", RefusalKind.Invalid, "basis");
        Start.When(Reassign("1.1", ["tax"], "2021-03-01", basis: Text(new('长', 101)))).Refused("text-too-long", RefusalKind.Invalid, "basis");
    }

    [Fact]
    public void The_same_leads_again_are_no_reassignment()
    {
        Start.When(Reassign("1.1", ["energy"], "2021-03-01")).Refused("same-leads", RefusalKind.Conflict, "leads");
        Start.When(Reassign("1.1", ["energy"], "2021-03-01", cooperating: ["water", "bureaus"])).Refused("same-leads", RefusalKind.Conflict, "leads");
        Start.When(Reassign("1.1", ["energy"], "2021-03-01", cooperating: ["water"])).Accepted();
    }

    [Fact]
    public void Same_is_judged_on_the_day_of_effect()
    {
        var story = Start.And(Reassign("1.1", ["tax"], "2021-03-01", effective: "2021-05-01"));
        story.When(Reassign("1.1", ["tax"], "2021-03-02", effective: "2021-05-02")).Refused("same-leads", RefusalKind.Conflict, "leads");
        story.When(Reassign("1.1", ["tax"], "2021-03-02", effective: "2021-04-30")).Accepted();
    }

    [Fact]
    public void A_unit_does_not_lead_and_cooperate_at_once() =>
        Start.When(Reassign("1.1", ["tax"], "2021-03-01", cooperating: ["water", "tax"])).Refused("lead-and-cooperating", RefusalKind.Invalid, "cooperating");
}
