using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Workbook;

/// <summary>台账: every register that the plan orders kept, in figures.</summary>
internal static class RegisterTable
{
    public static IEnumerable<Sheet> Write(HalfYearDataSet dataSet)
    {
        if (dataSet.Registers is not { } registers)
            yield break;
        yield return new("台账",
            [
                new("台账", 34), new("依据", 16), new("措施", 10), new("管理单位", 24), new("在册", 9, Show.Number), new("未销账", 9, Show.Number), new("待确认", 9, Show.Number), new("逾期", 9, Show.Number),
                new("期限后移", 9, Show.Number), new("累计销账", 9, Show.Number), new("本期销账", 9, Show.Number), new("撤销", 9, Show.Number), new("应付（兑现）金额", 14, Show.Number), new("已付（兑现）金额", 14, Show.Number),
                new("调度频次", 10), new("应调度", 9, Show.Number), new("已调度", 9, Show.Number), new("逾期调度", 9, Show.Number), new("事件编号", 38, Show.Events),
            ],
            [.. registers.Select(r => (IReadOnlyList<object?>)
            [
                r.Title, r.Clause, r.Measure, r.Keeper?.Name, r.Counts.Items, r.Counts.Open, r.Counts.Waiting, r.Counts.Overdue,
                r.Counts.Moved, r.Counts.Settled, r.Counts.SettledWithin, r.Counts.Withdrawn, r.Counts.Amount, r.Counts.Paid,
                r.DispatchText, r.DispatchesRequired, r.DispatchesHeld, r.DispatchesLate, Sheets.Events(r.Events),
            ])]);
    }
}
