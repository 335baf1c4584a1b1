using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>审签: the claiming unit's approver lets the claim out. Refused: unknown claim, not the unit's approver, the claimant in person, released or decided already.</summary>
public sealed record ReleaseClaim(string Milestone, Guid Claim)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReleaseClaim command, Caller who, Moment now)
    {
        if (task.FindClaim(command.Claim) is not { } claim || claim.Milestone != command.Milestone)
            return Refusal.NotFound("unknown-claim", "claim", ("claim", command.Claim));
        var matter = new Matter(claim.Milestone, now.On) { Items = task.ItemsOf(claim.Milestone), Owners = [claim.Unit], Doers = [claim.Entry.User], NotYours = "not-your-unit", NotTheDoer = "claimant-never-releases" };
        if (RightsTable.Check(nameof(ReleaseClaim), who, matter, plan) is { } refusal)
            return refusal;
        return claim.Release is not null
            ? Refusal.Conflict("already-released", null, ("claim", claim.Id))
            : Decision.Of(new ClaimReleased(claim.Id, claim.Milestone, claim.Unit));
    }
}
