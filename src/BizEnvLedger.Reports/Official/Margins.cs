using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BizEnvLedger.Reports.Official;

/// <summary>
/// Page numbers (GB/T 9704-2012 clause 7.5): 四号 宋体 between one-character dashes, odd pages right and even pages left, one
/// character in; on lying pages at the same place of the sheet (clause 8). And the header that marks demonstration data.
/// </summary>
internal static class Margins
{
    private const int Mm = 36000; // EMU

    /// <summary>Adds the parts and gives the references that each section carries.</summary>
    public static Func<bool, IEnumerable<HeaderFooterReferenceType>> Add(MainDocumentPart main, string? header, bool firstDiffers)
    {
        Put(main.AddNewPart<FooterPart>("rIdFooterOdd"), new Footer(Number(even: false)));
        Put(main.AddNewPart<FooterPart>("rIdFooterEven"), new Footer(Number(even: true)));
        Put(main.AddNewPart<FooterPart>("rIdFooterLyingOdd"), new Footer(Lying(even: false)));
        Put(main.AddNewPart<FooterPart>("rIdFooterLyingEven"), new Footer(Lying(even: true)));
        if (header is not null)
            main.AddNewPart<HeaderPart>("rIdHeader").Header = new(Paragraphs.Of(Styles.Header, header));
        if (firstDiffers)
            Put(main.AddNewPart<FooterPart>("rIdFooterFirst"), new Footer(Paragraphs.Blank(Styles.PageNumber)));
        return wide => References(wide, header is not null, firstDiffers);
    }

    private static void Put(FooterPart part, Footer footer) => part.Footer = footer;

    private static IEnumerable<HeaderFooterReferenceType> References(bool wide, bool header, bool firstDiffers)
    {
        if (header)
        {
            yield return new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHeader" };
            yield return new HeaderReference { Type = HeaderFooterValues.Even, Id = "rIdHeader" };
        }
        if (firstDiffers)
        {
            if (header)
                yield return new HeaderReference { Type = HeaderFooterValues.First, Id = "rIdHeader" };
            yield return new FooterReference { Type = HeaderFooterValues.First, Id = "rIdFooterFirst" };
        }
        yield return new FooterReference { Type = HeaderFooterValues.Default, Id = wide ? "rIdFooterLyingOdd" : "rIdFooterOdd" };
        yield return new FooterReference { Type = HeaderFooterValues.Even, Id = wide ? "rIdFooterLyingEven" : "rIdFooterEven" };
    }

    private static Paragraph Number(bool even) => Paragraphs.Of(Styles.PageNumber,
        [Paragraphs.Run("— "), .. Paragraphs.Field("PAGE", "1"), Paragraphs.Run(" —")],
        new Indentation { Left = even ? "280" : "0", Right = even ? "0" : "280" },
        new Justification { Val = even ? JustificationValues.Left : JustificationValues.Right });

    /// <summary>
    /// A lying page is the upright sheet turned clockwise: the sheet's foot is at the left, its outer edge at the bottom on odd pages
    /// and at the top on even ones. The number stands there in a turned box.
    /// </summary>
    private static Paragraph Lying(bool even)
    {
        var (width, height) = (10 * Mm, 60 * Mm);
        var x = (int)(21.8m * Mm);
        var y = even ? 28 * Mm : (210 - 26 - 60) * Mm;
        var number = Number(even).OuterXml;
        return new($"""
            <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
             xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
             xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:pPr><w:pStyle w:val="{Styles.PageNumber}"/></w:pPr>
            <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">
            <wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>
            <wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{(even ? 2 : 1)}" name="页码{(even ? 2 : 1)}"/><wp:cNvGraphicFramePr/>
            <a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
            <wps:txbx><w:txbxContent>{number}</w:txbxContent></wps:txbx><wps:bodyPr rot="0" vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" anchorCtr="0"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>
            """);
    }
}
