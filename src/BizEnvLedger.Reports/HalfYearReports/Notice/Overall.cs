using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>一、总体情况: every count with its share, and what changed since the round before.</summary>
internal static class Overall
{
    public static IEnumerable<NoticeParagraph> Write(HalfYearDataSet dataSet)
    {
        var totals = dataSet.Totals;
        yield return NoticeBody.Text($"《{Wording.ShortTitle(dataSet.Plan.Title)}》共部署任务{totals.Tasks}项、措施{totals.Measures}项，分解为{(NoticeAnnexes.Unled(dataSet) > 0 ? "有牵头单位的" : "")}节点{totals.Milestones}项{(NoticeAnnexes.Unled(dataSet) is > 0 and var unled ? $"（未明确牵头单位的{unled}项另列附件1）" : "")}。" + Due(totals) + NotDue(totals));
        yield return NoticeBody.Text(Indicators(dataSet));
        yield return NoticeBody.Text(dataSet.Previous is { } previous ? Change(totals, previous) : "本期为首期督查，无上期数据可作比较。");
        var restated = dataSet.Restated.Count;
        if (restated > 0)
            yield return NoticeBody.Text($"以往各期封存的数据中，有{restated}项在封存后发生变动，原通报数据不作改动，变动情况见{AnnexNumbers.Named(dataSet, AnnexOf.Data)}。");
        foreach (var paragraph in SupervisionWords.Paragraph(dataSet))
            yield return paragraph;
    }

    private static string Due(Totals totals)
    {
        if (totals.Due == 0)
            return "本期无应完成节点。";
        if (totals.OnTime == totals.Due)
            return totals.Due == 1 ? "本期应完成节点1项，已按期办结。" : $"本期应完成节点{totals.Due}项，全部按期办结。";
        if (totals.Open == totals.Due)
            return (totals.Due == 1 ? "本期应完成节点1项，未办结" : $"本期应完成节点{totals.Due}项，均未办结") + Waiting(totals) + "。";
        var parts = new (string Name, int Count)[]
        {
            ("按期办结", totals.OnTime), ("延期内办结", totals.Extended), ("逾期办结", totals.Late), ("未办结", totals.Open),
        };
        var told = parts.Where(part => part.Count > 0).Select(part => $"{part.Name}{part.Count}项，占{Wording.Percent(part.Count, totals.Due)}");
        return $"本期应完成节点{totals.Due}项，其中{string.Join("；", told)}{(totals.Open > 0 ? Waiting(totals) : "")}。";
    }

    private static string Waiting(Totals totals) => totals.Waiting == 0 ? "" : $"（含已申报待核验{totals.Waiting}项）";

    private static string NotDue(Totals totals) => totals switch
    {
        { NotDue: 0 } => "无未到期节点。",
        { NotDueBehind: 0 } => $"未到期节点{totals.NotDue}项，均达到序时进度。",
        _ when totals.NotDueBehind == totals.NotDue => $"未到期节点{totals.NotDue}项，均滞后于序时进度。",
        _ => $"未到期节点{totals.NotDue}项，其中达到序时进度{totals.NotDue - totals.NotDueBehind}项，占{Wording.Percent(totals.NotDue - totals.NotDueBehind, totals.NotDue)}；"
            + $"滞后于序时进度{totals.NotDueBehind}项，占{Wording.Percent(totals.NotDueBehind, totals.NotDue)}。",
    };

    private static string Indicators(HalfYearDataSet dataSet)
    {
        var (due, met, unreported) = (dataSet.Totals.IndicatorsDue, dataSet.Totals.IndicatorsMet, dataSet.Totals.IndicatorsUnreported);
        if (due == 0)
            return "本期无应达标指标。";
        if (met == due)
            return $"本期应达标指标{due}项，{(due == 1 ? "已" : "全部")}达标。";
        var missed = dataSet.Indicators.Count(indicator => indicator.Attainment == "missed");
        var parts = new[] { ("已达标", met), ("未达标", missed), ("未报送数据", unreported) }
            .Where(part => part.Item2 > 0).Select(part => $"{part.Item1}{part.Item2}项，占{Wording.Percent(part.Item2, due)}");
        return $"本期应达标指标{due}项，其中{string.Join("；", parts)}。";
    }

    private static string Change(Totals now, Totals before)
    {
        var counts = new (string Name, int Now, int Before)[]
        {
            ("应完成节点", now.Due, before.Due), ("按期办结", now.OnTime, before.OnTime), ("延期内办结", now.Extended, before.Extended),
            ("逾期办结", now.Late, before.Late), ("未办结", now.Open, before.Open), ("未到期滞后节点", now.NotDueBehind, before.NotDueBehind),
            ("应达标指标", now.IndicatorsDue, before.IndicatorsDue), ("已达标指标", now.IndicatorsMet, before.IndicatorsMet),
        };
        var told = counts.Where(count => count.Now != count.Before)
            .Select(count => $"{count.Name}{(count.Now > count.Before ? "增加" : "减少")}{Math.Abs(count.Now - count.Before)}项").ToList();
        var same = counts.Where(count => count.Now == count.Before).Select(count => count.Name).ToList();
        if (told.Count == 0)
            return "各项数量与上期持平。";
        if (same.Count > 0)
            told.Add($"{Wording.List(same)}持平");
        string[] rates = [.. Rate("按期办结率", now.OnTime, now.Due, before.OnTime, before.Due), .. Rate("指标达标率", now.IndicatorsMet, now.IndicatorsDue, before.IndicatorsMet, before.IndicatorsDue)];
        return $"与上期相比，{string.Join('，', told)}。" + (rates.Length == 0 ? "" : string.Join("；", rates) + "。");
    }

    /// <summary>The rate and its change in points, taken from the rounded rates that the reader sees.</summary>
    private static IEnumerable<string> Rate(string name, int part, int whole, int partBefore, int wholeBefore)
    {
        if (whole == 0 || wholeBefore == 0)
            yield break;
        var (now, before) = (Wording.Share(part, whole), Wording.Share(partBefore, wholeBefore));
        var points = Wording.Percent(Math.Abs(now - before)).TrimEnd('%');
        yield return $"{name}为{Wording.Percent(now)}，" + (now == before ? "与上期持平" : $"较上期{(now > before ? "提高" : "下降")}{points}个百分点");
    }
}
