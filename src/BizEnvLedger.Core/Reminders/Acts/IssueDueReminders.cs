using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Reminders.Acts;

/// <summary>
/// The ledger issues what the rules ask for on a task. Decided under the task's lock from what is recorded there, so that however often,
/// or from how many nodes, it is asked, each reminder is issued once. Refused: whoever is not the ledger; nothing is due.
/// </summary>
public sealed record IssueDueReminders
{
    public static Decision Decide(PlanTask task, ActionPlan plan, IssueDueReminders command, Caller who, Moment now)
    {
        if (RightsTable.Role(nameof(IssueDueReminders), who) is { } refusal)
            return refusal;
        var due = Reminders.DueOn(task, plan, now.On).Select(r => (object)new ReminderIssued(r.Milestone, r.Kind, r.Due, r.Falls, r.Units)).ToArray();
        return due.Length == 0 ? Refusal.Conflict("nothing-to-remind", null, ("task", task.No)) : Decision.Of(due);
    }
}
