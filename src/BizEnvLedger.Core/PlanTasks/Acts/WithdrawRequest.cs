using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 撤回申请: a unit, or who leads after it, takes back an extension, suspension or cooperation request or a dispute that nobody has decided. What its approver has let out,
/// its approver takes back. A cooperation request stops binding on that day; what it bound before stays, because no act of coordination reaches back
/// and nobody can hand its own late days to another by asking and not asking.
/// Refused: unknown; not the unit that asked, or released and not its approver; withdrawn or decided already; delivered; the milestone of a cooperation request withdrawn or closed; no reason.
/// </summary>
public sealed record WithdrawRequest(RequestKind Kind, Guid Request, DraftText? Reason, string? Unit)
{
    /// <summary>Row of the rights table for what the approver has let out.</summary>
    public const string OfReleased = "WithdrawRequest once released";

    public static Decision Decide(PlanTask task, ActionPlan plan, WithdrawRequest command, Caller who, Moment now)
    {
        if (Find(task, command, now, out var asked) is { } refusal)
            return refusal;
        var matter = new Matter(asked.Milestone ?? task.No, now.On) { Items = task.ItemsOf(asked.Milestone ?? asked.Measure ?? task.No), Owners = OwnersOf(task, asked, now.On), NotYours = "not-your-request" };
        return RightsTable.Check(asked.Release is null ? nameof(WithdrawRequest) : OfReleased, who, matter, plan, command.Unit, out var unit)
            ?? Requests.Standing(command.Request, asked.Withdrawal)
            ?? (asked.IsDecided ? Refusal.Conflict("request-decided", "request", ("request", command.Request)) : null)
            ?? (asked.IsDelivered ? Refusal.Conflict("request-delivered", "request", ("request", command.Request)) : null)
            ?? Checks.Text(command.Reason, "reason", plan)
            ?? Decision.Of(new RequestWithdrawn(command.Request, command.Kind, asked.Milestone, unit, asked.To, TextSeal.Of(command.Reason!)));
    }

    /// <summary>What was asked for a milestone is its leads' of the day: who took the lead over also took over what waits.</summary>
    private static IReadOnlyList<string> OwnersOf(PlanTask task, Asked asked, DateOnly day) =>
        asked.Milestone is { } id && task.On(day).Milestone(id) is { } milestone ? task.ResponsibleOn(milestone.Measure, day).Leads : [asked.Unit];

    private static Refusal? Find(PlanTask task, WithdrawRequest command, Moment now, out Asked asked)
    {
        asked = null!;
        switch (command.Kind)
        {
            case RequestKind.Extension when task.Extensions.Find(x => x.Id == command.Request) is { } x:
                asked = new(x.Milestone, null, x.Unit, null, x.Release, x.Withdrawal, x.Decision is not null, false);
                return null;
            case RequestKind.Suspension when task.Suspensions.Find(x => x.Id == command.Request) is { } x:
                asked = new(x.Milestone, null, x.Unit, null, x.Release, x.Withdrawal, x.Decision is not null, false);
                return null;
            case RequestKind.Dispute when task.Coordination.FindDispute(command.Request) is { } x:
                asked = new(null, x.Measure, x.Unit, null, x.Release, x.Withdrawal, x.Decision is not null, false);
                return null;
            case RequestKind.Cooperation:
                if (RequestMatter.Find(task, command.Request, now, out var r, out _) is { } refusal)
                    return refusal;
                asked = new(r.Milestone, null, r.Unit, r.To, null, r.Withdrawal, r.Rulings.Count > 0, r.DeliveryOn(now.On) is not null);
                return null;
            default:
                return command.Kind == RequestKind.Dispute
                    ? Refusal.NotFound("unknown-dispute", "dispute", ("dispute", command.Request))
                    : Refusal.NotFound("unknown-request", "request", ("request", command.Request));
        }
    }

    /// <summary>What every kind of request has that bears on taking it back.</summary>
    private sealed record Asked(string? Milestone, string? Measure, string Unit, string? To, Entry? Release, Entry? Withdrawal, bool IsDecided, bool IsDelivered);
}
