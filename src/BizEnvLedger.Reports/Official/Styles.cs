using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace BizEnvLedger.Reports.Official;

/// <summary>
/// Paragraph styles for the elements of GB/T 9704-2012, so that an office can go on editing in Word. Fonts are named, not
/// shipped: 小标宋 for mark and title, 仿宋 for the body, 黑体 and 楷体 for headings, 宋体 for page numbers.
/// </summary>
internal static class Styles
{
    public const string Song = "方正小标宋简体";
    public const string Fang = "仿宋_GB2312";
    public const string Kai = "楷体_GB2312";
    public const string Hei = "黑体";
    public const string PlainSong = "宋体";

    public const string Text = "GwText";
    public const string Flush = "GwFlush";
    public const string Mark = "GwMark";
    public const string Number = "GwNumber";
    public const string Title = "GwTitle";
    public const string Draft = "GwDraft";
    public const string Section = "GwSection";
    public const string Part = "GwPart";
    public const string Lead = "GwLead";
    public const string Attachment = "GwAttachment";
    public const string AnnexMark = "GwAnnexMark";
    public const string Cell = "GwCell";
    public const string HeadCell = "GwHeadCell";
    public const string Imprint = "GwImprint";
    public const string PageNumber = "GwPageNumber";
    public const string Header = "GwHeader";

    public const string Red = "FF0000";

    public static Word.Styles Write()
    {
        var styles = new Word.Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(Fang), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()));
        styles.Append(new Style(
            new StyleName { Val = "Normal" }, new PrimaryStyle(),
            new StyleParagraphProperties(
                new WidowControl { Val = false }, new OverflowPunctuation { Val = true }, new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false },
                Exactly(Page.Line), new Justification { Val = JustificationValues.Both }),
            new StyleRunProperties(Fonts(Fang), new Spacing { Val = Page.Narrowing }, new Kern { Val = 0 }, Size(Page.Size3), ComplexSize(Page.Size3)))
        { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });

        Add(styles, Text, "公文正文", Page.Size3, Fang, indent: 2);
        Add(styles, Flush, "公文顶格", Page.Size3, Fang);
        Add(styles, Mark, "公文发文机关标志", Page.Size2, Song, JustificationValues.Center, colour: Red);
        Add(styles, Number, "公文发文字号", Page.Size3, Fang, JustificationValues.Center);
        Add(styles, Title, "公文标题", Page.Size2, Song, JustificationValues.Center, keep: true);
        Add(styles, Draft, "公文送审标识", Page.Size3, Kai, JustificationValues.Center);
        Add(styles, Section, "公文一级标题", Page.Size3, Hei, indent: 2, outline: 0, keep: true);
        Add(styles, Part, "公文二级标题", Page.Size3, Kai, indent: 2, outline: 1, keep: true);
        Add(styles, Attachment, "公文附件说明", Page.Size3, Fang, keep: true);
        Add(styles, AnnexMark, "公文附件序号", Page.Size3, Hei, JustificationValues.Left, keep: true);
        Add(styles, Cell, "公文表格", Page.Size5, Fang, JustificationValues.Left, line: 290);
        Add(styles, HeadCell, "公文表头", Page.Size5, Hei, JustificationValues.Center, line: 290);
        Add(styles, Imprint, "公文版记", Page.Size4, Fang, JustificationValues.Left, line: 440);
        Add(styles, PageNumber, "公文页码", Page.Size4, PlainSong, JustificationValues.Left, line: 360);
        Add(styles, Header, "公文页眉", Page.Size5, Hei, JustificationValues.Center, line: 300);
        styles.Append(new Style(new StyleName { Val = "公文段首标题" }, new StyleRunProperties(Fonts(Kai)))
        { Type = StyleValues.Character, StyleId = Lead, CustomStyle = true });
        return styles;
    }

    private static void Add(
        Word.Styles styles, string id, string name, int size, string font, JustificationValues? justification = null, int indent = 0,
        int line = Page.Line, int? outline = null, bool keep = false, string? colour = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (keep) paragraph.Append(new KeepNext());
        if (line != Page.Line) paragraph.Append(new SnapToGrid { Val = false }, Exactly(line));
        if (indent > 0) paragraph.Append(new Indentation { FirstLineChars = indent * 100, FirstLine = $"{indent * Page.Character}" });
        if (justification is { } to) paragraph.Append(new Justification { Val = to });
        if (outline is { } level) paragraph.Append(new OutlineLevel { Val = level });
        var run = new StyleRunProperties(Fonts(font));
        if (colour is not null) run.Append(new Color { Val = colour });
        if (size != Page.Size3) run.Append(new Spacing { Val = 0 }, Size(size), ComplexSize(size));
        styles.Append(new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run)
        { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = true });
    }

    public static SpacingBetweenLines Exactly(int line, int before = 0) =>
        new() { Before = $"{before}", After = "0", Line = $"{line}", LineRule = LineSpacingRuleValues.Exact };

    private static FontSize Size(int halfPoints) => new() { Val = $"{halfPoints}" };

    private static FontSizeComplexScript ComplexSize(int halfPoints) => new() { Val = $"{halfPoints}" };

    private static RunFonts Fonts(string font) => new() { Ascii = font, HighAnsi = font, EastAsia = font, ComplexScript = font };
}
