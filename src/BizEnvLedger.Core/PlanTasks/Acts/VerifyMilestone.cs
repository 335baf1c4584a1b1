using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 核验: the supervision office accepts a released claim and closes the milestone. The doer never verifies.
/// Refused: unknown claim, not the office, own home unit leads or cooperates, own claim, release or evidence, not released, decided already.
/// </summary>
public sealed record VerifyMilestone(string Milestone, Guid Claim, DraftText? Finding)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, VerifyMilestone command, Caller who, Moment now) =>
        Verdict.Check(nameof(VerifyMilestone), task, plan, command.Milestone, command.Claim, who, now)
        ?? Checks.Text(command.Finding, "finding", plan)
        ?? Decision.Of(new MilestoneVerified(command.Claim, command.Milestone, who.HomeUnit!, TextSeal.Of(command.Finding!)));
}

/// <summary>退回: as untrue (不实) or as incomplete in form (材料不全). The same refusals as for a verification.</summary>
public sealed record ReturnMilestone(string Milestone, Guid Claim, ReturnGround? Ground, DraftText? Reason)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReturnMilestone command, Caller who, Moment now) =>
        Verdict.Check(nameof(ReturnMilestone), task, plan, command.Milestone, command.Claim, who, now)
        ?? (command.Ground is null ? Refusal.Invalid("ground-missing", "ground") : null)
        ?? Checks.Text(command.Reason, "reason", plan)
        ?? Decision.Of(new MilestoneReturned(command.Claim, command.Milestone, who.HomeUnit!, command.Ground!.Value, TextSeal.Of(command.Reason!)));
}

internal static class Verdict
{
    public static Refusal? Check(string command, PlanTask task, ActionPlan plan, string milestone, Guid id, Caller who, Moment now)
    {
        if (task.FindClaim(id) is not { } claim || claim.Milestone != milestone)
            return Refusal.NotFound("unknown-claim", "claim", ("claim", id));
        if (RightsTable.Role(command, who) is { } refusal)
            return refusal;
        if (claim.IsDecided)
            return Refusal.Conflict("claim-decided", "claim", ("claim", id));
        if (claim.Release is null)
            return Refusal.Conflict("claim-not-released", "claim", ("claim", id));
        return RightsTable.Check(command, who, MatterOf(task, claim, now.On), plan);
    }

    /// <summary>Who is party to a released claim: who leads or cooperates, or did when it was made.</summary>
    public static Matter MatterOf(PlanTask task, Claim claim, DateOnly on)
    {
        var measure = task.MeasureOf(claim.Milestone, on);
        var then = task.ResponsibleOn(measure, claim.Entry.RecordedOn);
        return Checks.MatterOf(task.ResponsibleOn(measure, on), claim.Milestone, on) with
        {
            Owners = [claim.Unit], Parties = then.Leads.Concat(then.Cooperating), Doers = task.Hands(claim),
        };
    }
}
