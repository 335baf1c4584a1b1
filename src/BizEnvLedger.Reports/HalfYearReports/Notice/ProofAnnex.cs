using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>附件9: from what the figures were drawn, and how anybody checks it.</summary>
internal static class ProofAnnex
{
    public static IEnumerable<NoticePart> Write(HalfYearDataSet dataSet)
    {
        yield return NoticeAnnexes.Says("本通报及附件的全部数据取自下列封存数据集，封存后补录、更正的数据不影响本期，在以后各期列示。");
        yield return new(Table: new([new("项目", 42), new("内容", 114, Fine: true)],
        [
            ["督查期", Wording.Name(Wording.Of(dataSet))],
            ["数据截止日期", Wording.Date(dataSet.EffectiveOn)],
            ["封存日期", Wording.Date(dataSet.RecordedOn)],
            ["封存时刻（协调世界时）", dataSet.RecordedBy.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)],
            ["台账位置（记录条数）", Wording.Text(dataSet.TreeSize)],
            ["台账树根", dataSet.Root],
            ["规则集及版本", $"{dataSet.RuleSet}，第{Wording.Text(dataSet.RuleSetVersion)}版"],
            ["数据集格式", dataSet.Format],
            ["数据集校验值（SHA-256）", HalfYearJson.Sha256(dataSet)],
        ], Wide: false));
        yield return new(Heading: "核验方法");
        yield return NoticeAnnexes.Says("1. 取本期数据集文件，计算其全部字节的SHA-256值，应与上表“数据集校验值”一致。");
        yield return NoticeAnnexes.Says($"2. 取台账前{Wording.Text(dataSet.TreeSize)}条记录，按RFC 6962规定的方法计算树根，应与上表“台账树根”一致。");
        yield return NoticeAnnexes.Says("3. 以上述记录和规则集重新计算数据集，应与本期数据集文件逐字节一致。");
        yield return NoticeAnnexes.Says("4. 以数据集文件重新生成本通报送审稿，应与封存的送审稿逐字节一致。");
    }
}
