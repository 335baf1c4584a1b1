using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>附件, those that hold something; how to check is always the last.</summary>
internal static class NoticeAnnexes
{
    public static IReadOnlyList<NoticeAnnex> Write(HalfYearDataSet dataSet, IReadOnlyList<ProposedEntry> moved) =>
        [.. Enum.GetValues<AnnexOf>().Where(annex => AnnexNumbers.Has(dataSet, annex)).SelectMany(annex => Of(dataSet, annex, moved))];

    private static IEnumerable<NoticeAnnex> Of(HalfYearDataSet dataSet, AnnexOf annex, IReadOnlyList<ProposedEntry> moved) => annex switch
    {
        AnnexOf.Tasks => [new("任务进展总表", [.. Tasks(dataSet)])],
        AnnexOf.Due => [new("本期应完成节点", [Due(dataSet)])],
        AnnexOf.Late => [new("逾期与延期情况", [.. LateAnnex.Write(dataSet, moved)])],
        AnnexOf.Indicators => [new("指标完成情况", [Indicators(dataSet)])],
        AnnexOf.Rectification => [new("整改清单", [.. Rectification(dataSet)])],
        AnnexOf.NextDue => [new($"{Wording.Name(Wording.Of(dataSet).Next)}到期节点", [NextDue(dataSet)])],
        AnnexOf.Complaints => [new("企业诉求办理情况", [.. Complaints.Annex(dataSet)])],
        AnnexOf.Data => [new("数据更正与补录情况", [.. DataAnnex.Write(dataSet)])],
        AnnexOf.Registers => RegisterAnnex.Write(dataSet),
        AnnexOf.Supervision => [new("督查判定、问题与抽查情况", [.. SupervisionWords.Annex(dataSet.Supervision!)])],
        AnnexOf.Regions => RegionAnnex.Write(dataSet),
        _ => [new("数据核验说明", [.. ProofAnnex.Write(dataSet)])],
    };

    internal static NoticePart Says(string text) => new(Text: text);

    /// <summary>The table, or one line when it has no row.</summary>
    internal static NoticePart TableOr(string none, IReadOnlyList<NoticeColumn> columns, IEnumerable<IReadOnlyList<string>> rows, bool wide = true) =>
        rows.ToList() is { Count: > 0 } list ? new(Table: new(columns, list, wide)) : Says(none);

    private static IEnumerable<NoticePart> Tasks(HalfYearDataSet dataSet)
    {
        if (dataSet.Tasks.Count == 0)
        {
            yield return Says("本期无任务。");
            yield break;
        }

        NoticeColumn[] columns =
        [
            new("序号", 9, Centre), new("任务", 44), new("牵头单位", 38), new("节点总数", 9, Centre), new("累计办结", 9, Centre), new("应完成", 9, Centre),
            new("按期办结", 9, Centre), new("延期内办结", 10, Centre), new("逾期办结", 9, Centre), new("未办结", 9, Centre), new("退回", 9, Centre),
            new("补录", 9, Centre), new("牵头调整", 9, Centre), new("亮灯", 9, Centre), new("下一时限", 21, Centre),
        ];
        var rows = dataSet.Tasks.Select(task => (IReadOnlyList<string>)
        [
            Terms.Task(task.No), task.Title, Wording.Names(task.Leads), .. Counts(task.Milestones, task.Closed, task.Due, task.OnTime, task.Extended,
                task.Late, task.Open, task.Returned, task.LateEntries, task.LeadChanges), Terms.Light(task.Light), Wording.Short(task.NextDue),
        ]).ToList();
        rows.Add(["合计", "", "", .. Counts(Sum(t => t.Milestones), Sum(t => t.Closed), Sum(t => t.Due), Sum(t => t.OnTime), Sum(t => t.Extended),
            Sum(t => t.Late), Sum(t => t.Open), Sum(t => t.Returned), Sum(t => t.LateEntries), Sum(t => t.LeadChanges)), "", ""]);
        yield return new(Table: new(columns, rows, HasTotal: true));
        if (Unled(dataSet) is > 0 and var unled)
            yield return Says($"注：合计{Sum(t => t.Milestones)}项节点中，{dataSet.Totals.Milestones}项有牵头单位，正文各项数量以此计算；其余{unled}项（主要目标、保障措施等）文件未明确牵头单位，只列入本表。");

        int Sum(Func<TaskFigures, int> of) => dataSet.Tasks.Sum(of);
    }

    /// <summary>Milestones that the plan gives to nobody: they are listed, and counted in no figure of the body.</summary>
    internal static int Unled(HalfYearDataSet dataSet) => dataSet.Tasks.Sum(t => t.Milestones) - dataSet.Totals.Milestones;

    private static IEnumerable<string> Counts(params int[] counts) => counts.Select(Wording.Text);

    private static NoticePart Due(HalfYearDataSet dataSet) => TableOr("本期无应完成节点。",
        [
            new("序号", 10, Centre), new("节点", 26, Centre, Fine: true), new("事项", 57), new("牵头单位", 40), new("时限", 21, Centre),
            new("办结日期", 21, Centre), new("办理情形", 33, Centre), new("逾期天数", 19, Centre),
        ],
        dataSet.Due.Select((milestone, i) => (IReadOnlyList<string>)
        [
            Wording.Text(i + 1), Terms.Place(milestone.Id), Statement(milestone), Wording.Names(milestone.Leads), Wording.Short(milestone.Due),
            Wording.Short(milestone.ClosedOn), Terms.Outcome(milestone.Outcome), Days(milestone.DaysLate),
        ]));

    private static NoticePart Indicators(HalfYearDataSet dataSet) => TableOr("本期无指标数据。",
        [
            new("序号", 10, Centre), new("指标", 42), new("单位", 15, Centre), new("基期值", 14, Centre), new("现值", 14, Centre), new("数据日期", 22, Centre),
            new("本期目标", 24, Centre), new("下期目标", 24, Centre), new("完成情况", 18, Centre), new("牵头单位", 32), new("备注", 13, Centre),
        ],
        dataSet.Indicators.Select((indicator, i) => (IReadOnlyList<string>)
        [
            Wording.Text(i + 1), indicator.Scope is { Length: > 0 } scope ? $"{indicator.Name}（{scope}）" : indicator.Name, indicator.Unit,
            Figure(indicator.Baseline), Figure(indicator.Value), Wording.Short(indicator.ValueOn), Words(indicator.TargetInForce), Words(indicator.NextTarget),
            Terms.Attainment(indicator.Attainment), Wording.Names(indicator.Leads), Marks(indicator),
        ]));

    private static IEnumerable<NoticePart> Rectification(HalfYearDataSet dataSet)
    {
        if (dataSet.Rectifications is not null)
            yield return new(Heading: "一、本期问题整改清单");
        yield return TableOr("本期无列入整改的单位。",
            [new("序号", 10, Centre), new("责任单位", 34), new("问题类别", 20, Centre), new("问题事项", 104), new("整改时限", 30, Centre)],
            dataSet.Proposed.Select((entry, i) => (IReadOnlyList<string>)
                [Wording.Text(i + 1), entry.Unit.Name, Terms.Category(entry.Category), Problems.Facts(dataSet, entry, 6), "　年　月　日"]));
        if (dataSet.Proposed.Count > 0)
            yield return Says("注：整改时限在签发时填定。");
        if (dataSet.Rectifications is { } before)
        {
            yield return new(Heading: "二、上期问题整改情况");
            yield return RectificationText.Table(before);
        }
    }

    private static NoticePart NextDue(HalfYearDataSet dataSet) => TableOr($"{Wording.Name(Wording.Of(dataSet).Next)}无到期节点。",
        [
            new("序号", 10, Centre), new("节点", 26, Centre, Fine: true), new("事项", 60), new("牵头单位", 36), new("配合单位", 44),
            new("时限", 21, Centre), new("文件表述", 30, Centre),
        ],
        dataSet.NextDue.Select((milestone, i) => (IReadOnlyList<string>)
        [
            Wording.Text(i + 1), Terms.Place(milestone.Id), Statement(milestone), Wording.Names(milestone.Leads), Wording.Names(milestone.Cooperating),
            Wording.Short(milestone.Due), milestone.DueText ?? "—",
        ]));

    internal static string Statement(MilestoneFigures milestone) =>
        Terms.Strength(milestone.Strength) is { Length: > 0 } word ? $"{Wording.Clause(milestone.Statement)}（{word}）" : Wording.Clause(milestone.Statement);

    internal static string Days(int days) => days == 0 ? "—" : Wording.Text(days);

    internal static string Figure(decimal? value) => value is { } figure ? Wording.Number(figure) : "—";

    private static string Words(string? target) => string.IsNullOrEmpty(target) ? "—" : target;

    private static string Marks(IndicatorFigures indicator) => (indicator.LateEntered, indicator.Corrected) switch
    {
        (true, true) => "补录、更正", (true, false) => "补录", (false, true) => "更正", _ => "",
    };
}
