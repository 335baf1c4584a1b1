using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

/// <summary>DraftScheme and ApproveScheme.</summary>
public class SchemesTests
{
    private static readonly Story Start = Given(Issued());

    [Theory]
    [InlineData("2021-06-30", "notOpened")]
    [InlineData("2021-07-01", "proposed")]
    [InlineData("2022-03-01", "proposed")]
    public void A_round_is_proposed_by_the_day_alone(string day, string state) => State(Start, "2021H1", day).ShouldBe(state);

    [Fact]
    public void The_second_half_is_proposed_on_the_first_of_January()
    {
        State(Start, "2021H2", "2021-12-31").ShouldBe("notOpened");
        State(Start, "2021H2", "2022-01-01").ShouldBe("proposed");
    }

    [Fact]
    public void A_scheme_is_drafted_approved_and_then_the_round_is_opened_and_closed()
    {
        var drafted = Start.And(Draft("2021H1", "2021-07-01"));
        State(drafted, "2021H1", "2021-07-01").ShouldBe("drafted");
        var approved = drafted.And(Approve("2021H1", "2021-07-02"));
        State(approved, "2021H1", "2021-07-02").ShouldBe("approved");
        approved.Plan.InspectionOf(Half("2021H1")).Announced!.RecordedOn.ShouldBe(Day("2021-07-02"));
        var open = approved.And(Open("2021H1", "2021-07-03"));
        State(open, "2021H1", "2021-07-03").ShouldBe("open");
        State(open.And(Close("2021H1", "2021-07-10")), "2021H1", "2021-07-10").ShouldBe("closed");
    }

    [Fact]
    public void A_draft_names_tasks_teams_and_why() =>
        Start.When(Draft("2021H1", "2021-06-01", tasks: ["2"], teams: [Team(tasks: ["2"], members: ("anna", "inspectorate"))])).Then(
            new InspectionSchemeDrafted(InventedPlan.Id, "2021H1", ["2"], [new("team-1", [new("anna", "inspectorate")], ["2"])], Sealed()));

    [Fact]
    public void Nobody_inspects_what_the_own_home_unit_has_a_part_in()
    {
        Draft("2021H1", "2021-06-01", teams: [Team(members: ("anna", "water"))]).ShouldRefuse(Start, "member-in-conflict");
        // housing cooperates as a member of the group; water was one from March on, and cooperates itself.
        Draft("2021H1", "2021-06-01", teams: [Team(members: ("anna", "housing"))]).ShouldRefuse(Start, "member-in-conflict");
        var decision = Start.Decide(Draft("2021H1", "2021-06-01", teams: [Team("team-1", ["1"], ("ben", "inspectorate"), ("anna", "energy")), Team("team-2", ["2"], ("carl", "energy"))]));
        decision.Refusal!.Values.Where(v => v.Key != "team").Select(v => v.Value).ShouldBe(["anna", "energy", "1"]);
        Start.When(Draft("2021H1", "2021-06-01", teams: [Team("team-1", ["1"], ("ben", "inspectorate")), Team("team-2", ["2"], ("carl", "energy"))])).Accepted();
    }

    [Fact]
    public void A_lead_that_handed_over_within_the_half_year_is_still_in_conflict()
    {
        var handed = Start.And(Reassign("2.1", ["north"], "2021-03-01"), Reassign(null, ["north"], "2021-03-01", no: "2"));
        Draft("2021H1", "2021-07-01", teams: [Team("team-1", ["1"], ("ben", "inspectorate")), Team("team-2", ["2"], ("carl", "tax"))]).ShouldRefuse(handed, "member-in-conflict");
        handed.When(Draft("2021H2", "2021-07-01", teams: [Team("team-1", ["1"], ("ben", "inspectorate")), Team("team-2", ["2"], ("carl", "tax"))])).Accepted();
    }

    [Fact]
    public void A_scheme_covers_known_tasks_each_with_a_team()
    {
        Draft("2021H1", "2021-06-01", tasks: []).ShouldRefuse(Start, "scheme-without-tasks", "tasks");
        Draft("2021H1", "2021-06-01", tasks: ["9"]).ShouldRefuse(Start, "unknown-task", "tasks");
        Draft("2021H1", "2021-06-01", tasks: ["mechanisms"]).ShouldRefuse(Start, "unknown-task", "tasks");
        Draft("2021H1", "2021-06-01", tasks: ["1", "1"]).ShouldRefuse(Start, "task-twice", "tasks");
        Draft("2021H1", "2021-06-01", tasks: ["1"]).ShouldRefuse(Start, "task-outside-scheme");
        Draft("2021H1", "2021-06-01", teams: [Team(tasks: ["1"])]).ShouldRefuse(Start, "task-without-team");
    }

    [Fact]
    public void A_team_has_a_short_id_members_and_tasks()
    {
        Draft("2021H1", "2021-06-01", teams: []).ShouldRefuse(Start, "scheme-without-teams");
        Draft("2021H1", "2021-06-01", teams: [Team("王科长组")]).ShouldRefuse(Start, "team-name-malformed");
        Draft("2021H1", "2021-06-01", teams: [new("team-1", [], ["1", "2"])]).ShouldRefuse(Start, "team-incomplete");
        Draft("2021H1", "2021-06-01", teams: [Team(members: ("", "inspectorate"))]).ShouldRefuse(Start, "member-malformed");
        Draft("2021H1", "2021-06-01", teams: [Team(), Team()]).ShouldRefuse(Start, "team-twice");
        Draft("2021H1", "2021-06-01", teams: [Team(members: ("anna", "nowhere"))]).ShouldRefuse(Start, "unknown-unit");
        Draft("2021H1", "2021-06-01", purpose: Text(" ")).ShouldRefuse(Start, "text-empty", "purpose");
    }

    [Fact]
    public void A_members_home_unit_is_the_one_that_earlier_acts_told()
    {
        // anna has verified from the court, dora has reported for the tax bureau: a scheme that says otherwise of them is not believed.
        var known = Start.And(Done("1.1-m1", "energy", "2021-03-01", "2021-03-05").Select(a => a.Who.Sub == "other-inspector" ? a.By(People.Inspector("court", "anna")) : a))
            .And(Report("2.1", People.Tax with { Sub = "dora" }, "2021-03-06"));
        Draft("2021H1", "2021-06-01", teams: [Team(members: ("anna", "inspectorate"))]).ShouldRefuse(known, "member-home-differs");
        Draft("2021H1", "2021-06-01", teams: [Team(members: ("dora", "inspectorate"))]).ShouldRefuse(known, "member-acts-for-unit");
        known.When(Draft("2021H1", "2021-06-01", teams: [Team("team-1", ["1"], ("anna", "court")), Team("team-2", ["2"], ("inspector", "inspectorate"))])).Accepted();
        // Whoever has judged from an office since is no unit's any more.
        var moved = known.And(Claimed("1.1-m2", "energy", "2021-03-08")).And(Verify("1.1-m2", "2021-03-09").By(People.Inspector("inspectorate", "dora")));
        moved.When(Draft("2021H1", "2021-06-01", teams: [Team(members: ("dora", "inspectorate"))])).Accepted();
    }

    [Fact]
    public void What_a_scheme_says_of_somebody_unknown_is_tested_by_the_token_of_who_then_inspects()
    {
        var open = Start.And(Draft("2021H1", "2021-06-01", teams: [Team(members: ("unit:energy", "inspectorate"))]), Approve("2021H1", "2021-06-01"), Open("2021H1", "2021-06-01"));
        open.When(Judge("2021H1", "2", Core.PlanTasks.Light.Red, "2021-07-03").By(People.Inspector("energy", "unit:energy"))).Refused("home-unit-differs", RefusalKind.NotAllowed);
        open.When(Judge("2021H1", "2", Core.PlanTasks.Light.Red, "2021-07-03").By(People.Energy with { Sub = "unit:energy", HomeUnit = "inspectorate", Roles = new HashSet<Role> { Role.Office, Role.Unit } }))
            .Refused("acts-for-unit", RefusalKind.NotAllowed);
    }

    [Fact]
    public void A_scheme_is_of_a_half_year_that_has_begun_and_whose_round_is_not_closed()
    {
        Start.When(Draft("2023H1", "2023-06-01")).Refused("half-year-outside-plan", RefusalKind.Invalid, "halfYear");
        Start.When(Draft("2021H2", "2021-06-30")).Refused("half-year-not-begun", RefusalKind.Conflict, "halfYear");
        Start.And([.. Opened("2021H1", "2021-06-01"), Close("2021H1", "2021-07-10")]).When(Draft("2021H1", "2021-07-11")).Refused("round-closed-already", RefusalKind.Conflict);
    }

    [Fact]
    public void The_leader_approves_once_and_never_an_own_draft()
    {
        Start.When(Approve("2021H1", "2021-06-01")).Refused("unknown-scheme", RefusalKind.NotFound);
        var both = People.Leader with { Roles = new HashSet<Role> { Role.Office, Role.Leader } };
        Start.And(Draft("2021H1", "2021-06-01").By(both)).When(Approve("2021H1", "2021-06-01").By(both)).Refused("drafter-never-approves", RefusalKind.NotAllowed);
        Start.And(Announced("2021H1", "2021-06-01")).When(Approve("2021H1", "2021-06-02")).Refused("scheme-approved-already", RefusalKind.Conflict);
    }

    [Fact]
    public void A_later_scheme_takes_the_place_of_the_first_once_it_is_approved_and_the_check_stays_announced_since_the_first()
    {
        var redrafted = Start.And(Opened("2021H1", "2021-06-01")).And(Draft("2021H1", "2021-06-05", teams: [Team(members: ("anna", "inspectorate"))]));
        redrafted.Plan.InspectionOf(Half("2021H1")).InForce!.MemberOf("inspector", "1").ShouldNotBeNull();
        var inspection = redrafted.And(Approve("2021H1", "2021-06-06")).Plan.InspectionOf(Half("2021H1"));
        (inspection.InForce!.MemberOf("inspector", "1") is not null, inspection.InForce.MemberOf("anna", "2") is not null).ShouldBe((false, true));
        inspection.Announced!.RecordedOn.ShouldBe(Day("2021-06-01"));
    }

    private static string State(Story story, string halfYear, string day) => Core.Inspections.View.Figures.Word(story.Plan.StateOf(Half(halfYear), Day(day)));
}
