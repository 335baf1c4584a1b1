using BizEnvLedger.Core.Notices;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Notice;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.Notices;

/// <summary>Annexes of the notice: every entry in full, every entry struck, added or amended with its reason, and how the data is checked.</summary>
internal static class NoticeEntriesAnnexes
{
    public static IReadOnlyList<NoticeAnnex> Write(NoticePaper paper) =>
    [
        new("通报事项清单", [Entries(paper)]),
        new("条目增撤调整情况", [Changes(paper)]),
        new("数据核验说明", [.. Proof(paper)]),
    ];

    private static NoticePart Entries(NoticePaper paper) => NoticeAnnexes.TableOr("本期无通报事项。",
        [new("序号", 10, Centre), new("单位", 34), new("问题类别", 20, Centre), new("事实", 134), new("计入该单位天数（最长一项）", 28, Centre)],
        paper.Notice.Entries.Where(e => e.Facts.Kind == EntryKind.Notice && e.Struck is null).Select((e, i) => (IReadOnlyList<string>)
        [
            Wording.Text(i + 1), paper.Plan.Name(e.Unit).Name, Terms.Category(e.Facts.Category), paper.Facts(e, int.MaxValue), NoticeAnnexes.Days(e.Facts.OwnDays.Count > 0 ? e.Facts.OwnDays.Max() : e.Facts.Days),
        ]));

    /// <summary>Letters stand in no notice, and so do their changes.</summary>
    private static NoticePart Changes(NoticePaper paper)
    {
        var rows = new List<(DateOnly On, string Entry, string Unit, string What, string Reason)>();
        foreach (var change in paper.Notice.Changes.Where(c => c is { Agreed: true, Decided: not null }))
            rows.Add((change.Decided!.On, change.Entry, change.Unit, change switch
            {
                { Adds: not null } => "增列", { Amends: not null } => "异议部分采纳，调整", { Objection: not null } => "异议采纳，撤销", _ => "撤销",
            }, paper.Text(change.Id, "reason")));
        return NoticeAnnexes.TableOr("本期通报条目无增撤调整。",
            [new("序号", 10, Centre), new("单位", 34), new("问题类别", 24, Centre), new("处理", 28, Centre), new("理由", 104), new("确认日期", 22, Centre)],
            rows.Where(r => paper.Notice.Find(r.Entry)?.Facts.Kind == EntryKind.Notice).OrderBy(r => r.On).ThenBy(r => r.Entry, StringComparer.Ordinal)
                .Select((r, i) => (IReadOnlyList<string>)[Wording.Text(i + 1), paper.Plan.Name(r.Unit).Name, Terms.Category(paper.Notice.Find(r.Entry)!.Facts.Category), r.What, r.Reason, Wording.Short(r.On)]));
    }

    internal static IEnumerable<NoticePart> Proof(NoticePaper paper)
    {
        yield return NoticeAnnexes.Says("通报事项取自下列封存数据集；增列条目的数据由同一台账位置重新计算，数字不经手工填写。");
        yield return new(Table: new([new("项目", 44), new("内容", 112, Fine: true)],
        [
            ["督查期", paper.Round],
            ["数据截止日期", Wording.Date(paper.DataSet.EffectiveOn)],
            ["台账位置（记录条数）", Wording.Text(paper.DataSet.TreeSize)],
            ["台账树根", paper.DataSet.Root],
            ["规则集及版本", $"{(paper.DataSet.RuleSet == "default" ? "通用规则集" : paper.DataSet.RuleSet)}，第{Wording.Text(paper.DataSet.RuleSetVersion)}版"],
            ["数据集校验值", paper.Notice.DataSetSha256],
            ["核验一：数据集", "数据集文件的SHA-256值应与上列校验值一致。"],
            ["核验二：成文", "签发文本的SHA-256值应与台账签发记录中的校验值一致。"],
        ], Wide: false));
    }
}
