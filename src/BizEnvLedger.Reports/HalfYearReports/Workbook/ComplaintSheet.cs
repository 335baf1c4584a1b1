using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Workbook;

/// <summary>诉求办理: the three rates in all, by unit and by task, then what was upheld and exposed, line by line with its events.</summary>
internal static class ComplaintSheet
{
    public static Sheet Write(HalfYearDataSet dataSet) => new("诉求办理",
        [
            new("类别", 12), new("对象", 40), new("应办", 9, Show.Number), new("按时办理（满意）", 12, Show.Number), new("比率（%）", 10, Show.Number), new("日期", 12, Show.Date), new("说明", 34), new("事件编号", 38, Show.Events),
        ],
        dataSet.Complaints is { } figures ? [.. Rows(dataSet, figures)] : []);

    private static IEnumerable<IReadOnlyList<object?>> Rows(HalfYearDataSet dataSet, ComplaintFigures figures)
    {
        yield return Rate("转办", "全部", figures.Dispatched);
        foreach (var row in Rates("全部", figures.Rates))
            yield return row;
        foreach (var row in figures.Units.SelectMany(u => Rates(u.Unit.Name, u.Rates)))
            yield return row;
        foreach (var row in figures.Tasks.SelectMany(t => Rates($"任务{Notice.Complaints.TaskOf(dataSet, t.Task)}", t.Rates)))
            yield return row;
        foreach (var found in figures.Upheld)
            yield return ["核查属实", found.Unit.Name, null, null, null, found.FoundOn,
                string.Join('\n', found.Milestones.Select(m => Terms.Subject(dataSet, m) + (found.DeliverableAbsent ? "：未落实" : "") + (found.Closed.Contains(m) ? "（已办结，须实地核查）" : ""))), Events(found.Events)];
        foreach (var shown in figures.Exposures)
            yield return ["曝光", shown.Unit.Name, null, null, null, shown.ApprovedOn, Terms.Visibility(shown.Visibility), Events(shown.Events)];
    }

    private static IEnumerable<IReadOnlyList<object?>> Rates(string whose, ComplaintRates rates) =>
        [Rate("响应", whose, rates.Responded), Rate("解决", whose, rates.Resolved), Rate("满意", whose, rates.Satisfied)];

    private static IReadOnlyList<object?> Rate(string kind, string whose, ComplaintRate rate) =>
        [kind, whose, rate.Due, rate.Met, rate.Due == 0 ? null : Wording.Share(rate.Met, rate.Due), null, null, Events(rate.Events)];

    private static string Events(IEnumerable<Guid> ids) => string.Join('\n', ids.Select(id => id.ToString("D")));
}
