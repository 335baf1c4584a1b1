using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using static BizEnvLedger.Service.PlanTasks.TaskCommands;

namespace BizEnvLedger.Service.Coordination;

/// <summary>Acts of coordination on one task. Each takes Idempotency-Key and If-Match, and answers a receipt whose first event is what later acts name.</summary>
[Endpoints]
public static class CoordinationCommands
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var task = routes.MapGroup("/api/v1/plans/{plan}/tasks/{no}").RequireAuthorization().WithTags("coordination");
        Requests(task);
        Papers(task, "/instructions", "/replies", DemandKind.Instruction, "批示 / The leader asks units for something by a day.", "批示答复 / An addressee answers.");
        Papers(task, "/urges", "/answers", DemandKind.Urge, "催办单 / The office urges units; never by itself a ground for a notice.", "催办答复 / A unit that was urged answers.");
        Papers(task, "/orders", "/replies", DemandKind.Order, "督办单拟稿 / The office drafts a supervision order; unsigned it counts for nothing.", "督办答复 / A unit replies to a signed order.");
        task.MapPost("/orders/{id:guid}/signature", (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<OrderSignatureBody>(http, plan, ByNo(no), b => CoordinationActs.Sign(b, id)))
            .Act<OrderSignatureBody>("督办单签发 / A leader signs the order; where its limit has passed, with another one.");
        task.MapPost("/orders/{id:guid}/closing", (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<OrderClosingBody>(http, plan, ByNo(no), b => CoordinationActs.Close(b, id)))
            .Act<OrderClosingBody>("督办办结 / The office closes an order that every unit has answered.");
        Disputes(task);
    }

    private static void Requests(IEndpointRouteBuilder task)
    {
        task.MapPost("/cooperation-requests", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<CooperationBody>(http, plan, ByNo(no), CoordinationActs.Ask))
            .Act<CooperationBody>("协作请求 / A lead asks a cooperating unit for something that a milestone needs.");
        var request = task.MapGroup("/cooperation-requests/{id:guid}");
        request.MapPost("/answers", (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<CooperationAnswerBody>(http, plan, ByNo(no), b => CoordinationActs.Answer(b, id)))
            .Act<CooperationAnswerBody>("协作答复 / The unit that was asked accepts, or refuses with a reason.");
        request.MapPost("/adjudication", (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<CooperationRulingBody>(http, plan, ByNo(no), b => CoordinationActs.Adjudicate(b, id)))
            .Act<CooperationRulingBody>("协调 / The office decides on a request that was refused or left unanswered.");
        request.MapPost("/escalation", (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<CooperationEscalationBody>(http, plan, ByNo(no), b => CoordinationActs.Escalate(b, id)))
            .Act<CooperationEscalationBody>("提请协调 / Either side takes the request to the leader in charge.");
        request.MapPost("/decision", (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<CooperationRulingBody>(http, plan, ByNo(no), b => CoordinationActs.Decide(b, id)))
            .Act<CooperationRulingBody>("协作裁定 / The leader decides on the request for good.");
        request.MapPost("/fulfilment", (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<CooperationFulfilmentBody>(http, plan, ByNo(no), b => CoordinationActs.Fulfil(b, id)))
            .Act<CooperationFulfilmentBody>("协作办理 / The cooperating unit delivers, with evidence.");
        request.MapPost("/confirmation", (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<CooperationConfirmationBody>(http, plan, ByNo(no), b => CoordinationActs.Confirm(b, id)))
            .Act<CooperationConfirmationBody>("协作确认 / The lead says whether it was delivered; silence past the limit confirms.");
        request.MapPost("/withdrawal", (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<WithdrawalBody>(http, plan, ByNo(no), b => TaskActs.Withdraw(b, RequestKind.Cooperation, id)))
            .Act<WithdrawalBody>("撤回协作请求 / The lead takes back a request that nobody has decided; it binds no more from that day on.");
    }

    private static void Papers(IEndpointRouteBuilder task, string papers, string replies, DemandKind kind, string issue, string reply)
    {
        task.MapPost(papers, (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<PaperBody>(http, plan, ByNo(no), b => CoordinationActs.Issue(b, kind)))
            .Act<PaperBody>(issue);
        task.MapPost(papers + "/{id:guid}" + replies, (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<PaperReplyBody>(http, plan, ByNo(no), b => CoordinationActs.Reply(b, kind, id)))
            .Act<PaperReplyBody>(reply);
    }

    private static void Disputes(IEndpointRouteBuilder task)
    {
        task.MapPost("/disputes", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<DisputeBody>(http, plan, ByNo(no), CoordinationActs.Dispute))
            .Act<DisputeBody>("异议 / A lead or cooperating unit disputes its assignment; the clock runs meanwhile.");
        task.MapPost("/disputes/{id:guid}/release", (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<DisputeReleaseBody>(http, plan, ByNo(no), _ => CoordinationActs.Release(id)))
            .Act<DisputeReleaseBody>("异议审签 / The unit's approver lets the dispute out.");
        task.MapPost("/disputes/{id:guid}/decision", (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<DisputeDecisionBody>(http, plan, ByNo(no), b => CoordinationActs.Rule(b, id)))
            .Act<DisputeDecisionBody>("异议裁定 / The leader upholds the dispute and reassigns, or rejects it.");
        task.MapPost("/disputes/{id:guid}/withdrawal", (HttpContext http, CommandDesk desk, string plan, string no, Guid id) =>
            desk.OnTaskAsync<WithdrawalBody>(http, plan, ByNo(no), b => TaskActs.Withdraw(b, RequestKind.Dispute, id)))
            .Act<WithdrawalBody>("撤回异议 / The unit takes back a dispute that nobody has decided; once released, its approver does.");
    }
}
