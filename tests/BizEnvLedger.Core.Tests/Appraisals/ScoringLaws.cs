using BizEnvLedger.Core.Appraisals.Measures;
using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Appraisals.Scoring;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Tests.Laws;
using CsCheck;
using static BizEnvLedger.Core.Tests.Appraisals.AppraisalActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Appraisals;

public class ScoringLaws
{
    private static readonly Gen<(ScoreRule Rule, Measured Measured)> Line =
        Gen.Select(Gen.Int[1, 9999], Gen.Bool, Gen.Int[1, 5], Gen.Int[0, 99], Gen.Int[0, 40], Gen.Int[0, 40], (weight, up, least, low, part, rest) =>
        {
            var (none, full) = (low / 100m, (low + 1) / 100m);
            return (Rulings.Line("a", "on-time", weight / 100m, up ? Direction.Up : Direction.Down, least, up ? new(none, full) : new(full, none)), new Measured(part, part + rest, part + rest, []));
        });

    [Fact]
    public void Effective_weights_of_a_rated_sheet_always_sum_to_100_and_its_score_stays_within_0_and_100() =>
        Line.List[1, 9].Sample(lines =>
        {
            var scored = Scored(lines);
            var rated = scored.Any(l => l.Rated);
            scored.Sum(l => l.EffectiveWeight).ShouldBe(rated ? 100 : 0);
            scored.Where(l => !l.Rated).ShouldAllBe(l => l.EffectiveWeight == 0 && l.Score == 0 && l.Unrated != null);
            scored.Where(l => l.Rated).ShouldAllBe(l => 0 <= l.Points && l.Points <= 100 && l.EffectiveWeight > 0 && l.Rate >= 0 && l.Rate <= 1);
            if (rated)
                Score.Total(scored)!.Value.ShouldBeInRange(0, 100);
            else
                Score.Total(scored).ShouldBeNull();
        });

    [Fact]
    public void Twice_as_much_of_everything_leaves_rates_and_points_equal() =>
        Line.List[1, 9].Sample(lines =>
        {
            // Large units and small are judged alike: only what is too little to rate can become enough.
            var doubled = Scored([.. lines.Select(l => (l.Rule with { LeastFacts = 2 * l.Rule.LeastFacts }, new Measured(2 * l.Measured.Numerator, 2 * l.Measured.Denominator, 2 * l.Measured.Facts, [])))]);
            doubled.Select(l => (l.Rate, l.Points, l.EffectiveWeight, l.Score)).ShouldBe(Scored(lines).Select(l => (l.Rate, l.Points, l.EffectiveWeight, l.Score)));
        });

    [Fact]
    public void A_place_does_not_depend_on_the_order_of_the_units() =>
        Gen.Select(Gen.Int[0, 20].List[1, 12], Gen.Int[0, 9999]).Sample((totals, seed) =>
        {
            var sheets = totals.Select((t, i) => ScoringTests.Sheet($"u{i}", t == 20 ? null : t, t < 3 ? 40 : 100, t == 19 ? "vertical" : "direct")).ToArray();
            var before = Ranking.Of(sheets, Rulings.Plain.Lists.Leading);
            new Random(seed).Shuffle(sheets);
            Ranking.Of(sheets, Rulings.Plain.Lists.Leading).ShouldBe(before);
            before.Where(s => s.Rank is not null).ShouldAllBe(s => s.Rank == 1 + before.Count(o => o.Rank != null && o.Total > s.Total));
        });

    [Fact]
    public void Whatever_happens_every_rate_is_one_and_every_days_delay_was_in_hand() =>
        RandomStory.Stories.Sample(story =>
        {
            foreach (var year in new[] { 2021, 2022 })
            {
                var sheets = story.Sheets("2023-01-10", year);
                sheets.Sheets.SelectMany(s => s.Lines).ShouldAllBe(l => 0 <= l.Numerator && l.Numerator <= l.Denominator);
                sheets.Sheets.Where(s => s.Total != null).ShouldAllBe(s => s.Lines.Sum(l => l.EffectiveWeight) == 100);
                sheets.Sheets.SelectMany(s => s.Lines).SelectMany(l => l.Events).ShouldAllBe(id => story.Events.Exists(e => e.Id == id));
                // The same facts give the same sheets.
                Json(story.Sheets("2023-01-10", year)).ShouldBe(Json(sheets));
            }
        }, iter: 40);

    private static IReadOnlyList<ScoreLine> Scored(IReadOnlyList<(ScoreRule Rule, Measured Measured)> lines)
    {
        var rules = lines.Select((l, i) => l.Rule with { Code = $"l{i}" }).ToArray();
        return Score.Lines(Rulings.List(rules), rule => lines[Array.IndexOf(rules, rule)].Measured);
    }
}
