using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Security;

namespace BizEnvLedger.Service.Notices;

/// <summary>通报→异议→复核→整改→销号→回头看→问责建议: every act of the chain.</summary>
[Endpoints]
public static class NoticeCommands
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var notice = routes.MapGroup("/api/v1/plans/{plan}/inspections/{halfYear}/notices").RequireAuthorization().WithTags("notices");
        notice.MapPost("", DraftAsync).Act<PlainBody>("通报起草 / Drafts the notice and its letters from the closed round's frozen data set (office).", StatusCodes.Status201Created);
        notice.Act<StrikeBody>("/strikes", NoticeActs.Strike, "拟撤条目 / The office proposes to strike an entry.");
        notice.MapPost("/additions", AddAsync).Act<AdditionBody>("拟增条目 / The office proposes one more entry; its figures are computed from the round's leaves.");
        notice.Act<ChangeBody>("/confirmations", NoticeActs.Confirm, "增撤确认 / A second person agrees to a proposed change, or does not.");
        notice.Act<WordingBody>("/wording", NoticeActs.Word, "文字修改 / A paragraph is worded anew; names and figures stay placeholders (office).");
        notice.MapPost("/feedback", FeedbackAsync).Act<FeedbackBody>("反馈征求意见 / Named entries go to their units, each by a numbered letter that is kept by its hash; the working days to object begin (office).");
        notice.Act<PlainBody>("/approval", (half, _) => NoticeActs.Approve(half), "通报审核 / Approves the draft for signature, by another than who drafted it (office).");
        notice.MapPost("/signature", SignAsync).Act<SignatureBody>("通报签发 / Number, signatory, date; the signed text is kept by its hash (leader).");
        notice.Act<NoticePublicationBody>("/publication", NoticeActs.Publish, "通报公开 / Opens the signed notice to the public, or closes it again (group-office, leader).");

        var entry = routes.MapGroup("/api/v1/plans/{plan}/inspections/{halfYear}/notices/entries/{entry}").RequireAuthorization().WithTags("notices");
        entry.Act<GroundsBody>("/objections", NoticeActs.Object, "异议 / The named unit objects within its working days.");
        entry.Act<ObjectionBody>("/objections/release", NoticeActs.ReleaseObjection, "异议审签 / The unit's approver releases the objection; from here it counts.");
        entry.Act<ObjectionAnswerBody>("/objections/answer", NoticeActs.Answer, "异议答复 / Another person than who proposed the entry strikes it, amends it or rejects the objection (office).");
        entry.Act<GroundsBody>("/reviews", NoticeActs.AskReview, "申请复核 / The named unit asks for a review of the signed notice's entry.");
        entry.Act<ReviewBody>("/reviews/release", NoticeActs.ReleaseReview, "复核申请审签 / The unit's approver releases the request.");
        entry.Act<ReviewDecisionBody>("/reviews/decision", NoticeActs.DecideReview, "复核决定 / By none who proposed, answered, approved or signed; upheld, the entry is withdrawn.");
        entry.MapPost("/rectification", OrderAsync).Act<OrderBody>("责令整改 / Measures and limit, by a numbered paper that is kept by its hash (office, group-office).");
        entry.Act<MendedBody>("/rectification/reports", NoticeActs.Mend, "整改报告 / The unit reports it mended, with evidence.");
        entry.Act<ReportBody>("/rectification/release", NoticeActs.ReleaseReport, "整改报告审签 / The unit's approver releases the report; the clock stops.");
        entry.Act<DischargeBody>("/rectification/discharge", NoticeActs.Discharge, "销号 / The office finds it mended.");
        entry.Act<SendBackBody>("/rectification/return", NoticeActs.SendBack, "退回整改 / The office does not.");
        entry.Act<FollowUpBody>("/rectification/follow-ups", NoticeActs.FollowUp, "回头看 / Whether it holds, by another than who discharged it (office, group-office).");
        entry.MapPost("/proposal", ProposeAsync).Act<ProposalBody>("问责建议 / For what is past its limit or has relapsed, by a numbered 请示 with its evidence chain, kept by its hash (office, group-office).");
        entry.Act<ProposalDecisionBody>("/proposal/decision", NoticeActs.DecideProposal, "问责建议审批 / The government approves, or does not (leader).");
        entry.Act<HandOverBody>("/proposal/handover", NoticeActs.HandOver, "移交 / To the competent organ, under a document (office, group-office).");
        entry.Act<ResultBody>("/proposal/result", NoticeActs.Result, "处理结果 / What the organ decided (office, group-office).");
        entry.Act<PlainBody>("/letter/approval", (half, id, _) => NoticeActs.ApproveLetter(half, id), "商请函审核 / A letter that was worded anew after the notice's signature is approved again, by another than who worded it (office).");
        entry.MapPost("/letter", SignLetterAsync).Act<LetterBody>("商请函签发 / To a unit of other authority, copied to its superior; kept by its hash (leader).");
        entry.Act<ReplyBody>("/letter/reply", NoticeActs.Reply, "复函 / What the unit answered (office).");
    }

    private static async Task<IResult> DraftAsync(HttpContext http, CommandDesk desk, NoticeDesk notices, string plan, string halfYear)
    {
        var (volume, state) = await KnownAsync(http, plan);
        return await OnAsync<PlainBody>(http, desk, plan, halfYear, half => state is null ? Task.FromResult<IReadOnlyList<ProposedEntry>>([]) : notices.EntriesAsync(volume!, state, half, http.RequestAborted),
            (half, _, entries) => NoticeActs.Draft(half, entries), StatusCodes.Status201Created);
    }

    private static async Task<IResult> AddAsync(HttpContext http, CommandDesk desk, NoticeDesk notices, string plan, string halfYear)
    {
        var (volume, state) = await KnownAsync(http, plan);
        return await OnAsync<AdditionBody, (PlanState? Cut, IReadOnlyList<ProposedEntry> Frozen)>(http, desk, plan, halfYear,
            async half => state is null ? (null, []) : (NoticeDesk.CutOf(volume!, state, half), await notices.EntriesAsync(volume!, state, half, http.RequestAborted)),
            (half, b, found) => NoticeActs.Add(half, b, found.Cut, found.Frozen));
    }

    private static Task<IResult> FeedbackAsync(HttpContext http, CommandDesk desk, NoticeDesk notices, string plan, string halfYear) =>
        DrawnAsync<FeedbackBody>(http, desk, notices, plan, halfYear, (half, b, paper, _) => NoticeActs.Feedback(half, b, paper));

    private static Task<IResult> SignAsync(HttpContext http, CommandDesk desk, NoticeDesk notices, string plan, string halfYear) =>
        DrawnAsync<SignatureBody>(http, desk, notices, plan, halfYear, (half, b, paper, _) => NoticeActs.Sign(half, b, paper));

    private static Task<IResult> SignLetterAsync(HttpContext http, CommandDesk desk, NoticeDesk notices, string plan, string halfYear, string entry) =>
        DrawnAsync<LetterBody>(http, desk, notices, plan, halfYear, (half, b, paper, _) => NoticeActs.SignLetter(half, entry, b, paper));

    private static Task<IResult> OrderAsync(HttpContext http, CommandDesk desk, NoticeDesk notices, string plan, string halfYear, string entry) =>
        DrawnAsync<OrderBody>(http, desk, notices, plan, halfYear, (half, b, paper, _) => NoticeActs.Order(half, entry, b, paper));

    private static Task<IResult> ProposeAsync(HttpContext http, CommandDesk desk, NoticeDesk notices, string plan, string halfYear, string entry) =>
        DrawnAsync<ProposalBody>(http, desk, notices, plan, halfYear, (half, b, paper, volume) => NoticeActs.Propose(half, entry, b, paper, named => NoticeDesk.Chain(volume!, named.Chain, (int)volume!.State.Size)));

    /// <summary>An act that makes a paper: it is drawn from the notice as it stands, and refused if that has moved meanwhile.</summary>
    private static async Task<IResult> DrawnAsync<TBody>(HttpContext http, CommandDesk desk, NoticeDesk notices, string plan, string halfYear, Func<HalfYear, TBody, Reports.Notices.NoticePaper?, Volume?, PlanAct> act) where TBody : class
    {
        var (volume, state) = await KnownAsync(http, plan);
        return await OnAsync<TBody, Reports.Notices.NoticePaper?>(http, desk, plan, halfYear,
            async half => state is null ? null : await notices.PaperAsync(volume!, state, half, http.RequestAborted), (half, b, paper) => act(half, b, paper, volume));
    }

    /// <summary>The plan as recorded so far; nothing where the desk will refuse anyway.</summary>
    private static async Task<(Volume? Volume, PlanState? State)> KnownAsync(HttpContext http, string plan)
    {
        var book = http.RequestServices.GetRequiredService<LedgerBook>();
        var (_, jurisdiction) = Callers.Of(http.User);
        if (!await book.KnowsAsync(jurisdiction, http.RequestAborted))
            return (null, null);
        var volume = await book.OpenAsync(jurisdiction, http.RequestAborted);
        return (volume, volume.State.Plans.GetValueOrDefault(plan));
    }

    private static Task<IResult> OnAsync<TBody>(HttpContext http, CommandDesk desk, string plan, string halfYear, Func<HalfYear, Task<IReadOnlyList<ProposedEntry>>> beside,
        Func<HalfYear, TBody, IReadOnlyList<ProposedEntry>, PlanAct> act, int status) where TBody : class =>
        OnAsync<TBody, IReadOnlyList<ProposedEntry>>(http, desk, plan, halfYear, beside, act, status);

    private static async Task<IResult> OnAsync<TBody, TBeside>(HttpContext http, CommandDesk desk, string plan, string halfYear, Func<HalfYear, Task<TBeside>> beside,
        Func<HalfYear, TBody, TBeside, PlanAct> act, int status = StatusCodes.Status200OK) where TBody : class
    {
        if (!HalfYear.TryParse(halfYear, out var half))
            return CommandDesk.Unknown("unknown-round", "halfYear", halfYear);
        var found = await beside(half);
        return await desk.OnMatterAsync<TBody>(http, plan, Notice.StreamOf(plan, half), WriteScope.Stream, b => act(half, b, found), status,
            status == StatusCodes.Status201Created ? $"/api/v1/plans/{plan}/inspections/{half}/notices" : null);
    }

    private static void Act<TBody>(this RouteGroupBuilder group, string path, Func<HalfYear, TBody, PlanAct> act, string summary) where TBody : class =>
        group.MapPost(path, (HttpContext http, CommandDesk desk, string plan, string halfYear) =>
            OnAsync<TBody, bool>(http, desk, plan, halfYear, _ => Task.FromResult(true), (half, b, _) => act(half, b))).Act<TBody>(summary);

    private static void Act<TBody>(this RouteGroupBuilder group, string path, Func<HalfYear, string, TBody, PlanAct> act, string summary) where TBody : class =>
        group.MapPost(path, (HttpContext http, CommandDesk desk, string plan, string halfYear, string entry) =>
            OnAsync<TBody, bool>(http, desk, plan, halfYear, _ => Task.FromResult(true), (half, b, _) => act(half, entry, b))).Act<TBody>(summary);

    private static RouteHandlerBuilder Act<TBody>(this RouteHandlerBuilder route, string summary, int status = StatusCodes.Status200OK) where TBody : notnull => route
        .Accepts<TBody>("application/json")
        .Produces<Receipt>(status)
        .Produces<Problem>(StatusCodes.Status403Forbidden, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status409Conflict, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
        .WithSummary(summary);
}
