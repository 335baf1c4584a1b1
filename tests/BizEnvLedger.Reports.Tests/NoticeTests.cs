using BizEnvLedger.Reports.HalfYearReports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace BizEnvLedger.Reports.Tests;

public sealed class NoticeTests
{
    [Theory, MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void A_notice_is_a_valid_document(string name)
    {
        var bytes = HalfYearNotice.Write(Cases.All[name]);
        if (Cases.SamplesFolder is { } folder)
            File.WriteAllBytes(Path.Combine(folder, name + ".docx"), bytes);
        using var document = Open(bytes);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), false);
}
