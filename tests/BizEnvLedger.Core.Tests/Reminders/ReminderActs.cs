using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Reminders.Acts;
using static BizEnvLedger.Core.Tests.Telling;
using Due = BizEnvLedger.Core.Reminders.Reminders;

namespace BizEnvLedger.Core.Tests.Reminders;

internal static class ReminderActs
{
    public static Act Remind(string milestone, string on, string? no = null) =>
        new(PlanTask.StreamOf(InventedPlan.Id, no ?? Story.NoOf(milestone)), People.Office, Day(on), (s, who, now) =>
            IssueReminder.Decide(s.Task(no ?? Story.NoOf(milestone)), s.Plan, new(milestone), who, now));

    public static Act Sweep(string no, string on) =>
        new(PlanTask.StreamOf(InventedPlan.Id, no), Due.Ledger, Day(on), (s, who, now) => IssueDueReminders.Decide(s.Task(no), s.Plan, new(), who, now));

    /// <summary>A day's sweep over every task, as the service makes it.</summary>
    public static Story Swept(this Story story, string on) =>
        Due.DueOn(story.State, Day(on)).Select(r => r.Task).Distinct().ToList().Aggregate(story, (s, no) => s.Do(Sweep(no, on)));
}
