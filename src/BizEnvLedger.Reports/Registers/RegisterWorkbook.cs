using System.Globalization;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Workbook;
using BizEnvLedger.Reports.Ooxml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace BizEnvLedger.Reports.Registers;

/// <summary>
/// A register as a workbook that can come back: id and version of every item first, then the plan's own columns; dates are dates, amounts numbers,
/// and texts stay texts whatever they begin with. The same register gives the same bytes.
/// </summary>
public static class RegisterWorkbook
{
    /// <summary>The xlsx.</summary>
    public static byte[] Write(RegisterSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var name = Headings.Sheet(sheet.Definition);
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = RegisterStyles.Write();
            new DocumentProperties(sheet.Definition.Title, sheet.Creator, sheet.At).Put(document.AddCoreFilePropertiesPart());
            book.AddNewPart<WorksheetPart>("rIdSheet1").Worksheet = Sheet(sheet);
            var filter = new DefinedName($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!$A$1:${Last(sheet)}${sheet.Rows.Count + 1}") { Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true };
            book.Workbook = new(new BookViews(new WorkbookView()), new Xlsx.Sheets(new Xlsx.Sheet { Name = name, SheetId = 1, Id = "rIdSheet1" }), new DefinedNames(filter));
        }
        return FixedPackage.Repack(stream);
    }

    private static string Last(RegisterSheet sheet) => SheetLayout.Column(sheet.Definition.Columns.Count + 2);

    private static Worksheet Sheet(RegisterSheet sheet)
    {
        var reference = $"A1:{Last(sheet)}{sheet.Rows.Count + 1}";
        var columns = sheet.Definition.Columns;
        return new(
            new SheetDimension { Reference = reference },
            new SheetViews(new SheetView(
                new Pane { HorizontalSplit = 2, VerticalSplit = 1, TopLeftCell = "C2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomRight, ActiveCell = "C2", SequenceOfReferences = new(["C2"]) })
            { WorkbookViewId = 0, TabSelected = true }),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(new double[] { 22, 7 }.Concat(columns.Select(Width)).Select((width, i) =>
                // A column keeps its format below the last row, so that what is typed there is a text, a date or a number as well.
                new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true, Style = (uint)(i == 0 ? RegisterLook.Text : i == 1 ? RegisterLook.Number : Look(columns[i - 2].Type)) })),
            new SheetData([Heading(sheet.Definition), .. sheet.Rows.Select((row, i) => Row(sheet.Definition, row, i + 2))]),
            new AutoFilter { Reference = reference },
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.7, Bottom = 0.7, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
    }

    private static double Width(RegisterColumn column) => column.Type switch { ColumnType.Text => 28, ColumnType.Unit => 24, ColumnType.Date => 13, ColumnType.Status => 15, _ => 16 };

    private static RegisterLook Look(ColumnType type) => type switch { ColumnType.Date => RegisterLook.Date, ColumnType.Amount or ColumnType.Number => RegisterLook.Number, _ => RegisterLook.Text };

    private static Row Heading(RegisterDefinition definition) =>
        new(new[] { Headings.Item, Headings.Version }.Concat(definition.Columns.Select(c => Headings.Of(definition, c))).Select((heading, i) => Text(i + 1, 1, heading, RegisterLook.Head))) { RowIndex = 1 };

    private static Row Row(RegisterDefinition definition, RegisterSheetRow row, int number) =>
        new([
            Text(1, number, row.Item, RegisterLook.Text),
            Value(2, number, row.Version.ToString(CultureInfo.InvariantCulture), RegisterLook.Number),
            .. definition.Columns.Select((column, i) => column.Type == ColumnType.Status ? Text(i + 3, number, StateWords.Of(row.State), RegisterLook.Text) : Cell(i + 3, number, column.Type, row.Cells.GetValueOrDefault(column.Id))),
        ])
        { RowIndex = (uint)number };

    private static Cell Cell(int column, int row, ColumnType type, object? value) => value switch
    {
        null => Empty(column, row, Look(type)),
        decimal number => Value(column, row, Wording.Number(number), RegisterLook.Number),
        DateOnly day => Value(column, row, Serial.Of(day).ToString(CultureInfo.InvariantCulture), RegisterLook.Date),
        string text => Text(column, row, text, CellText.LooksLikeFormula(text) ? RegisterLook.Literal : RegisterLook.Text),
        _ => throw new InvalidOperationException($"No cell holds a {value.GetType().Name}."),
    };

    private static Cell Text(int column, int row, string text, RegisterLook look)
    {
        var cell = Empty(column, row, look);
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new(new Text(CellText.Escape(text)) { Space = SpaceProcessingModeValues.Preserve });
        return cell;
    }

    private static Cell Value(int column, int row, string value, RegisterLook look)
    {
        var cell = Empty(column, row, look);
        cell.CellValue = new(value);
        return cell;
    }

    private static Cell Empty(int column, int row, RegisterLook look) =>
        new() { CellReference = SheetLayout.Column(column) + row.ToString(CultureInfo.InvariantCulture), StyleIndex = (uint)look };
}
