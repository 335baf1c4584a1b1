using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>附件, in their order.</summary>
internal enum AnnexOf { Tasks, Due, Late, Indicators, Rectification, NextDue, Complaints, Data, Registers, Supervision, Regions, Proof }

/// <summary>
/// Which annexes a notice has, and their numbers as the body cites them. One that would hold nothing but the word that there is nothing is left out,
/// and the last annex says so in a line.
/// </summary>
internal static class AnnexNumbers
{
    public static int Of(HalfYearDataSet dataSet, AnnexOf annex) => Enum.GetValues<AnnexOf>().Count(other => other <= annex && Has(dataSet, other));

    /// <summary>附件6.</summary>
    public static string Named(HalfYearDataSet dataSet, AnnexOf annex) => $"附件{Of(dataSet, annex)}";

    public static bool Has(HalfYearDataSet dataSet, AnnexOf annex) => annex switch
    {
        AnnexOf.Registers => dataSet.Registers is not null,
        AnnexOf.Supervision => dataSet.Supervision is { } supervision && !SupervisionWords.IsEmpty(supervision),
        AnnexOf.Regions => dataSet.Regions is not null || dataSet.Undated is not null,
        _ => Nothing(dataSet, annex) is null,
    };

    /// <summary>What there is nothing of, for each annex that is left out and that a reader would look for.</summary>
    public static IEnumerable<string> LeftOut(HalfYearDataSet dataSet) => Enum.GetValues<AnnexOf>().Select(annex => Nothing(dataSet, annex)).OfType<string>();

    private static string? Nothing(HalfYearDataSet dataSet, AnnexOf annex) => annex switch
    {
        AnnexOf.NextDue when dataSet.NextDue.Count == 0 => $"{Wording.Name(Wording.Of(dataSet).Next)}无到期节点",
        AnnexOf.Complaints when Notice.Complaints.None(dataSet.Complaints) is { } none => none,
        AnnexOf.Data when dataSet is { LateEntries.Count: 0, Corrections.Count: 0, Restated.Count: 0, LeadChanges.Count: 0 } => "本期无数据补录、更正和牵头单位调整",
        _ => null,
    };
}
