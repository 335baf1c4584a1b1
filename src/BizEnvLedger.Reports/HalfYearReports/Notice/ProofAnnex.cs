using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>The last annex: from what the figures were drawn, and how anybody checks it.</summary>
internal static class ProofAnnex
{
    public static IEnumerable<NoticePart> Write(HalfYearDataSet dataSet)
    {
        if (AnnexNumbers.LeftOut(dataSet).ToList() is { Count: > 0 } none)
            yield return NoticeAnnexes.Says($"以下各项本期无内容，不另列附件：{string.Join("；", none)}。");
        yield return NoticeAnnexes.Says("本通报及附件的数据全部取自下列封存数据集。封存后补录、更正的数据不改动本期，在以后各期列示。");
        yield return new(Table: new([new("项目", 44), new("内容", 112, Fine: true)],
        [
            ["督查期", Wording.Name(Wording.Of(dataSet))],
            ["数据截止日期", Wording.Date(dataSet.EffectiveOn)],
            ["封存时刻（UTC）", dataSet.RecordedBy.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)],
            ["台账位置（记录条数）", Wording.Text(dataSet.TreeSize)],
            ["台账树根", dataSet.Root],
            ["规则集及版本", $"{dataSet.RuleSet}，第{Wording.Text(dataSet.RuleSetVersion)}版"],
            ["数据集格式", dataSet.Format],
            ["数据集校验值", HalfYearJson.Sha256(dataSet)],
            ["核验一：数据集", "数据集文件的SHA-256值应与上列校验值一致。"],
            ["核验二：台账", $"台账前{Wording.Text(dataSet.TreeSize)}条记录按RFC 6962计算的树根应与上列树根一致。"],
            ["核验三：重算", "据上述记录和规则集重算的数据集应与数据集文件逐字节一致。"],
            ["核验四：成文", "据数据集文件重新生成的送审稿应与封存的送审稿逐字节一致。"],
        ], Wide: false));
    }
}
