using BizEnvLedger.Core.Units;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Units;

/// <summary>
/// Acts on a plan's units. All but the 落实方案 stand in the plan's own stream: they bear on every task, and whoever writes on a task knows by the plan's
/// version whether it has them.
/// </summary>
[Endpoints]
public static class UnitCommands
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var units = routes.MapGroup("/api/v1/plans/{plan}/units").RequireAuthorization().WithTags("units");
        units.MapPost("/{unit}/members", (HttpContext http, CommandDesk desk, string plan, string unit) => OnPlan<MembersBody>(http, desk, plan, b => UnitActs.Members(unit, b)))
            .Act<MembersBody>("组成员 / Units become members of a group in the days given (group-office).");
        units.MapPost("/{unit}/members/end", (HttpContext http, CommandDesk desk, string plan, string unit) => OnPlan<MemberEndBody>(http, desk, plan, b => UnitActs.EndOfMembership(unit, b)))
            .Act<MemberEndBody>("退出组 / A unit's membership ends with a day (group-office).");
        units.MapPost("/{unit}/first-responsible", (HttpContext http, CommandDesk desk, string plan, string unit) => OnPlan<FirstResponsibleBody>(http, desk, plan, b => UnitActs.FirstResponsible(unit, b)))
            .Act<FirstResponsibleBody>("主要负责人 / Names the first responsible person of a unit; the term before ends (group-office).");
        units.MapPost("/{unit}/first-responsible/end", (HttpContext http, CommandDesk desk, string plan, string unit) => OnPlan<TermEndBody>(http, desk, plan, b => UnitActs.EndOfTerm(unit, b)))
            .Act<TermEndBody>("任期结束 / A first responsible person's term ends, nobody following yet (group-office).");
        units.MapPost("/successions", (HttpContext http, CommandDesk desk, string plan) => OnPlan<SuccessionBody>(http, desk, plan, UnitActs.Succession))
            .Act<SuccessionBody>("更名、合并、分设 / Units are succeeded: duties, clocks and history go on (group-office).");
        units.MapPost("/corrections", (HttpContext http, CommandDesk desk, string plan) => OnPlan<RosterCorrectionBody>(http, desk, plan, UnitActs.Correction))
            .Act<RosterCorrectionBody>("更正 / Corrects a membership, a term, the end of either, or a succession by a new event; the entry itself is never touched (group-office).");
        units.MapPost("/{unit}/implementation-plans", (HttpContext http, CommandDesk desk, string plan, string unit) => AdoptAsync(http, desk, plan, unit))
            .Act<ImplementationPlanBody>("落实方案 / A region or department has adopted its own plan, or revised it (itself, or group-office).");
    }

    private static Task<IResult> OnPlan<TBody>(HttpContext http, CommandDesk desk, string plan, Func<TBody, PlanAct> prepare) where TBody : class =>
        desk.OnMatterAsync(http, plan, plan, WriteScope.Plan, prepare);

    private static Task<IResult> AdoptAsync(HttpContext http, CommandDesk desk, string plan, string unit) =>
        // The id becomes part of a stream's key.
        unit.Length <= 64 && unit.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? desk.OnMatterAsync<ImplementationPlanBody>(http, plan, ImplementationPlan.StreamOf(plan, unit), WriteScope.Stream, b => UnitActs.Adoption(unit, b))
            : Task.FromResult(CommandDesk.Unknown("unknown-unit-path", "unit", unit));

    private static RouteHandlerBuilder Act<TBody>(this RouteHandlerBuilder route, string summary) where TBody : notnull => route
        .Accepts<TBody>("application/json")
        .Produces<Receipt>()
        .Produces<Problem>(StatusCodes.Status403Forbidden, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status409Conflict, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
        .WithSummary(summary);
}
