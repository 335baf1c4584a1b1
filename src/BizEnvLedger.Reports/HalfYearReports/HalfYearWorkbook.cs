using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Reports.HalfYearReports.Workbook;
using BizEnvLedger.Reports.Ooxml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace BizEnvLedger.Reports.HalfYearReports;

/// <summary>
/// The half-year's ledger as a workbook: by task, by unit, milestone by milestone, with filters, frozen headings, real dates, and
/// in the last column the events that a line rests on. The same data set gives the same bytes.
/// </summary>
public static class HalfYearWorkbook
{
    /// <summary>The xlsx.</summary>
    /// <exception cref="InvalidDataException">The data set's figures do not add up, or its half-year is none.</exception>
    public static byte[] Write(HalfYearDataSet dataSet)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        Sums.Check(dataSet);
        var mark = dataSet.Demonstration ? "演示数据（非真实情况）" : null;
        var name = $"{dataSet.JurisdictionName}{Wording.Name(Wording.Of(dataSet))}{Wording.Subject(dataSet.Plan)}专项督查台账";
        return Package(Workbook.Sheets.Write(dataSet), name, Wording.FullOffice(dataSet.Plan), dataSet.RecordedBy, mark);
    }

    /// <summary>Sheets as a file: titles, styles, filters, and nothing that differs from run to run.</summary>
    internal static byte[] Package(IReadOnlyList<Workbook.Sheet> sheets, string name, string creator, DateTimeOffset at, string? mark)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = SpreadsheetStyles.Write();
            new DocumentProperties(name, creator, at).Put(document.AddCoreFilePropertiesPart());
            for (var i = 0; i < sheets.Count; i++)
                book.AddNewPart<WorksheetPart>($"rIdSheet{i + 1}").Worksheet = SheetLayout.Write(sheets[i], $"{name}·{sheets[i].Name}{(mark is null ? "" : $"　{mark}")}", mark, i == 0);
            book.Workbook = new(
                new BookViews(new WorkbookView()),
                new Xlsx.Sheets(sheets.Select((sheet, i) => new Xlsx.Sheet { Name = sheet.Name, SheetId = (uint)i + 1, Id = $"rIdSheet{i + 1}" })),
                new DefinedNames(Names(sheets)));
        }
        return FixedPackage.Repack(stream);
    }

    private static IEnumerable<DefinedName> Names(IReadOnlyList<Workbook.Sheet> sheets)
    {
        const int heading = SheetLayout.HeadingRow;
        for (var i = 0; i < sheets.Count; i++)
            yield return new($"'{sheets[i].Name}'!$A${heading}:${SheetLayout.Column(sheets[i].Columns.Count)}${SheetLayout.LastRow(sheets[i])}") { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)i, Hidden = true };
        for (var i = 0; i < sheets.Count; i++)
            yield return new($"'{sheets[i].Name}'!$1:${heading}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i };
    }
}
