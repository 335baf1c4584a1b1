using BizEnvLedger.Core.Registers;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Registers;

/// <summary>Acts on a register and its items. Each takes Idempotency-Key and If-Match (the register's version), and answers a receipt.</summary>
[Endpoints]
public static class RegisterCommands
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var register = routes.MapGroup("/api/v1/plans/{plan}/registers/{register}").RequireAuthorization().WithTags("registers");
        register.MapPost("/items", (HttpContext http, CommandDesk desk, string plan, string register) =>
            desk.OnMatterAsync<ItemBody>(http, plan, Register.StreamOf(plan, register), WriteScope.Stream, b => RegisterActs.Add(register, b), StatusCodes.Status201Created))
            .Act<ItemBody>("台账登记 / Enters an item (the register's keeper or a unit of its measure; an office where the plan names no keeper).", StatusCodes.Status201Created);
        register.MapPost("/dispatches", (HttpContext http, CommandDesk desk, string plan, string register) =>
            desk.OnMatterAsync<RegisterDispatchBody>(http, plan, Register.StreamOf(plan, register), WriteScope.Stream, b => RegisterActs.Dispatch(register, b), StatusCodes.Status201Created))
            .Act<RegisterDispatchBody>("调度通报 / Freezes the register's figures for a period and says which units are behind (office, group-office).", StatusCodes.Status201Created);

        var item = register.MapGroup("/items/{item}");
        item.MapPost("/changes", (HttpContext http, CommandDesk desk, string plan, string register, string item) =>
            desk.OnMatterAsync<ItemChangeBody>(http, plan, Register.StreamOf(plan, register), WriteScope.Stream, b => RegisterActs.Change(register, item, b)))
            .Act<ItemChangeBody>("台账变更 / Cells of an item take other values from a day on.");
        item.MapPost("/withdrawal", (HttpContext http, CommandDesk desk, string plan, string register, string item) =>
            desk.OnMatterAsync<ItemWithdrawalBody>(http, plan, Register.StreamOf(plan, register), WriteScope.Stream, b => RegisterActs.Withdraw(register, item, b)))
            .Act<ItemWithdrawalBody>("撤销 / An item leaves the counts, with a reason.");
        item.MapPost("/settlement", (HttpContext http, CommandDesk desk, string plan, string register, string item) =>
            desk.OnMatterAsync<SettlementBody>(http, plan, Register.StreamOf(plan, register), WriteScope.Stream, b => RegisterActs.Settle(register, item, b)))
            .Act<SettlementBody>("销账申请 / A unit says with evidence that an item is done.");
        item.MapPost("/settlement/release", (HttpContext http, CommandDesk desk, string plan, string register, string item) =>
            desk.OnMatterAsync<SettlementReleaseBody>(http, plan, Register.StreamOf(plan, register), WriteScope.Stream, b => RegisterActs.Release(register, item, b)))
            .Act<SettlementReleaseBody>("审签 / The claiming unit's approver releases the settlement.");
        item.MapPost("/settlement/confirmation", (HttpContext http, CommandDesk desk, string plan, string register, string item) =>
            desk.OnMatterAsync<SettlementConfirmationBody>(http, plan, Register.StreamOf(plan, register), WriteScope.Stream, b => RegisterActs.Confirm(register, item, b)))
            .Act<SettlementConfirmationBody>("销账 / The supervision office confirms a released settlement.");
        item.MapPost("/settlement/return", (HttpContext http, CommandDesk desk, string plan, string register, string item) =>
            desk.OnMatterAsync<SettlementReturnBody>(http, plan, Register.StreamOf(plan, register), WriteScope.Stream, b => RegisterActs.Return(register, item, b)))
            .Act<SettlementReturnBody>("退回 / The supervision office returns a settlement with its reason.");
    }

    private static RouteHandlerBuilder Act<TBody>(this RouteHandlerBuilder route, string summary, int status = StatusCodes.Status200OK) where TBody : notnull => route
        .Accepts<TBody>("application/json")
        .Produces<Receipt>(status)
        .Problems()
        .WithSummary(summary);

    internal static RouteHandlerBuilder Problems(this RouteHandlerBuilder route)
    {
        foreach (var status in new[] { 400, 401, 403, 404, 409, 412, 413, 415, 422 })
            route.Produces<Problem>(status, "application/problem+json");
        return route;
    }
}
