using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

public class CorrectEntryTests
{
    private static readonly Story Figure = Given(IssuedWithSystems(), Metric("1.1-i1", 4, People.Energy, "2021-04-05", effective: "2021-03-31"));
    private static readonly Story Narrated = Given(IssuedWithSystems(), Report("1.1", People.Energy, "2021-03-10", percent: 40));
    private static readonly Story HandedOver = Given(IssuedWithSystems(), Reassign("1.1", ["tax"], "2021-03-10"));
    private static readonly Story Led = Given(IssuedWithSystems(), Appoint(null, "vice-mayor-1", "2021-03-10"));

    [Fact]
    public void A_unit_corrects_its_figure_and_the_date_stays() =>
        Figure.When(Correct("1", People.Energy, "2021-04-20", value: 6))
            .Then(new EntryCorrected(Figure.Last, 6, null, null, false, null, Sealed()));

    [Fact]
    public void A_unit_corrects_what_it_said_and_the_percentage() =>
        Narrated.When(Correct("1", People.Energy, "2021-04-20", percent: 30, narrative: Text("三成")))
            .Then(new EntryCorrected(Narrated.Last, null, 30, null, false, Sealed("三成"), Sealed()));

    [Fact]
    public void Other_words_alone_are_a_correction() =>
        Narrated.When(Correct("1", People.Energy, "2021-04-20", narrative: Text("三成"))).Accepted();

    [Fact]
    public void A_figure_that_is_taken_back_no_longer_counts()
    {
        var after = Figure.When(Correct("1", People.Energy, "2021-04-20", withdrawn: true)).Accepted();
        after.Task("1").Readings.ShouldHaveSingleItem().Entry.Withdrawn.ShouldBeTrue();
        after.Task("1").StandingOn(after.Task("1").Latest.Indicator("1.1-i1")!, Day("2021-07-01")).Attained.ShouldBe(Attained.Unreported);
    }

    [Fact]
    public void The_group_office_corrects_the_date_of_a_hand_over()
    {
        var after = HandedOver.When(Correct("1", People.GroupOffice, "2021-03-20", effective: "2021-03-15")).Accepted();
        after.Responsible("1.1", "2021-03-14").Leads.ShouldBe(["energy"]);
        after.Responsible("1.1", "2021-03-15").Leads.ShouldBe(["tax"]);
    }

    [Fact]
    public void The_group_office_takes_an_appointment_back() =>
        Led.When(Correct("1", People.GroupOffice, "2021-03-20", withdrawn: true)).Accepted().Responsible(null, "2021-03-20").Leader.ShouldBeNull();

    [Fact]
    public void A_correction_is_corrected_by_its_own_id()
    {
        var once = Figure.And(Correct("1", People.Energy, "2021-04-20", value: 6));
        var twice = once.When(Correct("1", People.Energy, "2021-04-21", entry: once.Last, value: 7)).Accepted();
        twice.Task("1").Readings.ShouldHaveSingleItem().Value.ShouldBe(7);
        twice.Task("1").Corrections.Select(c => (c.Before, c.After)).ShouldBe([((decimal?)4, (decimal?)6), (6, 7)]);
    }

    [Fact]
    public void An_entry_that_is_not_in_the_stream_is_unknown() =>
        Figure.When(Correct("1", People.Energy, "2021-04-20", entry: Guid.NewGuid(), value: 6)).Refused("unknown-entry", RefusalKind.Invalid, "entry");

    [Fact]
    public void An_act_is_answered_and_not_corrected() =>
        Given(IssuedWithSystems(), Claim("1.1-m1", People.Energy, "2021-06-01")).When(Correct("1", People.Energy, "2021-06-02", withdrawn: true))
            .Refused("unknown-entry", RefusalKind.Invalid, "entry");

    [Fact]
    public void Another_unit_does_not_correct_it() =>
        Figure.When(Correct("1", People.Water, "2021-04-20", value: 6)).Refused("not-your-entry", RefusalKind.NotAllowed);

    [Fact]
    public void Only_who_may_decide_corrects_a_decision()
    {
        HandedOver.When(Correct("1", People.Energy, "2021-03-20", withdrawn: true)).Refused("role-not-allowed", RefusalKind.NotAllowed);
        Led.When(Correct("1", People.Leader, "2021-03-20", withdrawn: true)).Refused("role-not-allowed", RefusalKind.NotAllowed);
        Figure.When(Correct("1", People.GroupOffice, "2021-03-20", withdrawn: true)).Refused("role-not-allowed", RefusalKind.NotAllowed);
    }

    [Fact]
    public void A_field_that_the_entry_does_not_have_is_refused()
    {
        Narrated.When(Correct("1", People.Energy, "2021-04-20", value: 6)).Refused("field-not-of-entry", RefusalKind.Invalid, "value");
        Figure.When(Correct("1", People.Energy, "2021-04-20", percent: 6)).Refused("field-not-of-entry", RefusalKind.Invalid, "percent");
        Figure.When(Correct("1", People.Energy, "2021-04-20", narrative: Text())).Refused("field-not-of-entry", RefusalKind.Invalid, "narrative");
    }

    [Fact]
    public void A_correction_changes_something()
    {
        Figure.When(Correct("1", People.Energy, "2021-04-20")).Refused("nothing-corrected", RefusalKind.Invalid);
        Figure.When(Correct("1", People.Energy, "2021-04-20", value: 4, effective: "2021-03-31")).Refused("nothing-corrected", RefusalKind.Invalid);
        Narrated.When(Correct("1", People.Energy, "2021-04-20", percent: 40)).Refused("nothing-corrected", RefusalKind.Invalid);
    }

    [Fact]
    public void What_is_taken_back_is_not_taken_back_again_but_can_be_put_right()
    {
        var gone = Figure.And(Correct("1", People.Energy, "2021-04-20", withdrawn: true));
        gone.When(Correct("1", People.Energy, "2021-04-21", entry: Figure.Last, withdrawn: true)).Refused("already-withdrawn", RefusalKind.Conflict, "entry");
        gone.When(Correct("1", People.Energy, "2021-04-21", value: 5)).Accepted().Task("1").Readings.ShouldHaveSingleItem().Entry.Withdrawn.ShouldBeFalse();
    }

    [Fact]
    public void Taking_back_a_correction_brings_back_what_stood_before_it()
    {
        var before = Figure.Task("1").Readings.ShouldHaveSingleItem().Value;
        var corrected = Figure.And(Correct("1", People.Energy, "2021-04-20", value: before + 1));
        var undone = corrected.And(Correct("1", People.Energy, "2021-04-21", withdrawn: true)).Task("1").Readings.ShouldHaveSingleItem();
        undone.Value.ShouldBe(before);
        undone.Entry.Withdrawn.ShouldBeFalse();
        var gone = Figure.And(Correct("1", People.Energy, "2021-04-20", withdrawn: true));
        gone.And(Correct("1", People.Energy, "2021-04-21", withdrawn: true)).Task("1").Readings.ShouldHaveSingleItem().Entry.Withdrawn.ShouldBeFalse();
    }

    [Fact]
    public void New_values_keep_the_bounds_of_the_entry()
    {
        Figure.When(Correct("1", People.Energy, "2021-04-20", value: ReportMetric.Bound)).Refused("value-out-of-bounds", RefusalKind.Invalid, "value");
        Figure.When(Correct("1", People.Energy, "2021-04-20", effective: "2021-04-21")).Refused("date-in-future", RefusalKind.Invalid, "effectiveOn");
        Narrated.When(Correct("1", People.Energy, "2021-04-20", percent: 101)).Refused("percent-out-of-bounds", RefusalKind.Invalid, "percent");
        HandedOver.When(Correct("1", People.GroupOffice, "2021-04-20", effective: "2020-12-31")).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");
        HandedOver.When(Correct("1", People.GroupOffice, "2021-04-20", effective: "2022-12-31")).Accepted();
    }

    [Fact]
    public void It_needs_a_reason() =>
        Figure.When(Correct("1", People.Energy, "2021-04-20", value: 6, reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");

    [Fact]
    public void A_date_moved_onto_a_later_recorded_figure_wins_because_the_correction_is_later_still()
    {
        var first = Given(IssuedWithSystems(), Metric("1.1-i1", 4, People.Energy, "2021-04-05", effective: "2021-03-31"));
        var after = first.And(
            Metric("1.1-i1", 9, People.Energy, "2021-04-06", effective: "2021-04-01"),
            Correct("1", People.Energy, "2021-04-07", entry: first.Last, effective: "2021-04-01"));
        after.Task("1").StandingOn(after.Task("1").Latest.Indicator("1.1-i1")!, Day("2021-07-01")).Reading!.Value.ShouldBe(4);
    }
}
