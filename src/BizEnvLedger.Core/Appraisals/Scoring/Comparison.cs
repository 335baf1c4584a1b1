using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Core.Appraisals.Scoring;

/// <summary>What another rule set would make of the same year, unit by unit: both totals, both places, and by how many the unit would rise.</summary>
public sealed record Comparison(UnitName Unit, string? List, string? OtherList, decimal? Total, decimal? OtherTotal, int? Rank, int? OtherRank)
{
    /// <summary>Places gained by the other rule set; below nought, places lost; null where either has none.</summary>
    public int? Rise => Rank - OtherRank;

    public static IReadOnlyList<Comparison> Of(AppraisalSheets present, AppraisalSheets other) =>
        [.. present.Sheets.Select(s => s.Id).Union(other.Sheets.Select(s => s.Id)).Select(id =>
        {
            var (here, there) = (present.Sheets.FirstOrDefault(s => s.Id == id), other.Sheets.FirstOrDefault(s => s.Id == id));
            return new Comparison(new(id, (here ?? there)!.Name), here?.List, there?.List, here?.Total, there?.Total, here?.Rank, there?.Rank);
        })];
}
