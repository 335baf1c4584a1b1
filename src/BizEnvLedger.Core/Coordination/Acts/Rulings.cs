using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Coordination.Acts;

/// <summary>
/// 协调: the office decides on a request that was refused or left unanswered: binding, with a limit of its own from tomorrow on, or dismissed.
/// Refused: not the office; own home unit involved; had a hand in it; not the office's turn; binding without a limit, or dismissed with one; no reason.
/// </summary>
public sealed record AdjudicateRequest(Guid Request, bool Binding, DateOnly? Limit, DraftText? Reason)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, AdjudicateRequest command, Caller who, Moment now) =>
        RequestMatter.Find(task, command.Request, now, out var request, out var matter)
        // Whoever has ruled already is told so, and not to send somebody else.
        ?? RightsTable.Role(nameof(AdjudicateRequest), who)
        ?? RequestMatter.Stands(task, request, plan, now)
        ?? (request.StateOn(now.On, plan) != RequestState.WithOffice ? Refusal.Conflict("request-not-with-office", "request", ("request", request.Id)) : null)
        ?? RightsTable.Check(nameof(AdjudicateRequest), who, matter, plan)
        ?? Fits(command.Binding, command.Limit, plan, now)
        ?? Checks.Text(command.Reason, "reason", plan)
        ?? Decision.Of(new CooperationAdjudicated(request.Id, request.Milestone, who.HomeUnit!, command.Binding, command.Limit, TextSeal.Of(command.Reason!)));

    /// <summary>It leaves a day to do it in. It may lie past the due date: the days between are the lead's, so that a late ruling takes nothing from the unit.</summary>
    internal static Refusal? Fits(bool binding, DateOnly? limit, ActionPlan plan, Moment now) => (binding, limit) switch
    {
        (true, null) => Refusal.Invalid("limit-missing", "limit"),
        (true, { } day) => RequestMatter.Limit(day, now.On.AddDays(1), plan.Horizon),
        (false, { } day) => Refusal.Invalid("dismissed-has-no-limit", "limit", ("day", day)),
        _ => null,
    };
}

/// <summary>协作裁定: the leader decides for good on what was taken to it. Refused: not the leader; own home unit involved; had a hand in it; not taken to the leader; the same of limit and reason.</summary>
public sealed record DecideRequest(Guid Request, bool Binding, DateOnly? Limit, DraftText? Reason)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, DecideRequest command, Caller who, Moment now) =>
        RequestMatter.Find(task, command.Request, now, out var request, out var matter)
        ?? RightsTable.Role(nameof(DecideRequest), who)
        ?? RequestMatter.Stands(task, request, plan, now)
        ?? (request.EscalationOn(now.On) is null ? Refusal.Conflict("request-not-with-leader", "request", ("request", request.Id)) : null)
        ?? RightsTable.Check(nameof(DecideRequest), who, matter, plan)
        ?? AdjudicateRequest.Fits(command.Binding, command.Limit, plan, now)
        ?? Checks.Text(command.Reason, "reason", plan)
        ?? Decision.Of(new CooperationDecided(request.Id, request.Milestone, command.Binding, command.Limit, TextSeal.Of(command.Reason!)));
}
