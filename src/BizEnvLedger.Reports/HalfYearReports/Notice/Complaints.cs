using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>企业诉求办理: the sentence in 四（四） and the annex, with the three rates 响应、解决、满意.</summary>
internal static class Complaints
{
    private const string Counted = "按时响应、按时解决以办结时限在本期内的诉求计算；未回访和回访未应答的，不计入满意。";

    /// <summary>What the body says of them.</summary>
    public static string Sentence(HalfYearDataSet dataSet) =>
        dataSet.Complaints is { } figures && !IsEmpty(figures) ? Told(figures) + $"具体情况见{AnnexNumbers.Named(dataSet, AnnexOf.Complaints)}。" : None(dataSet.Complaints) + "。";

    /// <summary>The word that there are none; null where there are.</summary>
    public static string? None(ComplaintFigures? figures) => figures is null ? "本期台账未登记企业诉求办理情况" : IsEmpty(figures) ? "本期未收到企业诉求" : null;

    private static string Told(ComplaintFigures figures)
    {
        var rates = new[]
        {
            Rate(figures.Rates.Responded, "应响应", "按时响应", "响应率"), Rate(figures.Rates.Resolved, "应解决", "按时解决", "解决率"), Rate(figures.Rates.Satisfied, "应回访", "满意", "满意率"),
        }.Where(rate => rate.Length > 0).ToList();
        var found = new[] { figures.Upheld.Count == 0 ? "" : $"经督查核查属实{figures.Upheld.Count}件", Exposed(figures) is 0 ? "" : $"公开曝光{Exposed(figures)}件" }.Where(part => part.Length > 0).ToList();
        return (figures.Received == 0 ? "本期未收到新的企业诉求。" : $"本期收到企业诉求{figures.Received}件{Of(figures)}。")
            + (rates.Count == 0 ? "办理时限均在下期。" : string.Join("；", rates) + "。")
            + (found.Count == 0 ? "" : string.Join("，", found) + "。");
    }

    public static IEnumerable<NoticePart> Annex(HalfYearDataSet dataSet)
    {
        var figures = dataSet.Complaints!;
        yield return NoticeAnnexes.Says(Told(figures) + Counted);
        yield return new(Heading: "一、各单位办理情况");
        yield return Table("本期无应办理的单位。", "承办单位", figures.Units.Select(u => (u.Unit.Name, u.Rates)));
        yield return new(Heading: "二、各任务涉及诉求");
        yield return Table("本期无涉及任务的诉求。", "任务", figures.Tasks.Select(t => (TaskOf(dataSet, t.Task), t.Rates)));
        yield return new(Heading: "三、核查属实的诉求");
        yield return NoticeAnnexes.TableOr("本期无核查属实的诉求。",
            [new("序号", 10, Centre), new("单位", 44), new("涉及事项", 92), new("核查认定", 34, Centre), new("认定日期", 22, Centre), new("公开情况", 24, Centre)],
            figures.Upheld.Select((found, i) => (IReadOnlyList<string>)
            [
                Wording.Text(i + 1), found.Unit.Name, found.Milestones.Count == 0 ? "—" : Wording.List(found.Milestones.Select(m => Terms.Subject(dataSet, m))),
                found.DeliverableAbsent ? "事项未落实" : "反映属实", Wording.Short(found.FoundOn), figures.Exposures.LastOrDefault(e => e.Complaint == found.Complaint) is { } shown ? Terms.Visibility(shown.Visibility) : "—",
            ]));
    }

    public static string TaskOf(HalfYearDataSet dataSet, string no) => dataSet.Tasks.FirstOrDefault(task => task.No == no) is { } task ? $"{Terms.Task(no)} {task.Title}" : Terms.Task(no);

    private static bool IsEmpty(ComplaintFigures f) =>
        f.Received + f.Rates.Responded.Due + f.Rates.Resolved.Due + f.Rates.Satisfied.Due + f.Upheld.Count + f.Exposures.Count == 0;

    private static int Exposed(ComplaintFigures figures) => figures.Exposures.Count(e => e.Visibility == "public");

    private static string Of(ComplaintFigures figures)
    {
        var parts = new[] { figures.Tips == 0 ? "" : $"举报{figures.Tips}件", figures.Repeats == 0 ? "" : $"重复诉求{figures.Repeats}件" }.Where(part => part.Length > 0).ToList();
        return parts.Count == 0 ? "" : $"（含{Wording.List(parts)}）";
    }

    private static string Rate(ComplaintRate rate, string due, string met, string name) => rate.Due == 0 ? ""
        : $"{due}{rate.Due}件，{(rate.Met == 0 ? $"均未{met}" : $"{met}{rate.Met}件")}，{name}{Wording.Percent(rate.Met, rate.Due)}";

    private static NoticePart Table(string none, string heading, IEnumerable<(string Name, ComplaintRates Rates)> rows) => NoticeAnnexes.TableOr(none,
        [
            new("序号", 10, Centre), new(heading, 62), new("应响应", 16, Centre), new("按时响应", 16, Centre), new("响应率", 17, Centre), new("应解决", 16, Centre), new("按时解决", 16, Centre),
            new("解决率", 17, Centre), new("应回访", 16, Centre), new("满意", 16, Centre), new("满意率", 17, Centre),
        ],
        rows.Select((row, i) => (IReadOnlyList<string>)[Wording.Text(i + 1), row.Name, .. Cells(row.Rates.Responded), .. Cells(row.Rates.Resolved), .. Cells(row.Rates.Satisfied)]));

    private static IEnumerable<string> Cells(ComplaintRate rate) => [Wording.Text(rate.Due), Wording.Text(rate.Met), Wording.Percent(rate.Met, rate.Due)];
}
