using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

/// <summary>What happened, told once: in the first round whose last day it is effective by and whose leaves hold it.</summary>
public class HalfYearTrailTests
{
    private static readonly Story Start = Given(IssuedWithSystems());

    [Fact]
    public void Returned_claims_with_ground_and_whether_mended()
    {
        var story = Start.And(Claimed("1.1-m1", "energy", "2021-06-01")).And(Return("1.1-m1", "2021-06-05", ReturnGround.Untrue))
            .And(Claim("1.1-m1", People.Energy, "2021-06-10"));
        var one = story.HalfYear("2021H1", "2021-07-10").Returned.ShouldHaveSingleItem();
        (one.Milestone, one.Unit.Id, one.ClaimedOn, one.ReturnedOn, one.Ground, one.Mended)
            .ShouldBe(("1.1-m1", "energy", Day("2021-06-01"), Day("2021-06-05"), "untrue", false));
        story.And(Release("1.1-m1", "energy", "2021-06-11")).HalfYear("2021H1", "2021-07-10").Returned.ShouldHaveSingleItem().Mended.ShouldBeTrue();
    }

    [Fact]
    public void The_silent_are_named_by_lead_with_the_days()
    {
        var view = Start.And(Report("1.2", People.Water, "2021-05-30")).HalfYear("2021H1", "2021-07-10");
        view.Silent.Where(s => s.Milestone == "1.2-m1").Select(s => (s.Unit.Id, s.LastReport, s.Days)).ShouldBe([]);
        Start.And(Report("1.2", People.Water, "2021-05-29")).HalfYear("2021H1", "2021-07-10")
            .Silent.Where(s => s.Milestone == "1.2-m1").Select(s => (s.Unit.Id, s.LastReport, s.Days))
            .ShouldBe([("water", (DateOnly?)Day("2021-05-29"), 32), ("housing", Day("2021-05-29"), 32)]);
    }

    [Fact]
    public void Changes_of_lead_with_those_before_and_whether_backdated()
    {
        var view = Start.And(Reassign("1.1", ["tax"], "2021-03-10", effective: "2021-03-01"), Reassign(null, ["water"], "2021-03-11")).HalfYear("2021H1", "2021-07-10");
        view.LeadChanges.Select(c => (c.Measure, c.From[0].Id, c.To[0].Id, c.Backdated)).ShouldBe([("1.1", "energy", "tax", true), (null, "energy", "water", false)]);
        view.Tasks.Single(t => t.No == "1").LeadChanges.ShouldBe(2);
    }

    [Fact]
    public void Late_entries_past_the_grace_and_the_publication_lag()
    {
        var view = Start.And(
            Report("1.1", People.Energy, "2021-03-11", effective: "2021-03-01"), // 10 days: within the grace
            Report("1.1", People.Energy, "2021-03-12", effective: "2021-03-01"),
            Metric("1.1-i1", 5, People.Energy, "2021-03-16", effective: "2021-03-01"), // 15 days: grace and lag
            Metric("1.1-i1", 5, People.Energy, "2021-03-17", effective: "2021-03-01"),
            Claim("1.1-m1", People.Energy, "2021-03-18", effective: "2021-03-01"),
            Release("1.1-m1", "energy", "2021-03-18"),
            Reassign("1.2", ["tax"], "2021-03-19", effective: "2021-03-01")).HalfYear("2021H1", "2021-07-10");
        view.LateEntries.Select(e => (e.Kind, e.Subject, e.Unit.Id, e.Days, e.InClosedHalfYear)).ShouldBe(
            [("progress", "1.1", "energy", 11, false), ("reading", "1.1-i1", "energy", 16, false), ("claim", "1.1-m1", "energy", 17, false), ("leadChange", "1.2", "tax", 18, false)]);
        view.Indicators.Single(i => i.Id == "1.1-i1").LateEntered.ShouldBeTrue();
    }

    [Fact]
    public void What_is_effective_in_a_closed_half_year_is_late_at_once_and_told_in_the_next()
    {
        var closing = Start.And(Opened("2021H1", "2021-06-01"));
        var first = closing.HalfYear("2021H1", "2021-07-02");
        var story = closing.And(Close("2021H1", "2021-07-02")).And(Report("1.1", People.Energy, "2021-07-03", effective: "2021-06-29"), Report("1.1", People.Energy, "2021-07-03", effective: "2021-07-01"));
        var late = story.HalfYear("2021H2", "2022-01-10", first).LateEntries.ShouldHaveSingleItem();
        (late.EffectiveOn, late.Days, late.InClosedHalfYear).ShouldBe((Day("2021-06-29"), 4, true));
    }

    [Fact]
    public void A_fact_that_arrived_while_the_round_closed_is_told_in_the_next()
    {
        // Taken in before the closing by the clock, but sealed after the cut read the tree: not among its leaves.
        var closing = Start.And([.. Opened("2021H1", "2021-06-01"), Metric("1.1-i1", 5, People.Energy, "2021-06-30")]);
        var first = closing.HalfYear("2021H1", "2021-07-10");
        var raced = closing.And(Reassign("1.1", ["tax"], "2021-07-10", effective: "2021-06-30"), Correct("1", People.Energy, "2021-07-10", entry: closing.Last, value: 6));
        var frozen = closing.When(Close("2021H1", "2021-07-10"));
        var story = raced.Record(frozen.Act, frozen.Decision.Events);
        var second = story.HalfYear("2021H2", "2022-01-10", first);
        second.LeadChanges.ShouldHaveSingleItem();
        second.LateEntries.ShouldHaveSingleItem().InClosedHalfYear.ShouldBeTrue();
        second.Restated.ShouldHaveSingleItem().Round.ShouldBe("2021H1");
        second.Corrections.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_recorded_before_a_closing_but_effective_after_its_last_day_is_told_in_the_next()
    {
        var story = Start.And([.. Opened("2021H1", "2021-06-01"), Reassign("1.1", ["tax"], "2021-06-20", effective: "2021-07-15")])
            .And(Report("1.2", People.Water, "2021-08-20", effective: "2021-07-03"), Metric("1.1-i3", 5, People.Water, "2021-08-20"))
            .And(Correct("1", People.Water, "2021-08-21", value: 6))
            .And(Claimed("1.2-m1", "housing", "2021-08-01")).And(Return("1.2-m1", "2021-08-05", ReturnGround.Untrue));
        var first = story.HalfYear("2021H1", "2021-08-31");
        (first.LeadChanges.Count, first.LateEntries.Count, first.Corrections.Count, first.Returned.Count).ShouldBe((0, 0, 0, 0));
        var second = story.And(Close("2021H1", "2021-08-31")).HalfYear("2021H2", "2022-01-10", first);
        (second.LeadChanges.Count, second.LateEntries.Count, second.Corrections.Count, second.Returned.Count).ShouldBe((1, 1, 1, 1));
        second.Proposed.ShouldContain(p => p.Category == "hollow" && p.Unit.Id == "housing");
        var third = story.And(Close("2021H1", "2021-08-31")).And([.. Opened("2021H2", "2021-09-01"), Close("2021H2", "2022-01-10", first)]).HalfYear("2022H1", "2022-07-10", second);
        (third.LeadChanges.Count, third.LateEntries.Count, third.Corrections.Count, third.Returned.Count).ShouldBe((0, 0, 0, 0));
    }

    [Fact]
    public void A_correction_of_this_half_year_is_one_and_of_a_closed_one_restates_it()
    {
        var reported = Start.And([.. Opened("2021H1", "2021-06-01"), Metric("1.1-i1", 5, People.Energy, "2021-06-30")]);
        var entry = reported.Last;
        var own = reported.And(Correct("1", People.Energy, "2021-07-01", entry: entry, value: 6)).HalfYear("2021H1", "2021-07-02");
        own.Restated.ShouldBeEmpty();
        var c = own.Corrections.ShouldHaveSingleItem();
        (c.Kind, c.Subject, c.Before, c.After, c.Round).ShouldBe(("reading", "1.1-i1", 5, 6, null));
        own.Indicators.Single(i => i.Id == "1.1-i1").Corrected.ShouldBeTrue();

        var first = reported.HalfYear("2021H1", "2021-07-02");
        var story = reported.And(Close("2021H1", "2021-07-02")).And(Correct("1", People.Energy, "2021-07-05", entry: entry, withdrawn: true));
        var second = story.HalfYear("2021H2", "2022-01-10", first);
        second.Corrections.ShouldBeEmpty();
        var r = second.Restated.ShouldHaveSingleItem();
        (r.Round, r.Before, r.After, r.Withdrawn).ShouldBe(("2021H1", 5, null, true));
        // What was closed does not move.
        story.AtTreeSize(reported.Events.Count).HalfYear("2021H1", "2021-07-02").Indicators.Single(i => i.Id == "1.1-i1").Value.ShouldBe(5);
    }

    [Fact]
    public void Overruns_are_listed_against_the_verifier()
    {
        var waiting = Start.And(Claimed("1.1-m1", "energy", "2021-06-01"));
        waiting.HalfYear("2021H1", "2021-06-22").VerifierOverruns.ShouldBeEmpty();
        var open = waiting.HalfYear("2021H1", "2021-07-10").VerifierOverruns.ShouldHaveSingleItem();
        (open.Limit, open.DecidedOn, open.Days).ShouldBe((Day("2021-06-22"), null, 18));
        var decided = waiting.And(Verify("1.1-m1", "2021-06-24")).HalfYear("2021H1", "2021-07-10").VerifierOverruns.ShouldHaveSingleItem();
        (decided.DecidedOn, decided.Days).ShouldBe((Day("2021-06-24"), 2));
        waiting.And(Verify("1.1-m1", "2021-06-22")).HalfYear("2021H1", "2021-07-10").VerifierOverruns.ShouldBeEmpty();
    }
}
