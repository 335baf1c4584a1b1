using BizEnvLedger.Reports.HalfYearReports.Notice;
using BizEnvLedger.Reports.Ooxml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BizEnvLedger.Reports.Official;

/// <summary>Lays out a notice as GB/T 9704-2012 wants it: 版头, 主体, 附件, 版记.</summary>
internal static class OfficialDocument
{
    public static byte[] Write(NoticeContent content, DocumentProperties properties)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = Styles.Write();
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = Settings();
            properties.Put(document.AddCoreFilePropertiesPart());
            var references = Margins.Add(main, content.Header, content.Form == PaperForm.Letter);
            var body = new Body();
            body.Append(Heads.Write(content, main));
            body.Append(Head(content));
            body.Append(content.Body.Select(Paragraph));
            // A page with nothing but signature and date would prove nothing: the last paragraph goes with them.
            if (content.Annexes.Count == 0 && body.LastChild is Paragraph last)
                (last.ParagraphProperties ??= new()).KeepNext = new KeepNext();
            body.Append(Tail(content));
            Annexes(body, content, main, references);
            main.Document = new(body);
        }
        return FixedPackage.Repack(stream);
    }

    /// <summary>Title and 主送 (clauses 7.3.1, 7.3.2).</summary>
    private static IEnumerable<OpenXmlElement> Head(NoticeContent content)
    {
        yield return Paragraphs.Of(Styles.Title, content.Title.SelectMany((line, i) => i == 0 ? [Paragraphs.Run(line)] : new[] { Paragraphs.Break(), Paragraphs.Run(line) }),
            new SnapToGrid { Val = false }, Styles.Exactly(Page.Line + 61, before: 2 * Page.Line));
        if (content.Draft is { } draft)
            yield return Paragraphs.Of(Styles.Draft, draft);
        yield return Paragraphs.Blank();
        yield return Paragraphs.Of(Styles.Flush, content.Recipients);
    }

    private static Paragraph Paragraph(NoticeParagraph paragraph) => paragraph.Level switch
    {
        NoticeLevel.Section => Paragraphs.Of(Styles.Section, paragraph.Text),
        NoticeLevel.Part => Paragraphs.Of(Styles.Part, paragraph.Text),
        _ when paragraph.Lead.Length > 0 => Paragraphs.Of(Styles.Text, [Paragraphs.Run(paragraph.Lead, Styles.Lead), Paragraphs.Run(paragraph.Text)]),
        _ => Paragraphs.Of(Styles.Text, paragraph.Text),
    };

    /// <summary>附件说明, signature and date (clauses 7.3.4, 7.3.5.1: the date four characters in, the office centred over it).</summary>
    private static IEnumerable<OpenXmlElement> Tail(NoticeContent content)
    {
        yield return Paragraphs.Blank(content.Annexes.Count == 0 ? Styles.Attachment : Styles.Flush);
        for (var i = 0; i < content.Annexes.Count; i++)
            yield return Paragraphs.Of(i < content.Annexes.Count - 2 ? Styles.Flush : Styles.Attachment, (i == 0 ? "附件：" : "") + $"{i + 1}. {content.Annexes[i].Title}",
                new Indentation { Left = $"{6 * Page.Character}", Hanging = $"{(i == 0 ? 4 : 1) * Page.Character}" });
        yield return Paragraphs.Blank(Styles.Attachment);
        yield return Paragraphs.Blank(Styles.Attachment);
        var (office, date) = (NoticeWriter.Width(content.Signature), NoticeWriter.Width(content.Date));
        var dateRight = Math.Max(4, 2 + (office - date) / 2);
        var officeRight = Math.Max(0, dateRight + (date - office) / 2);
        yield return Paragraphs.Of(Styles.Attachment, content.Signature, Right(officeRight));
        yield return Paragraphs.Of(Styles.Flush, content.Date, Right(dateRight));
    }

    private static OpenXmlElement[] Right(decimal characters) =>
        [new Indentation { Right = $"{(int)(characters * Page.Character)}" }, new Justification { Val = JustificationValues.Right }];

    /// <summary>附件 (clause 7.3.7), each on a new page; neighbours that stand or lie alike share a section. 版记 ends the last page.</summary>
    private static void Annexes(Body body, NoticeContent content, MainDocumentPart main, Func<bool, IEnumerable<HeaderFooterReferenceType>> references)
    {
        var wide = false;
        for (var i = 0; i < content.Annexes.Count; i++)
        {
            var annex = content.Annexes[i];
            var turns = i == 0 || annex.Wide != wide;
            if (turns)
                body.Append(Paragraphs.Thin(new SnapToGrid { Val = false }, Styles.Exactly(2), Page.Section(wide, references(wide), content.Form == PaperForm.Letter)));
            wide = annex.Wide;
            body.Append(AnnexLayout.Write(annex, i + 1, breakBefore: !turns));
        }
        body.Append(Imprint.Write(content, main));
        body.Append(Paragraphs.Thin(new SnapToGrid { Val = false }, Styles.Exactly(2)));
        body.Append(Page.Section(wide, references(wide), content.Form == PaperForm.Letter));
    }

    private static Settings Settings() => new(
        new MirrorMargins(), new EvenAndOddHeaders(), new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
}
