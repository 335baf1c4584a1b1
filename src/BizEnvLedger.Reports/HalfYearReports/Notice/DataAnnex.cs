using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>Late entries, corrections, what closed rounds would say differently now, and changes of lead.</summary>
internal static class DataAnnex
{
    public static IEnumerable<NoticePart> Write(HalfYearDataSet dataSet)
    {
        var part = 0;
        foreach (var (title, count, table) in new (string, int, Func<NoticePart>)[]
        {
            ("本期补录", dataSet.LateEntries.Count, () => LateEntries(dataSet)), ("本期更正", dataSet.Corrections.Count, () => Corrections(dataSet, dataSet.Corrections)),
            ("以往各期封存数据的变动", dataSet.Restated.Count, () => Corrections(dataSet, dataSet.Restated)), ("牵头单位调整", dataSet.LeadChanges.Count, () => LeadChanges(dataSet)),
        })
            if (count > 0)
            {
                yield return new(Heading: $"{Wording.Ordinal(++part)}、{title}");
                yield return table();
            }

        string[] none =
        [
            .. dataSet.LateEntries.Count == 0 ? ["本期无补录数据"] : Array.Empty<string>(), .. dataSet.Corrections.Count == 0 ? ["本期无更正数据"] : Array.Empty<string>(),
            .. dataSet.Restated.Count == 0 ? ["以往各期封存数据无变动"] : Array.Empty<string>(), .. dataSet.LeadChanges.Count == 0 ? ["本期无牵头单位调整"] : Array.Empty<string>(),
        ];
        if (none.Length > 0)
            yield return NoticeAnnexes.Says(string.Join("；", none) + "。");
    }

    private static NoticePart LateEntries(HalfYearDataSet dataSet) => NoticeAnnexes.TableOr("",
        [
            new("序号", 10, Centre), new("任务", 18, Centre), new("类别", 20, Centre), new("事项", 62), new("报送单位", 36), new("发生日期", 22, Centre),
            new("录入日期", 22, Centre), new("相隔天数", 14, Centre), new("属已封存期", 18, Centre),
        ],
        dataSet.LateEntries.Select((entry, i) => (IReadOnlyList<string>)
        [
            Wording.Text(i + 1), Terms.Task(entry.Task), Terms.Kind(entry.Kind), Terms.Subject(dataSet, entry.Subject), entry.Unit.Name, Wording.Short(entry.EffectiveOn),
            Wording.Short(entry.RecordedOn), Wording.Text(entry.Days), entry.InClosedHalfYear ? "是" : "否",
        ]));

    private static NoticePart Corrections(HalfYearDataSet dataSet, IReadOnlyList<CorrectionFigures> corrections) => NoticeAnnexes.TableOr("",
        [
            new("序号", 10, Centre), new("任务", 18, Centre), new("类别", 20, Centre), new("事项", 52), new("报送单位", 36), new("更正前", 15, Centre),
            new("更正后", 15, Centre), new("发生日期", 22, Centre), new("更正日期", 22, Centre), new("涉及期次", 24, Centre),
        ],
        corrections.Select((correction, i) => (IReadOnlyList<string>)
        [
            Wording.Text(i + 1), Terms.Task(correction.Task), Terms.Kind(correction.Kind), Terms.Subject(dataSet, correction.Subject), correction.Unit.Name,
            NoticeAnnexes.Figure(correction.Before), correction.Withdrawn ? "撤销" : NoticeAnnexes.Figure(correction.After), Wording.Short(correction.EffectiveOn),
            Wording.Short(correction.RecordedOn), Terms.Round(correction.Round),
        ]));

    private static NoticePart LeadChanges(HalfYearDataSet dataSet) => NoticeAnnexes.TableOr("",
        [
            new("序号", 10, Centre), new("任务", 18, Centre), new("措施", 20, Centre, Fine: true), new("原牵头单位", 54), new("现牵头单位", 54),
            new("生效日期", 22, Centre), new("录入日期", 22, Centre), new("是否追溯", 18, Centre),
        ],
        dataSet.LeadChanges.Select((change, i) => (IReadOnlyList<string>)
        [
            Wording.Text(i + 1), Terms.Task(change.Task), change.Measure ?? "全部", Wording.Names(change.From), Wording.Names(change.To),
            Wording.Short(change.EffectiveOn), Wording.Short(change.RecordedOn), change.Backdated ? "追溯" : "否",
        ]));
}
