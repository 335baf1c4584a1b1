using BizEnvLedger.Reports.HalfYearReports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BizEnvLedger.Reports.Tests;

public sealed class NoticeDocumentTests
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

    [Fact]
    public void Every_section_has_the_standard_s_page()
    {
        using var document = Open(HalfYearNotice.Write(Cases.All["ordinary"]));
        foreach (var section in Body(document).Descendants<SectionProperties>())
        {
            var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
            var lying = size.Orient?.Value == PageOrientationValues.Landscape;
            Millimetres(lying ? size.Height! : size.Width!).ShouldBe(210);
            Millimetres(lying ? size.Width! : size.Height!).ShouldBe(297);
            var (wide, high) = (size.Width! - margin.Left! - margin.Right!, (uint)(size.Height! - margin.Top! - margin.Bottom!));
            Millimetres(lying ? high : wide).ShouldBe(156);
            Millimetres(lying ? wide : high).ShouldBe(225);
            if (!lying)
                new[] { (uint)margin.Top!.Value, (uint)margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value }.Select(Millimetres).ShouldBe([37, 35, 28, 26]);
            var grid = section.GetFirstChild<DocGrid>()!;
            grid.Type!.Value.ShouldBe(DocGridValues.Lines);
            (22 * grid.LinePitch!.Value).ShouldBeLessThanOrEqualTo((int)(16838u - 2098u - 1984u));
            section.Elements<FooterReference>().Select(reference => reference.Type!.Value).ShouldBe([HeaderFooterValues.Default, HeaderFooterValues.Even]);
        }
    }

    [Fact]
    public void Tables_repeat_their_heading_and_split_no_row()
    {
        using var document = Open(HalfYearNotice.Write(Cases.All["three hundred"]));
        foreach (var table in Body(document).Elements<Table>())
        {
            table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>().ShouldNotBeNull();
            table.Elements<TableRow>().ShouldAllBe(row => row.TableRowProperties!.GetFirstChild<CantSplit>() != null);
        }
    }

    [Fact]
    public void No_line_ends_within_a_date()
    {
        using var document = Open(HalfYearNotice.Write(Cases.All["ordinary"]));
        var cells = document.MainDocumentPart!.Document!.Body!.Descendants<TableCell>().Where(cell => cell.Descendants<NoBreakHyphen>().Any()).ToList();
        cells.ShouldNotBeEmpty();
        cells.ShouldAllBe(cell => int.Parse(cell.TableCellProperties!.TableCellWidth!.Width!.Value!, null) >= 1420);
        document.MainDocumentPart.Document.Body.Descendants<Text>().ShouldNotContain(text => System.Text.RegularExpressions.Regex.IsMatch(text.Text, @"\d{4}-\d{2}"));
    }

    [Fact]
    public void Nine_annexes_each_start_a_page()
    {
        using var document = Open(HalfYearNotice.Write(Cases.All["ordinary"]));
        var marks = Body(document).Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "GwAnnexMark" && p.InnerText.Length > 0).ToList();
        marks.Select(p => p.InnerText).ShouldBe(Enumerable.Range(1, 9).Select(i => $"附件{i}"));
        marks.ShouldAllBe(p => p.ParagraphProperties!.PageBreakBefore != null || p.PreviousSibling()!.Descendants<SectionProperties>().Any());
    }

    [Fact]
    public void Demonstration_data_is_marked_on_every_page()
    {
        using var document = Open(HalfYearNotice.Write(Cases.All["demonstration"]));
        foreach (var section in Body(document).Descendants<SectionProperties>())
            section.Elements<HeaderReference>().Select(reference => ((HeaderPart)document.MainDocumentPart!.GetPartById(reference.Id!)).Header!.InnerText)
                .ShouldBe(["演示数据（非真实情况）", "演示数据（非真实情况）"]);
        using var real = Open(HalfYearNotice.Write(Cases.All["ordinary"]));
        real.MainDocumentPart!.HeaderParts.ShouldBeEmpty();
    }

    [Fact]
    public void Fonts_are_the_prescribed_ones()
    {
        using var document = Open(HalfYearNotice.Write(Cases.All["ordinary"]));
        document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<RunFonts>().Select(fonts => fonts.EastAsia!.Value).Distinct()
            .ShouldBe(["仿宋_GB2312", "方正小标宋简体", "楷体_GB2312", "黑体", "宋体"], ignoreOrder: true);
        Body(document).Descendants<Run>().Where(run => run.GetFirstChild<Text>() is not null)
            .ShouldAllBe(run => run.RunProperties!.RunFonts!.Hint!.Value == FontTypeHintValues.EastAsia);
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), false);

    private static Body Body(WordprocessingDocument document) => document.MainDocumentPart!.Document!.Body!;

    private static int Millimetres(uint twips) => (int)Math.Round(twips / 1440m * 25.4m);
}
