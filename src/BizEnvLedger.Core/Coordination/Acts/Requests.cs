using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Coordination.Acts;

/// <summary>
/// 协作请求: a lead asks one cooperating unit for something that a milestone needs. Its limit lies between the last day to answer and the due date.
/// Refused: an unknown, withdrawn, closed or undated milestone; not a lead; a group; a unit that does not cooperate; asked too close to the due date; a limit out of bounds.
/// </summary>
public sealed record RequestCooperation(string Milestone, string To, DateOnly Limit, DraftText? Text, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, RequestCooperation command, Caller who, Moment now)
    {
        if (RequestMatter.OpenMilestone(task, command.Milestone, now, out var milestone) is { } refusal)
            return refusal;
        if (milestone.Due is not { } due)
            return Refusal.Conflict("milestone-undated", null, ("milestone", milestone.Id));
        var rules = plan.Rules.Coordination;
        var chain = task.ResponsibleOn(milestone.Measure, now.On);
        return RightsTable.Check(nameof(RequestCooperation), who, Checks.MatterOf(chain, milestone.Id, now.On) with { NotYours = "not-your-milestone" }, plan, command.Unit, out var unit)
            ?? RequestMatter.Units([command.To], "to", plan, now)
            ?? (chain.Cooperating.Any(c => plan.MembersOf(c, now.On).Contains(command.To)) ? null : Refusal.Invalid("unit-not-cooperating", "to", ("unit", command.To), ("milestone", milestone.Id)))
            ?? (plan.Calendar.After(now.On, rules.RequestAheadWorkingDays) > due ? Refusal.Conflict("asked-too-late", null, ("due", due), ("days", rules.RequestAheadWorkingDays)) : null)
            ?? RequestMatter.Limit(command.Limit, plan.Calendar.After(now.On, rules.AnswerWorkingDays), due)
            ?? Checks.Text(command.Text, "text", plan)
            ?? Checks.Evidence(command.Evidence)
            ?? Decision.Of(new CooperationRequested(milestone.Id, unit, command.To, command.Limit, TextSeal.Of(command.Text!), command.Evidence));
    }
}

/// <summary>
/// 协作答复: the unit that was asked accepts, or refuses with a reason. Late, it still counts while nobody has decided.
/// Refused: not that unit; answered or decided already; accepted after the limit that was asked for; refused without a reason.
/// </summary>
public sealed record AnswerRequest(Guid Request, bool Accepted, DraftText? Reason, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, AnswerRequest command, Caller who, Moment now) =>
        RequestMatter.Find(task, command.Request, now, out var request, out var matter)
        ?? RightsTable.Check(nameof(AnswerRequest), who, matter, plan, command.Unit, out var unit)
        ?? RequestMatter.Stands(task, request, plan, now)
        ?? (request.Answer is not null || request.Rulings.Count + request.Escalations.Count > 0 ? Refusal.Conflict("request-answered", "request", ("request", request.Id)) : null)
        ?? (command.Accepted && now.On > request.Limit ? Refusal.Conflict("limit-passed", "request", ("limit", request.Limit), ("today", now.On)) : null)
        ?? Checks.Text(command.Reason, "reason", plan, required: !command.Accepted)
        ?? Decision.Of(new CooperationAnswered(request.Id, request.Milestone, unit, command.Accepted, command.Reason is null ? null : TextSeal.Of(command.Reason)));
}

/// <summary>
/// 提请协调: either side takes the request to the leader in charge; what binds meanwhile goes on binding.
/// Refused: neither side; nothing that the leader could settle: no ruling, no office past its limit, no delivery that the lead does not take.
/// </summary>
public sealed record EscalateRequest(Guid Request, DraftText? Reason, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, EscalateRequest command, Caller who, Moment now) =>
        RequestMatter.Find(task, command.Request, now, out var request, out var matter)
        ?? RightsTable.Check(nameof(EscalateRequest), who, matter, plan, command.Unit, out var unit)
        ?? RequestMatter.Stands(task, request, plan, now)
        ?? (request.IsDisputedOn(now.On, plan) ? null : Refusal.Conflict("request-not-disputed", "request", ("request", request.Id)))
        ?? Checks.Text(command.Reason, "reason", plan)
        ?? Decision.Of(new CooperationEscalated(request.Id, request.Milestone, unit, TextSeal.Of(command.Reason!)));
}
