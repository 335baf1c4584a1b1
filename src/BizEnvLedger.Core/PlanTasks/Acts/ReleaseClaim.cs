using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>审签: the claiming unit's approver lets the claim out. Refused: unknown claim, not the unit's approver, the claimant in person, released or decided already.</summary>
public sealed record ReleaseClaim(string Milestone, Guid Claim)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReleaseClaim command, Caller who, Moment now)
    {
        if (task.FindClaim(command.Claim) is not { } claim || claim.Milestone != command.Milestone)
            return Refusal.NotFound("unknown-claim", "claim", ("claim", command.Claim));
        if (!who.Is(Role.Approver))
            return Checks.RoleMissing("approver");
        if (!who.Units.Contains(claim.Unit))
            return Refusal.NotAllowed("not-your-unit", null, ("unit", claim.Unit));
        if (who.Sub == claim.Entry.User)
            return Refusal.NotAllowed("claimant-never-releases", null, ("person", who.Sub));
        return claim.Release is not null
            ? Refusal.Conflict("already-released", null, ("claim", claim.Id))
            : Decision.Of(new ClaimReleased(claim.Id, claim.Milestone, claim.Unit));
    }
}
