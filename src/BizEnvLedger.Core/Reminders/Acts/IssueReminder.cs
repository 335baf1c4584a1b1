using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Reminders.Acts;

/// <summary>
/// The office reminds the leads of a milestone by hand. Refused: another role; an unknown, withdrawn, closed, claimed or suspended milestone;
/// nobody leads; reminded of today already.
/// </summary>
public sealed record IssueReminder(string Milestone)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, IssueReminder command, Caller who, Moment now)
    {
        if (RightsTable.Role(nameof(IssueReminder), who) is { } refusal)
            return refusal;
        if (task.On(now.On).Milestone(command.Milestone) is not { } milestone)
            return ClaimMilestone.Unknown(task, command.Milestone);
        var standing = task.StandingOn(milestone, now.On, plan);
        return (standing.Closing is not null ? Refusal.Conflict("already-closed", null, ("milestone", milestone.Id)) : null)
            ?? (standing.Claim is { } claim ? Refusal.Conflict("claim-pending", null, ("milestone", milestone.Id), ("claim", claim.Id)) : null)
            ?? (standing.Suspension is not null ? Refusal.Conflict("suspended-already", null, ("milestone", milestone.Id)) : null)
            ?? (standing.Chain.Leads.Count == 0 ? Refusal.Conflict("nobody-leads", null, ("milestone", milestone.Id), ("day", now.On)) : null)
            ?? (task.Reminders.Exists(r => r.Milestone == milestone.Id && r.Entry.RecordedOn == now.On) ? Refusal.Conflict("reminded-today", null, ("milestone", milestone.Id)) : null)
            ?? Decision.Of(new ReminderIssued(milestone.Id, Reminders.ByHand, milestone.Due, now.On, standing.Chain.Leads));
    }
}
