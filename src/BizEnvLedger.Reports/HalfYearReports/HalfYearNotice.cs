using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Reports.HalfYearReports.Notice;
using BizEnvLedger.Reports.Official;
using BizEnvLedger.Reports.Ooxml;

namespace BizEnvLedger.Reports.HalfYearReports;

/// <summary>
/// The half-year's 通报 as a draft for approval (送审稿), a Word document in the form of GB/T 9704-2012. Every word and figure comes
/// from the data set; the same data set gives the same bytes.
/// </summary>
public static class HalfYearNotice
{
    /// <summary>The draft's docx.</summary>
    /// <exception cref="InvalidDataException">The data set's figures do not add up, or its half-year is none.</exception>
    public static byte[] Write(HalfYearDataSet dataSet)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        var content = NoticeWriter.Write(dataSet);
        return OfficialDocument.Write(content, new(string.Concat(content.Title), content.Signature, dataSet.RecordedBy));
    }
}
