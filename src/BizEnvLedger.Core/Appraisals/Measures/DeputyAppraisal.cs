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
        var bodies = Results(look, unit).ToList();
        return new(
            decimal.Round(bodies.Sum(b => b.Weight * b.Worth), Measured.RateDecimals, MidpointRounding.AwayFromZero),
            bodies.Sum(b => b.Weight),
            bodies.Sum(b => b.Ballots),
            [.. bodies.SelectMany(b => b.Events)]);
    }

    /// <summary>One line for each body that handed in ballots on the unit, or on one whose part it holds at the year's end: as days do, they follow the successor, and every mark counts as much.</summary>
    public static IEnumerable<BodyResult> Results(YearLook look, string unit) =>
        Results(look.Appraisal, look.Ballots, entry => look.Plan.Roster.Successions.Holder(entry.Unit, look.Last) == unit);

    /// <summary>The same for the ballots chosen.</summary>
    public static IEnumerable<BodyResult> Results(Appraisal appraisal, BallotRules rules, Func<BallotEntry, bool> which)
    {
        foreach (var body in rules.Bodies)
        {
            var entries = appraisal.InForce.Where(b => which(b) && b.Body == body.Code && b.PublishedBy is not null).ToList();
            if (Aspects(rules, entries).ToList() is { Count: > 0 } aspects)
                yield return new(body.Code, body.Title, body.Weight, entries.Sum(e => e.Ballots), aspects.Sum(a => a.Weight * a.Worth) / aspects.Sum(a => a.Weight), aspects,
                    [.. entries.SelectMany(e => new[] { e.Event, e.PublishedBy!.Value }).Distinct()])
                {
                    Units = [.. entries.Select(e => e.Unit).Distinct()],
                };
        }
    }

    private static IEnumerable<AspectResult> Aspects(BallotRules rules, IReadOnlyList<BallotEntry> entries) =>
        from aspect in rules.Aspects
        let marks = rules.Grades.Select(g => (g.Value, Count: entries.SelectMany(e => e.Counts).Where(c => c.Aspect == aspect.Code && c.Grade == g.Code).Sum(c => c.Count))).ToList()
        let all = marks.Sum(m => m.Count)
        where all > 0
        select new AspectResult(aspect.Code, aspect.Title, aspect.Weight, all, marks.Sum(m => m.Value * m.Count) / all);
}

/// <summary>A body's ballots on a unit.</summary>
internal sealed record BodyResult(string Code, string Title, decimal Weight, int Ballots, decimal Worth, IReadOnlyList<AspectResult> Aspects, IReadOnlyList<Guid> Events)
{
    /// <summary>Units on which they were given.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];
}

internal sealed record AspectResult(string Code, string Title, decimal Weight, int Marks, decimal Worth);
