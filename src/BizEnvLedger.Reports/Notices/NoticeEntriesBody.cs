using BizEnvLedger.Core.Notices;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Notice;

namespace BizEnvLedger.Reports.Notices;

/// <summary>正文 of the notice: preamble, the three failings entry by entry, what is required. What a long body has no room for stands in annex 1 in full.</summary>
internal static class NoticeEntriesBody
{
    private static readonly IReadOnlyList<(string Category, string None)> Categories =
    [
        ("hollow", "本期无落而不实事项。"), ("slow", "本期无行动不快事项。"), ("weak", "本期无推动不力事项。"),
    ];

    public static IReadOnlyList<NoticeParagraph> Write(NoticePaper paper)
    {
        var written = new[] { 4, 3, 2, 1 }.Select(most => Write(paper, most)).ToList();
        return written.Find(body => NoticeBody.Length(body) <= NoticeBody.Limit) ?? written[^1];
    }

    private static List<NoticeParagraph> Write(NoticePaper paper, int most)
    {
        var entries = paper.Notice.Entries.Where(e => e.Facts.Kind == EntryKind.Notice && e.Struck is null).ToList();
        List<NoticeParagraph> body =
        [
            .. paper.Write("preamble", new Dictionary<string, string>
            {
                ["plan"] = paper.DataSet.Plan.Title, ["round"] = paper.Round, ["office"] = paper.Office, ["issuer"] = paper.DataSet.Plan.IssuerName, ["cutoff"] = Wording.Date(paper.DataSet.EffectiveOn),
            }),
        ];
        foreach (var (i, (category, none)) in Categories.Index())
        {
            var own = entries.Where(e => e.Facts.Category == category).ToList();
            body.Add(NoticeBody.Section($"{Wording.Ordinal(i + 1)}、{Terms.Category(category)}"));
            if (own.Count == 0)
                body.Add(NoticeBody.Text(none));
            if (own.Count > 1)
                body.AddRange(paper.Write(category, new Dictionary<string, string> { ["units"] = $"{own.DistinctBy(e => e.Unit).Count()}个单位", ["entries"] = $"{own.Count}项问题" }));
            foreach (var (n, entry) in own.Index())
                body.AddRange(paper.Write("entry-" + entry.Id, new Dictionary<string, string> { ["unit"] = paper.Plan.Name(entry.Unit).Name, ["facts"] = paper.Facts(entry, most) }, own.Count > 1 ? $"{n + 1}. " : ""));
        }

        body.Add(NoticeBody.Section("四、整改要求"));
        if (entries.Count == 0)
            body.Add(NoticeBody.Text("本期无需整改的通报事项。"));
        else
            body.AddRange(paper.Write("requirements", new Dictionary<string, string> { ["entries"] = $"{entries.Count}项问题", ["reviewDays"] = $"{paper.Plan.Rules.Notices.ReviewAskDays}日" }));
        return body;
    }
}
