using System.Globalization;
using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Workbook;

/// <summary>说明: the totals, where they come from, what the words mean.</summary>
internal static class Notes
{
    public static Sheet Write(HalfYearDataSet dataSet)
    {
        var (now, before) = (dataSet.Totals, dataSet.Previous);
        return new("说明", [new("项目", 26), new("内容", 72), new("上期", 12, Show.Number)],
        [
            ["计划", dataSet.Plan.Title, null],
            ["文号", dataSet.Plan.DocumentNumber, null],
            ["督查期", Wording.Name(Wording.Of(dataSet)), null],
            Figure("任务", t => t.Tasks), Figure("措施", t => t.Measures), Figure("节点总数", t => t.Milestones), Figure("应完成节点", t => t.Due),
            Figure("按期办结", t => t.OnTime), Figure("延期内办结", t => t.Extended), Figure("逾期办结", t => t.Late), Figure("未办结", t => t.Open),
            Figure("未办结中已申报待核验", t => t.Waiting), Figure("未到期节点", t => t.NotDue), Figure("未到期中滞后于序时进度", t => t.NotDueBehind),
            Figure("应达标指标", t => t.IndicatorsDue), Figure("已达标指标", t => t.IndicatorsMet), Figure("未报送数据的指标", t => t.IndicatorsUnreported),
            ["应完成", "时限在本期内的节点，以及时限在以前、本期初仍未办结的节点。应完成＝按期办结＋延期内办结＋逾期办结＋未办结。", null],
            ["亮灯", "红：已逾期，或者因不实被退回后未按时重新申报；黄：临近时限、进度滞后或者未按期报送进展；绿：正常；灰：中止或者无时限；蓝：已办结。任务的亮灯取其最差节点。", null],
            ["逾期天数", "按单位计算时，共同牵头的各单位分别计全部天数，合计不能相加。", null],
            ["依据事件", EventIndex.Note, null],
            ["数据截止日期", dataSet.EffectiveOn, null],
            ["封存时刻（UTC）", dataSet.RecordedBy.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), null],
            ["台账位置（记录条数）", Wording.Text(dataSet.TreeSize), null],
            ["台账树根", dataSet.Root, null],
            ["规则集及版本", $"{dataSet.RuleSet}，第{Wording.Text(dataSet.RuleSetVersion)}版", null],
            ["数据集格式", dataSet.Format, null],
            ["数据集校验值（SHA-256）", HalfYearJson.Sha256(dataSet), null],
        ]);

        IReadOnlyList<object?> Figure(string name, Func<Totals, int> of) => [name, of(now), before is null ? null : of(before)];
    }
}
