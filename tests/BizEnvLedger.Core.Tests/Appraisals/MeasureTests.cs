using BizEnvLedger.Core.Appraisals.Scoring;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Appraisals.AppraisalActs;
using static BizEnvLedger.Core.Tests.Telling;
using static BizEnvLedger.Core.Tests.Units.UnitActs;

namespace BizEnvLedger.Core.Tests.Appraisals;

/// <summary>Each measure by hand: what counts, for whom, in which year.</summary>
public class MeasureTests
{
    private static readonly Story Begun = Given(IssuedWithSystems());

    /// <summary>On time on 20 June; ten days late on 10 October; the third, due on the year's last day, never.</summary>
    private static readonly Story Three = Begun.And([.. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"), .. Done("1.1-m2", "energy", "2021-10-10", "2021-10-12")]);

    [Fact]
    public void Of_what_was_due_a_third_was_done_on_time()
    {
        var line = Measured(Three, "energy", "on-time");
        (line.Numerator, line.Denominator, line.Facts, line.Rate).ShouldBe((1, 3, 3, 0.333333m));
        line.Events.ShouldContain(Three.LastClaim("1.1-m1"));
    }

    [Fact]
    public void What_the_plan_only_strives_for_and_what_waits_for_the_verifier_is_left_out()
    {
        // 1.1-m3 is due in June and only striven for; 1.1-m4 is claimed and released, and nobody has judged it.
        var line = Measured(Three.And([Metric("1.1-i1", 2, People.Energy, "2021-12-30"), .. Claimed("1.1-m4", "energy", "2021-12-30")]), "energy", "on-time");
        (line.Numerator, line.Denominator).ShouldBe((1, 2));
    }

    [Fact]
    public void Ten_days_of_777_in_hand_were_late()
    {
        // In hand from 15 January: 157 days to 20 June, 269 to 10 October, 351 to the year's end.
        var line = Measured(Three, "energy", "delay-days");
        (line.Numerator, line.Denominator, line.Facts).ShouldBe((10, 157 + 269 + 351, 3));
    }

    [Fact]
    public void Joint_leads_share_each_day_and_a_group_answers_through_its_members_of_that_day()
    {
        // 1.2-m1 (31 August) and 1.2.2-m1 (31 October) are led by water and housing, 1.2.1-m1 by housing alone;
        // 1.3-m1 by the group: housing all the year, water from March to November.
        var water = Measured(Begun, "water", "delay-days");
        (water.Numerator, water.Denominator, water.Facts).ShouldBe(((122 + 61) / 2m, (351 + 351 + 275) / 2m, 3));
        var housing = Measured(Begun, "housing", "delay-days");
        (housing.Numerator, housing.Denominator, housing.Facts).ShouldBe(((122 + 61) / 2m + 122, (351 + 351 + 275) / 2m + 351 + 45 + 31, 4));
        // Who led on the day answers for the date: on the year's last day the group is housing alone.
        Measured(Begun, "water", "on-time").Denominator.ShouldBe(2);
        Measured(Begun, "housing", "on-time").Denominator.ShouldBe(4);
    }

    [Fact]
    public void Handing_over_washes_no_day_away_and_leaves_the_date_with_who_led_on_it()
    {
        var handed = Begun.And(Reassign("1.1", ["water"], "2021-10-06"));
        // 1.1-m1 late from 1 July, 1.1-m2 from 1 October, both until 5 October.
        Measured(handed, "energy", "delay-days").Numerator.ShouldBe(97 + 5);
        Measured(handed, "energy", "on-time").Denominator.ShouldBe(2);
        Measured(handed, "water", "delay-days").Numerator.ShouldBe((122 + 61) / 2m + 2 * 87);
    }

    [Fact]
    public void A_year_counts_its_own_days_and_dates_only()
    {
        var next = Line(Three.And([Metric("1.1-i1", 2, People.Energy, "2022-02-09"), .. Done("1.1-m4", "energy", "2022-02-09", "2022-02-10")]), "energy", "delay-days", "2023-01-10", 2022);
        (next.Numerator, next.Denominator, next.Facts).ShouldBe((40, 40, 1));
        Line(Three, "energy", "on-time", "2023-01-10", 2022).Denominator.ShouldBe(0);
    }

    [Fact]
    public void A_claim_returned_as_untrue_counts_in_the_year_of_the_verdict()
    {
        var story = Begun.And([.. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"), .. Claimed("1.1-m2", "energy", "2021-09-20"), Return("1.1-m2", "2021-09-25", ReturnGround.Untrue)]);
        story = story.And([Metric("1.1-i1", 2, People.Energy, "2021-12-28"), .. Claimed("1.1-m4", "energy", "2021-12-28"), Return("1.1-m4", "2022-01-05", ReturnGround.Untrue)]);
        var line = Measured(story, "energy", "returned-untrue");
        (line.Numerator, line.Denominator).ShouldBe((1, 2));
        Line(story, "energy", "returned-untrue", "2023-01-10", 2022).Rate.ShouldBe(1);
    }

    [Fact]
    public void A_return_for_form_is_no_untruth() =>
        Measured(Begun.And([.. Claimed("1.1-m1", "energy", "2021-06-20"), Return("1.1-m1", "2021-06-25", ReturnGround.Incomplete)]), "energy", "returned-untrue").Rate.ShouldBe(0);

    [Fact]
    public void Late_entries_are_those_recorded_past_the_grace_within_the_year()
    {
        var story = Begun.And(
            Report("1.1", People.Energy, "2021-03-01"), Metric("1.1-i1", 6, People.Energy, "2021-05-01", "2021-04-10"), Report("1.1", People.Energy, "2021-06-01", "2021-05-30"),
            Report("1.1", People.Energy, "2022-02-01", "2021-12-01"));
        var line = Measured(story, "energy", "late-entries");
        (line.Numerator, line.Denominator, line.Events.Count).ShouldBe((1, 3, 1));
        Line(story, "energy", "late-entries", "2023-01-10", 2022).Rate.ShouldBe(1);
    }

    [Fact]
    public void Silence_is_asked_at_the_four_quarters_ends()
    {
        // Led by court alone: 2.2-m1, due on 30 June. Silent at each quarter's end but the first, when the assignment is 75 days old and 91 are left.
        var line = Measured(Begun, "court", "silence");
        (line.Numerator, line.Denominator).ShouldBe((3, 4));
        Measured(Begun.And(Report("2.2", People.Court, "2021-06-15"), Report("2.2", People.Court, "2021-09-15"), Report("2.2", People.Court, "2021-12-15")), "court", "silence").Numerator.ShouldBe(0);
    }

    [Fact]
    public void An_indicator_without_a_reading_is_not_met_and_a_fact_only_one_is_not_asked()
    {
        Measured(Begun, "energy", "indicators-met").Rate.ShouldBe(0);
        var line = Measured(Begun.And(Metric("1.1-i1", 2, People.Energy, "2021-12-20")), "energy", "indicators-met");
        (line.Numerator, line.Denominator).ShouldBe((1, 2));
    }

    [Fact]
    public void Steps_count_for_their_owner_when_the_office_confirms_them_for_the_day()
    {
        var story = Begun.And(
            [Step("1.1-m1", "north", "2021-05-31", People.Energy, "2021-02-01"), Step("1.1-m1", "north", "2021-06-15", People.Energy, "2021-02-01"),
            .. StepDone("1.1-m1-s1", "north", "2021-05-31", "2021-06-02", "2021-05-31"), .. StepDone("1.1-m1-s2", "north", "2021-06-16", "2021-06-20", "2021-06-16")]);
        var line = Measured(story, "north", "steps-on-time");
        (line.Numerator, line.Denominator, line.Events.Count).ShouldBe((1, 2, 6));
        story.Sheets("2022-01-10").Of("north").List.ShouldBe("regions");
    }

    [Fact]
    public void Requests_that_bound_a_unit_count_by_their_limit_and_others_do_not()
    {
        var story = Begun.And(
            Coordination.CoordinationActs.Ask("1.1-m1", "water", "2021-06-20", People.Energy, "2021-05-10"), Coordination.CoordinationActs.Answer(true, People.Water, "2021-05-12"), Coordination.CoordinationActs.Deliver(People.Water, "2021-06-20"),
            Coordination.CoordinationActs.Ask("1.1-m2", "water", "2021-08-20", People.Energy, "2021-05-10"), Coordination.CoordinationActs.Answer(true, People.Water, "2021-05-12"), Coordination.CoordinationActs.Deliver(People.Water, "2021-08-21"),
            Coordination.CoordinationActs.Ask("1.1-m4", "water", "2021-11-20", People.Energy, "2021-05-10"), Coordination.CoordinationActs.Answer(false, People.Water, "2021-05-12", Text()));
        var line = Measured(story, "water", "cooperation-delivered");
        (line.Numerator, line.Denominator, line.Events.Count).ShouldBe((1, 2, 6));
        Measured(Begun, "water", "cooperation-delivered").Rate.ShouldBeNull();
    }

    [Fact]
    public void A_complainant_who_says_nothing_is_not_satisfied()
    {
        var story = Begun.And(
        [
            Complaints.ComplaintActs.Receive("2021-03-01"), Complaints.ComplaintActs.Dispatch("2021-03-01"), .. Complaints.ComplaintActs.Answered("2021-03-02"), Complaints.ComplaintActs.Ask("2021-03-05", Core.Complaints.Satisfaction.Satisfied),
            Complaints.ComplaintActs.Receive("2021-03-01", "c2"), Complaints.ComplaintActs.Dispatch("2021-03-01", "c2"), .. Complaints.ComplaintActs.Answered("2021-03-02", id: "c2"),
        ]);
        var line = Measured(story, "energy", "complaints-satisfied");
        (line.Numerator, line.Denominator).ShouldBe((1, 2));
    }

    [Fact]
    public void A_cooperating_unit_shares_in_what_it_cooperated_on()
    {
        // Water cooperates on energy's three, and on the group's one, of which it is no member any more when it falls due.
        var line = Measured(Three, "water", "cooperating-on-time");
        (line.Numerator, line.Denominator).ShouldBe((1, 4));
    }

    [Fact]
    public void Deputies_bodies_count_by_weight_however_many_ballots_they_hand_in()
    {
        var story = Begun.And(Adopt("2021-03-01"), Appraise("2021-12-01"),
            Ballots("energy", "2021-12-10", "congress", 100, Marks(80, 20, 0)), Ballots("energy", "2021-12-10", "cppcc", 10, [new("attitude", "satisfied", 5), new("attitude", "poor", 5), new("quality", "poor", 10)]));
        Measured(story, "energy", "deputies").Facts.ShouldBe(0);
        story = story.And(Publish("2021-12-20"));
        // Congress: 0.8 + 0.2 × 0.7 = 0.94 in each aspect. The other body left one aspect blank: (30 × 0.5 + 40 × 0) ÷ 70.
        var line = Measured(story, "energy", "deputies");
        (line.Numerator, line.Denominator, line.Facts).ShouldBe((decimal.Round(60 * 0.94m + 40 * 15m / 70, 6), 100, 110));
        story.Sheets("2022-01-10").Of("energy").Deputies.Select(d => (d.Body, d.Ballots, d.Result, d.Aspects.Count)).ShouldBe([("congress", 100, 94m, 3), ("cppcc", 10, 21.4286m, 2)]);
        // One body alone stands for both.
        var alone = Begun.And(Adopt("2021-03-01"), Appraise("2021-12-01"), Ballots("energy", "2021-12-10", "cppcc", 10, Marks(10, 0, 0)), Publish("2021-12-20"));
        Measured(alone, "energy", "deputies").ShouldSatisfyAllConditions(l => l.Rate.ShouldBe(1), l => l.Denominator.ShouldBe(40));
    }

    [Fact]
    public void Ballots_on_a_unit_that_is_gone_follow_its_successor_and_every_mark_counts_as_much()
    {
        var open = Begun.And(Adopt("2021-03-01"), Appraise("2021-09-01"),
            Ballots("energy", "2021-09-10", ballots: 30, counts: Marks(30, 0, 0)), Ballots("water", "2021-09-10", ballots: 10, counts: Marks(0, 0, 10)), Publish("2021-09-20"));
        var merged = open.And(Succeed(Core.Units.SuccessionKind.Merge, ["energy", "water"], ["industry"], "2021-11-01", introduced: [Industry]));
        var deputies = merged.Sheets("2022-01-10").Of("industry").Deputies.ShouldHaveSingleItem();
        (deputies.Ballots, deputies.Result, deputies.Aspects[0].Marks).ShouldBe((40, 75m, 40));
        deputies.Formerly!.Select(u => u.Id).ShouldBe(["energy", "water"]);
        merged.Sheets("2022-01-10").Line("industry", "deputies").Rate.ShouldBe(0.75m);
        // Before it, each had its own; published they stand under their own names.
        (open.Sheets("2022-01-10").Of("energy").Deputies[0].Result, open.Sheets("2022-01-10").Of("energy").Deputies[0].Formerly).ShouldBe((100m, null));
        AppraisalView.DeputiesOf(merged.State.Appraisals["2021"], Rulings.Delivered.Ballots, "water").ShouldHaveSingleItem().Ballots.ShouldBe(10);
        // Nobody appraises a unit that is gone; a mistake in what was said before is still mended.
        merged.When(Ballots("energy", "2021-12-10", "cppcc")).Refused("unit-succeeded", Core.Ledger.RefusalKind.Conflict, "unit");
        var entry = merged.State.Appraisals["2021"].Entries[0].Event;
        merged.When(Ballots("energy", "2021-12-10", ballots: 30, counts: Marks(29, 1, 0), corrects: entry)).Accepted();
        // Gone only after the year, it is appraised as it was.
        open.And(Succeed(Core.Units.SuccessionKind.Merge, ["energy", "water"], ["industry"], "2022-01-02", introduced: [Industry])).When(Ballots("energy", "2022-01-05", "cppcc")).Accepted();
    }

    [Fact]
    public void What_a_unit_did_that_is_gone_by_the_years_end_is_its_successors_whole()
    {
        var renamed = Three.And(Renamed("2021-11-10"));
        foreach (var measure in new[] { "on-time", "delay-days", "returned-untrue", "late-entries", "silence", "indicators-met" })
        {
            var (before, after) = (Measured(Three, "energy", measure), Measured(renamed, "industry", measure));
            before.Denominator.ShouldBeGreaterThan(0, measure);
            (after.Numerator, after.Denominator, after.Facts).ShouldBe((before.Numerator, before.Denominator, before.Facts), measure);
        }

        renamed.Sheets("2022-01-10", 2021).Sheets.ShouldNotContain(s => s.Id == "energy");
    }

    [Fact]
    public void Every_measure_that_the_schema_names_is_in_the_table_and_no_other()
    {
        var known = System.Text.Encoding.UTF8.GetString(Plans.ExampleFiles.Deployed("appraisals/appraisal.schema.json")).Split("\"description\": \"on-time, ")[1].Split(':')[0];
        foreach (var code in known.Split(", ").Append("on-time"))
            Measured(Begun, "energy", code).Measure.ShouldBe(code);
    }

    private static ScoreLine Measured(Story story, string unit, string measure) => Line(story, unit, measure, "2022-01-10", 2021);

    /// <summary>One measure alone, in every list.</summary>
    private static ScoreLine Line(Story story, string unit, string measure, string on, int year)
    {
        var list = Rulings.List(Rulings.Line("only", measure, 100, Direction.Up));
        var sheets = story.Sheets(on, year, Rulings.Plain with { Lists = new(list, list, list) });
        return sheets.Line(unit, "only");
    }
}
