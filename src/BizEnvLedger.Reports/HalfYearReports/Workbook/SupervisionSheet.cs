using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Workbook;

/// <summary>督查与抽查: verdicts beside lights, findings, spot checks of the round before, closures that were undone.</summary>
internal static class SupervisionSheet
{
    public static Sheet Write(SupervisionFigures supervision) => new("督查与抽查",
        [
            new("类型", 14), new("任务", 9, Show.Number), new("节点", 20), new("单位", 28), new("台账亮灯", 10, Show.Light), new("督查判定", 10, Show.Light), new("结果", 40),
            new("日期", 12, Show.Date), new("涉及期次", 15), Sheets.Ids,
        ],
        [
            .. supervision.Verdicts.Select(v => (IReadOnlyList<object?>)
                ["任务判定", Sheets.Number(v.Task), null, null, v.Light, v.Verdict, v.Differs ? "不一致" : "一致", null, null, Sheets.Events(v.Events)]),
            .. supervision.Findings.Select(f => (IReadOnlyList<object?>)
                ["督查问题", Sheets.Number(f.Task), Wording.List(f.Milestones), f.Unit.Name, null, null, Terms.Category(f.Category) + (f.Upheld ? "，已认定" : ""), null, null, Sheets.Events(f.Events)]),
            .. supervision.SpotChecks is { } checks ? Checks(checks) : [],
            .. supervision.Reopened.Select(r => (IReadOnlyList<object?>)
                ["撤销办结", Sheets.Number(r.Task), r.Milestone, r.Unit.Name, null, null, Terms.Undone(r.Ground), r.ReopenedOn, Terms.Round(r.Round), Sheets.Events(r.Events)]),
        ]);

    private static IEnumerable<IReadOnlyList<object?>> Checks(SpotCheckFigures checks)
    {
        yield return
        [
            "抽查", null, null, null, null, null, $"办结节点{checks.Population}项，抽取{checks.Drawn}项，已抽查{checks.Held}项，不合格{checks.Failed}项", null, Terms.Round(checks.Round), Sheets.Events(checks.Events),
        ];
    }
}
