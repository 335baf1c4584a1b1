using BizEnvLedger.Reports.HalfYearReports.Notice;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BizEnvLedger.Reports.Official;

/// <summary>
/// 版记 (GB/T 9704-2012 clause 7.4): 抄送, then 印发机关 and 印发日期 in 四号, between rules as wide as the 版心, the first and last
/// 0.35 mm, the middle one 0.25 mm, the last one on the lower edge of the last page's 版心.
/// </summary>
internal static class Imprint
{
    private const int Character = 280;
    private const int Emu = 635; // a twip
    private const int Thick = 12600;
    private const int Fine = 9000;

    /// <summary>
    /// One black dot, stretched to a rule: LibreOffice drops a frame whose paragraphs have borders.
    /// </summary>
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

    public static IEnumerable<OpenXmlElement> Write(NoticeContent content, MainDocumentPart main)
    {
        if (content.Form == PaperForm.Letter)
        {
            // 信函格式 has neither rules nor 印发机关 and 印发日期 in its 版记 (clause 10.1).
            if (content.CopiesTo is { } only)
                yield return Copies(only);
            yield break;
        }
        var image = main.AddNewPart<ImagePart>("image/png", "rIdRule");
        using (var stream = new MemoryStream(Convert.FromBase64String(Dot)))
            image.FeedData(stream);
        yield return Rule(Thick, 11);
        if (content.CopiesTo is { } copies)
        {
            yield return Copies(copies);
            yield return Rule(Fine, 12);
        }
        yield return Paragraphs.Of(Styles.Imprint, [Paragraphs.Run(content.Signature), Paragraphs.Tab(), Paragraphs.Run(content.Printed)], Frame(),
            new Tabs(new TabStop { Val = TabStopValues.Right, Position = Page.TextWidth - Character }), Room(), new Indentation { Left = $"{Character}", Right = $"{Character}" });
        yield return Rule(Thick, 13);
    }

    private static Paragraph Copies(string copies) => Paragraphs.Of(Styles.Imprint, "抄送：" + copies, Frame(), Room(),
        new Indentation { Left = $"{4 * Character}", Right = $"{Character}", Hanging = $"{3 * Character}" }, new Justification { Val = JustificationValues.Both });

    private static Paragraph Rule(int height, int id)
    {
        var paragraph = Paragraphs.Thin(Frame(), new SnapToGrid { Val = false }, new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto });
        var (width, a, pic) = (Page.TextWidth * Emu, "http://schemas.openxmlformats.org/drawingml/2006/main", "http://schemas.openxmlformats.org/drawingml/2006/picture");
        paragraph.Append(new Run(new RunProperties(new FontSize { Val = "2" }, new FontSizeComplexScript { Val = "2" }), new Drawing($"""
            <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
            <wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{id}" name="版记分隔线{id - 10}"/>
            <a:graphic xmlns:a="{a}"><a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}"><pic:nvPicPr><pic:cNvPr id="{id}" name="版记分隔线{id - 10}"/><pic:cNvPicPr/></pic:nvPicPr>
            <pic:blipFill><a:blip r:embed="rIdRule" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>
            """)));
        return paragraph;
    }

    private static SpacingBetweenLines Room() => new() { Before = "0", After = "110", Line = "400", LineRule = LineSpacingRuleValues.Exact };

    private static FrameProperties Frame() => new()
    {
        Width = $"{Page.TextWidth}", HorizontalSpace = "0", Wrap = TextWrappingValues.NotBeside, HorizontalPosition = HorizontalAnchorValues.Margin,
        VerticalPosition = VerticalAnchorValues.Margin, XAlign = HorizontalAlignmentValues.Center, YAlign = VerticalAlignmentValues.Bottom,
    };
}
