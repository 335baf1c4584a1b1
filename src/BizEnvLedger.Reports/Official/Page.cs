using DocumentFormat.OpenXml.Wordprocessing;

namespace BizEnvLedger.Reports.Official;

/// <summary>
/// The page of GB/T 9704-2012 clauses 5.1–5.2: A4; 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm; 22 lines of 28 characters of 三号.
/// Lengths are twips (1/20 pt). The 28 characters come from narrowing each by a quarter point, not from a character grid,
/// which LibreOffice reads otherwise than Word.
/// </summary>
internal static class Page
{
    public const int Short = 11906;
    public const int Long = 16838;

    public const int Top = 2098;
    public const int Bottom = 1984;
    public const int Inner = 1588;
    public const int Outer = 1474;

    /// <summary>版心 width 156 mm and height 225 mm.</summary>
    public const int TextWidth = Short - Inner - Outer;
    public const int TextHeight = Long - Top - Bottom;

    /// <summary>A twenty-second of the 版心's height.</summary>
    public const int Line = 579;

    /// <summary>A twenty-eighth of the 版心's width.</summary>
    public const int Character = 315;
    public const int Narrowing = -5;

    /// <summary>Sizes in half points: 二号, 三号, 四号, 五号, 小五.</summary>
    public const int Size2 = 44;
    public const int Size3 = 32;
    public const int Size4 = 28;
    public const int Size5 = 21;
    public const int Size5Small = 18;

    /// <summary>The page number's dash lies 7 mm under the 版心 (clause 7.5).</summary>
    private const int FooterFromEdge = 1400;
    private const int HeaderFromEdge = 1134;

    /// <summary>Upright or, for wide tables, lying; the text area is the same (clause 8).</summary>
    /// <param name="firstDiffers">The first page has no number (clause 10.1).</param>
    public static SectionProperties Section(bool wide, IEnumerable<HeaderFooterReferenceType> references, bool firstDiffers = false)
    {
        var section = new SectionProperties(references);
        section.Append(wide
            ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = Short, Height = Long });
        // Lying, the two long margins share their sum, so that mirroring them on even pages changes nothing.
        section.Append(wide
            ? new PageMargin { Top = Inner, Bottom = Outer, Left = LyingSide, Right = LyingSide, Header = HeaderFromEdge / 2, Footer = HeaderFromEdge / 2, Gutter = 0 }
            : new PageMargin { Top = Top, Bottom = Bottom, Left = Inner, Right = Outer, Header = HeaderFromEdge, Footer = FooterFromEdge, Gutter = 0 });
        if (firstDiffers)
            section.Append(new TitlePage());
        section.Append(new DocGrid { Type = DocGridValues.Lines, LinePitch = Line });
        return section;
    }

    private const int LyingSide = (Top + Bottom) / 2;
}
