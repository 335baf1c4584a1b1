using BizEnvLedger.Core.Appraisals.Measures;
using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Appraisals.Scoring;
using BizEnvLedger.Core.Plans;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Appraisals.AppraisalActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Appraisals;

public class ScoringTests
{
    private static readonly Story Begun = Given(IssuedWithSystems());

    [Fact]
    public void Points_run_straight_between_the_bounds_and_every_line_shows_its_arithmetic()
    {
        var line = Lines((Rulings.Line("a", "on-time", 100, Direction.Up, band: new(0.6m, 1)), new(4, 5, 5, []))).Single();
        (line.Points, line.Score).ShouldBe((50, 50));
        line.Arithmetic.ShouldBe("4 ÷ 5 = 0.8; (0.8 − 0.6) ÷ (1 − 0.6) × 100 = 50; 50 × 100% = 50");
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(3, 0)]
    [InlineData(10, 0)]
    [InlineData(1, 66.6667)]
    public void Where_less_is_better_the_band_runs_downwards_and_points_stay_within_its_ends(int of10, double points) =>
        Lines((Rulings.Line("a", "delay-days", 100, Direction.Down, band: new(0.3m, 0)), new(of10, 10, 10, []))).Single().Points.ShouldBe((decimal)points);

    [Fact]
    public void With_too_few_facts_a_line_is_not_rated_and_its_weight_goes_to_the_others()
    {
        var lines = Lines(
            (Rulings.Line("few", "on-time", 40, Direction.Up, least: 3), new(2, 2, 2, [])),
            (Rulings.Line("none", "silence", 30, Direction.Down), new(0, 0, 0, [])),
            (Rulings.Line("a", "deputies", 20, Direction.Up), new(1, 2, 2, [])),
            (Rulings.Line("b", "late-entries", 10, Direction.Down), new(0, 9, 9, [])));
        lines.Select(l => (l.Rated, l.Unrated, l.Weight, l.EffectiveWeight, l.Score)).ShouldBe(
        [
            (false, "tooFewFacts", 40, 0, 0), (false, "noFacts", 30, 0, 0), (true, null, 20, 66.6667m, 33.3334m), (true, null, 10, 33.3333m, 33.3333m),
        ]);
        Score.Total(lines).ShouldBe(66.67m);
    }

    [Fact]
    public void A_unit_of_which_nothing_can_be_rated_has_no_total() =>
        Score.Total(Lines((Rulings.Line("a", "silence", 100, Direction.Down), new(0, 0, 0, [])))).ShouldBeNull();

    [Fact]
    public void Units_are_listed_with_their_like()
    {
        var story = Begun.And(Adopt("2021-03-01"), Appraise("2021-12-01"), Ballots("north", "2021-12-10"), Publish("2021-12-20"));
        story.Sheets("2022-01-10").Sheets.Select(s => (s.Id, s.List)).Order().ShouldBe(
            [("court", "leading"), ("energy", "leading"), ("housing", "leading"), ("inspectorate", "leading"), ("north", "regions"), ("tax", "leading"), ("water", "leading")]);
        // Where the lead went to energy before the year began, water only cooperates.
        var taken = Begun.And(Reassign("1.2", ["energy"], "2021-01-15", cooperating: ["water"]), Reassign("1.3", ["housing"], "2021-01-15"));
        taken.Sheets("2022-01-10").Of("water").List.ShouldBe("cooperatingOnly");
        // The offices that score are not scored unless the rules say so.
        Begun.Sheets("2022-01-10", rules: Rulings.Plain).Sheets.ShouldNotContain(s => s.Id == "inspectorate");
    }

    [Fact]
    public void Only_units_under_the_citys_direct_authority_are_ranked_and_others_get_a_sheet()
    {
        var sheets = Begun.Sheets("2022-01-10", rules: Rulings.Plain);
        foreach (var other in new[] { "tax", "court" })
            (sheets.Of(other).Rank, sheets.Of(other).Unranked, sheets.Of(other).Total is not null).ShouldBe((null, "notDirect", true));
        sheets.Sheets.Where(s => s.List == "leading" && s.Rank is not null).ShouldAllBe(s => s.Authority == "direct" && s.Of == 3);
    }

    [Fact]
    public void Equal_totals_share_a_place_and_too_little_rated_has_none()
    {
        var ranked = Ranking.Of([Sheet("c", 80, 100), Sheet("b", 90, 100), Sheet("a", 90, 100), Sheet("d", 99, 49.99m), Sheet("e", null, 0), Sheet("f", 10, 50)], Rulings.Plain.Lists.Leading);
        ranked.Select(s => (s.Id, s.Rank, s.Of, s.Unranked)).ShouldBe(
            [("a", 1, 4, null), ("b", 1, 4, null), ("c", 3, 4, null), ("f", 4, 4, null), ("d", null, null, "tooLittleRated"), ("e", null, null, "tooLittleRated")]);
    }

    [Fact]
    public void What_if_sets_both_rule_sets_side_by_side_and_says_who_would_rise()
    {
        // Energy is on time once in three and late for long; water and housing are never on time, and late by a day.
        var story = Begun.And([.. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"), .. Done("1.2-m1", "water", "2021-09-01", "2021-09-03"), .. Done("1.2.1-m1", "housing", "2021-09-01", "2021-09-03"), .. Done("1.2.2-m1", "water", "2021-11-01", "2021-11-03")]);
        var days = Rulings.List(Rulings.Line("delay", "delay-days", 100, Direction.Down));
        var (present, other) = (story.Sheets("2022-01-10", rules: Rulings.Plain), story.Sheets("2022-01-10", rules: Rulings.Plain with { Version = 2, Lists = new(days, days, days) }));
        var compared = Comparison.Of(present, other);
        foreach (var row in compared)
            (row.Total, row.OtherTotal, row.Rise).ShouldBe((present.Of(row.Unit.Id).Total, other.Of(row.Unit.Id).Total, present.Of(row.Unit.Id).Rank - other.Of(row.Unit.Id).Rank));
        compared.Single(c => c.Unit.Id == "energy").ShouldSatisfyAllConditions(c => c.Rank.ShouldBe(1), c => c.OtherRank.ShouldBe(3), c => c.Rise.ShouldBe(-2));
    }

    [Fact]
    public void Drawn_again_from_its_leaves_a_year_says_the_same_whatever_came_later()
    {
        var ready = Begun.And([.. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"), Adopt("2021-12-01"), Appraise("2021-12-01"), Ballots("energy", "2021-12-10"), Publish("2021-12-20")]);
        var (frozen, size) = (ready.Sheets("2022-01-20"), ready.Events.Count);
        var later = ready.And(Scored("2022-01-20"), Metric("1.1-i1", 1, People.Energy, "2022-01-21", "2021-12-30"), Adopt("2022-02-01", Rulings.Plain with { Version = 9 }, 2022));
        Json(later.AtTreeSize(size).Sheets("2022-01-20")).ShouldBe(Json(frozen));
        later.State.Appraisals["2021"].Rules!.Rules.Id.ShouldBe("default");
    }

    private static IReadOnlyList<ScoreLine> Lines(params (ScoreRule Rule, Measured Measured)[] lines) =>
        Score.Lines(Rulings.List([.. lines.Select(l => l.Rule)]), rule => lines.Single(l => l.Rule == rule).Measured);

    internal static UnitSheet Sheet(string id, decimal? total, decimal rated, string authority = "direct") => new()
    {
        Id = id, Name = id, Kind = "department", Authority = authority, List = "leading", ListTitle = "牵头单位", Total = total, RatedWeight = rated, Lines = [], Deputies = [],
    };
}
