using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>二、主要成效: area by area, what was done and how far the figures moved.</summary>
internal static class Achievements
{
    public static IEnumerable<NoticeParagraph> Write(HalfYearDataSet dataSet, NoticeBody.Measure measure)
    {
        if (dataSet.Areas.Count == 0)
        {
            yield return NoticeBody.Text("本期无分领域进展数据。");
            yield break;
        }
        if (dataSet.Areas.All(area => area is { Due: 0, IndicatorsDue: 0 }))
        {
            yield return NoticeBody.Text("本期各领域均无应完成节点和应达标指标。");
            yield break;
        }
        var number = 0;
        foreach (var area in dataSet.Areas.Take(measure.Areas))
        {
            yield return NoticeBody.Part(++number, Wording.Clause(area.Title));
            yield return NoticeBody.Text(Nodes(area) + Figures(dataSet, area, measure.Indicators));
        }
        if (dataSet.Areas.Count > measure.Areas)
            yield return NoticeBody.Text(measure.Areas == 0 ? $"{dataSet.Areas.Count}个领域的进展情况见附件1、附件4。" : $"其余{dataSet.Areas.Count - measure.Areas}个领域的进展情况见附件1、附件4。");
    }

    private static string Nodes(AreaFigures area)
    {
        var closed = area.OnTime + area.Extended + area.Late;
        var tasks = area.Tasks.Count == 0 ? "" : $"涉及任务{area.Tasks.Count}项，";
        if (area.Due == 0)
            return tasks + "本期无应完成节点。";
        if (closed == 0)
            return $"{tasks}应完成节点{area.Due}项，尚无办结。";
        if (area.OnTime == area.Due)
            return $"{tasks}应完成节点{area.Due}项，{(area.Due == 1 ? "已" : "全部")}按期办结。";
        var parts = new[] { ("按期办结", area.OnTime), ("延期内办结", area.Extended), ("逾期办结", area.Late) }.Where(part => part.Item2 > 0).ToList();
        var told = parts.Count == 1
            ? $"{parts[0].Item1}{parts[0].Item2}项，占{Wording.Percent(closed, area.Due)}"
            : $"办结{closed}项，占{Wording.Percent(closed, area.Due)}，其中{Wording.List(parts.Select(part => $"{part.Item1}{part.Item2}项"))}";
        return $"{tasks}应完成节点{area.Due}项，{told}。";
    }

    private static string Figures(HalfYearDataSet dataSet, AreaFigures area, int most)
    {
        if (area.IndicatorsDue == 0)
            return "";
        var counts = area.IndicatorsMet == area.IndicatorsDue
            ? $"应达标指标{area.IndicatorsDue}项，{(area.IndicatorsDue == 1 ? "已" : "全部")}达标"
            : area.IndicatorsMet == 0 ? $"应达标指标{area.IndicatorsDue}项，尚未达标" : $"应达标指标{area.IndicatorsDue}项，已达标{area.IndicatorsMet}项";
        var met = dataSet.Indicators.Where(indicator => indicator.Area == area.Id && indicator is { Attainment: "met", Value: not null }).ToList();
        var told = met.OrderBy(indicator => indicator.Baseline is null).Take(most).Select(Told).ToList();
        if (told.Count == 0)
            return counts + (area.IndicatorsMet > 0 ? "，具体数据见附件4。" : "。");
        var rest = met.Count - told.Count;
        return $"{counts}。{string.Join("；", told)}{(rest > 0 ? $"；其余{rest}项达标指标见附件4" : "")}。";
    }

    /// <summary>Baseline → value → target.</summary>
    internal static string Told(IndicatorFigures indicator)
    {
        var value = indicator.Value!.Value;
        var name = indicator.Scope is { Length: > 0 } scope ? $"{indicator.Name}（{scope}）" : indicator.Name;
        var moved = indicator.Baseline switch
        {
            null => $"{name}为{Wording.Amount(value, indicator.Unit)}",
            { } baseline when baseline == value => $"{name}保持{Wording.Amount(value, indicator.Unit)}",
            { } baseline => $"{name}由基期的{Wording.Amount(baseline, indicator.Unit)}{(value < baseline ? "降至" : "升至")}{Wording.Amount(value, indicator.Unit)}",
        };
        return indicator.TargetInForce is { Length: > 0 } target ? $"{moved}，达到{Wording.Target(target, indicator.Unit)}的目标" : moved;
    }
}
