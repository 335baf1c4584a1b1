using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Workbook;

/// <summary>拟通报与商请: the proposed entries of the three categories, a line for each with the days that are the unit's own.</summary>
internal static class ProposedSheet
{
    public static Sheet Write(HalfYearDataSet dataSet) => new("拟通报与商请",
        [
            new("处理方式", 10), new("单位", 30), new("管理关系", 14), new("类别", 14), new("节点", 30), new("最长天数", 10, Show.Number), new("应完成", 9, Show.Number), new("未办结", 9, Show.Number),
            new("本单位天数", 12), new("承继前天数", 30), Sheets.Ids,
        ],
        [.. Lines("通报", dataSet.Proposed), .. Lines("商请", dataSet.Letters)]);

    private static IEnumerable<IReadOnlyList<object?>> Lines(string way, IReadOnlyList<ProposedEntry> entries) => entries.Select(e => (IReadOnlyList<object?>)
    [
        way, e.Unit.Name, Terms.Authority(e.Authority), Terms.Category(e.Category), Wording.List(e.Milestones), e.Days, e.DueCount, e.OpenCount,
        Wording.List((e.OwnDays ?? []).Select(Wording.Text)), string.Join('\n', (e.Formerly ?? []).Select(f => $"{f.Unit.Name}：{Wording.List(f.Days.Select(Wording.Text))}")), Sheets.Events(e.Events),
    ]);
}
