using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>Units that were assigned something and do not act, a line each, for annex 3.</summary>
internal static class SilenceAnnex
{
    public const string Title = "未办理和未按规定周期报送进展的单位";

    public static bool IsNeeded(HalfYearDataSet dataSet) => dataSet.Silent.Count + (dataSet.NeverActed?.Count ?? 0) > 0;

    public static NoticePart Write(HalfYearDataSet dataSet)
    {
        var never = dataSet.NeverActed ?? [];
        var units = never.Select(n => n.Unit).Concat(dataSet.Silent.Select(s => s.Unit)).DistinctBy(u => u.Id).ToList();
        return NoticeAnnexes.TableOr("",
            [new("序号", 10, Centre), new("单位", 46), new("交办后从未办理的任务", 86), new("未按规定周期报送的节点", 86)],
            units.Select((unit, i) => (IReadOnlyList<string>)
            [
                Wording.Text(i + 1), unit.Name,
                Listed(never.Where(n => n.Unit.Id == unit.Id).Select(n => $"{Numbered(n.Task)}（{(n.Leads ? "牵头" : "配合")}，{n.Days}天）")),
                Listed(dataSet.Silent.Where(s => s.Unit.Id == unit.Id).Select(s => $"{Terms.Place(s.Milestone)}（{s.Days}天）")),
            ]));
    }

    /// <summary>A number in a list of tasks is not to be taken for a count.</summary>
    private static string Numbered(string task) => int.TryParse(task, out _) ? "任务" + task : Terms.Task(task);

    private static string Listed(IEnumerable<string> items) => Wording.List(items) is { Length: > 0 } list ? list : "—";
}
