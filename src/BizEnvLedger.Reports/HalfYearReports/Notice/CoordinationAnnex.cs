using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>Open orders, instructions and requests, for annex 3.</summary>
internal static class CoordinationAnnex
{
    public const string Title = "督办、批示和协作事项未办结情况";

    public static bool IsNeeded(HalfYearDataSet dataSet) => dataSet.Coordination?.Open.Count > 0;

    public static NoticePart Write(HalfYearDataSet dataSet) => NoticeAnnexes.TableOr("",
        [
            new("序号", 10, Centre), new("类别", 22, Centre), new("任务", 18, Centre), new("涉及节点", 40, Centre, Fine: true), new("提出单位", 30), new("承办单位", 40),
            new("提出日期", 24, Centre), new("时限", 24, Centre), new("办理状态", 30, Centre), new("超期天数", 14, Centre),
        ],
        dataSet.Coordination!.Open.Select((open, i) => (IReadOnlyList<string>)
        [
            Wording.Text(i + 1), CoordinationTerms.Kind(open.Kind), Terms.Task(open.Task), open.Milestones.Count == 0 ? "—" : Wording.List(open.Milestones.Select(Terms.Place)), open.From?.Name ?? "—",
            Wording.Names(open.Units), Wording.Short(open.MadeOn), Wording.Short(open.Limit), CoordinationTerms.State(open.State), NoticeAnnexes.Days(open.Days),
        ]));
}
