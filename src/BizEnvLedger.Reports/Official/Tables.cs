using BizEnvLedger.Reports.HalfYearReports.Notice;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BizEnvLedger.Reports.Official;

/// <summary>Tables of an annex: the heading row repeats on every page, no row is split, columns are fixed.</summary>
internal static class Tables
{
    private const int CellSide = 57;

    /// <summary>Width of a column in which a date stands on one line, in a substitute font's wide figures too.</summary>
    private const int HoldsDate = 1420;

    public static Table Write(NoticeTable table)
    {
        var widths = Widths(table);
        var written = new Table(
            new TableProperties(
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = CellSide, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = CellSide, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })),
            Row(table.Columns.Select((column, i) => Cell(Styles.HeadCell, column.Heading, widths[i], Align.Centre)), heading: true));
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var style = table.HasTotal && i == table.Rows.Count - 1 ? Styles.HeadCell : Styles.Cell;
            written.Append(Row(table.Rows[i].Select((text, c) => Cell(style, text, widths[c], table.Columns[c].Align, table.Columns[c].Fine)), heading: false));
        }
        return written;
    }

    private static int[] Widths(NoticeTable table)
    {
        var whole = table.Wide ? Page.TextHeight : Page.TextWidth;
        var shares = table.Columns.Sum(column => column.Width);
        var widths = table.Columns.Select(column => whole * column.Width / shares).ToArray();
        widths[^1] += whole - widths.Sum();
        for (var c = 0; c < widths.Length; c++)
            if (widths[c] < HoldsDate && table.Rows.Any(row => Paragraphs.IsDate(row[c])))
            {
                widths[Array.IndexOf(widths, widths.Max())] -= HoldsDate - widths[c];
                widths[c] = HoldsDate;
            }
        return widths;
    }

    private static TableBorders Borders()
    {
        return new(
            Side<TopBorder>(), Side<LeftBorder>(), Side<BottomBorder>(), Side<RightBorder>(), Side<InsideHorizontalBorder>(), Side<InsideVerticalBorder>());

        static T Side<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
    }

    private static TableRow Row(IEnumerable<TableCell> cells, bool heading)
    {
        var properties = new TableRowProperties(new CantSplit(), new TableRowHeight { Val = 369, HeightType = HeightRuleValues.AtLeast });
        if (heading) properties.Append(new TableHeader());
        return new([properties, .. cells]);
    }

    private static TableCell Cell(string style, string text, int width, Align align, bool fine = false) => new(
        new TableCellProperties(
            new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
        Paragraphs.Of(style, [Paragraphs.Unbroken(text, fine ? Page.Size5Small : null)], new Justification
        {
            Val = align switch { Align.Centre => JustificationValues.Center, Align.Right => JustificationValues.Right, _ => JustificationValues.Left },
        }));
}
