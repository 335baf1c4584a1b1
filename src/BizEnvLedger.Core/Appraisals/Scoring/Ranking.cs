using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Appraisals.Scoring;

/// <summary>Places within one list. Only units under the city's direct authority are ranked, and only where enough of their weight is rated.</summary>
public static class Ranking
{
    /// <summary>The sheets with their places, best first; equal totals share a place, and the next one is skipped.</summary>
    public static IReadOnlyList<UnitSheet> Of(IEnumerable<UnitSheet> sheets, ScoreList list)
    {
        var all = sheets.Select(s => s with { Unranked = WhyNot(s, list) }).ToList();
        var totals = all.Where(s => s.Unranked is null).Select(s => s.Total!.Value).ToList();
        return [.. all.Select(s => s.Unranked is null ? s with { Rank = 1 + totals.Count(t => t > s.Total), Of = totals.Count } : s)
            .OrderBy(s => s.Rank ?? int.MaxValue).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    private static string? WhyNot(UnitSheet sheet, ScoreList list) =>
        sheet.Authority != Figures.Word(Authority.Direct) ? "notDirect"
        : sheet.Total is null || sheet.RatedWeight < list.LeastRatedWeight ? "tooLittleRated"
        : null;
}
