using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Complaints;

/// <summary>畅通企业举报投诉渠道: what anybody may do without an account. A token that comes along gives no right and takes none.</summary>
[Endpoints]
public static class PublicComplaints
{
    private static readonly Caller Anybody = new("public", new HashSet<Role> { Role.Public }, null, new HashSet<string>());

    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/api/v1/public/{jurisdiction}").WithTags("public");
        open.MapPost("/complaints", ReceiveAsync).RequireRateLimiting(PublicLimits.Writes).Accepts<PublicComplaintBody>("application/json").Produces<ReceivedShape>(StatusCodes.Status201Created)
            .Problems().Produces<Problem>(StatusCodes.Status429TooManyRequests, "application/problem+json")
            .WithSummary("提交诉求或举报 / Gives a complaint or a tip, without an account; the answer holds the receipt code. Takes Idempotency-Key.");
        open.MapGet("/complaints/{receipt}", OneAsync).RequireRateLimiting(PublicLimits.Reads).Produces<PublicComplaintShape>().Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
            .WithSummary("查询办理情况 / By the receipt code: where it stands, by when it is answered, and the released answers.");
        open.MapGet("/exposures", ExposuresAsync).RequireRateLimiting(PublicLimits.Reads).Produces<Page<PublicExposureShape>>()
            .WithSummary("公开曝光 / What was approved for the public, latest first.");
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, CommandDesk desk, LedgerBook book, LedgerClock clock, LedgerTexts texts, string jurisdiction)
    {
        var ct = http.RequestAborted;
        if (!await book.KnowsAsync(jurisdiction, ct))
            return Unknown(jurisdiction);
        var (body, problem) = await Bodies.ReadAsync(http, PublicLimits.LargestBody, ct);
        if (problem is not null)
            return problem;
        var volume = await book.OpenAsync(jurisdiction, ct);
        var today = clock.Now(volume.Zone).On;
        var (asked, _) = Bodies.Parse<PublicComplaintBody>(body);
        if ((asked?.Plan ?? InForce(volume.State, today)) is not { } plan || !volume.State.Plans.ContainsKey(plan))
            return CommandDesk.Unknown("unknown-plan", "plan", asked?.Plan ?? "");
        var call = CommandDesk.CallOf(http, body!, Anybody, jurisdiction);
        if (call.Key is { } key)
            call = call with { Key = PublicLimits.KeyOf(http, key) };
        // The desk reads the body once more.
        http.Request.Body = new MemoryStream(body!);
        var id = ReceiptCode.NewId(today);
        var answer = await desk.OnMatterAsync<PublicComplaintBody>(http, plan, Complaint.StreamOf(plan, id), WriteScope.Stream, b => ComplaintPrepare.Receive(b, id), StatusCodes.Status201Created, from: call);
        return await ComplaintCommands.WithCodeAsync(answer, jurisdiction, texts, ct);
    }

    private static async Task<IResult> OneAsync(HttpContext http, LedgerBook book, LedgerTexts texts, string jurisdiction, string receipt)
    {
        var ct = http.RequestAborted;
        if (!await book.KnowsAsync(jurisdiction, ct))
            return Unknown(jurisdiction);
        var volume = await book.OpenAsync(jurisdiction, ct);
        var hash = ReceiptCode.Read(receipt) is { } code ? Complaint.HashOf(code) : null;
        var (state, complaint) = volume.State.Plans.Values.SelectMany(p => p.Complaints.Values.Where(c => c.ReceiptSha256 == hash).Select(c => (p, c))).FirstOrDefault();
        if (complaint is null)
            return Problems.Of(StatusCodes.Status404NotFound, "unknown-receipt");
        var words = await texts.OfAsync(jurisdiction, [.. complaint.Answers.Where(a => a.Release is not null).Select(a => a.Id)], ct);
        return Results.Json(PublicComplaintShape.Of(state, complaint, words), LedgerJson.Options);
    }

    private static async Task<IResult> ExposuresAsync(HttpContext http, LedgerBook book, LedgerTexts texts, string jurisdiction)
    {
        var ct = http.RequestAborted;
        if (!await book.KnowsAsync(jurisdiction, ct))
            return Unknown(jurisdiction);
        var volume = await book.OpenAsync(jurisdiction, ct);
        var state = volume.State;
        // The last decision on a complaint counts: what was shown once can be approved again as withheld.
        var shown = (from p in state.Plans.Values
            from c in p.Complaints.Values
            let last = c.Exposures.FindLast(e => e.Approved)
            where last is { Visibility: Visibility.Public }
            orderby last.Decision!.Leaf descending
            select (Plan: p, Complaint: c, Exposure: last)).ToList();
        var words = await texts.OfAsync(jurisdiction, [.. shown.Select(s => s.Exposure.Id)], ct);
        var (page, wrong) = Paging.Of(http, [.. shown.Where(s => words.ContainsKey((s.Exposure.Id, "publicText")))], (int)state.Size, s => s.Exposure.Id.ToString(), s => new PublicExposureShape(
            s.Exposure.Id, s.Plan.Plan.Id, s.Plan.Plan.Name(s.Complaint.Finding!.Unit), s.Exposure.Decision!.RecordedOn, words[(s.Exposure.Id, "publicText")], [s.Exposure.Id, s.Exposure.Decision.Event]));
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    /// <summary>The plan that a complaint is of where it names none: of those within their period the latest issued, else the latest of all.</summary>
    private static string? InForce(LedgerState state, DateOnly day) =>
        state.Plans.Values.Select(p => p.Plan).OrderByDescending(p => p.IssuedOn <= day && day <= p.Horizon).ThenByDescending(p => p.IssuedOn).ThenBy(p => p.Id, StringComparer.Ordinal).FirstOrDefault()?.Id;

    private static IResult Unknown(string jurisdiction) => CommandDesk.Unknown("unknown-jurisdiction", "jurisdiction", jurisdiction);
}

/// <summary>办理情况 as the holder of the receipt code sees it: neither the words given nor who gave them.</summary>
public sealed record PublicComplaintShape(
    ComplaintKind Kind, ComplaintState State, DateOnly ReceivedOn, DateTimeOffset DispatchLimit, DateTimeOffset? ResponseLimit, DateOnly? ResolveLimit,
    IReadOnlyList<UnitName> Units, IReadOnlyList<PublicAnswerShape> Answers, bool? Upheld, bool IsRepeat)
{
    internal static PublicComplaintShape Of(PlanState state, Complaint c, IReadOnlyDictionary<(Guid Event, string Field), string> words)
    {
        var open = c.Open.ToList();
        return new(c.Kind, c.State, c.Received.RecordedOn, c.DispatchLimit, open.Count == 0 ? null : open.Max(t => t.ResponseLimit), open.Count == 0 ? null : open.Max(t => t.ResolveLimit),
            [.. open.Select(t => state.Plan.Name(t.Unit))],
            [.. c.Answers.Where(a => a.Release is not null).Select(a => new PublicAnswerShape(state.Plan.Name(a.Unit), a.Kind, a.Release!.RecordedOn, words.GetValueOrDefault((a.Id, "answer"))))],
            c.Finding?.Upheld, c.Earlier is not null);
    }
}

/// <summary>A released answer; its words are absent once they were erased.</summary>
public sealed record PublicAnswerShape(UnitName Unit, AnswerKind Kind, DateOnly ReleasedOn, string? Text);

/// <summary>曝光: the text that was approved for the public.</summary>
public sealed record PublicExposureShape(Guid Id, string Plan, UnitName Unit, DateOnly PublishedOn, string Text, IReadOnlyList<Guid> Events);
