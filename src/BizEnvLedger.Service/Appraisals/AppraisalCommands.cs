using System.Globalization;
using System.Security.Cryptography;
using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Appraisals;

/// <summary>年度考评: acts on a year's appraisal, from its rules to its awards.</summary>
[Endpoints]
public static class AppraisalCommands
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var year = routes.MapGroup("/api/v1/plans/{plan}/appraisals/{year:int}").RequireAuthorization().WithTags("appraisals");
        year.MapPost("", (HttpContext http, CommandDesk desk, string plan, int year) =>
            desk.OnMatterAsync<YearBody>(http, plan, Appraisal.StreamOf(plan, year), WriteScope.Stream, _ => AppraisalActs.Open(year), StatusCodes.Status201Created, $"/api/v1/plans/{plan}/appraisals/{year}"))
            .Act<YearBody>("启动年度考评 / Opens a year's appraisal by the rules adopted for it (group-office); from here on they stand.", StatusCodes.Status201Created);
        year.MapPost("/rules", AdoptAsync).Takes(QueryKey.Flag("check", "Only looks, and writes nothing."), QueryKey.Any("file", "Name of the file, for its mistakes; at most 200 characters."))
            .Act<AppraisalRuleSet>("采用考评规则 / Adopts a rule set file (bizenv-appraisal/1) for the year (group-office); ?check=true only checks it.");
        year.MapPost("/ballots", (HttpContext http, CommandDesk desk, string plan, int year) =>
            desk.OnMatterAsync<BallotsBody>(http, plan, Appraisal.StreamOf(plan, year), WriteScope.Stream, b => AppraisalActs.Ballots(year, b), StatusCodes.Status201Created))
            .Act<BallotsBody>("录入评议票 / One body's ballots on one unit, as counts of each grade (deputies-office).", StatusCodes.Status201Created);
        year.MapPost("/ballots/publication", (HttpContext http, CommandDesk desk, string plan, int year) =>
            desk.OnMatterAsync<AppraisalPublicationBody>(http, plan, Appraisal.StreamOf(plan, year), WriteScope.Stream, b => AppraisalActs.PublishBallots(year, b)))
            .Act<AppraisalPublicationBody>("公开评议结果 / Publishes the ballots that are in force (deputies-office, another person than who entered them).");
        year.MapPost("/score", ScoreAsync)
            .Act<YearBody>("年度计分 / Scores the year once and freezes its sheets (group-office).");
        year.MapPost("/publication", (HttpContext http, CommandDesk desk, string plan, int year) =>
            desk.OnMatterAsync<AppraisalPublicationBody>(http, plan, Appraisal.StreamOf(plan, year), WriteScope.Stream, b => AppraisalActs.Publish(year, b)))
            .Act<AppraisalPublicationBody>("公布考评结果 / Lets the frozen sheets out (leader, or group-office by another person than who scored).");
        year.MapPost("/awards", (HttpContext http, CommandDesk desk, string plan, int year) =>
            desk.OnMatterAsync<AwardBody>(http, plan, Appraisal.StreamOf(plan, year), WriteScope.Stream, b => AppraisalActs.Award(year, b), StatusCodes.Status201Created))
            .Act<AwardBody>("奖励 / Records an award to a unit or to a person in it (group-office).", StatusCodes.Status201Created);
        year.MapPost("/awards/corrections", (HttpContext http, CommandDesk desk, string plan, int year) =>
            desk.OnMatterAsync<AwardCorrectionBody>(http, plan, Appraisal.StreamOf(plan, year), WriteScope.Stream, b => AppraisalActs.CorrectAward(year, b)))
            .Act<AwardCorrectionBody>("更正奖励 / Takes an award back, or gives it another day (group-office).");
    }

    private static async Task<IResult> AdoptAsync(HttpContext http, CommandDesk desk, string plan, int year)
    {
        var (reading, body, problem) = await ReadRulesAsync(http);
        if (problem is not null)
            return problem;
        if (http.Request.Query["check"] == "true")
            return Results.Json(new RuleCheckShape(reading!.File, reading.Rules is not null, reading.Mistakes), Store.LedgerJson.Options);
        return await desk.OnPlanAsync(http, body!, plan, Appraisal.StreamOf(plan, year), StatusCodes.Status200OK, (call, state, now) =>
        {
            if (state is null)
                throw new ProblemException(CommandDesk.Unknown("unknown-plan", "plan", plan));
            if (RightsTable.Role(nameof(AdoptAppraisalRules), call.Who!) is { } refusal)
                return refusal;
            return reading!.Rules is { } rules
                ? AdoptAppraisalRules.Decide(state, new(year, rules, Convert.ToHexStringLower(SHA256.HashData(body!))), call.Who!, now)
                : throw new ProblemException(Mistaken(reading));
        }, [("plan_files", body!, reading!.File)]);
    }

    private static async Task<IResult> ScoreAsync(HttpContext http, CommandDesk desk, LedgerBook book, LedgerClock clock, AppraisalDesk appraisals, string plan, int year)
    {
        var ct = http.RequestAborted;
        var (body, problem) = await Bodies.ReadAsync(http, Bodies.CommandLimit, ct);
        if (problem is not null)
            return problem;
        if (body!.Length > 0 && Bodies.Parse<YearBody>(body).Problem is { } wrong)
            return wrong;
        var call = await desk.CallAsync(http, body!, ct);
        if (call.Problem is not null)
            return call.Problem;
        // The tree size is read once; what is sealed after it does not count, whoever is still writing meanwhile.
        var volume = await book.OpenAsync(call.Jurisdiction!, ct);
        var size = (int)volume.State.Size;
        var worth = volume.State.Plans.TryGetValue(plan, out var known) && ScoreAppraisal.Check(known, new(year), call.Who!, clock.Now(volume.Zone)) is null;
        var drawn = worth ? await appraisals.DrawAsync(volume, plan, year, size, known!.Appraisals[Appraisal.IdOf(year)].Rules!.Rules, ct) : null;
        return await desk.OnPlanAsync(http, body!, plan, Appraisal.StreamOf(plan, year), StatusCodes.Status200OK, (caller, state, now) =>
        {
            if (state is null)
                throw new ProblemException(CommandDesk.Unknown("unknown-plan", "plan", plan));
            if (ScoreAppraisal.Check(state, new(year), caller.Who!, now) is { } refusal)
                return refusal;
            return drawn is null
                ? throw new ProblemException(Problems.Of(StatusCodes.Status409Conflict, "sheets-moved", null, new Dictionary<string, string> { ["year"] = Appraisal.IdOf(year) }))
                : ScoreAppraisal.Decide(state, new(year), drawn.Sheets, drawn.Sha256, caller.Who!, now);
        }, drawn is null ? [] : [("data_sets", drawn.Bytes, null)]);
    }

    /// <summary>A rule set file from the request's body.</summary>
    internal static async Task<(AppraisalRuleReading? Reading, byte[]? Body, IResult? Problem)> ReadRulesAsync(HttpContext http)
    {
        var (body, problem) = await Bodies.ReadAsync(http, Bodies.CommandLimit, http.RequestAborted);
        if (problem is not null)
            return (null, null, problem);
        var name = http.Request.Query["file"].ToString() is { Length: > 0 and <= 200 } given && !given.Any(char.IsControl) ? given : "appraisal.json";
        return (AppraisalRuleFile.Read(body, name), body, null);
    }

    internal static IResult Mistaken(AppraisalRuleReading reading) =>
        Problems.Of(reading.Mistakes.Any(m => m.Code == "malformed-json") ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity, "appraisal-rule-mistakes", null,
            new Dictionary<string, string> { ["count"] = reading.Mistakes.Count.ToString(CultureInfo.InvariantCulture) }, reading.Mistakes, reading.File);

    private static RouteHandlerBuilder Act<TBody>(this RouteHandlerBuilder route, string summary, int status = StatusCodes.Status200OK) where TBody : notnull => route
        .Accepts<TBody>("application/json")
        .Produces<Receipt>(status)
        .Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status401Unauthorized, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status403Forbidden, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status409Conflict, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status412PreconditionFailed, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
        .WithSummary(summary);
}

/// <summary>What is wrong with a rule set file, or nothing.</summary>
public sealed record RuleCheckShape(string File, bool Right, IReadOnlyList<PlanMistake> Mistakes);
