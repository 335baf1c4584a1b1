using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;

namespace BizEnvLedger.Service.Inspections;

/// <summary>What inspectors do in a round: scheme, verdicts, findings, spot checks. Each act takes Idempotency-Key and If-Match, and answers a receipt.</summary>
public static class InspectorsEndpoints
{
    internal static void Map(RouteGroupBuilder rounds)
    {
        rounds.MapPost("/{halfYear}/scheme", (HttpContext http, CommandDesk desk, string plan, string halfYear) =>
            Act<SchemeBody>(http, desk, plan, halfYear, InspectorsActs.Scheme, StatusCodes.Status201Created))
            .Writes<SchemeBody>("督查方案 / Drafts which tasks are inspected and by whom (office); a member's home unit may have no part in the team's tasks.", StatusCodes.Status201Created);
        rounds.MapPost("/{halfYear}/scheme/approval", (HttpContext http, CommandDesk desk, string plan, string halfYear) =>
            Act<SchemeApprovalBody>(http, desk, plan, halfYear, (_, half) => InspectorsActs.Approve(half)))
            .Writes<SchemeApprovalBody>("督查方案批准 / A leader approves the draft and so announces the check.");
        rounds.MapPost("/{halfYear}/verdicts", (HttpContext http, CommandDesk desk, string plan, string halfYear) =>
            Act<VerdictBody>(http, desk, plan, halfYear, InspectorsActs.Verdict))
            .Writes<VerdictBody>("督查判定 / An inspector's verdict on a task, beside the computed light.");
        rounds.MapPost("/{halfYear}/findings", (HttpContext http, CommandDesk desk, string plan, string halfYear) =>
            Act<FindingBody>(http, desk, plan, halfYear, InspectorsActs.Finding, StatusCodes.Status201Created))
            .Writes<FindingBody>("问题 / A finding, with the events that it rests on.", StatusCodes.Status201Created);
        rounds.MapPost("/{halfYear}/findings/{finding:guid}/uphold", (HttpContext http, CommandDesk desk, string plan, string halfYear, Guid finding) =>
            Act<FindingUpholdBody>(http, desk, plan, halfYear, (b, half) => InspectorsActs.Uphold(b, half, finding)))
            .Writes<FindingUpholdBody>("问题认定 / A second inspector upholds a finding; a falsehood reopens its milestones.");
        rounds.MapPost("/{halfYear}/spot-checks/draw", DrawAsync)
            .Writes<DrawBody>("抽查抽取 / Draws the closures to be spot-checked, by a seed that nobody can choose (office).", StatusCodes.Status201Created);
        rounds.MapPost("/{halfYear}/spot-checks/{milestone}", (HttpContext http, CommandDesk desk, string plan, string halfYear, string milestone) =>
            Act<SpotCheckBody>(http, desk, plan, halfYear, (b, half) => InspectorsActs.SpotCheck(b, half, milestone)))
            .Writes<SpotCheckBody>("抽查 / An inspector looks again at a closure that was drawn; a failed check reopens it.");
        InspectorsReads.Map(rounds);
    }

    private static Task<IResult> Act<TBody>(HttpContext http, CommandDesk desk, string plan, string halfYear, Func<TBody, HalfYear, PlanAct> prepare, int status = StatusCodes.Status200OK) where TBody : class =>
        HalfYear.TryParse(halfYear, out var half)
            ? desk.OnMatterAsync<TBody>(http, plan, OpenInspection.StreamOf(plan, half), WriteScope.Plan, body => prepare(body, half), status)
            : Task.FromResult(CommandDesk.Unknown("unknown-round", "halfYear", halfYear));

    private static async Task<IResult> DrawAsync(HttpContext http, CommandDesk desk, RoundDesk rounds, string plan, string halfYear)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        if (InspectionEndpoints.Half(opened!.Plan.Plan, halfYear, out var half) is { } wrong)
            return wrong;
        var basis = await rounds.DrawBasisAsync(opened.AsOf.Volume, opened.Plan.Plan, half, http.RequestAborted);
        return await desk.OnMatterAsync<DrawBody>(http, plan, OpenInspection.StreamOf(plan, half), WriteScope.Plan,
            _ => PlanAct.Of(new DrawSpotCheck(half, basis), DrawSpotCheck.Decide), StatusCodes.Status201Created);
    }

    private static void Writes<TBody>(this RouteHandlerBuilder route, string summary, int status = StatusCodes.Status200OK) where TBody : notnull
    {
        route.Accepts<TBody>("application/json").Produces<Receipt>(status).WithSummary(summary);
        foreach (var problem in new[] { 400, 401, 403, 404, 409, 412, 413, 422 })
            route.Produces<Problem>(problem, "application/problem+json");
    }
}
