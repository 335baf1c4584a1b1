using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Workbook;

/// <summary>How a column's cells are shown.</summary>
internal enum Show { Text, Number, Date, Light, Events }

internal sealed record SheetColumn(string Heading, double Width, Show Show = Show.Text);

/// <summary>A sheet; cells are strings, ints, decimals, dates or null.</summary>
internal sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>The ledger's half-year, sheet by sheet.</summary>
internal static class Sheets
{
    internal static readonly SheetColumn Ids = new("事件编号", 38, Show.Events);

    public static IReadOnlyList<Sheet> Write(HalfYearDataSet dataSet) =>
    [
        Tasks(dataSet), Units(dataSet), Due(dataSet), NextDue(dataSet), Indicators(dataSet), Returned(dataSet), Entries(dataSet), LeadChanges(dataSet), SilenceSheet.Write(dataSet), ProposedSheet.Write(dataSet),
        .. CoordinationSheet.Write(dataSet),
        .. RegisterTable.Write(dataSet),
        .. dataSet.Supervision is { } supervision ? [SupervisionSheet.Write(supervision)] : Array.Empty<Sheet>(),
        ComplaintSheet.Write(dataSet),
        .. Former(dataSet), .. Regions(dataSet), .. Undated(dataSet),
        Notes.Write(dataSet),
    ];

    private static SheetColumn Count(string heading) => new(heading, 9, Show.Number);

    private static SheetColumn Day(string heading) => new(heading, 12, Show.Date);

    private static Sheet Tasks(HalfYearDataSet dataSet)
    {
        var areas = dataSet.Areas.ToDictionary(area => area.Id, area => area.Title, StringComparer.Ordinal);
        return new("按任务",
            [
                new("序号", 9, Show.Number), new("任务", 30), new("领域", 26), new("牵头单位", 24), new("配合单位", 30), new("亮灯", 8, Show.Light), Count("节点总数"), Count("累计办结"),
                Count("应完成"), Count("按期办结"), Count("延期内办结"), Count("逾期办结"), Count("未办结"), Count("退回"), Count("补录"), Count("牵头调整"), Count("报送次数"), Day("下一时限"),
            ],
            [.. dataSet.Tasks.Select(task => (IReadOnlyList<object?>)
            [
                Number(task.No), task.Title, areas.GetValueOrDefault(task.Area, ""), Names(task.Leads), Names(task.Cooperating), task.Light, task.Milestones, task.Closed,
                task.Due, task.OnTime, task.Extended, task.Late, task.Open, task.Returned, task.LateEntries, task.LeadChanges, task.Reports, task.NextDue,
            ])]);
    }

    private static Sheet Units(HalfYearDataSet dataSet) => new("按单位",
        [
            new("单位", 30), new("类型", 12), new("管理关系", 14), Count("牵头措施"), Count("配合措施"), Count("应完成"), Count("按期办结"), Count("延期内办结"),
            Count("逾期办结"), Count("未办结"), Count("退回"), Count("未报送节点"), Count("逾期天数"), Count("补录"), Count("报送次数"),
        ],
        [.. dataSet.Units.Select(unit => (IReadOnlyList<object?>)
        [
            unit.Name, Terms.UnitKind(unit.Kind), Terms.Authority(unit.Authority), unit.Leads, unit.Cooperates, unit.Due, unit.OnTime, unit.Extended,
            unit.Late, unit.Open, unit.Returned, unit.Silent, unit.DelayDays, unit.LateEntries, unit.Reports,
        ])]);

    private static Sheet Due(HalfYearDataSet dataSet) => new("应完成节点",
        [
            new("节点编号", 14), new("任务", 9, Show.Number), new("措施", 11), new("事项", 34), new("力度", 8), new("牵头单位", 24), new("配合单位", 28), Day("原定时限"), Day("现时限"),
            new("文件表述", 16), new("状态", 9), new("亮灯", 8, Show.Light), new("办理情形", 14), Day("办结日期"), Count("逾期天数"), Count("延期次数"), Ids,
        ],
        [.. dataSet.Due.Select(m => (IReadOnlyList<object?>)
        [
            m.Id, Number(m.Task), m.Measure, m.Statement, Terms.Strength(m.Strength), Names(m.Leads), Names(m.Cooperating), m.OriginalDue, m.Due,
            m.DueText, Terms.State(m.State), m.Light, Terms.Outcome(m.Outcome), m.ClosedOn, m.DaysLate, m.Extensions, Events(m.Events),
        ])]);

    private static Sheet NextDue(HalfYearDataSet dataSet) => new("下期到期节点",
        [
            new("节点编号", 14), new("任务", 9, Show.Number), new("措施", 11), new("事项", 34), new("力度", 8), new("牵头单位", 24), new("配合单位", 28), Day("原定时限"), Day("现时限"),
            new("文件表述", 16), new("状态", 9), new("亮灯", 8, Show.Light), Ids,
        ],
        [.. dataSet.NextDue.Select(m => (IReadOnlyList<object?>)
        [
            m.Id, Number(m.Task), m.Measure, m.Statement, Terms.Strength(m.Strength), Names(m.Leads), Names(m.Cooperating), m.OriginalDue, m.Due,
            m.DueText, Terms.State(m.State), m.Light, Events(m.Events),
        ])]);

    private static Sheet Indicators(HalfYearDataSet dataSet) => new("指标",
        [
            new("指标编号", 13), new("任务", 9, Show.Number), new("指标", 28), new("口径", 16), new("计量单位", 10), Count("基期值"), Count("现值"), Day("数据日期"), new("本期目标", 16), Day("本期时限"),
            new("下期目标", 16), Day("下期时限"), new("完成情况", 12), new("补录", 7), new("更正", 7), new("牵头单位", 24), Ids,
        ],
        [.. dataSet.Indicators.Select(i => (IReadOnlyList<object?>)
        [
            i.Id, Number(i.Task), i.Name, i.Scope, i.Unit, i.Baseline, i.Value, i.ValueOn, i.TargetInForce, i.TargetDue,
            i.NextTarget, i.NextTargetDue, Terms.Attainment(i.Attainment), Yes(i.LateEntered), Yes(i.Corrected), Names(i.Leads), Events(i.Events),
        ])]);

    private static Sheet Returned(HalfYearDataSet dataSet) => new("退回",
        [new("节点编号", 16), new("任务", 9, Show.Number), new("事项", 36), new("单位", 28), Day("申报日期"), Day("退回日期"), new("退回原因", 14), new("已重新申报", 12), Ids],
        [.. dataSet.Returned.Select(r => (IReadOnlyList<object?>)
        [
            r.Milestone, Number(r.Task), Terms.Subject(dataSet, r.Milestone), r.Unit.Name, r.ClaimedOn, r.ReturnedOn, Terms.Ground(r.Ground), r.Mended ? "是" : "否", Events(r.Events),
        ])]);

    private static Sheet Entries(HalfYearDataSet dataSet) => new("补录与更正",
        [
            new("类型", 14), new("任务", 9, Show.Number), new("类别", 12), new("事项", 32), new("报送单位", 24), Day("发生日期"), Day("录入日期"), Count("相隔天数"), Count("更正前"), Count("更正后"),
            new("撤销", 7), new("涉及期次", 15), new("属已封存期", 11), Ids,
        ],
        [
            .. dataSet.LateEntries.Select(e => (IReadOnlyList<object?>)
            [
                "补录", Number(e.Task), Terms.Kind(e.Kind), Terms.Subject(dataSet, e.Subject), e.Unit.Name, e.EffectiveOn, e.RecordedOn, e.Days, null, null, "", "",
                Yes(e.InClosedHalfYear), Events([e.Event]),
            ]),
            .. dataSet.Corrections.Select(c => Correction(dataSet, "本期更正", c)),
            .. dataSet.Restated.Select(c => Correction(dataSet, "以往各期变动", c)),
        ]);

    private static IReadOnlyList<object?> Correction(HalfYearDataSet dataSet, string type, CorrectionFigures c) =>
    [
        type, Number(c.Task), Terms.Kind(c.Kind), Terms.Subject(dataSet, c.Subject), c.Unit.Name, c.EffectiveOn, c.RecordedOn, null, c.Before, c.After, Yes(c.Withdrawn),
        HalfYear.TryParse(c.Round, out var halfYear) ? Wording.Name(halfYear) : "", "", Events(c.Events),
    ];

    private static Sheet LeadChanges(HalfYearDataSet dataSet) => new("牵头调整",
        [new("任务", 9, Show.Number), new("措施", 14), new("原牵头单位", 36), new("现牵头单位", 36), Day("生效日期"), Day("录入日期"), new("是否追溯", 10), Ids],
        [.. dataSet.LeadChanges.Select(c => (IReadOnlyList<object?>)
            [Number(c.Task), c.Measure ?? "全部", Names(c.From), Names(c.To), c.EffectiveOn, c.RecordedOn, Yes(c.Backdated), Events([c.Event])])]);

    private static IEnumerable<Sheet> Former(HalfYearDataSet dataSet)
    {
        if (dataSet.Units.Any(unit => unit.Formerly is not null))
            yield return new("单位承继", [new("原单位", 32), new("承继方式", 12), new("承继单位", 32), Day("承继日期"), Count("原单位逾期天数"), Ids],
                [.. from unit in dataSet.Units
                    from former in unit.Formerly ?? []
                    select (IReadOnlyList<object?>)[former.Name, Terms.Succession(former.Kind), unit.Name, former.SucceededOn, former.DelayDays, Events([former.Event])]]);
    }

    private static IEnumerable<Sheet> Regions(HalfYearDataSet dataSet)
    {
        if (dataSet.Regions is { } regions)
            yield return new("地区落实",
                [
                    new("地区", 24), new("落实方案文号", 28), Day("制定日期"), Count("修订次数"), Count("未制定天数"), Count("应完成事项"), Count("按期完成"), Count("逾期完成"), Count("未完成"),
                    Count("已报送待确认"), Count("最长逾期天数"), Ids,
                ],
                [.. regions.Select(r => (IReadOnlyList<object?>)
                [
                    r.Name, r.DocumentNumber, r.AdoptedOn, r.Revisions, r.DaysWithout, r.StepsDue, r.StepsOnTime, r.StepsLate, r.StepsOpen, r.StepsWaiting, r.LongestDays, Events(r.Events),
                ])]);
    }

    private static IEnumerable<Sheet> Undated(HalfYearDataSet dataSet)
    {
        if (dataSet.Undated is { } undated)
            yield return new("无时限措施未分解", [new("任务", 9, Show.Number), new("措施", 14), new("事项", 48), new("牵头单位", 36)],
                [.. undated.Select(m => (IReadOnlyList<object?>)[Number(m.Task), m.Measure, m.Title, Names(m.Leads)])]);
    }

    private static string Names(IReadOnlyList<UnitName> units) => Wording.List(units.Select(unit => unit.Name));

    private static string Yes(bool holds) => holds ? "是" : "";

    internal static string Events(IEnumerable<Guid> ids) => string.Join('\n', ids.Select(id => id.ToString("D")));

    internal static object Number(string task) => int.TryParse(task, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : Terms.Task(task);
}
