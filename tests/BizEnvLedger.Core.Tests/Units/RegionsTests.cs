using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Units;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;
using static BizEnvLedger.Core.Tests.Units.UnitActs;

namespace BizEnvLedger.Core.Tests.Units;

public class RegionsTests
{
    private static readonly Story Start = Given(Issued());
    private static readonly Story Divided = Start.And(Step("1.1-m2", "north", "2021-05-31", People.Energy, "2021-02-01"));

    [Fact]
    public void A_region_adopts_its_own_plan_with_the_file_and_revises_it()
    {
        Start.When(Adopt("north", "2021-03-20", effective: "2021-03-10"))
            .Then(new ImplementationPlanAdopted("north", "北政发〔2021〕3号", Day("2021-03-10"), Visibility.Public, [Evidence]));
        var figures = North(Start.And(Adopt("north", "2021-03-20", effective: "2021-03-10"), Adopt("north", "2021-05-20", number: "北政发〔2021〕9号")));
        (figures.AdoptedOn, figures.DocumentNumber, figures.Revisions, figures.DaysWithout).ShouldBe((Day("2021-03-10"), "北政发〔2021〕9号", 1, 54));
        figures.Events.Count.ShouldBe(2);
    }

    [Fact]
    public void A_plan_of_its_own_is_of_a_region_or_department_and_its_own_or_the_group_offices_to_record()
    {
        Start.When(Adopt("court", "2021-03-20").By(People.Court)).Refused("no-implementation-plan-asked", RefusalKind.Invalid);
        Start.When(Adopt("tax", "2021-03-20").By(People.GroupOffice)).Refused("no-implementation-plan-asked", RefusalKind.Invalid);
        Start.When(Adopt("energy", "2021-03-20").By(People.GroupOffice)).Accepted();
        Start.When(Adopt("north", "2021-03-20").By(People.Energy)).Refused("not-your-unit", RefusalKind.NotAllowed);
        Start.When(Adopt("nobody", "2021-03-20")).Refused("unknown-unit-path", RefusalKind.NotFound);
        Start.When(Adopt("north", "2021-03-20", effective: "2021-03-21")).Refused("date-in-future", RefusalKind.Invalid, "effectiveOn");
        Start.When(Adopt("north", "2021-03-20", number: "三号文")).Refused("document-number-malformed", RefusalKind.Invalid, "documentNumber");
        Start.When(Adopt("north", "2021-03-20", visibility: null)).Refused("visibility-missing", RefusalKind.Invalid, "visibility");
        Start.When(Adopt("north", "2021-03-20", evidence: [])).Refused("evidence-missing", RefusalKind.Invalid, "evidence");
        Start.And(Adopt("north", "2021-03-20")).When(Adopt("north", "2021-03-21")).Refused("adopted-already", RefusalKind.Conflict, "documentNumber");
        Start.And(Renamed("2021-03-01")).When(Adopt("energy", "2021-03-20").By(People.GroupOffice)).Refused("unit-succeeded", RefusalKind.Conflict, "unit");
    }

    [Fact]
    public void Who_has_none_is_a_duty_of_the_unit_since_the_plans_issue_and_a_successor_takes_it_over()
    {
        string[] Missing(Story story) => [.. UnitDuties.Of(story.State, Day("2021-04-01")).Where(d => d.Kind == "implementation-plan-missing").Select(d => d.Subject)];
        Missing(Start).ShouldBe(["energy", "water", "housing", "north"], ignoreOrder: true);
        Missing(Start.And(Adopt("north", "2021-03-20"), Adopt("energy", "2021-03-21", number: "能发〔2021〕1号"), Renamed("2021-03-25"))).ShouldBe(["water", "housing"], ignoreOrder: true);
        var duty = UnitDuties.Of(Start.State, Day("2021-04-01")).First(d => d is { Kind: "implementation-plan-missing", Subject: "north" });
        (duty.Since, duty.Limit, duty.IsOf(People.North, Day("2021-04-01"), Start.Plan), duty.IsOf(People.Energy, Day("2021-04-01"), Start.Plan)).ShouldBe((Day("2021-01-15"), null, true, false));
    }

    /// <summary>Which units have to have one is the plan's word, as is the day.</summary>
    [Fact]
    public void A_plan_that_asks_nobody_for_one_makes_nobody_owe_it()
    {
        Story Of(PlanDocument plan) => Given(Issued(plan: plan));
        string[] Owing(Story story) => [.. UnitDuties.Of(story.State, Day("2021-04-01")).Where(d => d.Kind is "implementation-plan-missing" or "first-responsible-missing").Select(d => $"{d.Kind} {d.Subject} {d.Limit:yyyy-MM-dd}")];
        var silent = Of(InventedPlan.Document with { ImplementationPlans = null, FirstResponsible = null });
        Owing(silent).ShouldBeEmpty();
        silent.When(Adopt("north", "2021-03-20")).Refused("no-implementation-plan-asked", RefusalKind.Invalid);
        North(silent).DaysWithout.ShouldBeNull();
        var asked = new UnitObligation { Clause = "保障", Whose = "法院", Scope = [new(UnitKind.Court)], Due = Day("2021-03-31") };
        Owing(Of(InventedPlan.Document with { ImplementationPlans = asked, FirstResponsible = null })).ShouldBe(["implementation-plan-missing court 2021-03-31"]);
        Of(InventedPlan.Document with { ImplementationPlans = asked }).When(Adopt("court", "2021-03-20").By(People.Court)).Accepted();
    }

    [Fact]
    public void The_owner_reports_its_step_with_evidence_and_the_office_confirms_it_after()
    {
        Divided.When(Reported("1.1-m2-s1", People.North, "2021-05-20", effective: "2021-05-18", text: Text()))
            .Then(new StepReported("1.1-m2-s1", "north", Day("2021-05-18"), Sealed(), [Evidence]));
        Divided.When(Reported("1.1-m2-s1", People.Energy, "2021-05-20")).Refused("not-your-step", RefusalKind.NotAllowed);
        Divided.When(Reported("1.1-m2-s9", People.North, "2021-05-20")).Refused("unknown-step", RefusalKind.NotFound, "step");
        Divided.When(Reported("1.1-m2-s1", People.North, "2021-05-20", evidence: [])).Refused("evidence-missing", RefusalKind.Invalid, "evidence");
        Divided.When(Reported("1.1-m2-s1", People.North, "2021-05-20", effective: "2021-01-31")).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");
        Divided.When(Reported("1.1-m2-s1", People.North, "2021-05-20", effective: "2021-05-21")).Refused("date-in-future", RefusalKind.Invalid, "effectiveOn");
        var told = Divided.And(Reported("1.1-m2-s1", People.North, "2021-05-20"));
        told.When(Confirm("1.1-m2-s1", "2021-05-25").By(People.Inspector("inspectorate", "north-clerk"))).Refused("doer-never-verifies", RefusalKind.NotAllowed);
        told.And(Confirm("1.1-m2-s1", "2021-05-25")).When(Reported("1.1-m2-s1", People.North, "2021-05-26")).Refused("already-confirmed", RefusalKind.Conflict, "step");
    }

    [Fact]
    public void A_step_is_done_on_the_day_of_its_owners_report_once_it_is_confirmed()
    {
        RegionFigures With(params Act[] acts) => North(Divided.And(acts));
        Act Told(string on, string? effective = null) => Reported("1.1-m2-s1", People.North, on, effective);
        Act Seen(string on) => Confirm("1.1-m2-s1", on);
        Of(With()).ShouldBe((1, 0, 0, 1, 0, 30));
        Of(With(Told("2021-05-31"))).ShouldBe((1, 0, 0, 1, 1, 0));
        Of(With(Told("2021-05-31"), Seen("2021-06-20"))).ShouldBe((1, 1, 0, 0, 0, 0));
        Of(With(Told("2021-06-01"), Seen("2021-06-20"))).ShouldBe((1, 0, 1, 0, 0, 0));
        // Late-entered: the day of recording counts.
        Of(With(Told("2021-06-12", "2021-05-31"), Seen("2021-06-20"))).ShouldBe((1, 0, 1, 0, 0, 0));
        Of(With(Told("2021-06-10", "2021-05-31"), Seen("2021-06-20"))).ShouldBe((1, 1, 0, 0, 0, 0));

        static (int, int, int, int, int, int) Of(RegionFigures f) => (f.StepsDue, f.StepsOnTime, f.StepsLate, f.StepsOpen, f.StepsWaiting, f.LongestDays);
    }

    [Fact]
    public void A_region_is_slow_with_its_steps_by_the_days_and_shares_of_milestones()
    {
        ProposedEntry? Entry(params Act[] acts) => Start.And(acts).HalfYear("2021H1", "2021-07-10").Proposed.SingleOrDefault(p => p.Unit.Id == "north");
        Act Due(string due) => Step("1.1-m2", "north", due, People.Energy, "2021-02-01");
        Entry(Due("2021-05-31")).ShouldBeNull();
        var days = Entry(Due("2021-05-30"))!;
        (days.Category, days.Rule, days.Days, days.DueCount, days.OpenCount).ShouldBe(("slow", "steps-overdue", 31, 1, 1));
        days.Milestones.ShouldBe(["1.1-m2-s1"]);
        var share = Entry(Due("2021-06-20"), Due("2021-06-25"))!;
        (share.Days, share.OpenCount, share.OwnDays![0], share.OwnDays[1]).ShouldBe((10, 2, 10, 5));
        Entry(Due("2021-05-30"), Reported("1.1-m2-s1", People.North, "2021-06-29")).ShouldBeNull("what is reported waits for the office");
        // Steps of a 力争 milestone are no ground.
        Entry(Step("1.1-m3", "north", "2021-05-01", People.Energy, "2021-02-01")).ShouldBeNull();
        // Energy is not named for the region's step.
        Start.And(Due("2021-05-30")).HalfYear("2021H1", "2021-07-10").Proposed.ShouldNotContain(p => p.Unit.Id == "energy");
    }

    [Fact]
    public void What_is_late_goes_with_the_region_into_what_it_becomes()
    {
        var merged = Divided.And(Adopt("north", "2021-03-20"), Succeed(SuccessionKind.Rename, ["north"], ["bay"], "2021-06-01", introduced: [new() { Id = "bay", Name = "湾区", Kind = UnitKind.Region }]));
        var bay = merged.HalfYear("2021H1", "2021-07-10").Regions!.ShouldHaveSingleItem();
        (bay.Id, bay.AdoptedOn, bay.StepsOpen, bay.LongestDays).ShouldBe(("bay", Day("2021-03-20"), 1, 30));
        merged.When(Reported("1.1-m2-s1", People.North, "2021-06-20")).Refused("unit-succeeded", RefusalKind.NotAllowed, "unit");
        merged.When(Reported("1.1-m2-s1", People.Clerk("bay"), "2021-06-20")).Accepted();
    }

    [Fact]
    public void An_undated_measure_needs_a_step_for_each_half_year()
    {
        Duty? Missing(Story story, string on) => StepDuties.Of(story.State, Day(on)).SingleOrDefault(d => d is { Kind: "half-year-step-missing", Subject: "1.4" });
        var duty = Missing(Start, "2021-03-01")!;
        (duty.Since, duty.Limit, duty.Units[0]).ShouldBe((Day("2021-01-15"), Day("2021-06-30"), "energy"));
        var told = Start.And(Step(null, "north", "2021-06-30", People.Energy, "2021-03-01", measure: "1.4"));
        Missing(told, "2021-06-30").ShouldBeNull();
        Missing(told, "2021-07-01")!.Since.ShouldBe(Day("2021-07-01"));
        Start.HalfYear("2021H1", "2021-07-10").Undated!.Select(u => u.Measure).ShouldBe(["1.4"]);
        told.HalfYear("2021H1", "2021-07-10").Undated.ShouldBeNull();
        Missing(Start.And(Renamed("2021-02-01")), "2021-03-01")!.Units.ShouldBe(["industry"]);
    }

    [Fact]
    public void A_step_waits_for_its_owner_and_then_for_an_office_that_is_no_party()
    {
        Duty[] On(Story story, string on) => [.. StepDuties.Of(story.State, Day(on)).Where(d => d.Subject == "1.1-m2-s1")];
        On(Divided, "2021-04-30").ShouldBeEmpty();
        var owed = On(Divided, "2021-05-01").ShouldHaveSingleItem();
        (owed.Kind, owed.Units[0], owed.Limit).ShouldBe(("step-to-report", "north", Day("2021-05-31")));
        var told = Divided.And(Reported("1.1-m2-s1", People.North, "2021-05-20"));
        var waits = On(told, "2021-05-20").ShouldHaveSingleItem();
        waits.Kind.ShouldBe("step-to-confirm");
        waits.IsOf(People.Office, Day("2021-05-20"), told.Plan).ShouldBeTrue();
        foreach (var home in new[] { "energy", "water", "north", "housing" })
            waits.IsOf(People.Inspector(home), Day("2021-05-20"), told.Plan).ShouldBeFalse(home);
        waits.IsOf(People.Inspector("inspectorate", "north-clerk"), Day("2021-05-20"), told.Plan).ShouldBeFalse();
        On(told.And(Confirm("1.1-m2-s1", "2021-05-25")), "2021-05-26").ShouldBeEmpty();
    }

    private static RegionFigures North(Story story) => story.HalfYear("2021H1", "2021-07-10").Regions!.Single(r => r.Id == "north");
}
