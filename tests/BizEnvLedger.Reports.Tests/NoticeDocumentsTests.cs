using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.Notices;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using CoreNotice = BizEnvLedger.Core.Notices.Notice;

namespace BizEnvLedger.Reports.Tests;

public sealed class NoticeDocumentsTests
{
    private static readonly HalfYearDataSet Set = new SampleDataSet().Build();
    private static readonly string Entry = Facts(1).Id;

    [Fact]
    public void Every_default_wording_has_exactly_the_placeholders_that_are_locked()
    {
        foreach (var (word, placeholders) in NoticeParagraphs.Whole.Concat(NoticeParagraphs.OfEntry))
        {
            NoticeParagraphs.In(NoticeWording.Default(word)).Where(p => p != NoticeParagraphs.Subject).ShouldBe(placeholders, ignoreOrder: true, word);
            NoticeParagraphs.HasFigure(NoticeWording.Default(word)).ShouldBeFalse(word);
        }
    }

    [Fact]
    public void Every_document_is_valid_and_the_same_inputs_give_the_same_bytes()
    {
        var paper = Paper();
        var entry = paper.Notice.Find(Entry)!;
        ChainLink[] chain = [new(Id(1), 7, Day(3), "milestone_claimed"), new(Id(2), 19, Day(4), "rectification_ordered")];
        Func<byte[]>[] documents =
        [
            () => NoticeDocuments.Notice(paper, null, null), () => NoticeDocuments.Notice(paper, "某政办字〔2023〕5号", Day(20)), () => NoticeDocuments.Feedback(paper, entry, null, null), () => NoticeDocuments.Feedback(paper, entry, "某政征〔2023〕4号", Day(2)),
            () => NoticeDocuments.Letter(paper, entry, "某政办函〔2023〕6号", Day(21), "上级主管部门"), () => NoticeDocuments.Rectification(paper, entry, "限期办结", Day(9), "某政改〔2023〕7号", Day(3)), () => NoticeDocuments.Proposal(paper, entry, Raised, chain),
        ];
        foreach (var document in documents)
        {
            var bytes = document();
            document().ShouldBe(bytes);
            using var opened = WordprocessingDocument.Open(new MemoryStream(bytes), false);
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(opened, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_signed_notice_has_number_and_date_and_is_no_draft()
    {
        var text = Read(NoticeDocuments.Notice(Paper(), "某政办字〔2023〕5号", Day(20)));
        text.ShouldContain("某政办字〔2023〕5号");
        text.ShouldContain(Wording.Date(Day(20)));
        text.ShouldNotContain("送审稿");
        Read(NoticeDocuments.Notice(Paper(), null, null)).ShouldContain("送审稿");
    }

    [Fact]
    public void Edited_words_stand_and_the_figures_stay()
    {
        var edit = new NoticeAct(Id(9), 9, Day(5), "x");
        var paper = Paper() with { Texts = new Dictionary<(Guid, string), string> { [(Id(9), "text")] = "经\uffff核查，{unit}的情况是：{facts}" } };
        paper = paper with { Notice = paper.Notice with { Wording = paper.Notice.Wording.SetItem("entry-" + Entry, edit) } };
        var text = Read(NoticeDocuments.Notice(paper, null, null));
        // The facts stand in a sentence of their own, which no word of the office's runs into.
        text.ShouldContain($"经核查，{Set.Proposed[0].Unit.Name}的情况是：台账载明：");
        Read(NoticeDocuments.Feedback(paper, paper.Notice.Find(Entry)!, null, null)).ShouldContain($"经核查，{Set.Proposed[0].Unit.Name}的情况是：台账载明：");
        // Erased by order, the default stands again, and the document can still be drawn.
        Read(NoticeDocuments.Notice(paper with { Texts = new Dictionary<(Guid, string), string>() }, null, null)).ShouldNotContain("的情况是");
    }

    [Fact]
    public void What_is_struck_is_in_no_body_and_in_the_annex_with_its_reason()
    {
        var act = new NoticeAct(Id(8), 8, Day(5), "x");
        var paper = Paper();
        var struck = paper.Notice.Find(Entry)! with { Struck = act };
        paper = paper with
        {
            Notice = paper.Notice with { Entries = [struck], Changes = [new(Id(7), act, Entry, null) { Decided = act, Agreed = true, Unit = struck.Unit }] },
            Texts = new Dictionary<(Guid, string), string> { [(Id(7), "reason")] = "与事实不符" },
        };
        var text = Read(NoticeDocuments.Notice(paper, null, null));
        text.ShouldContain("与事实不符");
        text.ShouldContain("本期无落而不实事项");
    }

    [Fact]
    public void The_proposal_lists_its_chain_with_place_and_id()
    {
        var paper = Paper();
        var text = Read(NoticeDocuments.Proposal(paper, paper.Notice.Find(Entry)!, Raised, [new(Id(5), 1234, Day(3), "milestone_returned")]));
        foreach (var shown in new[] { "核验退回", "1234", Id(5).ToString(), "证据链", "超期5天", "签发人：某主任", "某政请〔2023〕8号", "追究责任的请示", "逾期未改。依据", "妥否，请批示。" })
            text.ShouldContain(shown);
        text.ShouldNotContain("送审稿");
        var draft = Read(NoticeDocuments.Proposal(paper, paper.Notice.Find(Entry)!, Raised with { Number = null, Signer = null, Date = null }, []));
        draft.ShouldContain("送审稿");
        draft.ShouldContain("〔2023〕　　号");
    }

    [Fact]
    public void Every_event_of_a_chain_has_its_word() => EventCatalogue.All.Where(e => !ChainWords.Has(e.Alias)).Select(e => e.Alias).ShouldBeEmpty();

    [Fact]
    public void A_letter_has_two_pairs_of_red_rules_no_number_on_page_one_and_copies_alone_at_its_end()
    {
        var paper = Paper();
        var letter = NoticeDocuments.Letter(paper, paper.Notice.Find(Entry)!, "某政办函〔2023〕6号", Day(21), "上级主管部门");
        using var document = WordprocessingDocument.Open(new MemoryStream(letter), false);
        var body = document.MainDocumentPart!.Document!.Body!;
        body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Anchor>().Select(a => a.Extent!.Cx!.Value).ShouldBe([6120000, 6120000, 6120000, 6120000]);
        body.Descendants<DocumentFormat.OpenXml.Wordprocessing.TitlePage>().ShouldHaveSingleItem();
        body.InnerText.ShouldContain("抄送：上级主管部门。");
        body.InnerText.ShouldNotContain("印发");
        body.InnerText.ShouldNotContain("文件");
        // Nothing that was never issued looks as if it were.
        var draft = Read(NoticeDocuments.Feedback(paper, paper.Notice.Find(Entry)!, null, null));
        draft.ShouldContain("送审稿");
        draft.ShouldContain("2023年　月　日");
        Read(NoticeDocuments.Feedback(paper, paper.Notice.Find(Entry)!, "某政征〔2023〕4号", Day(2))).ShouldNotContain("送审稿");
    }

    [Fact]
    public void A_region_is_told_matter_limit_and_days_of_each_step_and_addressed_by_its_full_name()
    {
        var paper = Paper();
        var unit = paper.Notice.Find(Entry)!.Unit;
        var entry = paper.Notice.Find(Entry)! with { Facts = new(Entry, "slow", unit, EntryKind.Notice, ["s1", "s2"], [31, 9], 31, 3, 2, "steps-overdue", [Id(1)]) };
        var version = paper.Plan.Versions[0];
        paper = paper with
        {
            Notice = paper.Notice with { Entries = [entry] },
            Steps = new Dictionary<string, StepMatter> { ["s1"] = new("终端配发", new(2022, 11, 30)), ["s2"] = new("供电所改造。", new(2022, 12, 22)) },
            Plan = paper.Plan with { Versions = [version with { Document = version.Document with { Units = [new() { Id = unit, Name = "某旗", Aliases = ["某某旗人民政府"], Kind = UnitKind.Region }] } }] },
        };
        var text = Read(NoticeDocuments.Feedback(paper, entry, null, null));
        text.ShouldContain("某某旗人民政府：");
        text.ShouldContain("本期应完成分解事项3项，截至");
        text.ShouldContain("“终端配发”时限为2022年11月30日，逾期31天；“供电所改造”时限为2022年12月22日，逾期9天。");
    }

    [Fact]
    public void An_edit_is_shown_piece_by_piece_beside_the_proposed_words()
    {
        WordingDiff.Of("{unit}。{facts}", "{unit}。{facts}").ShouldBeEmpty();
        WordingDiff.Of("{unit}。{facts}", "经核查，{unit}：{facts}").ShouldBe([new("added", "经核查，"), new("kept", "{unit}"), new("removed", "。"), new("added", "："), new("kept", "{facts}")]);
    }

    [Fact]
    public void Section_three_and_annex_five_tell_what_was_mended()
    {
        var told = Read(HalfYearNotice.Write(Set with { Rectifications = Mended(4) }));
        told.ShouldContain("上期通报问题应整改4项，其中已销号1项、逾期未改2项、整改中1项（含未下达整改通知1项）。本期开展回头看1项，均未反弹。");
        told.ShouldContain("二、上期问题整改情况");
        told.ShouldContain("未反弹 2023-05-01");
        Read(HalfYearNotice.Write(Set)).ShouldNotContain("上期通报问题应整改");
        Should.Throw<InvalidDataException>(() => HalfYearNotice.Write(Set with { Rectifications = Mended(5) }));
    }

    private static readonly AccountabilityPaper Raised = new(AccountabilityGround.Overdue, 5, Day(14), "逾期未改", "某政请〔2023〕8号", "某主任", Day(14));

    private static RectificationFigures Mended(int should) => new()
    {
        Should = should, Discharged = 1, Overdue = 2, Open = 1, NotOrdered = 1, Held = 1, Relapsed = 0,
        Entries = [new("2022H2-01", "2022H2", Set.Proposed[0].Unit, "slow", [], "discharged", true, Day(1), Day(2), Day(2), Day(3), 0, "holds", new(2023, 5, 1), [Id(1)])],
    };

    private static NoticePaper Paper() => new()
    {
        DataSet = Set,
        Plan = new()
        {
            Id = "p", IssuedOn = new(2021, 1, 1), FileSha256 = "", Calendar = new() { Id = "c", Version = 1, Years = [], Holidays = [], MakeUpDays = [] },
            Rules = new()
            {
                Id = "r", Version = 1, GraceDays = 10, VerificationWorkingDays = 15, MendWorkingDays = 5, ReclaimDays = 15, DueSoonDays = 30, BehindPoints = 10, MonthlyWithinDays = 90, MonthlyDays = 31,
                QuarterlyDays = 92, NoticeOverdueDays = 30, NoticeOverdueShare = 0.2m, NoticeOverdueLeast = 2, TextLimit = 4000,
            },
            Versions = [new(DateOnly.MinValue, new()
            {
                Format = PlanDocument.FormatName, Id = "p", Title = "t", DocumentNumber = "n", Issuer = "i", Period = new(new(2021, 1, 1), new(2023, 12, 31)), Calendar = "c", Areas = [], Tasks = [],
                Units = [.. Set.Proposed.Select(p => p.Unit).DistinctBy(u => u.Id).Select(u => new Unit { Id = u.Id, Name = u.Name, Kind = UnitKind.Department })],
            }, Guid.Empty, null)],
        },
        Texts = new Dictionary<(Guid, string), string>(),
        Notice = Drafted(),
    };

    private static CoreNotice Drafted()
    {
        var act = new NoticeAct(Id(3), 3, Day(1), "x");
        var notice = CoreNotice.Apply(null, new(Id(3), "p:notice:2022H2", 1, 3, default, Day(1), default, "x", false, new NoticeDrafted("2022H2", new('a', 64), [Facts(1)])))!;
        return notice with { Entries = [notice.Entries[0] with { FedBack = act, Rectifications = [new(act, Day(9))], Proposals = [new(act, AccountabilityGround.Overdue, 5, [Id(1)])] }] };
    }

    private static EntryFacts Facts(int ordinal)
    {
        var p = Set.Proposed[0];
        return new($"2022H2-0{ordinal}", p.Category, p.Unit.Id, EntryKind.Notice, p.Milestones, p.OwnDays ?? [], p.Days, p.DueCount, p.OpenCount, p.Rule, p.Events);
    }

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    private static DateOnly Day(int n) => new DateOnly(2023, 2, 1).AddDays(n);

    private static string Read(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
