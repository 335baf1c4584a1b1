using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Units;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using static BizEnvLedger.Core.Tests.Telling;
using static BizEnvLedger.Core.Tests.Units.UnitActs;

namespace BizEnvLedger.Core.Tests.Units;

public class SuccessionTests
{
    private static readonly Story Start = Given(Issued());
    private static readonly Story Renamed1 = Start.And(Renamed("2021-07-01"));
    private static readonly Story Split1 = Start.And(Succeed(SuccessionKind.Split, ["energy"], ["industry", "works"], "2021-07-01", introduced: [Industry, Works], given: [new("1.4", "works")]));
    private static readonly Story Merged = Start.And(Succeed(SuccessionKind.Merge, ["water", "housing"], ["works"], "2021-09-10", introduced: [Works]));

    [Fact]
    public void A_renamed_unit_is_introduced_with_its_definition() =>
        Start.When(Renamed("2021-06-20", effective: "2021-07-01"))
            .Then(new UnitsSucceeded(SuccessionKind.Rename, ["energy"], ["industry"], [Industry], [], Day("2021-07-01"), Sealed()));

    [Fact]
    public void From_the_day_on_the_successor_leads_and_the_predecessor_does_not()
    {
        Renamed1.Responsible("1.1", "2021-06-30").Leads.ShouldBe(["energy"]);
        Renamed1.Responsible("1.1", "2021-07-01").Leads.ShouldBe(["industry"]);
        Renamed1.Responsible("1.1", "2021-07-01").Events.ShouldContain(Renamed1.Last);
        Renamed1.Plan.UnitsOn(Day("2021-07-01")).Select(u => u.Id).ShouldContain("industry");
        Renamed1.Plan.UnitsOn(Day("2021-07-01")).Select(u => u.Id).ShouldNotContain("energy");
        Renamed1.Plan.UnitsOn(Day("2021-06-30")).Select(u => u.Id).ShouldContain("energy");
        Renamed1.Plan.UnitsOn(Day("2021-06-30")).Select(u => u.Id).ShouldNotContain("industry");
    }

    [Fact]
    public void The_predecessor_claims_the_day_before_and_the_successor_from_the_day_on()
    {
        var told = Start.And(Renamed("2021-06-20", effective: "2021-07-01"));
        told.When(Claim("1.1-m1", People.Energy, "2021-06-30")).Accepted();
        told.When(Claim("1.1-m1", People.Clerk("industry"), "2021-06-30")).Refused("not-your-milestone", RefusalKind.NotAllowed);
        told.When(Claim("1.1-m1", People.Energy, "2021-07-01")).Refused("unit-succeeded", RefusalKind.NotAllowed, "unit");
        told.When(Claim("1.1-m1", People.Clerk("industry"), "2021-07-01")).Accepted();
        told.Decide(Claim("1.1-m1", People.Energy, "2021-07-01")).Refusal!.Values["successor"].ShouldBe("工信局");
    }

    [Fact]
    public void What_was_true_before_the_day_the_successor_reports_afterwards_and_corrects()
    {
        var story = Start.And(Report("1.1", People.Energy, "2021-06-20", percent: 20), Renamed("2021-07-01"));
        var entry = story.Task("1").Reports[0].Entry.Event;
        story.When(Report("1.1", People.Energy, "2021-07-02", effective: "2021-06-28")).Refused("unit-succeeded", RefusalKind.NotAllowed, "unit");
        story.When(Report("1.1", People.Clerk("industry"), "2021-07-02", effective: "2021-06-28")).Accepted();
        story.When(Correct("1", People.Clerk("industry"), "2021-07-02", entry, percent: 30)).Accepted();
        story.When(Correct("1", People.Energy, "2021-07-02", entry, percent: 30)).Refused("unit-succeeded", RefusalKind.NotAllowed, "unit");
        story.When(Correct("1", People.Water, "2021-07-02", entry, percent: 30)).Refused("not-your-entry", RefusalKind.NotAllowed);
    }

    [Fact]
    public void A_claim_goes_on_and_the_successors_approver_releases_it()
    {
        var story = Start.And(Claim("1.1-m1", People.Energy, "2021-06-20"), Renamed("2021-06-25"));
        story.When(Release("1.1-m1", "energy", "2021-06-26")).Refused("unit-succeeded", RefusalKind.NotAllowed, "unit");
        var released = story.And(Release("1.1-m1", "industry", "2021-06-26"));
        released.Standing("1.1-m1", "2021-06-26").State.ShouldBe(MilestoneState.Claimed);
        released.DelayDays("1.1-m1", "2021-12-31").ShouldBe(Days("2021-07-17", "2021-12-31"), "the verifier's overrun goes on from the release");
        static int Days(string from, string to) => Day(to).DayNumber - Day(from).DayNumber + 1;
    }

    [Fact]
    public void Nobody_judges_who_comes_from_what_has_become_of_a_party()
    {
        var story = Start.And(Claimed("1.1-m1", "energy", "2021-06-20")).And(Renamed("2021-06-25"));
        foreach (var home in new[] { "energy", "industry" })
            story.When(Verify("1.1-m1", "2021-06-28").By(People.Inspector(home))).Refused("home-unit-involved", RefusalKind.NotAllowed);
        story.When(Verify("1.1-m1", "2021-06-28")).Accepted();
    }

    [Fact]
    public void Clocks_go_on_and_each_day_stays_with_who_led_on_it()
    {
        Renamed1.DelayDays("1.1-m1", "2021-08-31").ShouldBe(Start.DelayDays("1.1-m1", "2021-08-31"));
        var late = Start.And(Succeed(SuccessionKind.Rename, ["energy"], ["industry"], "2021-08-01", introduced: [Industry]));
        late.Delay("1.1-m1", "2021-08-31").Select(d => (d.Units[0], d.Days)).ShouldBe([("energy", 31), ("industry", 31)]);
        late.TaskOf("1.1").ChainOf(late.Task("1").Latest.Measure("1.1")!, Day("2021-08-31")).Select(s => (s.From, s.To, s.Chain.Leads[0]))
            .ShouldBe([(Day("2021-01-15"), Day("2021-08-01"), "energy"), (Day("2021-08-01"), null, "industry")]);
    }

    [Fact]
    public void A_merge_counts_no_day_twice()
    {
        Merged.Delay("1.2-m1", "2021-09-30").Select(d => (string.Join(',', d.Units), d.Days, d.Joint)).ShouldBe([("water,housing", 9, true), ("works", 21, false)]);
        var judged = TaskAssessment.Of(Merged.Task("1"), Merged.Plan, Day("2021-09-30")).Milestone("1.2-m1")!;
        judged.DaysAnsweredBy("works", ["water", "housing"]).ShouldBe(30);
    }

    [Fact]
    public void Who_would_then_lead_and_cooperate_leads()
    {
        var story = Start.And(Succeed(SuccessionKind.Merge, ["energy", "water"], ["energy"], "2021-07-01"));
        var chain = story.Responsible("1.1", "2021-07-01");
        chain.Leads.ShouldBe(["energy"]);
        chain.Cooperating.ShouldBe(["bureaus"]);
        story.Plan.Roster.Successions.IsGone("energy", Day("2021-07-01")).ShouldBeFalse();
        story.Plan.Roster.Successions.IsGone("water", Day("2021-07-01")).ShouldBeTrue();
    }

    [Fact]
    public void A_member_of_a_group_is_succeeded_within_it()
    {
        Merged.Plan.MembersOf("bureaus", Day("2021-09-09")).ShouldBe(["bureaus", "housing", "water"], ignoreOrder: true);
        Merged.Plan.MembersOf("bureaus", Day("2021-09-10")).ShouldBe(["bureaus", "works"], ignoreOrder: true);
        Merged.When(Claim("1.3-m1", People.Clerk("works"), "2021-09-10")).Accepted();
        // What a member knew before its merger, the successor reports.
        Merged.When(Report("1.3", People.Clerk("works"), "2021-09-12", effective: "2021-09-09")).Accepted();
        Merged.When(Report("1.3", People.Housing, "2021-09-12", effective: "2021-09-09")).Refused("unit-succeeded", RefusalKind.NotAllowed, "unit");
    }

    [Fact]
    public void A_split_gives_each_what_is_said_and_the_first_the_rest()
    {
        Split1.Responsible("1.1", "2021-07-01").Leads.ShouldBe(["industry"]);
        Split1.Responsible("1.4", "2021-07-01").Leads.ShouldBe(["works"]);
        Split1.When(Report("1.4", People.Clerk("industry"), "2021-07-02")).Refused("not-your-measure", RefusalKind.NotAllowed);
        Split1.When(Report("1.4", People.Clerk("works"), "2021-07-02")).Accepted();
        // A whole task is given as such; a measure given apart goes before it.
        var task = Start.And(Succeed(SuccessionKind.Split, ["energy"], ["industry", "works"], "2021-07-01", introduced: [Industry, Works], given: [new("task:1", "works"), new("1.4", "industry")]));
        task.Responsible("1.1", "2021-07-01").Leads.ShouldBe(["works"]);
        task.Responsible("1.4", "2021-07-01").Leads.ShouldBe(["industry"]);
    }

    [Fact]
    public void Old_entries_of_a_split_unit_pass_to_who_was_given_the_measure()
    {
        var story = Start.And(Report("1.4", People.Energy, "2021-06-20"))
            .And(Succeed(SuccessionKind.Split, ["energy"], ["industry", "works"], "2021-07-01", introduced: [Industry, Works], given: [new("1.4", "works")]));
        var entry = story.Task("1").Reports[0].Entry.Event;
        story.When(Correct("1", People.Clerk("works"), "2021-07-02", entry, percent: 30)).Accepted();
        story.When(Correct("1", People.Clerk("industry"), "2021-07-02", entry, percent: 30)).Refused("not-your-entry", RefusalKind.NotAllowed);
    }

    [Fact]
    public void A_unit_that_goes_on_stands_first_and_keeps_what_nobody_else_is_given()
    {
        var story = Start.And(Succeed(SuccessionKind.Split, ["energy"], ["works", "energy"], "2021-07-01", introduced: [Works], given: [new("1.1", "works")]));
        story.Plan.Roster.Successions.InOrder[0].To.ShouldBe(["energy", "works"]);
        story.Responsible("1.1", "2021-07-01").Leads.ShouldBe(["works"]);
        story.Responsible("1.4", "2021-07-01").Leads.ShouldBe(["energy"]);
        story.When(Claim("1.1-m1", People.Energy, "2021-07-02")).Refused("not-your-milestone", RefusalKind.NotAllowed);
        story.When(Report("1.4", People.Energy, "2021-07-02")).Accepted();
    }

    [Fact]
    public void Acknowledgements_carry_over()
    {
        var story = Start.And(Acknowledge("1", People.Energy, "2021-01-20"), Renamed("2021-07-01"));
        story.Standing("1.1-m2", "2021-07-01").State.ShouldBe(MilestoneState.Acknowledged);
        story.When(Acknowledge("1", People.Clerk("industry"), "2021-07-02")).Refused("already-acknowledged", RefusalKind.Conflict);
        Renamed1.When(Acknowledge("1", People.Clerk("industry"), "2021-07-02")).Accepted();
    }

    [Fact]
    public void Chains_of_successions_are_followed_and_the_name_is_that_of_the_day()
    {
        var chain = Renamed1.And(Succeed(SuccessionKind.Merge, ["industry", "water"], ["works"], "2021-10-01", introduced: [Works]));
        chain.Responsible("1.1", "2021-09-30").Leads.ShouldBe(["industry"]);
        chain.Responsible("1.1", "2021-10-01").Leads.ShouldBe(["works"]);
        (chain.Plan.Name("energy", Day("2021-06-30")).Name, chain.Plan.Name("energy", Day("2021-07-01")).Name, chain.Plan.Name("energy", Day("2021-10-01")).Name)
            .ShouldBe(("能源局", "能源局（现工信局）", "能源局（现城建局）"));
        chain.When(Claim("1.1-m2", People.Clerk("works"), "2021-10-01")).Accepted();
        chain.Plan.Roster.Successions.FormerOf("works", Day("2021-10-01")).ShouldBe(["energy", "industry", "water"], ignoreOrder: true);
    }

    [Fact]
    public void A_unit_can_keep_its_id_under_a_new_name()
    {
        var story = Start.And(Succeed(SuccessionKind.Rename, ["energy"], ["energy"], "2021-07-01", introduced: [new() { Id = "energy", Name = "能源和工业局", Kind = UnitKind.Department }]));
        story.Plan.Name("energy", Day("2021-06-30")).Name.ShouldBe("能源局");
        story.Plan.Name("energy", Day("2021-07-01")).Name.ShouldBe("能源和工业局");
        story.Plan.FindUnit("energy")!.Aliases.ShouldBe(["能源局"]);
        story.When(Claim("1.1-m1", People.Energy, "2021-07-02")).Accepted();
        // A later document has the last word.
        var renamed = story.And(Change(Amendment("am-1", "2021-08-01") with { Units = [new() { Id = "energy", Name = "能源委", Kind = UnitKind.Department }] }, "2021-07-20"));
        renamed.Plan.Name("energy", Day("2021-07-31")).Name.ShouldBe("能源和工业局");
        renamed.Plan.Name("energy", Day("2021-08-01")).Name.ShouldBe("能源委");
    }

    [Fact]
    public void Nobody_hands_over_to_a_unit_that_is_gone()
    {
        Renamed1.When(Reassign("1.2", ["energy"], "2021-07-02")).Refused("unit-succeeded", RefusalKind.Conflict, "leads");
        Renamed1.When(Reassign("1.2", ["industry"], "2021-07-02", cooperating: ["energy"])).Refused("unit-succeeded", RefusalKind.Conflict, "cooperating");
        Renamed1.When(Reassign("1.2", ["industry"], "2021-07-02")).Accepted();
        Renamed1.When(Step("1.1-m2", "energy", "2021-09-01", People.Clerk("industry"), "2021-07-02")).Refused("unit-succeeded", RefusalKind.Conflict, "owner");
    }

    [Fact]
    public void A_succession_past_the_grace_or_into_a_closed_half_year_is_late_entered_and_no_other()
    {
        bool Late(Story story) => story.Plan.IsLate(story.Plan.Roster.Successions.InOrder.First(s => s.From[0] == "water").Entry);
        Act Water(string on, string effective) => Succeed(SuccessionKind.Rename, ["water"], ["works"], on, effective, [Works]);
        Late(Start.And(Water("2021-07-11", "2021-07-01"))).ShouldBeFalse();
        Late(Start.And(Water("2021-07-12", "2021-07-01"))).ShouldBeTrue();
        // Whatever others were told before it.
        Late(Renamed1.And(Water("2021-07-02", "2021-06-30"))).ShouldBeFalse();
        Late(Start.And(Renamed("2021-06-01", effective: "2021-09-01"), Water("2021-06-02", "2021-06-02"))).ShouldBeFalse();
        Late(Start.And([.. Opened("2021H1", "2021-06-01"), Close("2021H1", "2021-07-01"), Water("2021-07-02", "2021-06-30")])).ShouldBeTrue();
    }

    [Fact]
    public void The_numbers_of_units_are_those_of_the_kind()
    {
        void Wrong(SuccessionKind? kind, string[] from, string[] to) => Start.When(Succeed(kind, from, to, "2021-07-01")).Refused("succession-not-of-kind", RefusalKind.Invalid, "kind");
        Wrong(null, ["energy"], ["tax"]);
        Wrong(SuccessionKind.Rename, ["energy", "water"], ["tax"]);
        Wrong(SuccessionKind.Rename, ["energy"], ["energy"]);
        Wrong(SuccessionKind.Merge, ["energy", "water"], ["tax", "court"]);
        Wrong(SuccessionKind.Merge, ["energy"], ["energy"]);
        Wrong(SuccessionKind.Split, ["energy"], ["tax"]);
    }

    [Fact]
    public void Units_are_known_there_and_no_groups()
    {
        Start.When(Succeed(SuccessionKind.Rename, ["nobody"], ["tax"], "2021-07-01")).Refused("unknown-unit", RefusalKind.Invalid, "from");
        Start.When(Succeed(SuccessionKind.Rename, ["energy"], ["nobody"], "2021-07-01")).Refused("unknown-unit", RefusalKind.Invalid, "to");
        Start.When(Succeed(SuccessionKind.Split, ["energy"], ["tax", "tax"], "2021-07-01")).Refused("unit-twice", RefusalKind.Invalid, "to");
        Start.When(Succeed(SuccessionKind.Rename, ["bureaus"], ["tax"], "2021-07-01")).Refused("group-not-succeeded", RefusalKind.Invalid, "from");
        Start.When(Renamed("2021-07-01", effective: "2020-12-31")).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");
        Renamed1.When(Succeed(SuccessionKind.Rename, ["energy"], ["tax"], "2021-07-02")).Refused("unit-succeeded", RefusalKind.Conflict, "from");
        // Also where the day told before lies later.
        Start.And(Renamed("2021-06-01", effective: "2021-09-01")).When(Succeed(SuccessionKind.Rename, ["energy"], ["tax"], "2021-06-02")).Refused("unit-succeeded", RefusalKind.Conflict, "from");
        Renamed1.When(Succeed(SuccessionKind.Rename, ["water"], ["energy"], "2021-07-02")).Refused("unit-succeeded", RefusalKind.Conflict, "to");
        Renamed1.When(Succeed(SuccessionKind.Rename, ["water"], ["industry"], "2021-07-02", effective: "2021-06-30")).Refused("unit-not-yet", RefusalKind.Conflict, "effectiveOn");
        Start.When(Succeed(SuccessionKind.Rename, ["energy"], ["industry"], "2021-07-01", introduced: [Industry], basis: Text(""))).Refused("text-empty", RefusalKind.Invalid, "basis");
    }

    [Fact]
    public void A_new_unit_has_an_id_and_a_name_of_its_own()
    {
        void Wrong(Unit unit, string code, RefusalKind kind, string to = "industry") =>
            Start.When(Succeed(SuccessionKind.Rename, ["energy"], [to], "2021-07-01", introduced: [unit])).Refused(code, kind, "new");
        Wrong(Works, "new-unit-not-named", RefusalKind.Invalid);
        Wrong(Industry with { Id = "市工信局" }, "not-a-slug", RefusalKind.Invalid, "市工信局");
        Wrong(Industry with { Name = " " }, "unit-name-missing", RefusalKind.Invalid);
        Wrong(Industry with { Kind = UnitKind.Group }, "group-not-introduced", RefusalKind.Invalid);
        Wrong(Industry with { Id = "tax" }, "unit-known-already", RefusalKind.Conflict, "tax");
        Wrong(Industry with { Name = "税务局" }, "unit-name-taken", RefusalKind.Conflict);
        Wrong(Industry with { Name = " 税务局　" }, "unit-name-taken", RefusalKind.Conflict);
        Wrong(Industry with { Aliases = ["税务局"] }, "unit-name-taken", RefusalKind.Conflict);
        Wrong(Industry with { Aliases = [""] }, "unit-name-missing", RefusalKind.Invalid);
        Wrong(Industry with { Name = "工信\u200b局" }, "unit-name-missing", RefusalKind.Invalid);
        Start.When(Succeed(SuccessionKind.Split, ["energy"], ["industry", "works"], "2021-07-01", introduced: [Industry, Works, Industry])).Refused("unit-twice", RefusalKind.Invalid, "new");
        Start.When(Succeed(SuccessionKind.Split, ["energy"], ["industry", "works"], "2021-07-01", introduced: [Industry, Works with { Name = "工信局" }])).Refused("unit-name-taken", RefusalKind.Conflict, "new");
    }

    [Fact]
    public void A_word_is_one_living_units_on_the_day_and_free_when_that_unit_is_gone()
    {
        // The alias of a unit that goes on.
        Renamed1.When(Succeed(SuccessionKind.Rename, ["water"], ["works"], "2021-07-02", introduced: [Works with { Name = "市工信局" }])).Refused("unit-name-taken", RefusalKind.Conflict, "new");
        // Also before the day on which it comes.
        Start.And(Renamed("2021-06-01", effective: "2021-09-01")).When(Succeed(SuccessionKind.Rename, ["water"], ["works"], "2021-06-02", introduced: [Works with { Name = "工信局" }]))
            .Refused("unit-name-taken", RefusalKind.Conflict, "new");
        // What the unit itself was called, and what a unit was called that is gone.
        Start.When(Succeed(SuccessionKind.Rename, ["energy"], ["industry"], "2021-07-01", introduced: [Industry with { Aliases = ["能源局"] }])).Accepted();
        Renamed1.When(Succeed(SuccessionKind.Rename, ["water"], ["works"], "2021-07-02", introduced: [Works with { Aliases = ["能源局"] }])).Accepted();
        // A unit that goes on keeps its words.
        Start.When(Succeed(SuccessionKind.Split, ["energy"], ["energy", "works"], "2021-07-01", introduced: [Works with { Aliases = ["能源局"] }])).Refused("unit-name-taken", RefusalKind.Conflict, "new");
    }

    [Fact]
    public void Words_are_kept_without_blanks_around_them() =>
        Start.When(Succeed(SuccessionKind.Rename, ["energy"], ["industry"], "2021-07-01", introduced: [Industry with { Name = "工信局 ", Aliases = [" 市工信局", "市工信局", "工信局"] }]))
            .Then(new UnitsSucceeded(SuccessionKind.Rename, ["energy"], ["industry"], [Industry], [], Day("2021-07-01"), Sealed()));

    [Fact]
    public void A_renaming_renames_and_nothing_else()
    {
        var energy = new Unit { Id = "energy", Name = "能源和工业局", Kind = UnitKind.Department };
        void Wrong(string code, Unit? unit, string to = "energy") =>
            Start.When(Succeed(SuccessionKind.Rename, ["energy"], [to], "2021-07-01", introduced: unit is null ? [] : [unit])).Refused(code, RefusalKind.Invalid, "new");
        Wrong("rename-without-name", energy with { Name = "能源局 " });
        Wrong("rename-without-name", Industry with { Name = "能源局" }, "industry");
        Wrong("rename-without-name", null, "water");
        Wrong("rename-changes-unit", energy with { Authority = Authority.Vertical });
        Wrong("rename-changes-unit", Industry with { Kind = UnitKind.Institution }, "industry");
        Start.When(Succeed(SuccessionKind.Rename, ["tax"], ["tax"], "2021-07-01", introduced: [new() { Id = "tax", Name = "港城税务局", Kind = UnitKind.Department, Authority = Authority.Vertical }])).Accepted();
    }

    [Fact]
    public void A_refusal_names_whose_the_matter_is()
    {
        string? Named(Story story, Act act) => story.Decide(act).Refusal!.Values["unit"];
        Named(Start, Claim("1.1-m1", People.Water, "2021-06-30")).ShouldBe("能源局");
        Named(Split1, Report("1.4", People.Clerk("industry"), "2021-07-02")).ShouldBe("城建局、水务局、有关部门");
        Named(Start.And(Claim("1.1-m1", People.Energy, "2021-06-20")), Release("1.1-m1", "water", "2021-06-21")).ShouldBe("能源局");
        Named(Start, Claim("1.3-m1", People.Tax, "2021-06-30")).ShouldBe("有关部门");
    }

    [Fact]
    public void What_is_given_away_is_a_measure_or_task_once_and_to_a_successor()
    {
        void Wrong(string code, params Given[] given) =>
            Start.When(Succeed(SuccessionKind.Split, ["energy"], ["industry", "works"], "2021-07-01", introduced: [Industry, Works], given: given)).Refused(code, RefusalKind.Invalid, "given");
        Wrong("item-not-a-measure", new Given("1.1-m1", "works"));
        Wrong("given-to-no-successor", new Given("1.1", "tax"));
        Wrong("item-given-twice", new Given("1.1", "works"), new Given("1.1", "industry"));
        Start.When(Succeed(SuccessionKind.Rename, ["energy"], ["industry"], "2021-07-01", introduced: [Industry], given: [new("1.1", "industry")])).Refused("given-to-no-successor", RefusalKind.Invalid, "given");
    }
}
