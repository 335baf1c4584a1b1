using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>撤回办结申请: the unit takes back a claim that its approver has not let out. Refused: unknown claim, another unit's, released, withdrawn or declined already, no reason.</summary>
public sealed record WithdrawClaim(string Milestone, Guid Claim, DraftText? Reason)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, WithdrawClaim command, Caller who, Moment now) =>
        Holding.Check(nameof(WithdrawClaim), task, plan, command.Milestone, command.Claim, who, now, out var claim)
        ?? Checks.Text(command.Reason, "reason", plan)
        ?? Decision.Of(new ClaimWithdrawn(claim.Id, claim.Milestone, claim.Unit, TextSeal.Of(command.Reason!)));
}

/// <summary>不予报出: the unit's approver does not let a claim out, and says why; the unit can then claim anew. The same refusals as for a release.</summary>
public sealed record DeclineClaim(string Milestone, Guid Claim, DraftText? Reason)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, DeclineClaim command, Caller who, Moment now) =>
        Holding.Check(nameof(DeclineClaim), task, plan, command.Milestone, command.Claim, who, now, out var claim)
        ?? Checks.Text(command.Reason, "reason", plan)
        ?? Decision.Of(new ClaimDeclined(claim.Id, claim.Milestone, claim.Unit, TextSeal.Of(command.Reason!)));
}

/// <summary>What every act on a claim that waits for its approver checks: whose it is, and that it still waits.</summary>
internal static class Holding
{
    public static Refusal? Check(string command, PlanTask task, ActionPlan plan, string milestone, Guid id, Caller who, Moment now, out Claim claim)
    {
        claim = task.FindClaim(id)!;
        if (claim is null || claim.Milestone != milestone)
            return Refusal.NotFound("unknown-claim", "claim", ("claim", id));
        // Who added files made the claim too: a second person is one who had no hand in it.
        var matter = new Matter(claim.Milestone, now.On)
        {
            Items = task.ItemsOf(claim.Milestone), Owners = [claim.Unit], Doers = task.Suppliers(id).Prepend(claim.Entry.User), NotYours = "not-your-unit", NotTheDoer = "claimant-never-releases",
        };
        return RightsTable.Check(command, who, matter, plan)
            ?? (claim.Release is not null ? Refusal.Conflict("already-released", "claim", ("claim", id)) : null)
            ?? (claim.IsHeld ? null : Gone(claim));
    }

    /// <summary>Refuses what comes after a claim was taken back or declined.</summary>
    public static Refusal Gone(Claim claim) => Refusal.Conflict("claim-withdrawn", "claim", ("claim", claim.Id), ("day", (claim.Withdrawal ?? claim.Decline)!.RecordedOn));
}
