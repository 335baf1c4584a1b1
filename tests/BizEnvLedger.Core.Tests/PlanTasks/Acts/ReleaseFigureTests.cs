using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

public class ReleaseFigureTests
{
    private static readonly Caller Typist = People.Typist("energy");
    private static readonly Story Typed = Given(Issued(), Metric("1.1-i1", 4, Typist, "2021-07-05", effective: "2021-06-30"));
    private static readonly Story Released = Typed.And(ReleaseFigure("1", "energy", "2021-07-06"));

    [Fact]
    public void What_a_person_typed_counts_for_nothing_until_the_approver_lets_it_out()
    {
        Attained(Typed, "2021-07-06").ShouldBe(Core.PlanTasks.Attained.Unreported);
        Typed.Task("1").WaitingReadings.ShouldHaveSingleItem().Value.ShouldBe(4);
        Typed.Task("1").Acknowledgements.ShouldBeEmpty();
        Attained(Released, "2021-07-06").ShouldBe(Core.PlanTasks.Attained.Met);
        Released.Task("1").WaitingReadings.ShouldBeEmpty();
        Released.Task("1").Acknowledgements.ShouldHaveSingleItem().Unit.ShouldBe("energy");
    }

    [Fact]
    public void What_a_registered_system_says_counts_at_once() =>
        Attained(Given(Issued(), Register("energy", "energy-clerk", "2021-02-01"), Metric("1.1-i1", 4, People.Energy, "2021-07-05")), "2021-07-06").ShouldBe(Core.PlanTasks.Attained.Met);

    [Fact]
    public void A_system_whose_registration_has_ended_waits_as_everybody_does() =>
        Given(Issued(), Register("energy", "energy-clerk", "2021-02-01"), Deregister("energy", "energy-clerk", "2021-07-01"), Metric("1.1-i1", 4, People.Energy, "2021-07-05"))
            .Task("1").WaitingReadings.Count.ShouldBe(1);

    [Fact]
    public void Nobody_types_under_a_registered_systems_name() =>
        Given(Issued(), Register("energy", "energy-typist", "2021-02-01")).When(Metric("1.1-i1", 4, Typist, "2021-07-05")).Refused("system-in-person", RefusalKind.NotAllowed);

    [Fact]
    public void Whoever_typed_it_does_not_release_it() =>
        Typed.When(ReleaseFigure("1", "energy", "2021-07-06").By(People.Approver("energy") with { Sub = "energy-typist" })).Refused("typist-never-releases", RefusalKind.NotAllowed);

    [Fact]
    public void It_is_released_once()
    {
        var entry = Typed.Last;
        Released.When(ReleaseFigure("1", "energy", "2021-07-07", entry)).Refused("figure-released-already", RefusalKind.Conflict, "entry");
    }

    [Fact]
    public void What_is_no_figure_cannot_be_released() =>
        Typed.When(ReleaseFigure("1", "energy", "2021-07-07", Guid.NewGuid())).Refused("unknown-entry", RefusalKind.NotFound, "entry");

    [Fact]
    public void A_correction_typed_by_hand_waits_too_and_the_old_value_stands_meanwhile()
    {
        var corrected = Released.And(Correct("1", Typist, "2021-07-08", Typed.Last, value: 6));
        corrected.Task("1").Readings.ShouldHaveSingleItem().Value.ShouldBe(4);
        corrected.Task("1").Corrections.ShouldBeEmpty();
        corrected.When(Correct("1", Typist, "2021-07-09", corrected.Last, value: 7)).Refused("correction-waits", RefusalKind.Conflict, "entry");
        var let = corrected.And(ReleaseFigure("1", "energy", "2021-07-09"));
        let.Task("1").Readings.ShouldHaveSingleItem().Value.ShouldBe(6);
        let.Task("1").Corrections.ShouldHaveSingleItem().Entry.RecordedOn.ShouldBe(Day("2021-07-09"));
    }

    [Fact]
    public void What_still_waits_is_mended_where_it_waits()
    {
        var mended = Typed.And(Correct("1", Typist, "2021-07-06", value: 5));
        mended.Task("1").WaitingReadings.ShouldHaveSingleItem().Value.ShouldBe(5);
        mended.Task("1").Corrections.ShouldBeEmpty();
        mended.And(ReleaseFigure("1", "energy", "2021-07-06", Typed.Last)).Task("1").Readings.ShouldHaveSingleItem().Value.ShouldBe(5);
    }

    [Fact]
    public void A_round_that_closed_before_the_release_does_not_know_the_figure()
    {
        var closed = Typed.And([.. Inspections.InspectionActs.Opened("2021H1", "2021-07-06"), Close("2021H1", "2021-07-10")]);
        var first = closed.HalfYear("2021H1", "2021-07-10");
        first.Indicators.Single(i => i.Id == "1.1-i1").Attainment.ShouldBe("unreported");
        var later = closed.And(ReleaseFigure("1", "energy", "2021-07-12", Typed.Last));
        later.HalfYear("2021H2", "2022-01-10", first).LateEntries.ShouldHaveSingleItem().InClosedHalfYear.ShouldBeTrue();
    }

    [Fact]
    public void A_file_is_added_to_what_the_unit_entered_and_not_after_it_was_judged()
    {
        Typed.When(Attach("1", People.Energy, "2021-07-06", null, Evidence)).Then(new EvidenceAttached(Typed.Last, "energy", [Evidence]));
        Typed.When(Attach("1", People.Water, "2021-07-06", null, Evidence)).Refused("not-your-entry", RefusalKind.NotAllowed);
        Typed.When(Attach("1", People.Energy, "2021-07-06", Guid.NewGuid(), Evidence)).Refused("unknown-entry", RefusalKind.NotFound, "entry");
        Typed.When(Attach("1", People.Energy, "2021-07-06")).Refused("evidence-missing", RefusalKind.Invalid, "evidence");
        var done = Given([Issued(), .. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25")]);
        done.When(Attach("1", People.Energy, "2021-07-06", done.LastClaim("1.1-m1"), Evidence)).Refused("claim-decided", RefusalKind.Conflict, "entry");
    }

    private static Attained Attained(Story story, string on) => story.Task("1").StandingOn(story.Task("1").Latest.Indicator("1.1-i1")!, Day(on)).Attained;
}
