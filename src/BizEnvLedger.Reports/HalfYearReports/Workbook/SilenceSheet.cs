using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Workbook;

/// <summary>未办理与未报送: who never acted, who has not reported within the period, and the verifiers past their own limit.</summary>
internal static class SilenceSheet
{
    public static Sheet Write(HalfYearDataSet dataSet) => new("未办理与未报送",
        [
            new("情形", 14), new("任务", 9, Show.Number), new("节点编号", 16), new("事项", 36), new("单位", 30), new("起算日期", 12, Show.Date), new("天数", 9, Show.Number), Sheets.Ids,
        ],
        [
            .. (dataSet.NeverActed ?? []).Select(n => (IReadOnlyList<object?>)
                ["从未办理", Sheets.Number(n.Task), null, n.Leads ? "牵头" : "配合", n.Unit.Name, n.Since, n.Days, Sheets.Events(n.Events)]),
            .. dataSet.Silent.Select(s => (IReadOnlyList<object?>)
                ["未按期报送", Sheets.Number(s.Task), s.Milestone, Terms.Subject(dataSet, s.Milestone), s.Unit.Name, s.LastReport, s.Days, Sheets.Events(s.Events ?? [])]),
            .. dataSet.VerifierOverruns.Select(o => (IReadOnlyList<object?>)
                ["核验超期", Sheets.Number(o.Task), o.Milestone, Terms.Subject(dataSet, o.Milestone), null, o.Limit, o.Days, Sheets.Events(o.Events ?? [o.Claim])]),
        ]);
}
