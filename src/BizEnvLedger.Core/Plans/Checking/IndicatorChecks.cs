using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>Indicators, and how their targets stand to each other.</summary>
internal static class IndicatorChecks
{
    public static void Check(PlanPlaces places, IndicatorPlace place, Mistakes mistakes)
    {
        var (path, indicator) = (place.Path, place.Indicator);
        mistakes.NotEmpty(path + ".name", indicator.Name);
        mistakes.NotEmpty(path + ".unit", indicator.Unit);
        mistakes.Known(places, path + ".dataOwner", indicator.DataOwner);
        if (indicator.LagDays is < 0 or > 3660)
            mistakes.OutOfRange(path + ".lagDays", indicator.LagDays, 0, 3660);
        if (indicator.Scope is { } scope && scope.ToString().Length == 0)
            mistakes.Add(path + ".scope", "empty-scope",
                "The scope says nothing.", "适用范围为空。",
                "Name a customer class, an area or another split, or leave “scope” out.", "请写明客户类别、区域或其他划分，或删去“scope”。");
        for (var i = 0; i < indicator.Targets.Count; i++)
            TargetChecks.Check(places, indicator, $"{path}.targets[{i}]", indicator.Targets[i], mistakes);
        Overlaps(path, indicator.Targets, mistakes);
        Order(path, indicator.Targets, mistakes);
    }

    private static void Overlaps(string path, IReadOnlyList<Target> targets, Mistakes mistakes)
    {
        var taken = new HashSet<object>();
        for (var i = 0; i < targets.Count; i++)
            if (!taken.Add((targets[i].Due, targets[i].From, targets[i].Milestone, targets[i].Recurrence?.From, targets[i].Recurrence?.Until)))
                mistakes.Add($"{path}.targets[{i}]", "overlapping-targets",
                    "Another target of this indicator holds for the same date and milestone.", "本指标已有另一目标对应同一日期和里程碑。",
                    "Keep one; a range is one target with “between”; another customer class or area is an indicator of its own.",
                    "请只保留一个；区间用“between”写成一个目标；不同客户类别或区域应另立指标。");
    }

    private static void Order(string path, IReadOnlyList<Target> targets, Mistakes mistakes)
    {
        DateOnly? last = null;
        for (var i = 0; i < targets.Count; i++)
        {
            var date = targets[i].Due ?? targets[i].From ?? targets[i].Recurrence?.From;
            if (date < last)
                mistakes.Add($"{path}.targets[{i}]", "targets-out-of-order",
                    $"This target ({date:yyyy-MM-dd}) stands after a later one ({last:yyyy-MM-dd}).", $"此目标（{date:yyyy-MM-dd}）排在更晚的目标（{last:yyyy-MM-dd}）之后。",
                    "List the targets in the order of their dates.", "请按日期先后排列目标。");
            last = date > last || last is null ? date ?? last : last;
        }
    }
}
