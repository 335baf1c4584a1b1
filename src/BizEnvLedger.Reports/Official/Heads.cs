using BizEnvLedger.Reports.HalfYearReports.Notice;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BizEnvLedger.Reports.Official;

/// <summary>版头 of each form: mark, number and red rules.</summary>
internal static class Heads
{
    private const int Mm = 36000; // EMU
    private const decimal Twip = 1440 / 25.4m; // of a mm

    /// <summary>A red dot, stretched to a rule, as 版记 does it with a black one.</summary>
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC";

    public static IEnumerable<OpenXmlElement> Write(NoticeContent content, MainDocumentPart main) => content.Form switch
    {
        PaperForm.Letter => Letter(content, main),
        PaperForm.Up => [Mark(content), Up(content)],
        _ => [Mark(content), Paragraphs.Of(Styles.Number, content.Number, Rule(), Styles.Exactly(Page.Line, before: 2 * Page.Line))],
    };

    /// <summary>The mark's upper edge is 35 mm under the 版心's; its line is two text lines high (clause 7.2.4).</summary>
    private static Paragraph Mark(NoticeContent content)
    {
        var (size, scale) = MarkSize(content.Mark, most: 100);
        return Paragraphs.Of(Styles.Mark, [Paragraphs.Run(content.Mark, size: size, scale: scale)], Styles.Exactly(2 * Page.Line, before: 3 * Page.Line));
    }

    /// <summary>Number one character in at the left, 签发人 one character in at the right, the name in 楷体, on one line over the rule.</summary>
    private static Paragraph Up(NoticeContent content) => Paragraphs.Of(Styles.Number,
        [Paragraphs.Run(content.Number), Paragraphs.Tab(), Paragraphs.Run("签发人："), Paragraphs.Run(content.Signer ?? "　　　", Styles.Lead)],
        Rule(), new Tabs(new TabStop { Val = TabStopValues.Right, Position = Page.TextWidth - Page.Character }), Styles.Exactly(Page.Line, before: 2 * Page.Line),
        new Indentation { Left = $"{Page.Character}", Right = $"{Page.Character}" }, new Justification { Val = JustificationValues.Left });

    private static ParagraphBorders Rule() => new(new BottomBorder { Val = BorderValues.Single, Size = 18, Space = 11, Color = Styles.Red });

    /// <summary>
    /// 信函格式: the mark's upper edge 30 mm under the sheet's, a thick and a thin red rule 4 mm under it, a thin and a thick one 20 mm over the sheet's lower edge,
    /// each 170 mm long and centred; the number at the right under the first pair, seven eighths of a character from it.
    /// </summary>
    private static IEnumerable<OpenXmlElement> Letter(NoticeContent content, MainDocumentPart main)
    {
        var image = main.AddNewPart<ImagePart>("image/png", "rIdRedRule");
        using (var stream = new MemoryStream(Convert.FromBase64String(Dot)))
            image.FeedData(stream);
        var (size, scale) = MarkSize(content.Mark, most: 76);
        var height = 10 * size;
        // 4 mm from the mark to the first rule, the pair's own 1.6 mm, then seven eighths of a 16-point character. Mark and number stand where the sheet says, not where
        // the text before them ends: space before a paragraph under a frame is counted by one program and not by another. Between them no text fits.
        var under = 30 * Mm + height * 635 + 4 * Mm;
        var (top, numbered) = ((int)(30 * Twip), (under + Thick + Gap + Thin) / 635 + 14 * 20);
        yield return Paragraphs.Of(Styles.Mark, [Paragraphs.Run(content.Mark, size: size, scale: scale)], Frame(numbered - top, top), new SnapToGrid { Val = false }, Styles.Exactly(height));
        yield return Paragraphs.Of(Styles.Number, content.Number, Frame(NumberHeight, numbered), new SnapToGrid { Val = false }, Styles.Exactly(NumberHeight), new Justification { Val = JustificationValues.Right });
        var rules = Paragraphs.Thin(new SnapToGrid { Val = false }, Styles.Exactly(2));
        rules.Append(Line(under, Thick, 21), Line(under + Thick + Gap, Thin, 22), Line(277 * Mm - Thick - Gap - Thin, Thin, 23), Line(277 * Mm - Thick, Thick, 24));
        yield return rules;
    }

    private const int NumberHeight = 340;

    /// <summary>A line of its own at a height of the sheet, in twentieths of a point.</summary>
    private static FrameProperties Frame(int height, int y) => new()
    {
        Width = $"{Page.TextWidth}", Height = (uint)height, HeightType = HeightRuleValues.Exact, HorizontalSpace = "0", Wrap = TextWrappingValues.NotBeside,
        HorizontalPosition = HorizontalAnchorValues.Margin, VerticalPosition = VerticalAnchorValues.Page, XAlign = HorizontalAlignmentValues.Center, Y = $"{y}",
    };

    private const int Thick = 28575;
    private const int Thin = 9525;
    private const int Gap = 19050;

    private static Run Line(int y, int height, int id)
    {
        const int width = 170 * Mm;
        var (a, pic) = ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://schemas.openxmlformats.org/drawingml/2006/picture");
        return new(new Drawing($"""
            <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
            <wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{id}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
            <wp:positionH relativeFrom="page"><wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>
            <wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{id}" name="版头红线{id - 20}"/><wp:cNvGraphicFramePr/>
            <a:graphic xmlns:a="{a}"><a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}"><pic:nvPicPr><pic:cNvPr id="{id}" name="版头红线{id - 20}"/><pic:cNvPicPr/></pic:nvPicPr>
            <pic:blipFill><a:blip r:embed="rIdRedRule" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing>
            """));
    }

    /// <summary>As large as one line holds, at most so many half points; a very long name is narrowed too.</summary>
    private static (int HalfPoints, int Scale) MarkSize(string mark, int most)
    {
        const int points = Page.TextWidth / 20;
        var size = Math.Min(most, 2 * (points - 4) / mark.Length);
        return size >= 52 ? (size, 100) : (52, Math.Max(50, 100 * (points - 4) / (26 * mark.Length)));
    }
}
