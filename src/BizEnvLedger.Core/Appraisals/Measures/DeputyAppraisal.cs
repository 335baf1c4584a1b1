using BizEnvLedger.Core.Appraisals.Rules;

namespace BizEnvLedger.Core.Appraisals.Measures;

/// <summary>
/// 评议得分率: what the published ballots are worth, from 0 to 1. Within a body each aspect is the mean of its marks; aspects and bodies count by their weights,
/// and where a body handed in none, or left an aspect blank, the others' weights stand for it.
/// </summary>
internal static class DeputyAppraisal
{
    public static Measured Of(YearLook look, string unit)
    {
        var bodies = Results(look.Appraisal, look.Ballots, unit).ToList();
        return new(
            decimal.Round(bodies.Sum(b => b.Weight * b.Worth), Measured.RateDecimals, MidpointRounding.AwayFromZero),
            bodies.Sum(b => b.Weight),
            bodies.Sum(b => b.Ballots),
            [.. bodies.SelectMany(b => b.Events)]);
    }

    /// <summary>One line for each body that handed in ballots.</summary>
    public static IEnumerable<BodyResult> Results(Appraisal appraisal, BallotRules rules, string unit)
    {
        foreach (var body in rules.Bodies)
            foreach (var entry in appraisal.InForce.Where(b => b.Unit == unit && b.Body == body.Code))
                if (entry.PublishedBy is { } published && Aspects(rules, entry).ToList() is { Count: > 0 } aspects)
                    yield return new(body.Code, body.Title, body.Weight, entry.Ballots, aspects.Sum(a => a.Weight * a.Worth) / aspects.Sum(a => a.Weight), aspects, [entry.Event, published]);
    }

    private static IEnumerable<AspectResult> Aspects(BallotRules rules, BallotEntry entry) =>
        from aspect in rules.Aspects
        let marks = rules.Grades.Select(g => (g.Value, Count: entry.Counts.Where(c => c.Aspect == aspect.Code && c.Grade == g.Code).Sum(c => c.Count))).ToList()
        let all = marks.Sum(m => m.Count)
        where all > 0
        select new AspectResult(aspect.Code, aspect.Title, aspect.Weight, all, marks.Sum(m => m.Value * m.Count) / all);
}

/// <summary>A body's ballots on a unit.</summary>
internal sealed record BodyResult(string Code, string Title, decimal Weight, int Ballots, decimal Worth, IReadOnlyList<AspectResult> Aspects, IReadOnlyList<Guid> Events);

internal sealed record AspectResult(string Code, string Title, decimal Weight, int Marks, decimal Worth);
