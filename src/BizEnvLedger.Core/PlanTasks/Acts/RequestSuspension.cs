using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 中止申请: a lead asks that a milestone rest while an outside precondition is missing, until a day of review. Its days fall to nobody.
/// Refused: unknown, undated, withdrawn or closed milestone, not a lead, a review that has passed or lies too far off, no precondition named,
/// suspended already, a released request or one of its own that still waits.
/// </summary>
public sealed record RequestSuspension(string Milestone, DateOnly ReviewOn, DraftText? Precondition, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, RequestSuspension command, Caller who, Moment now)
    {
        if (Checks.OpenMilestone(task, command.Milestone, now.On, out var milestone) is { } refusal)
            return refusal;
        return RightsTable.Check(nameof(RequestSuspension), who, Checks.MatterOf(task.ResponsibleOn(milestone.Measure, now.On), milestone.Id, now.On) with { NotYours = "not-your-milestone" }, plan, command.Unit, out var unit)
            ?? Review(command.ReviewOn, now.On, plan)
            ?? (task.SuspensionOn(milestone.Id, now.On) is not null ? Refusal.Conflict("suspended-already", null, ("milestone", milestone.Id)) : null)
            ?? (task.Suspensions.Exists(x => x.Milestone == milestone.Id && x.IsOpen && !task.IsLapsed(x, now.On, plan) && task.Blocks(x.Milestone, x.Unit, x.Release, unit, now.On)) ? Refusal.Conflict("request-waits", null, ("milestone", milestone.Id)) : null)
            ?? Checks.Text(command.Precondition, "precondition", plan)
            ?? Checks.Evidence(command.Evidence)
            ?? Decision.Of(new SuspensionRequested(milestone.Id, unit, command.ReviewOn, TextSeal.Of(command.Precondition!), command.Evidence));
    }

    internal static Refusal? Review(DateOnly day, DateOnly from, ActionPlan plan)
    {
        var latest = from.AddDays(plan.Rules.Extension.LongestSuspensionDays);
        return day <= from || day > latest ? Refusal.Invalid("date-out-of-bounds", "reviewOn", ("day", day), ("from", from.AddDays(1)), ("to", latest)) : null;
    }
}

/// <summary>审签 of a suspension request. Refused: unknown request, not the unit's approver, the person who asked, released or withdrawn already, its unit leads no longer, another lead's is out.</summary>
public sealed record ReleaseSuspension(string Milestone, Guid Request)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReleaseSuspension command, Caller who, Moment now)
    {
        if (task.Suspensions.Find(x => x.Id == command.Request && x.Milestone == command.Milestone) is not { } request)
            return Refusal.NotFound("unknown-request", "request", ("request", command.Request));
        return RightsTable.Check(nameof(ReleaseSuspension), who, Requests.Releasing(request.Unit, task.ItemsOf(request.Milestone), request.Entry, now), plan)
            ?? (request.Release is not null ? Refusal.Conflict("already-released", "request", ("claim", request.Id)) : null)
            ?? Requests.Standing(request.Id, request.Withdrawal)
            ?? (task.IsLapsed(request, now.On, plan) ? Refusal.Conflict("request-of-former-lead", "request", ("request", request.Id), ("unit", request.Unit)) : null)
            ?? (task.Suspensions.Exists(x => x.Milestone == request.Milestone && x is { IsOpen: true, Release: not null }) ? Refusal.Conflict("request-waits", "request", ("milestone", request.Milestone)) : null)
            ?? Decision.Of(new SuspensionReleased(request.Id, request.Milestone, request.Unit));
    }
}

/// <summary>
/// 准予或不予中止: the leader in charge decides, from a day that is not before the request's release. Refused: unknown, not released or decided request,
/// whoever asked or released, own home unit involved, refused with a day, a day out of bounds, a review out of bounds, no reason.
/// </summary>
public sealed record DecideSuspension(string Milestone, Guid Request, bool? Granted, DateOnly? EffectiveOn, DateOnly? ReviewOn, DraftText? Reason)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, DecideSuspension command, Caller who, Moment now)
    {
        if (task.Suspensions.Find(x => x.Id == command.Request && x.Milestone == command.Milestone) is not { } request)
            return Refusal.NotFound("unknown-request", "request", ("request", command.Request));
        var (from, review) = (command.EffectiveOn ?? now.On, command.ReviewOn ?? request.Asked);
        return RightsTable.Check(nameof(DecideSuspension), who, Requests.Deciding(task, request.Milestone, request.Unit, request.Entry, request.Release, now.On), plan)
            ?? Requests.Standing(request.Id, request.Withdrawal)
            ?? Requests.Undecided(request.Id, request.Release, request.Decision)
            ?? (command.Granted is null ? Refusal.Invalid("field-missing", "granted", ("field", "granted")) : null)
            ?? (command.Granted == false && (command.EffectiveOn ?? command.ReviewOn) is not null ? Refusal.Invalid("refused-has-no-date", command.EffectiveOn is null ? "reviewOn" : "effectiveOn") : null)
            ?? (command.Granted == true && (from < request.Release!.RecordedOn || from > review)
                ? Refusal.Invalid("date-out-of-bounds", "effectiveOn", ("day", from), ("from", request.Release!.RecordedOn), ("to", review)) : null)
            ?? (command.Granted == true ? RequestSuspension.Review(review, from, plan) : null)
            ?? Checks.Text(command.Reason, "reason", plan)
            ?? Decision.Of(command.Granted == true
                ? new SuspensionGranted(request.Id, request.Milestone, from, review, TextSeal.Of(command.Reason!))
                : new SuspensionRefused(request.Id, request.Milestone, TextSeal.Of(command.Reason!)));
    }
}

/// <summary>
/// 恢复办理: before its review, from a day on. Refused: unknown request, not suspended, not the leader or the group office, a day before today or outside the suspension, no reason.
/// </summary>
public sealed record EndSuspension(string Milestone, Guid Request, DateOnly? EffectiveOn, DraftText? Reason)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, EndSuspension command, Caller who, Moment now)
    {
        if (task.Suspensions.Find(x => x.Id == command.Request && x.Milestone == command.Milestone) is not { } suspension)
            return Refusal.NotFound("unknown-request", "request", ("request", command.Request));
        var day = command.EffectiveOn ?? now.On;
        return RightsTable.Check(nameof(EndSuspension), who, new(suspension.Milestone, now.On), plan)
            ?? (suspension.From is null || suspension.End is not null || now.On > suspension.ReviewOn ? Refusal.Conflict("not-suspended", null, ("milestone", suspension.Milestone)) : null)
            ?? (day < now.On || day < suspension.From || day > suspension.ReviewOn
                ? Refusal.Invalid("date-out-of-bounds", "effectiveOn", ("day", day), ("from", now.On), ("to", suspension.ReviewOn)) : null)
            ?? Checks.Text(command.Reason, "reason", plan)
            ?? Decision.Of(new SuspensionEnded(suspension.Id, suspension.Milestone, day, TextSeal.Of(command.Reason!)));
    }
}
