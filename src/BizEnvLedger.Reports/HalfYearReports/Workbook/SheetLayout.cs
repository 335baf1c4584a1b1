using System.Globalization;
using BizEnvLedger.Reports.Ooxml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BizEnvLedger.Reports.HalfYearReports.Workbook;

/// <summary>A sheet's cells, frozen heading, filter and print setup.</summary>
internal static class SheetLayout
{
    /// <summary>Row of the headings; the title is above it.</summary>
    public const int HeadingRow = 2;

    /// <summary>Characters across a lying A4 page at three quarters of their size.</summary>
    private const double FitsA4 = 180;

    public static Worksheet Write(Sheet sheet, string title, string? mark, bool first)
    {
        var last = Column(sheet.Columns.Count);
        var view = new SheetView(
            new Pane { VerticalSplit = HeadingRow, TopLeftCell = $"A{HeadingRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft, ActiveCell = $"A{HeadingRow + 1}", SequenceOfReferences = new([$"A{HeadingRow + 1}"]) })
        { WorkbookViewId = 0 };
        if (first) view.TabSelected = true;
        return new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = $"A1:{last}{LastRow(sheet)}" },
            new SheetViews(view),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(sheet.Columns.Select((column, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width, CustomWidth = true })),
            new SheetData([TitleRow(sheet, title), Heading(sheet), .. sheet.Rows.Select((row, i) => Row(sheet, row, i + HeadingRow + 1))]),
            new AutoFilter { Reference = $"A{HeadingRow}:{last}{LastRow(sheet)}" },
            new MergeCells(new MergeCell { Reference = $"A1:{last}1" }) { Count = 1 },
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.7, Bottom = 0.7, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = Paper(sheet), Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(
                new OddHeader(mark is null ? "" : $"&C{mark}"),
                new OddFooter($"&L{sheet.Name}&C第 &P 页，共 &N 页")));
    }

    /// <summary>A4, and A3 where an A4 page would shrink the type below what is read.</summary>
    private static uint Paper(Sheet sheet) => sheet.Columns.Sum(column => column.Width) > FitsA4 ? 8u : 9u;

    public static int LastRow(Sheet sheet) => HeadingRow + sheet.Rows.Count;

    /// <summary>1 is A, 27 is AA.</summary>
    public static string Column(int number) => number <= 26 ? ((char)('A' + number - 1)).ToString() : Column((number - 1) / 26) + Column((number - 1) % 26 + 1);

    private static Row TitleRow(Sheet sheet, string title) =>
        new([Cell(1, 1, title, CellLook.Title), .. Enumerable.Range(2, sheet.Columns.Count - 1).Select(c => Cell(c, 1, null, CellLook.Title))])
        { RowIndex = 1, Height = 28, CustomHeight = true };

    private static Row Heading(Sheet sheet) =>
        new(sheet.Columns.Select((column, i) => Cell(i + 1, HeadingRow, column.Heading, CellLook.Head))) { RowIndex = HeadingRow, Height = 30, CustomHeight = true };

    private static Row Row(Sheet sheet, IReadOnlyList<object?> values, int row) =>
        new(values.Select((value, i) => sheet.Columns[i].Show is Show.Light && value is string light
            ? Cell(i + 1, row, Terms.Light(light), Light(light))
            : Cell(i + 1, row, value, Style(sheet.Columns[i].Show, value))))
        { RowIndex = (uint)row, Height = 14.5 * values.Select((value, i) => Lines(value, sheet.Columns[i])).Max() + 3, CustomHeight = true };

    /// <summary>Lines that a cell wraps to: no program measures rows that it only prints.</summary>
    private static int Lines(object? value, SheetColumn column) => value is not string text || column.Show is Show.Light ? 1
        : text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(c => c < 0x80 ? 1.0 : 2.05) * (column.Show is Show.Events ? 0.8 : 1) / (column.Width - 1))));

    private static CellLook Style(Show show, object? value) => (show, value) switch
    {
        (_, DateOnly) or (Show.Date, _) => CellLook.Date,
        (Show.Events, _) => CellLook.Events,
        (Show.Number or Show.Light, _) => CellLook.Number,
        _ => CellLook.Text,
    };

    private static CellLook Light(string light) => light switch
    {
        "red" => CellLook.Red, "yellow" => CellLook.Yellow, "green" => CellLook.Green, "grey" => CellLook.Grey, "blue" => CellLook.Blue, _ => CellLook.Number,
    };

    private static Cell Cell(int column, int row, object? value, CellLook style)
    {
        var cell = new Cell { CellReference = Column(column) + row.ToString(CultureInfo.InvariantCulture), StyleIndex = (uint)style };
        switch (value)
        {
            case null or "": break;
            case int number: cell.CellValue = new(number.ToString(CultureInfo.InvariantCulture)); break;
            case decimal figure: cell.CellValue = new(Wording.Number(figure)); break;
            case DateOnly day: cell.CellValue = new(Serial(day).ToString(CultureInfo.InvariantCulture)); break;
            case string text:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
                break;
            default: throw new InvalidOperationException($"No cell holds a {value.GetType().Name}.");
        }
        return cell;
    }

    /// <summary>Days since 1899-12-30, as spreadsheets count (ECMA-376 part 1, clause 18.17.4.1).</summary>
    private static int Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
}
