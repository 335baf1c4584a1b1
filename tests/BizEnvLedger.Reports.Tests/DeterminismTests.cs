using System.Globalization;
using System.IO.Compression;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Reports.HalfYearReports;

namespace BizEnvLedger.Reports.Tests;

public sealed class DeterminismTests
{
    private static readonly Func<HalfYearDataSet, byte[]>[] Writers = [HalfYearJson.Write, HalfYearNotice.Write, HalfYearWorkbook.Write];

    [Theory, MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void The_same_data_set_gives_the_same_bytes(string name)
    {
        var again = HalfYearJson.Read(HalfYearJson.Write(Cases.All[name]));
        foreach (var write in Writers)
            write(again).ShouldBe(write(Cases.All[name]));
    }

    [Fact]
    public void The_reader_s_language_changes_nothing()
    {
        var before = Writers.Select(write => write(Cases.All["ordinary"])).ToList();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var other in new[] { "tr-TR", "ar-SA", "de-DE", "th-TH" })
            {
                CultureInfo.CurrentCulture = new(other);
                Writers.Select(write => write(Cases.All["ordinary"])).ShouldBe(before);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Entries_are_stored_in_order_with_the_first_date(bool notice)
    {
        var bytes = notice ? HalfYearNotice.Write(Cases.All["ordinary"]) : HalfYearWorkbook.Write(Cases.All["ordinary"]);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        zip.Entries.ShouldAllBe(entry => entry.CompressedLength == entry.Length && entry.LastWriteTime.Year == 1980 && entry.ExternalAttributes == 0);
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        names[0].ShouldBe("[Content_Types].xml");
        names[1].ShouldBe("_rels/.rels");
        names.Skip(2).ShouldBe(names.Skip(2).Order(StringComparer.Ordinal));
        names.ShouldNotContain(name => name.EndsWith("psmdcp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_s_dates_are_the_cut_s()
    {
        using var zip = new ZipArchive(new MemoryStream(HalfYearNotice.Write(Cases.All["ordinary"])));
        using var reader = new StreamReader(zip.GetEntry("docProps/core.xml")!.Open());
        var properties = reader.ReadToEnd();
        properties.ShouldContain("2022-07-11T01:30:00Z");
        properties.ShouldContain("云泽市人民政府办公室");
    }

    [Fact]
    public void Figures_that_do_not_add_up_are_refused()
    {
        var dataSet = Cases.All["ordinary"];
        var wrong = dataSet with { Totals = dataSet.Totals with { Open = dataSet.Totals.Open + 1 } };
        Should.Throw<InvalidDataException>(() => HalfYearNotice.Write(wrong));
        Should.Throw<InvalidDataException>(() => HalfYearWorkbook.Write(wrong));
        Should.Throw<InvalidDataException>(() => HalfYearNotice.Write(dataSet with { HalfYear = "2022" }));
    }
}
