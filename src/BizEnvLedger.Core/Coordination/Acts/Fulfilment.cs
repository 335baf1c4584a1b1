using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Coordination.Acts;

/// <summary>协作办理: the cooperating unit delivers, with evidence. Refused: not that unit; neither accepted nor decided; delivered already; no narrative; no evidence.</summary>
public sealed record FulfilRequest(Guid Request, DraftText? Narrative, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, FulfilRequest command, Caller who, Moment now) =>
        RequestMatter.Find(task, command.Request, now, out var request, out var matter)
        ?? RightsTable.Check(nameof(FulfilRequest), who, matter, plan, command.Unit, out var unit)
        ?? RequestMatter.Stands(task, request, plan, now)
        ?? (request.DeliveryOn(now.On) is not null ? Refusal.Conflict("request-delivered", "request", ("request", request.Id)) : null)
        ?? (request.BondOn(now.On) is null ? Refusal.Conflict("request-not-binding", "request", ("request", request.Id)) : null)
        ?? Checks.Text(command.Narrative, "narrative", plan)
        ?? Checks.Evidence(command.Evidence, required: true)
        ?? Decision.Of(new CooperationFulfilled(request.Id, request.Milestone, unit, TextSeal.Of(command.Narrative!), command.Evidence));
}

/// <summary>
/// 协作确认: a lead says that it was delivered, or with a reason that it was not; the days until then are the lead's.
/// Refused: not a lead; nothing that waits for the lead's word, which is given by silence too; not delivered without a reason.
/// </summary>
public sealed record ConfirmFulfilment(Guid Request, bool Fulfilled, DraftText? Reason, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ConfirmFulfilment command, Caller who, Moment now) =>
        RequestMatter.Find(task, command.Request, now, out var request, out var matter)
        ?? RightsTable.Check(nameof(ConfirmFulfilment), who, matter, plan, command.Unit, out var unit)
        ?? (request.StateOn(now.On, plan) != RequestState.Delivered ? Refusal.Conflict("nothing-to-confirm", "request", ("request", request.Id)) : null)
        ?? Checks.Text(command.Reason, "reason", plan, required: !command.Fulfilled)
        ?? Decision.Of(new FulfilmentConfirmed(request.Id, request.Milestone, unit, command.Fulfilled, command.Reason is null ? null : TextSeal.Of(command.Reason)));
}
