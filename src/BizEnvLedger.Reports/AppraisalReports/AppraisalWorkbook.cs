using System.Globalization;
using BizEnvLedger.Core.Appraisals.Scoring;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Workbook;

namespace BizEnvLedger.Reports.AppraisalReports;

/// <summary>
/// A year's appraisal as a workbook: totals and places, every score line with its arithmetic and the events that it rests on, deputies' ballots.
/// The same sheets give the same bytes.
/// </summary>
public static class AppraisalWorkbook
{
    private static readonly SheetColumn Ids = new("事件编号", 38, Show.Events);

    /// <summary>The xlsx.</summary>
    public static byte[] Write(AppraisalSheets sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        var name = $"{sheets.JurisdictionName}{Wording.Text(sheets.Year)}年度{Wording.Subject(sheets.PlanShortTitle, sheets.PlanTitle)}考评";
        return HalfYearWorkbook.Package([Totals(sheets), Lines(sheets), Deputies(sheets), Notes(sheets)], name, sheets.JurisdictionName, sheets.RecordedBy, sheets.Demonstration ? "演示数据（非真实情况）" : null);
    }

    private static SheetColumn Figure(string heading) => new(heading, 11, Show.Number);

    private static Sheet Totals(AppraisalSheets sheets) => new("得分与排名",
        [new("分组", 16), new("单位", 28), new("类型", 12), new("管理关系", 14), Figure("得分"), Figure("排名"), Figure("参加排名单位数"), Figure("可计权重"), new("未排名原因", 26)],
        [.. sheets.Sheets.Select(s => (IReadOnlyList<object?>)[s.ListTitle, s.Name, Terms.UnitKind(s.Kind), Terms.Authority(s.Authority), s.Total, s.Rank, s.Of, s.RatedWeight, Unranked(s.Unranked)])]);

    private static Sheet Lines(AppraisalSheets sheets) => new("得分明细",
        [
            new("分组", 16), new("单位", 28), new("得分项", 20), Figure("分子"), Figure("分母"), Figure("事实数"), Figure("最少事实数"), Figure("比率"), Figure("权重"), Figure("实际权重"),
            Figure("百分制得分"), Figure("加权得分"), new("未计原因", 16), new("计算过程", 60), Ids,
        ],
        [.. from s in sheets.Sheets
            from l in s.Lines
            select (IReadOnlyList<object?>)
            [
                s.ListTitle, s.Name, l.Title, l.Numerator, l.Denominator, l.Facts, l.LeastFacts, l.Rate, l.Weight, l.EffectiveWeight, l.Points, l.Rated ? l.Score : null, Unrated(l.Unrated), l.Arithmetic,
                string.Join('\n', l.Events),
            ]]);

    private static Sheet Deputies(AppraisalSheets sheets) => new("评议",
        [new("单位", 28), new("评议主体", 14), Figure("主体权重"), Figure("票数"), Figure("主体得分"), new("评议内容", 14), Figure("内容权重"), Figure("有效票数"), Figure("内容得分"), Ids],
        [.. from s in sheets.Sheets
            from d in s.Deputies
            from a in d.Aspects
            select (IReadOnlyList<object?>)[d.Formerly is null ? s.Name : $"{s.Name}（含{Wording.Names(d.Formerly)}）", d.Title, d.Weight, d.Ballots, d.Result, a.Title, a.Weight, a.Marks, a.Result, string.Join('\n', d.Events)]]);

    private static Sheet Notes(AppraisalSheets sheets) => new("说明", [new("项目", 26), new("内容", 84)],
    [
        ["计划", sheets.PlanTitle],
        ["文号", sheets.DocumentNumber],
        ["年度", Wording.Text(sheets.Year)],
        ["考评办法", $"{sheets.RuleSetTitle}（{sheets.RuleSet}，第{Wording.Text(sheets.RuleSetVersion)}版）"],
        ["比率", "分子除以分母，保留六位小数；只用比率，不用件数，任务多少不影响得分。"],
        ["百分制得分", "比率在起点与满分点之间按直线折算，保留四位小数；超出两端的，按两端计。"],
        ["实际权重", "事实太少的得分项不计，其权重按比例分给其余各项，合计为100，保留四位小数。"],
        ["得分", "百分制得分乘以实际权重再相加，保留两位小数。以上均四舍五入。"],
        ["排名", "只在同组内、本级政府直接管理的单位之间排名；得分相同的名次相同。"],
        ["数据截止日期", sheets.EffectiveOn],
        ["计分时刻（UTC）", sheets.RecordedBy.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)],
        ["台账位置（记录条数）", Wording.Text(sheets.TreeSize)],
        ["台账树根", sheets.Root],
        ["得分表格式", sheets.Format],
        ["得分表校验值（SHA-256）", AppraisalJson.Sha256(sheets)],
    ]);

    private static string? Unranked(string? why) => why switch
    {
        null => null,
        "notDirect" => "非本级政府直接管理，只列得分",
        "tooLittleRated" => "可计权重不足",
        _ => throw new InvalidDataException($"No words for {why}."),
    };

    private static string? Unrated(string? why) => why switch
    {
        null => null,
        "noFacts" => "没有可计事实",
        "tooFewFacts" => "事实太少",
        _ => throw new InvalidDataException($"No words for {why}."),
    };
}
