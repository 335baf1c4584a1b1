using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

/// <summary>RecordVerdict, RecordFinding and UpholdFinding.</summary>
public class FindingsTests
{
    private static readonly Story Start = Given([Issued(), Report("1.1", People.Energy, "2021-06-02")]);
    private static readonly Guid Said = Start.Last;
    private static readonly Story Begun = Start.And(Opened("2021H1", "2021-07-02"));

    [Fact]
    public void A_verdict_stands_beside_the_light_and_the_latest_counts()
    {
        var story = Begun.And(Judge("2021H1", "1", Light.Yellow, "2021-07-03"), Judge("2021H1", "1", Light.Red, "2021-07-04"), Judge("2021H1", "2", Light.Red, "2021-07-04"));
        var told = story.HalfYear("2021H1", "2021-07-10");
        told.Tasks.Select(t => (t.No, t.Light)).Take(2).ShouldBe([("1", "yellow"), ("2", "yellow")]);
        told.Supervision!.Verdicts.Select(v => (v.Task, v.Light, v.Verdict, v.Differs)).ShouldBe([("1", "yellow", "red", true), ("2", "yellow", "red", true)]);
        told.Supervision.Verdicts.ShouldAllBe(v => v.Events.Count > 1 && v.Events.All(id => story.Events.Exists(e => e.Id == id)));
        Begun.And(Judge("2021H1", "1", Light.Yellow, "2021-07-03")).HalfYear("2021H1", "2021-07-10").Supervision!.Verdicts.ShouldHaveSingleItem().Differs.ShouldBeFalse();
    }

    [Fact]
    public void A_verdict_is_its_inspectors_who_are_on_the_team_and_apart()
    {
        Begun.When(Judge("2021H1", "1", Light.Red, "2021-07-03").By(People.Inspector("inspectorate", "stranger"))).Refused("not-on-team", RefusalKind.NotAllowed, "task");
        // Moved since the scheme was drafted.
        Begun.When(Judge("2021H1", "1", Light.Red, "2021-07-03").By(People.Office with { HomeUnit = "water" })).Refused("home-unit-involved", RefusalKind.NotAllowed);
        Begun.When(Judge("2021H1", "1", null, "2021-07-03")).Refused("verdict-missing", RefusalKind.Invalid, "verdict");
        Begun.When(Judge("2021H1", "1", Light.Red, "2021-07-03", Text(""))).Refused("text-empty", RefusalKind.Invalid, "finding");
        Begun.When(Judge("2021H1", "7", Light.Red, "2021-07-03")).Refused("unknown-task", RefusalKind.NotFound, "task");
        Start.And(Announced("2021H1", "2021-07-02")).When(Judge("2021H1", "1", Light.Red, "2021-07-03")).Refused("unknown-round", RefusalKind.NotFound);
        Begun.And(Close("2021H1", "2021-07-10")).When(Judge("2021H1", "1", Light.Red, "2021-07-11")).Refused("round-closed-already", RefusalKind.Conflict);
    }

    [Fact]
    public void A_finding_rests_on_events_of_its_task_and_names_its_unit() =>
        Begun.When(Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [Said])).Then(
            new InspectionFindingRecorded("2021H1", "1", ["1.1-m1"], "energy", FindingCategory.Hollow, [Said], "inspectorate", Sealed(), []));

    [Fact]
    public void A_finding_without_ground_category_or_matter_is_refused()
    {
        Find("2021H1", "1", null, "energy", "2021-07-05", facts: [Said]).ShouldRefuse(Begun, "category-missing", "category");
        Find("2021H1", "1", FindingCategory.Slow, "energy", "2021-07-05", ["2.1-m3"], [Said]).ShouldRefuse(Begun, "milestone-not-of-task", "milestones");
        Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", facts: [Said]).ShouldRefuse(Begun, "falsehood-without-milestone", "milestones");
        Find("2021H1", "1", FindingCategory.Slow, "nobody", "2021-07-05", facts: [Said]).ShouldRefuse(Begun, "unknown-unit", "unit");
        Find("2021H1", "1", FindingCategory.Slow, "tax", "2021-07-05", facts: [Said]).ShouldRefuse(Begun, "unit-not-of-task", "unit");
        Find("2021H1", "1", FindingCategory.Slow, "energy", "2021-07-05", facts: []).ShouldRefuse(Begun, "finding-without-facts", "facts");
        Find("2021H1", "2", FindingCategory.Slow, "tax", "2021-07-05", facts: [Said]).ShouldRefuse(Begun, "event-not-of-task", "facts");
        Find("2021H1", "1", FindingCategory.Slow, "energy", "2021-07-05", facts: [Said], text: Text("")).ShouldRefuse(Begun, "text-empty", "finding");
        Begun.When(Find("2021H1", "1", FindingCategory.Slow, "energy", "2021-07-05", facts: [Said]).By(People.Inspector("inspectorate", "stranger"))).Refused("not-on-team", RefusalKind.NotAllowed, "task");
    }

    [Fact]
    public void A_falsehood_found_is_hollow_and_another_failing_is_only_counted()
    {
        var view = Begun.And(Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [Said]), Uphold("2021H1", "2021-07-05"),
                Find("2021H1", "1", FindingCategory.Weak, "water", "2021-07-05", facts: [Begun.Task("1").AssignedBy]))
            .HalfYear("2021H1", "2021-07-10");
        var entry = view.Proposed.Single(p => p.Category == "hollow");
        (entry.Unit.Id, entry.Rule, entry.Milestones[0]).ShouldBe(("energy", "falsehood-found", "1.1-m1"));
        entry.Events.ShouldContain(Said);
        view.Supervision!.Findings.Select(f => (f.Unit.Id, f.Category, f.Upheld)).ShouldBe([("energy", "hollow", true), ("water", "weak", false)]);
        view.Proposed.ShouldNotContain(p => p.Unit.Id == "water");
    }

    [Fact]
    public void What_one_inspector_finds_and_no_second_one_upholds_names_nobody()
    {
        var found = Begun.And(Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [Said]));
        found.HalfYear("2021H1", "2021-07-10").Proposed.ShouldNotContain(p => p.Rule == "falsehood-found");
        var entry = found.And(Uphold("2021H1", "2021-07-06")).HalfYear("2021H1", "2021-07-10").Proposed.Single(p => p.Rule == "falsehood-found");
        entry.Events.ShouldBe([Said, found.Last, found.And(Uphold("2021H1", "2021-07-06")).Last]);
    }

    [Fact]
    public void Nobody_is_found_false_for_what_another_unit_stated()
    {
        var story = Start.And(Report("1.2", People.Water, "2021-06-03"), Acknowledge("1", People.Housing, "2021-06-03"));
        var others = story.Events[^2].Id;
        var begun = story.And(Opened("2021H1", "2021-07-02"));
        foreach (var category in new[] { FindingCategory.Hollow, FindingCategory.Weak })
            Find("2021H1", "1", category, "energy", "2021-07-05", ["1.1-m1"], [Said, others]).ShouldRefuse(begun, "event-not-of-unit", "facts");
        // The document is nobody's statement: a falsehood cannot rest on it, another failing can.
        var document = story.Task("1").AssignedBy;
        Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [document]).ShouldRefuse(begun, "event-not-of-unit", "facts");
        begun.When(Find("2021H1", "1", FindingCategory.Slow, "energy", "2021-07-05", ["1.1-m1"], [document])).Accepted();
    }

    [Fact]
    public void A_verdict_on_the_units_claim_bears_a_failing_and_no_falsehood()
    {
        var returned = Given(Issued()).And(Claimed("1.1-m1", "energy", "2021-06-20")).And(Return("1.1-m1", "2021-06-25", ReturnGround.Untrue));
        var begun = returned.And(Opened("2021H1", "2021-07-02"));
        begun.When(Find("2021H1", "1", FindingCategory.Slow, "energy", "2021-07-05", ["1.1-m1"], [returned.Last])).Accepted();
        Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [returned.Last]).ShouldRefuse(begun, "event-not-of-unit", "facts");
        begun.When(Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [returned.LastClaim("1.1-m1")])).Accepted();
    }

    [Fact]
    public void What_was_stated_of_another_milestone_or_measure_is_no_fact_of_this_one()
    {
        var claimed = Given(Issued()).And(Claimed("1.1-m2", "energy", "2021-06-20")).And(Report("1.2", People.Water, "2021-06-21"), Report("1.1", People.Water, "2021-06-22"));
        var (elsewhere, report) = (claimed.Events[^2].Id, claimed.Last);
        var begun = claimed.And(Opened("2021H1", "2021-07-02"));
        Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [claimed.LastClaim("1.1-m2")]).ShouldRefuse(begun, "event-not-of-milestones", "facts");
        Find("2021H1", "1", FindingCategory.Hollow, "water", "2021-07-05", ["1.1-m1"], [elsewhere]).ShouldRefuse(begun, "event-not-of-milestones", "facts");
        begun.When(Find("2021H1", "1", FindingCategory.Hollow, "water", "2021-07-05", ["1.1-m1"], [report])).Accepted();
        begun.When(Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1", "1.1-m2"], [claimed.LastClaim("1.1-m2")])).Accepted();
    }

    [Fact]
    public void A_unit_without_a_part_in_the_milestone_is_not_found_against_on_it()
    {
        var document = Begun.Task("1").AssignedBy;
        Find("2021H1", "1", FindingCategory.Slow, "energy", "2021-07-05", ["1.2-m1"], [document]).ShouldRefuse(Begun, "milestone-not-of-unit", "milestones");
        Begun.When(Find("2021H1", "1", FindingCategory.Slow, "water", "2021-07-05", ["1.2-m1"], [document])).Accepted();
        // A lead that handed over had a part, and a member of a group has.
        var handed = Given([Issued(), Reassign("1.1", ["tax"], "2021-03-01"), .. Opened("2021H1", "2021-07-02")]);
        foreach (var unit in new[] { "energy", "tax", "housing" })
            handed.When(Find("2021H1", "1", FindingCategory.Slow, unit, "2021-07-05", ["1.1-m1"], [document])).Accepted();
    }

    [Fact]
    public void A_successor_answers_for_what_its_predecessor_stated()
    {
        var story = Start.And(Units.UnitActs.Renamed("2021-06-20"));
        story.And(Opened("2021H1", "2021-07-02")).When(Find("2021H1", "1", FindingCategory.Hollow, "industry", "2021-07-05", ["1.1-m1"], [Said])).Accepted();
    }

    [Fact]
    public void Only_the_tasks_team_upholds_from_the_home_unit_that_the_scheme_names()
    {
        Team[] teams = [Team("team-1", ["1"], ("inspector", "inspectorate"), ("second-inspector", "inspectorate")), Team("team-2", ["2"], ("anna", "inspectorate"))];
        var found = Start.And(Draft("2021H1", "2021-07-02", teams: teams), Approve("2021H1", "2021-07-02"), Open("2021H1", "2021-07-02"), Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [Said]));
        found.When(Uphold("2021H1", "2021-07-06").By(People.Inspector("inspectorate", "anna"))).Refused("not-on-team", RefusalKind.NotAllowed, "task");
        found.When(Uphold("2021H1", "2021-07-06").By(People.Inspector("inspectorate", "nobody-at-all"))).Refused("not-on-team", RefusalKind.NotAllowed, "task");
        found.When(Uphold("2021H1", "2021-07-06").By(Second with { HomeUnit = "water" })).Refused("home-unit-involved", RefusalKind.NotAllowed);
        found.When(Uphold("2021H1", "2021-07-06").By(Second with { HomeUnit = "court" })).Refused("home-unit-differs", RefusalKind.NotAllowed);
        found.When(Uphold("2021H1", "2021-07-06").By(Second with { Units = new HashSet<string> { "court" } })).Refused("acts-for-unit", RefusalKind.NotAllowed);
        found.When(Uphold("2021H1", "2021-07-06")).Accepted();
    }

    [Fact]
    public void What_is_upheld_after_closing_is_a_ground_of_the_next_notice_and_of_no_third()
    {
        var found = Start.And(Opened("2021H1", "2021-07-02")).And(Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [Said]), Close("2021H1", "2021-07-10"));
        var upheld = found.And(Uphold("2021H1", "2021-07-11")).And(Opened("2021H2", "2022-01-04"));
        var first = found.HalfYear("2021H1", "2021-07-10");
        var second = upheld.HalfYear("2021H2", "2022-01-10", first);
        second.Proposed.ShouldContain(p => p.Rule == "falsehood-found");
        upheld.And([Close("2021H2", "2022-01-10", first), .. Opened("2022H1", "2022-07-04")]).HalfYear("2022H1", "2022-07-10", second).Proposed.ShouldNotContain(p => p.Rule == "falsehood-found");
        // Nobody's word alone names a unit.
        found.And(Opened("2021H2", "2022-01-04")).HalfYear("2021H2", "2022-01-10", first).Proposed.ShouldNotContain(p => p.Rule == "falsehood-found");
    }

    [Theory]
    [InlineData("2021-07-01", false)]
    [InlineData("2021-07-02", true)]
    public void A_unit_that_corrected_itself_before_the_check_was_announced_is_not_named(string corrected, bool named)
    {
        var reported = Given(IssuedWithSystems(), Metric("1.1-i1", 4, People.Energy, "2021-06-20"));
        var fact = reported.Last;
        var mend = Correct("1", People.Energy, corrected, fact, value: 9);
        Act[] acts = named ? [.. Announced("2021H1", "2021-07-02"), mend, Open("2021H1", "2021-07-02")] : [mend, .. Opened("2021H1", "2021-07-02")];
        var view = reported.And(acts).And(Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [fact]), Uphold("2021H1", "2021-07-05")).HalfYear("2021H1", "2021-07-10");
        view.Proposed.Any(p => p.Rule == "falsehood-found").ShouldBe(named);
        view.Supervision!.Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_claim_without_figures_that_still_stands_is_no_correction()
    {
        var claimed = Given(Issued(), Report("1.1", People.Energy, "2021-06-01")).And(Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"));
        var report = claimed.Task("1").Reports[0].Entry.Event;
        var view = claimed.And([Correct("1", People.Energy, "2021-06-26", report, percent: 10), .. Opened("2021H1", "2021-07-02"),
            Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [report, claimed.LastClaim("1.1-m1")]), Uphold("2021H1", "2021-07-05")]).HalfYear("2021H1", "2021-07-10");
        view.Proposed.ShouldContain(p => p.Rule == "falsehood-found");
    }

    [Fact]
    public void A_second_inspector_upholds_a_finding_and_a_closure_found_false_is_open_again()
    {
        var closed = Start.And(Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"));
        var claim = closed.LastClaim("1.1-m1");
        var found = closed.And(Opened("2021H1", "2021-07-02")).And(Find("2021H1", "1", FindingCategory.Hollow, "energy", "2021-07-05", ["1.1-m1"], [claim]));
        var finding = found.Last;
        found.When(Uphold("2021H1", "2021-07-06")).Then(
            new InspectionFindingUpheld("2021H1", finding, "inspectorate", Sealed()),
            new Addressed(PlanTask.StreamOf(InventedPlan.Id, "1"), new MilestoneReopened(claim, "1.1-m1", ReopenGround.Found, "2021H1", "inspectorate")));
        var upheld = found.And(Uphold("2021H1", "2021-07-06"));
        upheld.Standing("1.1-m1", "2021-07-06").State.ShouldBe(MilestoneState.Returned);
        upheld.HalfYear("2021H1", "2021-07-10").Supervision!.Findings.ShouldHaveSingleItem().Upheld.ShouldBeTrue();
        upheld.When(Uphold("2021H1", "2021-07-07")).Refused("finding-upheld-already", RefusalKind.Conflict);
        found.When(Uphold("2021H1", "2021-07-06").By(People.Office)).Refused("doer-never-verifies", RefusalKind.NotAllowed);
        found.When(Uphold("2021H1", "2021-07-06", Said)).Refused("unknown-finding", RefusalKind.NotFound);
        found.When(Uphold("2021H1", "2021-07-06", reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
    }

    [Fact]
    public void Another_failing_upheld_reopens_nothing() =>
        Start.And([.. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"), .. Opened("2021H1", "2021-07-02"), Find("2021H1", "1", FindingCategory.Slow, "energy", "2021-07-05", ["1.1-m1"], [Said])])
            .When(Uphold("2021H1", "2021-07-06")).Decision.Events.ShouldHaveSingleItem().ShouldBeOfType<InspectionFindingUpheld>();
}
