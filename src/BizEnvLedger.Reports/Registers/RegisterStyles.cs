using DocumentFormat.OpenXml.Spreadsheet;

namespace BizEnvLedger.Reports.Registers;

/// <summary>The cell formats of a register's workbook; a format's value is its index. Literal is a text that a program must not take for a formula, even when it is edited.</summary>
internal enum RegisterLook { Plain, Head, Text, Literal, Number, Date }

internal static class RegisterStyles
{
    private const uint General = 0, AsText = 49, IsoDate = 164;

    public static Stylesheet Write() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = IsoDate, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
        new Fonts(Typeface(bold: false), Typeface(bold: true)) { Count = 2 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFD9E2F3" }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid })) { Count = 3 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(), Format(General, font: 1, fill: 2), Format(AsText), Format(AsText, quoted: true), Format(General), Format(IsoDate)) { Count = 6 });

    private static CellFormat Format(uint number, uint font = 0, uint fill = 0, bool quoted = false)
    {
        var format = new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
        {
            NumberFormatId = number, FontId = font, FillId = fill, BorderId = 0, FormatId = 0,
            ApplyNumberFormat = number != General, ApplyFont = font != 0, ApplyFill = fill != 0, ApplyAlignment = true,
        };
        if (quoted)
            format.QuotePrefix = true;
        return format;
    }

    private static Font Typeface(bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = 10 }, new FontName { Val = "宋体" }, new FontCharSet { Val = 134 });
        return font;
    }
}
