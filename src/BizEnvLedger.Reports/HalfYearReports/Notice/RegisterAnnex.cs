using BizEnvLedger.Core.Inspections;
using static BizEnvLedger.Reports.HalfYearReports.Notice.Align;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>The annex on the registers that the plan orders kept: one line for each that has anything, one sentence for all that are empty. None where the plan orders none.</summary>
internal static class RegisterAnnex
{
    public static IEnumerable<NoticeAnnex> Write(HalfYearDataSet dataSet)
    {
        if (dataSet.Registers is { } registers)
            yield return new("台账建立与调度情况", [.. Parts(registers)]);
    }

    private static IEnumerable<NoticePart> Parts(IReadOnlyList<RegisterFigures> registers)
    {
        var kept = registers.Where(r => r.Counts.Items + r.Counts.Withdrawn + r.DispatchesHeld > 0).ToList();
        if (kept.Count > 0)
        {
            yield return NoticeAnnexes.Says($"应建台账{registers.Count}本，在册{kept.Sum(r => r.Counts.Items)}条，本期销账{kept.Sum(r => r.Counts.SettledWithin)}条，未销账{kept.Sum(r => r.Counts.Open)}条，其中逾期{kept.Sum(r => r.Counts.Overdue)}条。金额按各台账自定单位列示，不相加。");
            yield return new(Table: new(
                [
                    new("序号", 10, Centre), new("台账", 60), new("管理单位", 34), new("在册", 13, Centre), new("未销账", 13, Centre), new("逾期", 13, Centre), new("本期销账", 13, Centre),
                    new("应付（兑现）金额", 26, Right), new("已付（兑现）金额", 26, Right), new("应调度／已调度", 18, Centre),
                ],
                [.. kept.Select((r, i) => (IReadOnlyList<string>)
                [
                    Wording.Text(i + 1), r.Title, r.Keeper?.Name ?? "—", Wording.Text(r.Counts.Items), Wording.Text(r.Counts.Open), Wording.Text(r.Counts.Overdue), Wording.Text(r.Counts.SettledWithin),
                    NoticeAnnexes.Figure(r.Counts.Amount), NoticeAnnexes.Figure(r.Counts.Paid), $"{(r.DispatchesRequired is { } required ? Wording.Text(required) : "—")}／{Wording.Text(r.DispatchesHeld)}",
                ])]));
        }

        if (kept.Count < registers.Count)
            yield return NoticeAnnexes.Says($"{(kept.Count == 0 ? "" : "其余")}{registers.Count - kept.Count}本台账尚未登记：{Wording.List(registers.Except(kept).Select(r => r.Title))}。");
    }
}
