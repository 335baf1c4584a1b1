using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Reports.HalfYearReports.Notice;

namespace BizEnvLedger.Reports.HalfYearReports.Workbook;

/// <summary>协调督办: what is open, what was left past its limit, and the days that fall to cooperating units; left out where the plan has none of it.</summary>
internal static class CoordinationSheet
{
    public static IEnumerable<Sheet> Write(HalfYearDataSet dataSet)
    {
        if (dataSet.Coordination is { } all)
            yield return new("协调督办",
            [
                new("情形", 20), new("类别", 12), new("任务", 9, Show.Number), new("涉及节点", 18), new("提出单位", 24), new("承办单位", 30), new("提出日期", 12, Show.Date), new("时限", 12, Show.Date),
                new("办理状态", 16), new("天数", 9, Show.Number), new("事件编号", 38, Show.Events),
            ],
            [
                .. all.Open.Select(o => (IReadOnlyList<object?>)
                    ["未办结", CoordinationTerms.Kind(o.Kind), Sheets.Number(o.Task), Wording.List(o.Milestones), o.From?.Name ?? "", Wording.Names(o.Units), o.MadeOn, o.Limit, CoordinationTerms.State(o.State), o.Days, Sheets.Events(o.Events)]),
                .. all.Unanswered.Select(u => (IReadOnlyList<object?>)
                    [CoordinationTerms.Rule(u.Rule), "", Sheets.Number(u.Task), Wording.List(u.Milestones), "", u.Unit.Name, null, u.Limit, "", u.Days, Sheets.Events(u.Events)]),
                .. all.Delays.Select(d => (IReadOnlyList<object?>)
                    ["计入配合单位的逾期", "", Sheets.Number(d.Task), d.Milestone, "", Wording.Names(d.Units), null, null, "", d.Days, Sheets.Events(d.Events)]),
            ]);
    }
}
