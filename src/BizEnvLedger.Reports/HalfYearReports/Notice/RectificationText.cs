using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>三、上期问题整改情况, and its table in annex 5: what was to be mended, what was discharged, what is overdue, what follow-ups found.</summary>
internal static class RectificationText
{
    public static IEnumerable<NoticeParagraph> Write(HalfYearDataSet dataSet)
    {
        if (dataSet.Rectifications is not { } r)
        {
            yield return NoticeBody.Text(dataSet.Previous is null ? "本期为首期督查，无上期问题整改事项。" : "本期台账未登记上期问题整改和销号事项。");
            yield break;
        }

        yield return NoticeBody.Text(Counts(r) + FollowUps(r));
        var overdue = r.Entries.Where(line => line is { Counts: true, State: "overdue" }).Select(line => line.Unit).DistinctBy(unit => unit.Id).ToList();
        if (overdue.Count > 0)
            yield return NoticeBody.Text($"逾期未改的单位为{Wording.Names(overdue)}，逐项情况见附件5。");
    }

    public static NoticePart Table(RectificationFigures figures) => NoticeAnnexes.TableOr("上期无需整改的问题。",
        [
            new("序号", 10, Centre), new("通报条目", 24, Centre, Fine: true), new("责任单位", 40), new("问题类别", 20, Centre), new("整改时限", 22, Centre),
            new("报告日期", 22, Centre), new("销号日期", 22, Centre), new("超期天数", 15, Centre), new("整改情况", 22, Centre), new("回头看", 24, Centre),
        ],
        figures.Entries.Select((line, i) => (IReadOnlyList<string>)
        [
            Wording.Text(i + 1), line.Entry, line.Unit.Name, Terms.Category(line.Category), Wording.Short(line.Limit), Wording.Short(line.ReportedOn),
            Wording.Short(line.DischargedOn), NoticeAnnexes.Days(line.DaysOver), State(line.State), FollowUp(line),
        ]));

    /// <summary>The half-year of the notice that named the matter.</summary>
    public static string Round(RectificationLine line) => HalfYear.TryParse(line.HalfYear, out var half) ? Wording.Name(half) : line.HalfYear;

    private static string Counts(RectificationFigures r)
    {
        if (r.Should == 0)
            return "本期无应整改问题。";
        var parts = new[] { ("已销号", r.Discharged), ("逾期未改", r.Overdue), ("整改中", r.Open) }.Where(part => part.Item2 > 0).Select(part => $"{part.Item1}{part.Item2}项").ToList();
        var ordered = r.NotOrdered == 0 ? "" : $"（含未下达整改通知{r.NotOrdered}项）";
        return $"上期通报问题应整改{r.Should}项，其中{Wording.List(parts)}{ordered}。";
    }

    private static string FollowUps(RectificationFigures r) => (r.Held, r.Relapsed) switch
    {
        (0, 0) => "本期未开展回头看。",
        (var held, 0) => $"本期开展回头看{held}项，均未反弹。",
        (0, var relapsed) => $"本期开展回头看{relapsed}项，均已反弹。",
        var (held, relapsed) => $"本期开展回头看{held + relapsed}项，其中未反弹{held}项、反弹{relapsed}项。",
    };

    private static string State(string state) => state switch
    {
        "discharged" => "已销号", "overdue" => "逾期未改", "waiting" => "已报待核", "open" => "整改中", "notOrdered" => "未下达通知", _ => "—",
    };

    private static string FollowUp(RectificationLine line) => line.FollowUp switch
    {
        "holds" => "未反弹 " + Wording.Short(line.FollowedUpOn), "relapsed" => "反弹 " + Wording.Short(line.FollowedUpOn), _ => "—",
    };
}
