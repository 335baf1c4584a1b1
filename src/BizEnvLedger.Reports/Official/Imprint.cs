using BizEnvLedger.Reports.HalfYearReports.Notice;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BizEnvLedger.Reports.Official;

/// <summary>
/// 版记 (GB/T 9704-2012 clause 7.4): 抄送, then 印发机关 and 印发日期 in 四号, between rules as wide as the 版心, the first and last
/// 0.35 mm, the middle one 0.25 mm, the last one on the lower edge of the last page's 版心.
/// </summary>
internal static class Imprint
{
    private const int Character = 280;
    private const uint Thick = 8;
    private const uint Fine = 6;

    public static IEnumerable<OpenXmlElement> Write(NoticeContent content)
    {
        yield return Rule(Thick);
        if (content.CopiesTo is { } copies)
        {
            yield return Paragraphs.Of(Styles.Imprint, "抄送：" + copies, Frame(),
                new Indentation { Left = $"{4 * Character}", Right = $"{Character}", Hanging = $"{3 * Character}" }, new Justification { Val = JustificationValues.Both });
            yield return Rule(Fine);
        }
        yield return Paragraphs.Of(Styles.Imprint, [Paragraphs.Run(content.Signature), Paragraphs.Tab(), Paragraphs.Run(content.Printed)], Frame(),
            new Tabs(new TabStop { Val = TabStopValues.Right, Position = Page.TextWidth - Character }), new Indentation { Left = $"{Character}", Right = $"{Character}" });
        yield return Rule(Thick);
    }

    private static Paragraph Rule(uint size) => Paragraphs.Thin(Frame(),
        new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = size, Space = 0, Color = "000000" }), Styles.Exactly(20));

    private static FrameProperties Frame() => new()
    {
        Width = $"{Page.TextWidth}", Wrap = TextWrappingValues.NotBeside, HorizontalPosition = HorizontalAnchorValues.Margin, VerticalPosition = VerticalAnchorValues.Margin,
        XAlign = HorizontalAlignmentValues.Center, YAlign = VerticalAlignmentValues.Bottom,
    };
}
