using DocumentFormat.OpenXml.Spreadsheet;

namespace BizEnvLedger.Reports.Ooxml;

/// <summary>The cell formats of a workbook; a format's value is its index.</summary>
internal enum CellLook { Plain, Title, Head, Text, Number, Date, Events, Red, Yellow, Green, Grey, Blue }

internal static class SpreadsheetStyles
{
    private const uint IsoDate = 164;

    public static Stylesheet Write() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = IsoDate, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
        new Fonts(Typeface(10, false), Typeface(14, true), Typeface(10, true), Typeface(8, false)) { Count = 4 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FFD9E2F3"), Solid("FFFF7C80"), Solid("FFFFE699"), Solid("FFA9D08E"), Solid("FFD0CECE"), Solid("FF9BC2E6")) { Count = 8 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>(), new DiagonalBorder())) { Count = 2 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            Format(font: 1, across: HorizontalAlignmentValues.Left, border: 0),
            Format(font: 2, fill: 2, across: HorizontalAlignmentValues.Center),
            Format(across: HorizontalAlignmentValues.Left),
            Format(across: HorizontalAlignmentValues.Center),
            Format(across: HorizontalAlignmentValues.Center, number: IsoDate),
            Format(font: 3, across: HorizontalAlignmentValues.Left),
            Light(3), Light(4), Light(5), Light(6), Light(7)) { Count = 12 });

    private static CellFormat Light(uint fill) => Format(fill: fill, across: HorizontalAlignmentValues.Center);

    private static CellFormat Format(HorizontalAlignmentValues across, uint font = 0, uint fill = 0, uint border = 1, uint number = 0) =>
        new(new Alignment { Horizontal = across, Vertical = VerticalAlignmentValues.Center, WrapText = border == 1 })
        {
            NumberFormatId = number, FontId = font, FillId = fill, BorderId = border, FormatId = 0,
            ApplyNumberFormat = number != 0, ApplyFont = true, ApplyFill = fill != 0, ApplyBorder = border != 0, ApplyAlignment = true,
        };

    private static Font Typeface(double size, bool bold)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = "宋体" }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill Solid(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static T Thin<T>() where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin, Color = new() { Rgb = "FF808080" } };
}
