using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>Draws the words of a notice from a data set, and from nothing else.</summary>
internal static class NoticeWriter
{
    /// <summary>A title's line at 二号 (22 pt) across 156 mm.</summary>
    private const int TitleLine = 20;

    public static NoticeContent Write(HalfYearDataSet dataSet)
    {
        Sums.Check(dataSet);
        var office = Wording.FullOffice(dataSet.Plan);
        var (body, moved) = NoticeBody.Write(dataSet, office);
        return new()
        {
            Mark = office + "文件",
            Number = $"〔{Wording.Text(dataSet.RecordedOn.Year)}〕　　号",
            Title = Lines([office, $"关于{Wording.Name(Wording.Of(dataSet))}", Wording.Subject(dataSet.Plan), "专项督查", "情况的通报"]),
            Recipients = (dataSet.Plan.Recipients.Count == 0 ? "各有关单位" : string.Join('，', dataSet.Plan.Recipients).TrimEnd('：', ':', '。')) + "：",
            Body = body,
            Annexes = NoticeAnnexes.Write(dataSet, moved),
            Signature = office,
            Date = Wording.Date(dataSet.RecordedOn),
            CopiesTo = dataSet.Plan.CopiesTo.Count == 0 ? null : string.Join('，', dataSet.Plan.CopiesTo).TrimEnd('。', '.') + "。",
            Printed = $"{Wording.Text(dataSet.RecordedOn.Year)}年　月　日印发",
            Header = dataSet.Demonstration ? "演示数据（非真实情况）" : null,
        };
    }

    /// <summary>
    /// Breaks a title only where a phrase ends, into as few lines as hold it and as even as can be (clause 7.3.1: 词意完整，排列对称，长短适宜).
    /// </summary>
    internal static IReadOnlyList<string> Lines(IReadOnlyList<string> phrases)
    {
        var best = Enumerable.Range(0, 1 << (phrases.Count - 1))
            .Select(breaks => Broken(phrases, breaks))
            .OrderBy(lines => lines.Sum(line => Math.Max(0, Width(line) - TitleLine)))
            .ThenBy(lines => lines.Count)
            .ThenBy(lines => lines.Max(Width) - lines.Min(Width))
            .First();
        return best;
    }

    private static List<string> Broken(IReadOnlyList<string> phrases, int breaks)
    {
        var lines = new List<string> { phrases[0] };
        for (var i = 1; i < phrases.Count; i++)
        {
            if ((breaks >> (i - 1) & 1) == 1)
                lines.Add(phrases[i]);
            else
                lines[^1] += phrases[i];
        }
        return lines;
    }

    /// <summary>Width in full-width characters.</summary>
    internal static decimal Width(string text) => text.Sum(c => c < 0x80 ? 0.5m : 1m);
}
