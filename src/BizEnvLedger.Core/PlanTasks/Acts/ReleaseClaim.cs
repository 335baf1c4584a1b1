using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 审签: the claiming unit's approver lets the claim out. Refused: unknown claim, not the unit's approver, whoever made it or added files to it,
/// released, withdrawn or declined already, its unit leads no longer, the milestone closed or another claim pending, another one returned since it was made.
/// </summary>
public sealed record ReleaseClaim(string Milestone, Guid Claim)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReleaseClaim command, Caller who, Moment now) =>
        Holding.Check(nameof(ReleaseClaim), task, plan, command.Milestone, command.Claim, who, now, out var claim)
        ?? (task.LapseOf(claim, now.On, plan) is { } lapse ? Refusal.Conflict("claim-lapsed", "claim", ("claim", claim.Id), ("unit", claim.Unit), ("day", lapse.On)) : null)
        ?? ClaimMilestone.Open(task, claim.Milestone)
        ?? (task.LastReleased(claim.Milestone)?.Return is { } returned && returned.Leaf > claim.Entry.Leaf
            ? Refusal.Conflict("claim-overtaken", "claim", ("claim", claim.Id), ("day", returned.RecordedOn)) : null)
        ?? Decision.Of(new ClaimReleased(claim.Id, claim.Milestone, claim.Unit));
}
