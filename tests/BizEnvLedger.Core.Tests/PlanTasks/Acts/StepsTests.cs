using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

public class StepsTests
{
    private static Story Start => Given(Issued());

    private static Story Told => Broken.And(Units.UnitActs.Reported("1.1-m1-s1", People.North, "2021-05-18"));
    private static Story Broken => Start.And(Step("1.1-m1", "north", "2021-05-31", People.Energy, "2021-02-01"));

    [Fact]
    public void A_lead_breaks_a_milestone_into_numbered_parts()
    {
        Start.When(Step("1.1-m1", "water", "2021-06-30", People.Energy, "2021-02-01"))
            .Then(new StepAdded("1.1-m1-s1", "1.1-m1", null, "energy", "water", Day("2021-06-30"), Sealed()));
        Broken.When(Step("1.1-m1", "energy", "2021-05-31", People.Energy, "2021-02-02"))
            .Then(new StepAdded("1.1-m1-s2", "1.1-m1", null, "energy", "energy", Day("2021-05-31"), Sealed()));
    }

    [Fact]
    public void A_measure_without_dated_milestones_is_broken_into_parts_up_to_the_plans_end()
    {
        Start.When(Step(null, "housing", "2022-12-31", People.Energy, "2021-02-01", measure: "1.4"))
            .Then(new StepAdded("1.4-s1", null, "1.4", "energy", "housing", Day("2022-12-31"), Sealed()));
        Start.When(Step(null, "housing", "2023-01-01", People.Energy, "2021-02-01", measure: "1.4")).Refused("date-out-of-bounds", RefusalKind.Invalid, "due");
    }

    [Fact]
    public void A_measure_with_dated_milestones_is_broken_by_them() =>
        Start.When(Step(null, "water", "2021-05-31", People.Energy, "2021-02-01", measure: "1.1")).Refused("measure-has-dates", RefusalKind.Invalid, "measure");

    [Fact]
    public void A_step_is_of_a_milestone_or_of_a_measure()
    {
        var story = Start;
        foreach (var (milestone, measure) in new[] { (null, null), ("1.1-m1", "1.1") })
            AddStep.Decide(story.Task("1"), story.Plan, new(milestone, measure, "water", Day("2021-05-31"), Text(), null), People.Energy, new(default, Day("2021-02-01")))
                .Refusal!.Code.ShouldBe("milestone-or-measure");
    }

    [Fact]
    public void What_it_is_part_of_is_known_and_open()
    {
        Start.When(Step("1.1-m9", "water", "2021-05-31", People.Energy, "2021-02-01")).Refused("unknown-milestone", RefusalKind.NotFound);
        Start.When(Step("2.1-m1", "tax", "2021-05-31", People.Tax, "2021-02-01")).Refused("name-an-occurrence", RefusalKind.Conflict);
        Start.When(Step(null, "water", "2021-05-31", People.Energy, "2021-02-01", measure: "1.9")).Refused("unknown-measure", RefusalKind.Invalid, "measure");
        Start.And(Done("1.1-m1", "energy", "2021-02-01", verified: "2021-02-05")).When(Step("1.1-m1", "water", "2021-05-31", People.Energy, "2021-02-06"))
            .Refused("already-closed", RefusalKind.Conflict);
        Start.And(Change(Amendment("am-1", "2021-03-01") with { Withdraw = ["1.1-m1"] }, "2021-02-20"))
            .When(Step("1.1-m1", "water", "2021-05-31", People.Energy, "2021-03-01")).Refused("milestone-withdrawn", RefusalKind.Conflict);
    }

    [Fact]
    public void Its_owner_leads_cooperates_or_is_a_region()
    {
        Start.When(Step("1.1-m1", "tax", "2021-05-31", People.Energy, "2021-02-01")).Refused("owner-not-involved", RefusalKind.Invalid, "owner");
        Start.When(Step("1.1-m1", "nobody", "2021-05-31", People.Energy, "2021-02-01")).Refused("unknown-unit", RefusalKind.Invalid, "owner");
        Start.When(Step("1.1-m1", "housing", "2021-05-31", People.Energy, "2021-02-01")).Accepted();
    }

    [Theory]
    [InlineData("2021-07-01")]
    [InlineData("2021-01-14")]
    public void It_is_due_between_the_assignment_and_the_milestone(string due) =>
        Start.When(Step("1.1-m1", "water", due, People.Energy, "2021-02-01")).Refused("date-out-of-bounds", RefusalKind.Invalid, "due");

    [Fact]
    public void Only_a_lead_breaks_it_down_and_says_what_will_be_there()
    {
        Start.When(Step("1.1-m1", "water", "2021-05-31", People.Water, "2021-02-01")).Refused("not-your-lead", RefusalKind.NotAllowed);
        Start.When(Step("1.1-m1", "water", "2021-05-31", People.Energy, "2021-02-01", text: Text(""))).Refused("text-empty", RefusalKind.Invalid, "deliverable");
    }

    [Fact]
    public void The_office_confirms_a_step() =>
        Told.When(Confirm("1.1-m1-s1", "2021-05-20", effective: "2021-05-18")).Then(new StepConfirmed("1.1-m1-s1", "inspectorate", Day("2021-05-18")));

    [Fact]
    public void What_its_owner_has_not_reported_with_evidence_is_not_confirmed() =>
        Broken.When(Confirm("1.1-m1-s1", "2021-05-20")).Refused("step-not-reported", RefusalKind.Conflict, "step");

    [Fact]
    public void A_step_is_confirmed_once_by_the_office_and_not_before_it_was_added()
    {
        Told.When(Confirm("1.1-m1-s9", "2021-05-20")).Refused("unknown-step", RefusalKind.NotFound, "step");
        Told.When(Confirm("1.1-m1-s1", "2021-05-20").By(People.Energy)).Refused("role-not-allowed", RefusalKind.NotAllowed);
        Told.And(Confirm("1.1-m1-s1", "2021-05-20")).When(Confirm("1.1-m1-s1", "2021-05-21")).Refused("already-confirmed", RefusalKind.Conflict, "step");
        Told.When(Confirm("1.1-m1-s1", "2021-05-20", effective: "2021-01-31")).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");
        Told.When(Confirm("1.1-m1-s1", "2021-05-20", effective: "2021-05-21")).Refused("date-in-future", RefusalKind.Invalid, "effectiveOn");
    }

    [Theory]
    [InlineData("energy")]
    [InlineData("water")]
    [InlineData("north")]
    public void Nobody_confirms_where_the_home_unit_leads_cooperates_or_owns_the_step(string home) =>
        Told.When(Confirm("1.1-m1-s1", "2021-05-20").By(People.Inspector(home))).Refused("home-unit-involved", RefusalKind.NotAllowed);

    [Fact]
    public void Handing_the_measure_over_does_not_free_the_unit_that_added_the_step() =>
        Told.And(Reassign("1.1", ["tax"], "2021-03-01", cooperating: [])).When(Confirm("1.1-m1-s1", "2021-05-20").By(People.Inspector("energy")))
            .Refused("home-unit-involved", RefusalKind.NotAllowed);

    [Fact]
    public void Whoever_added_it_does_not_confirm() =>
        Told.When(Confirm("1.1-m1-s1", "2021-05-20").By(People.Inspector("inspectorate", "energy-clerk"))).Refused("doer-never-verifies", RefusalKind.NotAllowed);

    [Fact]
    public void Nobody_confirms_without_a_home_unit() =>
        Told.When(Confirm("1.1-m1-s1", "2021-05-20").By(People.Inspector(null))).Refused("home-unit-missing", RefusalKind.NotAllowed);
}
