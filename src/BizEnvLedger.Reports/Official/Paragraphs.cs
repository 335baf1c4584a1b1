using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BizEnvLedger.Reports.Official;

/// <summary>Paragraphs and runs. Every run hints East Asian, or quotes, dashes and ellipses fall to a Latin font.</summary>
internal static partial class Paragraphs
{
    public static Paragraph Of(string style, string text, params OpenXmlElement[] properties) => Of(style, [Run(text)], properties);

    public static Paragraph Of(string style, IEnumerable<OpenXmlElement> runs, params OpenXmlElement[] properties)
    {
        var paragraph = new Paragraph(new ParagraphProperties(properties.Prepend(new ParagraphStyleId { Val = style })));
        paragraph.Append(runs);
        return paragraph;
    }

    public static Paragraph Blank(string style = Styles.Flush) => Of(style, []);

    /// <summary>A paragraph that takes no visible height, to carry a section's end or a rule.</summary>
    public static Paragraph Thin(params OpenXmlElement[] properties)
    {
        var mark = new ParagraphMarkRunProperties(new FontSize { Val = "2" }, new FontSizeComplexScript { Val = "2" });
        return new(new ParagraphProperties([new ParagraphStyleId { Val = Styles.Flush }, .. properties.Where(p => p is not SectionProperties), mark, .. properties.OfType<SectionProperties>()]));
    }

    public static Run Run(string text, string? characterStyle = null, int? size = null, int? scale = null)
    {
        var properties = new RunProperties();
        if (characterStyle is not null) properties.Append(new RunStyle { Val = characterStyle });
        properties.Append(new RunFonts { Hint = FontTypeHintValues.EastAsia });
        if (scale is { } percent and not 100) properties.Append(new CharacterScale { Val = percent });
        if (size is { } halfPoints) properties.Append(new FontSize { Val = $"{halfPoints}" }, new FontSizeComplexScript { Val = $"{halfPoints}" });
        return new(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>A run in whose dates no line ends.</summary>
    public static Run Unbroken(string text, int? size = null)
    {
        var pieces = IsoDate().Replace(text, date => date.Value.Replace('-', '\0')).Split('\0');
        var run = Run(pieces[0], size: size);
        foreach (var piece in pieces.Skip(1))
            run.Append(new NoBreakHyphen(), new Text(piece) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    public static bool IsDate(string text) => text.Length == 10 && IsoDate().IsMatch(text);

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();

    public static Run Break() => new(new Break());

    public static Run Tab() => new(new TabChar());

    /// <summary>A field that the reader's program fills in.</summary>
    public static IEnumerable<Run> Field(string instruction, string shown)
    {
        yield return new(Hinted(), new FieldChar { FieldCharType = FieldCharValues.Begin });
        yield return new(Hinted(), new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve });
        yield return new(Hinted(), new FieldChar { FieldCharType = FieldCharValues.Separate });
        yield return Run(shown);
        yield return new(Hinted(), new FieldChar { FieldCharType = FieldCharValues.End });
    }

    private static RunProperties Hinted() => new(new RunFonts { Hint = FontTypeHintValues.EastAsia });
}
