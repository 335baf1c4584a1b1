using System.Security.Cryptography;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Notices.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Reports.Notices;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Notices;

/// <summary>From a body to Core's command; HTTP and import come the same way.</summary>
public static class NoticeActs
{
    public static PlanAct Draft(HalfYear half, IReadOnlyList<ProposedEntry> entries) => PlanAct.Of(new DraftNotice(half, entries), DraftNotice.Decide);

    public static PlanAct Strike(HalfYear half, StrikeBody b) =>
        PlanAct.Of(new StrikeEntry(half, Need.Word(b.Entry, "entry"), LedgerTexts.Draft(b.Reason)), StrikeEntry.Decide);

    /// <param name="frozen">What the frozen data set proposes.</param>
    public static PlanAct Add(HalfYear half, AdditionBody b, PlanState? cut, IReadOnlyList<ProposedEntry> frozen) =>
        cut is null
            ? new((state, who, now) => AddEntry.Decide(state, Addition(half, b, state, frozen), who, now), [], [])
            : PlanAct.Of(Addition(half, b, cut, frozen), AddEntry.Decide);

    public static PlanAct Confirm(HalfYear half, ChangeBody b) =>
        PlanAct.Of(new ConfirmChange(half, Need.Value(b.Change, "change"), Need.Value(b.Agreed, "agreed")), ConfirmChange.Decide);

    public static PlanAct Word(HalfYear half, WordingBody b) =>
        PlanAct.Of(new EditWording(half, Need.Word(b.Paragraph, "paragraph"), LedgerTexts.Draft(b.Text)), EditWording.Decide);

    /// <summary>Each letter is drawn here with its own number, and its hash goes into the command.</summary>
    public static PlanAct Feedback(HalfYear half, FeedbackBody b, NoticePaper? paper)
    {
        var (number, day) = (Need.Word(b.Number, "number"), Need.Value(b.SignedOn, "signedOn"));
        var entries = paper?.Notice.ToFeedBack ?? [];
        var letters = entries.Zip(SendFeedback.Numbers(number, entries.Count), (entry, own) => (entry.Id, Document: NoticeDocuments.Feedback(paper!, entry, own, day))).ToList();
        return Kept(PlanAct.Of(new SendFeedback(half, number, LedgerTexts.Draft(b.Signatory), day, letters.ToDictionary(l => l.Id, l => Hash(l.Document)), paper?.Notice.Version ?? 0), SendFeedback.Decide),
            [.. letters.Select(l => l.Document)]);
    }

    public static PlanAct Object(HalfYear half, string entry, GroundsBody b) =>
        PlanAct.Of(new ObjectToEntry(half, entry, LedgerTexts.Draft(b.Grounds), b.Evidence ?? [], b.Unit), ObjectToEntry.Decide);

    public static PlanAct ReleaseObjection(HalfYear half, string entry, ObjectionBody b) =>
        PlanAct.Of(new ReleaseObjection(half, entry, Need.Value(b.Objection, "objection")), Core.Notices.Acts.ReleaseObjection.Decide);

    public static PlanAct Answer(HalfYear half, string entry, ObjectionAnswerBody b) =>
        PlanAct.Of(new AnswerObjection(half, entry, Need.Value(b.Objection, "objection"), Need.Value(b.Outcome, "outcome"), b.Dropped ?? [], LedgerTexts.Draft(b.Reason)), AnswerObjection.Decide);

    public static PlanAct Approve(HalfYear half) => PlanAct.Of(new ApproveNotice(half), ApproveNotice.Decide);

    /// <summary>The text is drawn here, and its hash goes into the command: what is signed is what is kept.</summary>
    public static PlanAct Sign(HalfYear half, SignatureBody b, NoticePaper? paper)
    {
        var (number, day) = (Need.Word(b.Number, "number"), Need.Value(b.SignedOn, "signedOn"));
        var document = paper is null ? [] : NoticeDocuments.Notice(paper, number, day);
        return Kept(PlanAct.Of(new SignNotice(half, number, LedgerTexts.Draft(b.Signatory), day, Hash(document), paper?.Notice.Version ?? 0), SignNotice.Decide), document);
    }

    public static PlanAct Publish(HalfYear half, NoticePublicationBody b) =>
        PlanAct.Of(new PublishNotice(half, Need.Value(b.Visibility, "visibility")), PublishNotice.Decide);

    public static PlanAct SignLetter(HalfYear half, string entry, LetterBody b, NoticePaper? paper)
    {
        var (number, day) = (Need.Word(b.Number, "number"), Need.Value(b.SignedOn, "signedOn"));
        var document = paper?.Notice.Find(entry) is { } named ? NoticeDocuments.Letter(paper, named, number, day, b.Superior) : [];
        return Kept(PlanAct.Of(new SignLetter(half, entry, number, LedgerTexts.Draft(b.Signatory), LedgerTexts.Draft(b.Superior), day, Hash(document), paper?.Notice.Version ?? 0), Core.Notices.Acts.SignLetter.Decide), document);
    }

    public static PlanAct Reply(HalfYear half, string entry, ReplyBody b) =>
        PlanAct.Of(new RecordReply(half, entry, b.RepliedOn, LedgerTexts.Draft(b.Reply), b.Evidence ?? []), RecordReply.Decide);

    public static PlanAct AskReview(HalfYear half, string entry, GroundsBody b) =>
        PlanAct.Of(new AskReview(half, entry, LedgerTexts.Draft(b.Grounds), b.Evidence ?? [], b.Unit), Core.Notices.Acts.AskReview.Decide);

    public static PlanAct ReleaseReview(HalfYear half, string entry, ReviewBody b) =>
        PlanAct.Of(new ReleaseReview(half, entry, Need.Value(b.Review, "review")), Core.Notices.Acts.ReleaseReview.Decide);

    public static PlanAct DecideReview(HalfYear half, string entry, ReviewDecisionBody b) =>
        PlanAct.Of(new DecideReview(half, entry, Need.Value(b.Review, "review"), Need.Value(b.Upheld, "upheld"), LedgerTexts.Draft(b.Reason)), Core.Notices.Acts.DecideReview.Decide);

    public static PlanAct Order(HalfYear half, string entry, OrderBody b, NoticePaper? paper)
    {
        var (limit, number, day) = (Need.Value(b.Limit, "limit"), Need.Word(b.Number, "number"), Need.Value(b.SignedOn, "signedOn"));
        var document = paper?.Notice.Find(entry) is { } named && b.Measures is { } measures ? NoticeDocuments.Rectification(paper, named, NoticePaper.Clean(measures), limit, number, day) : [];
        return Kept(PlanAct.Of(new OrderRectification(half, entry, LedgerTexts.Draft(b.Measures), limit, number, LedgerTexts.Draft(b.Signatory), day, Hash(document), paper?.Notice.Version ?? 0), OrderRectification.Decide), document);
    }

    public static PlanAct ApproveLetter(HalfYear half, string entry) => PlanAct.Of(new ApproveLetter(half, entry), Core.Notices.Acts.ApproveLetter.Decide);

    public static PlanAct Mend(HalfYear half, string entry, MendedBody b) =>
        PlanAct.Of(new ReportRectification(half, entry, LedgerTexts.Draft(b.Narrative), b.Evidence ?? [], b.Unit), ReportRectification.Decide);

    public static PlanAct ReleaseReport(HalfYear half, string entry, ReportBody b) =>
        PlanAct.Of(new ReleaseRectification(half, entry, Need.Value(b.Report, "report")), ReleaseRectification.Decide);

    public static PlanAct Discharge(HalfYear half, string entry, DischargeBody b) =>
        PlanAct.Of(new DischargeRectification(half, entry, Need.Value(b.Report, "report"), LedgerTexts.Draft(b.Finding)), DischargeRectification.Decide);

    public static PlanAct SendBack(HalfYear half, string entry, SendBackBody b) =>
        PlanAct.Of(new ReturnRectification(half, entry, Need.Value(b.Report, "report"), LedgerTexts.Draft(b.Reason)), ReturnRectification.Decide);

    public static PlanAct FollowUp(HalfYear half, string entry, FollowUpBody b) =>
        PlanAct.Of(new FollowUp(half, entry, Need.Value(b.Outcome, "outcome"), LedgerTexts.Draft(b.Finding), b.Evidence ?? []), Core.Notices.Acts.FollowUp.Decide);

    /// <param name="chain">The entry's evidence chain as the ledger holds it.</param>
    public static PlanAct Propose(HalfYear half, string entry, ProposalBody b, NoticePaper? paper, Func<NoticeEntry, IReadOnlyList<ChainLink>> chain)
    {
        var (number, day) = (Need.Word(b.Number, "number"), Need.Value(b.SignedOn, "signedOn"));
        var document = paper?.Notice.Find(entry) is { Rectification: { } order } named && ProposeAccountability.GroundOf(named, day) is { } ground
            ? NoticeDocuments.Proposal(paper, named, new(ground, order.DaysOver(day), day, NoticePaper.Clean(b.Reason ?? ""), number, b.Signatory, day), chain(named))
            : [];
        return Kept(PlanAct.Of(new ProposeAccountability(half, entry, LedgerTexts.Draft(b.Reason), number, LedgerTexts.Draft(b.Signatory), day, Hash(document), paper?.Notice.Version ?? 0), ProposeAccountability.Decide), document);
    }

    public static PlanAct DecideProposal(HalfYear half, string entry, ProposalDecisionBody b) =>
        PlanAct.Of(new DecideProposal(half, entry, Need.Value(b.Proposal, "proposal"), Need.Value(b.Approved, "approved"), LedgerTexts.Draft(b.Reason)), Core.Notices.Acts.DecideProposal.Decide);

    public static PlanAct HandOver(HalfYear half, string entry, HandOverBody b) =>
        Kept(PlanAct.Of(new HandOver(half, entry, Need.Value(b.Proposal, "proposal"), LedgerTexts.Draft(b.Organ), Need.Word(b.Number, "number"), b.Evidence ?? []), Core.Notices.Acts.HandOver.Decide));

    public static PlanAct Result(HalfYear half, string entry, ResultBody b) =>
        PlanAct.Of(new RecordResult(half, entry, Need.Value(b.Proposal, "proposal"), b.ConcludedOn, LedgerTexts.Draft(b.Result), b.Evidence ?? []), RecordResult.Decide);

    private static AddEntry Addition(HalfYear half, AdditionBody b, PlanState cut, IReadOnlyList<ProposedEntry> frozen) =>
        new(half, Need.Word(b.Unit, "unit"), Need.Word(b.Category, "category"), b.Milestones ?? [], LedgerTexts.Draft(b.Reason), cut, frozen);

    /// <summary>An act that gives a number, with the papers that it makes.</summary>
    private static PlanAct Kept(PlanAct act, params byte[][] documents) =>
        act with { Numbers = true, Files = [.. documents.Where(d => d.Length > 0).Select(d => ("data_sets", d, (string?)null))] };

    private static string Hash(byte[] document) => Convert.ToHexStringLower(SHA256.HashData(document));
}
