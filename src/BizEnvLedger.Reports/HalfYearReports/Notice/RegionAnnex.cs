using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>地区: their own 落实方案 and steps, and the undated measures that nobody has broken into steps; no annex where the data set has neither.</summary>
internal static class RegionAnnex
{
    public static IEnumerable<NoticeAnnex> Write(HalfYearDataSet dataSet)
    {
        if (dataSet.Regions is not null || dataSet.Undated is not null)
            yield return new("地区落实与事项分解情况", [.. Regions(dataSet.Regions ?? []), .. Undated(dataSet.Undated ?? [])]);
    }

    private static IEnumerable<NoticePart> Regions(IReadOnlyList<RegionFigures> regions)
    {
        if (regions.Count == 0)
            yield break;
        // A plan that asks none of its regions for a plan of their own leaves those columns out.
        var asked = regions.Any(r => r.DaysWithout is not null);
        yield return NoticeAnnexes.Says(Told(regions, asked));
        yield return NoticeAnnexes.TableOr("",
            [
                new("序号", 10, Centre), new("地区", 36), .. asked ? Own : [], new("应完成事项", 16, Centre),
                new("按期完成", 16, Centre), new("逾期完成", 16, Centre), new("未完成", 16, Centre), new("最长逾期天数", 18, Centre),
            ],
            regions.Select((region, i) => (IReadOnlyList<string>)
            [
                Wording.Text(i + 1), region.Name, .. asked ? OwnOf(region) : [],
                Wording.Text(region.StepsDue), Wording.Text(region.StepsOnTime), Wording.Text(region.StepsLate), Wording.Text(region.StepsOpen), NoticeAnnexes.Days(region.LongestDays),
            ]));
    }

    private static IReadOnlyList<NoticeColumn> Own => [new("落实方案文号", 44), new("制定日期", 24, Centre), new("修订次数", 14, Centre)];

    private static IReadOnlyList<string> OwnOf(RegionFigures region) =>
        [region.DocumentNumber ?? (region.DaysWithout is { } days ? $"未制定（{Wording.Text(days)}天）" : "—"), Wording.Short(region.AdoptedOn), NoticeAnnexes.Days(region.Revisions)];

    private static string Told(IReadOnlyList<RegionFigures> regions, bool asked)
    {
        var without = regions.Where(r => r.AdoptedOn is null && r.DaysWithout is not null).ToList();
        var plans = !asked ? "" : without.Count == 0 ? $"{Wording.Text(regions.Count)}个地区均已制定落实方案"
            : $"{Wording.Text(regions.Count)}个地区中，{Wording.Text(regions.Count - without.Count)}个已制定落实方案，{Wording.List(without.Select(r => r.Name))}尚未制定";
        var (due, open, waiting) = (regions.Sum(r => r.StepsDue), regions.Sum(r => r.StepsOpen), regions.Sum(r => r.StepsWaiting));
        var steps = due == 0 ? "本期无应完成的分解事项"
            : $"本期应完成分解事项{Wording.Text(due)}项，按期完成{Wording.Text(regions.Sum(r => r.StepsOnTime))}项、逾期完成{Wording.Text(regions.Sum(r => r.StepsLate))}项、未完成{Wording.Text(open)}项"
                + (waiting > 0 ? $"（其中已报送待确认{Wording.Text(waiting)}项）" : "");
        return asked ? $"{plans}。{steps}。" : $"{steps}。";
    }

    private static IEnumerable<NoticePart> Undated(IReadOnlyList<UndatedMeasure> undated)
    {
        if (undated.Count == 0)
            yield break;
        yield return NoticeAnnexes.Says($"无明确时限的措施应每半年至少分解一项事项，本期以下{Wording.Text(undated.Count)}项措施尚未分解。");
        yield return NoticeAnnexes.TableOr("", [new("序号", 10, Centre), new("任务", 20, Centre), new("措施", 24, Centre, Fine: true), new("事项", 90), new("牵头单位", 60)],
            undated.Select((m, i) => (IReadOnlyList<string>)[Wording.Text(i + 1), Terms.Task(m.Task), m.Measure, m.Title, Wording.Names(m.Leads)]));
    }
}
