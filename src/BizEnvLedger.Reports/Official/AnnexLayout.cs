using BizEnvLedger.Reports.HalfYearReports.Notice;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BizEnvLedger.Reports.Official;

/// <summary>An annex: 附件 and its number flush left on the first line in 黑体, its title centred on the third (GB/T 9704-2012 clause 7.3.7).</summary>
internal static class AnnexLayout
{
    public static IEnumerable<OpenXmlElement> Write(NoticeAnnex annex, int number, bool breakBefore)
    {
        yield return Paragraphs.Of(Styles.AnnexMark, $"附件{number}", breakBefore ? [new PageBreakBefore()] : []);
        yield return Paragraphs.Blank(Styles.AnnexMark);
        yield return Paragraphs.Of(Styles.Title, annex.Title);
        yield return Paragraphs.Thin(new KeepNext(), new SnapToGrid { Val = false }, Styles.Exactly(Page.Line / 2));
        foreach (var (i, part) in annex.Parts.Index())
        {
            if (part.Heading is { } heading)
                yield return Paragraphs.Of(Styles.Section, heading);
            else if (part.Text is { } text)
                yield return Paragraphs.Of(Styles.Text, text);
            else if (part.Table is { } table)
            {
                yield return Paragraphs.Thin(new KeepNext(), new SnapToGrid { Val = false }, Styles.Exactly(80));
                yield return Tables.Write(table);
                // Nothing after a last table: even a thin line could spill over and leave an empty page.
                if (i < annex.Parts.Count - 1)
                    yield return Paragraphs.Thin(new SnapToGrid { Val = false }, Styles.Exactly(120));
            }
        }
    }
}
