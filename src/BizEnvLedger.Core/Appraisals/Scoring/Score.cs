using System.Globalization;
using BizEnvLedger.Core.Appraisals.Measures;
using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Inspections.View;

namespace BizEnvLedger.Core.Appraisals.Scoring;

/// <summary>From rates to points to a total: exact decimals, rounded where it says so and nowhere else.</summary>
public static class Score
{
    public const int PointDecimals = 4, WeightDecimals = 4, TotalDecimals = 2;

    /// <summary>The lines of a list for what was measured; the rated lines' effective weights sum to 100.</summary>
    public static IReadOnlyList<ScoreLine> Lines(ScoreList list, Func<ScoreRule, Measured> measured)
    {
        var found = list.Lines.Select(rule => (Rule: rule, Measured: measured(rule))).ToList();
        var weights = Redistributed([.. found.Select(f => IsRated(f.Rule, f.Measured) ? f.Rule.Weight : 0)]);
        return [.. found.Select((f, i) => Line(f.Rule, f.Measured, weights[i]))];
    }

    /// <summary>The sum of the lines' scores; null where none is rated.</summary>
    public static decimal? Total(IReadOnlyList<ScoreLine> lines) => lines.Any(l => l.Rated) ? Rounded(lines.Sum(l => l.Score), TotalDecimals) : null;

    /// <summary>Shares of 100 by weight. What rounding leaves over or takes too much is settled with the heaviest, the first of them where they are equal.</summary>
    private static decimal[] Redistributed(decimal[] weights)
    {
        var sum = weights.Sum();
        if (sum == 0)
            return weights;
        var shares = weights.Select(w => Rounded(w * 100 / sum, WeightDecimals)).ToArray();
        shares[Array.IndexOf(weights, weights.Max())] += 100 - shares.Sum();
        return shares;
    }

    private static bool IsRated(ScoreRule rule, Measured m) => m.Denominator > 0 && m.Facts >= rule.LeastFacts;

    private static ScoreLine Line(ScoreRule rule, Measured m, decimal weight)
    {
        var line = new ScoreLine
        {
            Code = rule.Code,
            Title = rule.Title,
            Measure = rule.Measure,
            Direction = Figures.Word(rule.Direction),
            Numerator = m.Numerator,
            Denominator = m.Denominator,
            Facts = m.Facts,
            LeastFacts = rule.LeastFacts,
            Rate = m.Rate,
            BandNone = rule.Band.None,
            BandFull = rule.Band.Full,
            Weight = rule.Weight,
            Rated = IsRated(rule, m),
            EffectiveWeight = weight,
            Score = 0,
            Events = m.Events,
        };
        if (!line.Rated)
            return line with { Unrated = m.Denominator == 0 ? "noFacts" : "tooFewFacts" };
        var straight = Rounded(100 * (m.Rate!.Value - rule.Band.None) / (rule.Band.Full - rule.Band.None), PointDecimals);
        var points = Math.Clamp(straight, 0, 100);
        var score = Rounded(points * weight / 100, PointDecimals);
        return line with
        {
            Points = points,
            Score = score,
            Arithmetic = $"{Number(m.Numerator)} ÷ {Number(m.Denominator)} = {Number(m.Rate.Value)}; "
                + $"({Number(m.Rate.Value)} − {Number(rule.Band.None)}) ÷ ({Number(rule.Band.Full)} − {Number(rule.Band.None)}) × 100 = {Number(straight)}{(points == straight ? "" : $" → {Number(points)}")}; "
                + $"{Number(points)} × {Number(weight)}% = {Number(score)}",
        };
    }

    private static decimal Rounded(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−');
}
