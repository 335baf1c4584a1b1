using System.Security.Cryptography;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Acts;
using BizEnvLedger.Core.Plans.Checking;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Plans;

/// <summary>Issuing, amending and clarifying plans from their files. With a single mistake nothing is loaded, and all mistakes are told at once.</summary>
[Endpoints]
public static class PlanCommands
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var plans = routes.MapGroup("/api/v1/plans").RequireAuthorization().WithTags("plans");
        plans.MapPost("", IssueAsync).Accepts<PlanDocument>("application/json").Produces<Receipt>(StatusCodes.Status201Created)
            .Takes(QueryKey.Flag("check", "Only looks, and writes nothing."), QueryKey.Any("file", "Name of the file, for its mistakes; at most 200 characters."))
            .WithSummary("发布计划 / Issues a plan from its file (group-office); ?check=true only checks it.");
        plans.MapPost("/{plan}/amendments", (HttpContext http, CommandDesk desk, string plan) => ChangeAsync(http, desk, plan, PlanChange.AmendmentFormat))
            .Accepts<PlanChange>("application/json").Produces<Receipt>().Takes(QueryKey.Any("file", "Name of the file, for its mistakes; at most 200 characters.")).WithSummary("计划调整 / A later document adds, changes, withdraws; never retroactive.");
        plans.MapPost("/{plan}/clarifications", (HttpContext http, CommandDesk desk, string plan) => ChangeAsync(http, desk, plan, PlanChange.ClarificationFormat))
            .Accepts<PlanChange>("application/json").Produces<Receipt>().Takes(QueryKey.Any("file", "Name of the file, for its mistakes; at most 200 characters.")).WithSummary("计划明确 / Settles an open date or fills a group; never retroactive.");
        plans.MapPost("/{plan}/units/{unit}/systems", (HttpContext http, CommandDesk desk, string plan, string unit) =>
            desk.OnMatterAsync<SystemBody>(http, plan, plan, WriteScope.Plan, b => Register(b, unit)))
            .Accepts<SystemBody>("application/json").Produces<Receipt>().WithSummary("业务系统登记 / The unit's approver registers a business system, whose figures then count at once.");
        plans.MapPost("/{plan}/units/{unit}/systems/{system}/end", (HttpContext http, CommandDesk desk, string plan, string unit, string system) =>
            desk.OnMatterAsync<EndBody>(http, plan, plan, WriteScope.Plan, _ => Deregister(unit, system)))
            .Accepts<EndBody>("application/json").Produces<Receipt>().WithSummary("登记注销 / The registration ends today.");
    }

    internal static PlanAct Register(SystemBody b, string unit) =>
        PlanAct.Of(new RegisterSystem(unit, Need.Word(b.System, "system"), LedgerTexts.Draft(b.Name)), (state, command, who, now) => RegisterSystem.Decide(state.Plan, command, who, now));

    internal static PlanAct Deregister(string unit, string system) =>
        PlanAct.Of(new DeregisterSystem(unit, system), (state, command, who, now) => DeregisterSystem.Decide(state.Plan, command, who, now));

    private static async Task<IResult> IssueAsync(HttpContext http, CommandDesk desk, PlanLibrary library)
    {
        var (body, problem) = await Bodies.ReadAsync(http, LedgerApp.LargestBody, http.RequestAborted);
        if (problem is not null)
            return problem;
        var reading = PlanFile.Read(body, FileName(http, "plan.json"));
        if (http.Request.Query["check"] == "true")
            return Results.Json(new PlanCheckShape(reading.File, reading.Plan is not null, reading.Mistakes), Store.LedgerJson.Options);
        if (reading.Plan is not { } plan)
        {
            var call = await desk.CallAsync(http, body!, http.RequestAborted);
            return call.Problem ?? (call.Who!.Is(Role.GroupOffice) ? Mistaken(reading.Mistakes, reading.File) : Problems.Of(Refusal.NotAllowed("role-not-allowed", null, ("roles", "group-office"))));
        }

        var (calendar, rules, missing) = library.For(plan);
        if (missing is not null)
            return missing;
        var command = new IssuePlan(plan, Convert.ToHexStringLower(SHA256.HashData(body!)), rules!, calendar!);
        return await desk.OnPlanAsync(http, body!, plan.Id, plan.Id, StatusCodes.Status201Created,
            (call, state, now) => IssuePlan.Decide(state?.Plan, command, call.Who!, now), [("plan_files", body!, reading.File)], location: $"/api/v1/plans/{plan.Id}");
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, CommandDesk desk, string plan, string format)
    {
        var (body, problem) = await Bodies.ReadAsync(http, LedgerApp.LargestBody, http.RequestAborted);
        if (problem is not null)
            return problem;
        var reading = PlanChangeFile.Read(body, FileName(http, "change.json"));
        return await desk.OnPlanAsync(http, body!, plan, plan, StatusCodes.Status200OK, (call, state, now) => Decide(call, state, now, reading, body!, plan, format), [("plan_files", body!, reading.File)]);
    }

    private static Decision Decide(Call call, PlanState? state, Moment now, PlanChangeReading reading, byte[] body, string plan, string format)
    {
        if (state is null)
            throw new ProblemException(CommandDesk.Unknown("unknown-plan", "plan", plan));
        if (!call.Who!.Is(Role.GroupOffice))
            return Refusal.NotAllowed("role-not-allowed", null, ("roles", "group-office"));
        if (reading.Change is not { } change)
            throw new ProblemException(Mistaken(reading.Mistakes, reading.File));
        if (change.Format != format || change.Plan != plan)
            return Refusal.Invalid("change-of-other-kind", change.Plan != plan ? "plan" : "format", ("format", change.Format), ("plan", change.Plan));
        var mistakes = PlanChangeCheck.Of(change, state.Plan.Latest, now.On, reading.Positions);
        return mistakes.Count > 0
            ? throw new ProblemException(Mistaken(mistakes, reading.File))
            : ChangePlan.Decide(state.Plan, new(change, Convert.ToHexStringLower(SHA256.HashData(body))), call.Who!, now);
    }

    private static IResult Mistaken(IReadOnlyList<PlanMistake> mistakes, string file) =>
        Problems.Of(mistakes.Any(m => m.Code == "malformed-json") ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity, "plan-mistakes", null,
            new Dictionary<string, string> { ["count"] = mistakes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) }, mistakes, file);

    private static string FileName(HttpContext http, string otherwise) => http.Request.Query["file"].ToString() is { Length: > 0 and <= 200 } given ? given : otherwise;
}

/// <summary>业务系统登记: <c>system</c> is its <c>sub</c>, as its tokens have it.</summary>
public sealed record SystemBody(string? System, string? Name);

/// <summary>Nothing to say besides who and which.</summary>
public sealed record EndBody;
