using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>A single target: its dates, and whether its figures suit its comparator.</summary>
internal static class TargetChecks
{
    public static void Check(PlanPlaces places, IndicatorDefinition indicator, string path, Target target, Mistakes mistakes)
    {
        MilestoneChecks.Dates(places, path, target.Due, target.From, "from", mistakes);
        mistakes.InOrder(places, path + ".recurrence", target.Recurrence);
        if (target.Milestone is { } milestone && !places.MilestoneIds.Contains(milestone))
            MilestoneChecks.Unknown(places, path + ".milestone", milestone, mistakes);
        Figures(path, target, mistakes);
        if (indicator.Unit.Trim() is "%" or "％")
        {
            Percent(path + ".value", target.Value, mistakes);
            Percent(path + ".upper", target.Upper, mistakes);
        }
    }

    private static void Figures(string path, Target target, Mistakes mistakes)
    {
        var word = target.Comparator switch
        {
            Comparator.AtMost => "atMost",
            Comparator.AtLeast => "atLeast",
            Comparator.Equal => "equal",
            Comparator.Between => "between",
            Comparator.BetterThan => "betterThan",
            _ => "unstated",
        };
        var (wantsValue, wantsUpper) = (target.Comparator is not (Comparator.BetterThan or Comparator.Unstated), target.Comparator is Comparator.Between);
        Figure(path, "value", wantsValue, target.Value, word, mistakes);
        Figure(path, "upper", wantsUpper, target.Upper, word, mistakes);
        if (wantsUpper && target.Value > target.Upper)
            mistakes.Add(path + ".upper", "range-reversed",
                $"The upper figure {target.Upper} is below the lower one {target.Value}.", $"区间上限{target.Upper}小于下限{target.Value}。",
                "Exchange “value” and “upper”.", "请对调“value”与“upper”。");
        if (target.Comparator is Comparator.BetterThan && string.IsNullOrWhiteSpace(target.Benchmark))
            mistakes.Add(path + ".benchmark", "benchmark-missing",
                "The target does not say what it is compared with.", "目标未说明与何者比较。",
                "Name the benchmark in “benchmark”: 全国平均水平.", "请在“benchmark”中写明参照，如“全国平均水平”。");
        if (target.Comparator is Comparator.Unstated && string.IsNullOrWhiteSpace(target.Wanted))
            mistakes.Add(path + ".wanted", "wanted-missing",
                "A target without a figure does not say what is wanted.", "无数值的目标未说明要求。",
                "Say in “wanted” what is wanted, in a few words: 稳步增加.", "请在“wanted”中简要写明要求，如“稳步增加”。");
    }

    private static void Figure(string path, string name, bool wanted, decimal? figure, string comparator, Mistakes mistakes)
    {
        if (wanted && figure is null)
            mistakes.Add($"{path}.{name}", "value-missing",
                $"“{comparator}” needs “{name}”.", $"“{comparator}”需要“{name}”。",
                $"Add the figure in “{name}”; where the text has none, use “unstated” or “betterThan”.", $"请在“{name}”中填写数值；原文没有数值的，用“unstated”或“betterThan”。");
        else if (!wanted && figure is not null)
            mistakes.Add($"{path}.{name}", "value-not-allowed",
                $"“{comparator}” takes no “{name}”.", $"“{comparator}”不使用“{name}”。",
                $"Remove “{name}”, or choose another comparator.", $"请删去“{name}”，或改用其他比较方式。");
    }

    private static void Percent(string path, decimal? figure, Mistakes mistakes)
    {
        if (figure is < 0 or > 100)
            mistakes.Add(path, "percent-out-of-range",
                $"{figure} % does not lie within 0–100.", $"{figure}%不在0至100之间。",
                "Write a share within 0–100; for points use another unit (百分点).", "请写0至100之间的百分比；百分点请用其他计量单位。");
    }
}
