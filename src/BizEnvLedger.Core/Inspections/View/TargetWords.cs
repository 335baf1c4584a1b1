using System.Globalization;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>A target in signs that read alike in both languages: ≤ 1, ≥ 95, 2–3.</summary>
public static class TargetWords
{
    public static string Of(Target target) => target.Comparator switch
    {
        Comparator.AtMost => "≤ " + Number(target.Value),
        Comparator.AtLeast => "≥ " + Number(target.Value),
        Comparator.Equal => "= " + Number(target.Value),
        Comparator.Between => Number(target.Value) + "–" + Number(target.Upper),
        Comparator.BetterThan => "优于" + target.Benchmark,
        _ => target.Wanted ?? "",
    };

    private static string Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
