using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BizEnvLedger.Service.Complaints;

/// <summary>Acts on complaints from inside. Each takes Idempotency-Key and If-Match, and answers a receipt.</summary>
[Endpoints]
public static class ComplaintCommands
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/v1/plans/{plan}/complaints").RequireAuthorization().WithTags("complaints");
        all.MapPost("", RegisterAsync).Accepts<RegisterBody>("application/json").Produces<ReceivedShape>(StatusCodes.Status201Created).Problems()
            .WithSummary("登记诉求 / The office enters a complaint or tip that came by telephone, letter or visit; the answer holds its id and receipt code.");
        all.MapPost("/{id}/readings", ReadAsync).Accepts<ReadingBody>("application/json").Produces<TipReadingShape>().Problems()
            .WithSummary("阅看受保护内容 / Reads a complainant's contact, or as its officer a tip and who gave it. The reading is itself on record.");

        var one = routes.MapGroup("/api/v1/plans/{plan}/complaints/{id}").RequireAuthorization().WithTags("complaints");
        Act<TipOfficerBody>(one, "/officer", "举报承办人 / A leader or the leading group's office names who alone reads a tip.", ComplaintPrepare.Officer);
        Act<ComplaintDispatchBody>(one, "/dispatch", "转办 / The office (a tip: its officer) dispatches it to units; their clocks begin.", ComplaintPrepare.Dispatch);
        Act<ReassignBody>(one, "/reassignment", "改派 / To other units; who comes new has a clock of its own.", ComplaintPrepare.Reassign);
        Act<ComplaintAnswerBody>(one, "/answers", "答复 / A unit answers; it counts once its approver has released it.", ComplaintPrepare.Answer);
        Act<SatisfactionBody>(one, "/satisfaction", "回访 / What the complainant said when the office called back. Silence is not satisfied.", ComplaintPrepare.Ask);
        Act<RehandlingBody>(one, "/rehandling", "责成重办 / The complainant was not satisfied: the office orders the units to handle it again; their clocks begin anew.", ComplaintPrepare.Again);
        Act<LinkBody>(one, "/link", "重复诉求 / Links a repeat to the first of its row, and opens that one again where it was resolved.", ComplaintPrepare.Link, WriteScope.Plan);
        Act<ComplaintUpholdBody>(one, "/upheld", "属实 / An inspector, having heard the unit, finds it founded.", ComplaintPrepare.Uphold);
        Act<RejectBody>(one, "/rejected", "不属实 / An inspector, having heard the unit, finds it unfounded.", ComplaintPrepare.Reject);
        Act<ExposureBody>(one, "/exposures", "曝光 / The office proposes a text for the public, and its visibility.", ComplaintPrepare.Propose);
        one.MapPost("/answers/{answer:guid}/release", (HttpContext http, CommandDesk desk, string plan, string id, Guid answer) =>
            desk.OnMatterAsync<ReleaseBody>(http, plan, Complaint.StreamOf(plan, id), WriteScope.Stream, _ => ComplaintPrepare.Release(answer, id)))
            .Accepts<ReleaseBody>("application/json").Produces<Receipt>().Problems().WithSummary("答复审签 / The answering unit's approver releases the answer.");
        one.MapPost("/milestones/{milestone}/visits", (HttpContext http, CommandDesk desk, string plan, string id, string milestone) =>
            desk.OnMatterAsync<VisitBody>(http, plan, Complaint.StreamOf(plan, id), WriteScope.Stream, b => ComplaintPrepare.Visit(b, id, milestone)))
            .Accepts<VisitBody>("application/json").Produces<Receipt>().Problems().WithSummary("实地核查 / An inspector went to a milestone that the upheld complaint finds absent.");
        one.MapPost("/exposures/{exposure:guid}/decision", (HttpContext http, CommandDesk desk, string plan, string id, Guid exposure) =>
            desk.OnMatterAsync<ExposureDecisionBody>(http, plan, Complaint.StreamOf(plan, id), WriteScope.Stream, b => ComplaintPrepare.Decide(b.Approved, exposure, id)))
            .Accepts<ExposureDecisionBody>("application/json").Produces<Receipt>().Problems().WithSummary("曝光审批 / A second person publishes it or declines.");
    }

    private static void Act<TBody>(RouteGroupBuilder group, string path, string summary, Func<TBody, string, PlanAct> prepare, WriteScope scope = WriteScope.Stream) where TBody : class =>
        group.MapPost(path, (HttpContext http, CommandDesk desk, string plan, string id) =>
            desk.OnMatterAsync<TBody>(http, plan, Complaint.StreamOf(plan, id), scope, b => prepare(b, id)))
            .Accepts<TBody>("application/json").Produces<Receipt>().Problems().WithSummary(summary);

    private static async Task<IResult> RegisterAsync(HttpContext http, CommandDesk desk, LedgerBook book, LedgerClock clock, LedgerTexts texts, string plan)
    {
        var (_, jurisdiction) = Callers.Of(http.User);
        var day = await book.KnowsAsync(jurisdiction, http.RequestAborted) ? clock.Now((await book.VolumeAsync(jurisdiction, http.RequestAborted)).Zone).On : default;
        var id = ReceiptCode.NewId(day);
        var answer = await desk.OnMatterAsync<RegisterBody>(http, plan, Complaint.StreamOf(plan, id), WriteScope.Stream, b => ComplaintPrepare.Register(b, id), StatusCodes.Status201Created);
        return await WithCodeAsync(answer, jurisdiction, texts, http.RequestAborted);
    }

    /// <summary>A receipt with the complaint's id and receipt code; a repeated request finds the first ones again.</summary>
    internal static async Task<IResult> WithCodeAsync(IResult answer, string jurisdiction, LedgerTexts texts, CancellationToken ct)
    {
        if (answer is not JsonHttpResult<Receipt> { Value: { } receipt } accepted)
            return answer;
        var received = receipt.EventIds[0];
        var code = (await texts.OfAsync(jurisdiction, [received], ct)).GetValueOrDefault((received, "code"));
        return Results.Json(new ReceivedShape(Core.Ledger.StreamKey.Parse(receipt.Leaves[0].Stream).Id, code, receipt.Position, receipt.StreamVersion, receipt.EventIds, receipt.RecordedAt, receipt.Leaves), LedgerJson.Options, statusCode: accepted.StatusCode);
    }

    private static async Task<IResult> ReadAsync(HttpContext http, CommandDesk desk, LedgerBook book, LedgerTexts texts, string plan, string id)
    {
        var answer = await desk.OnMatterAsync<ReadingBody>(http, plan, Complaint.StreamOf(plan, id), WriteScope.Stream, _ => ComplaintPrepare.Read(id));
        if (answer is not JsonHttpResult<Receipt> { Value: { } receipt })
            return answer;
        var (_, jurisdiction) = Callers.Of(http.User);
        var received = (await book.VolumeAsync(jurisdiction, http.RequestAborted)).State.Plans[plan].Complaints[id].Received.Event;
        var found = await texts.OfAsync(jurisdiction, [received], http.RequestAborted);
        return Results.Json(new TipReadingShape(found.GetValueOrDefault((received, "content")), found.GetValueOrDefault((received, "contact")), receipt.Position, receipt.StreamVersion, receipt.EventIds, receipt.RecordedAt, receipt.Leaves), LedgerJson.Options);
    }

    internal static RouteHandlerBuilder Problems(this RouteHandlerBuilder route)
    {
        foreach (var status in new[] { 400, 401, 403, 404, 409, 412, 413, 422 })
            route.Produces<Problem>(status, "application/problem+json");
        return route;
    }
}

/// <summary>A complaint that was taken in. <c>receiptCode</c> is told this once, and again to a repeat of the same request; absent once it was erased.</summary>
public sealed record ReceivedShape(
    string Complaint, string? ReceiptCode, long Position, long StreamVersion, IReadOnlyList<Guid> EventIds, DateTimeOffset RecordedAt, IReadOnlyList<ReceiptLeaf> Leaves);

/// <summary>What a reading shows: the words, and how to reach who gave them. What was erased is absent.</summary>
public sealed record TipReadingShape(
    string? Text, string? Contact, long Position, long StreamVersion, IReadOnlyList<Guid> EventIds, DateTimeOffset RecordedAt, IReadOnlyList<ReceiptLeaf> Leaves);
