using BizEnvLedger.Core.Reminders.Acts;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Reminders.ReminderActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Reminders;

[RightsCases]
internal static class ReminderCases
{
    private static readonly Story Begun = Given(Issued());

    public static IEnumerable<RightsCase> Cases() =>
    [
        new(nameof(IssueDueReminders), Begun, Sweep("1", "2021-05-31")) { Lead = "energy", Cooperating = "water" },
        new(nameof(IssueReminder), Begun, Remind("1.1-m1", "2021-05-31")) { Lead = "energy", Cooperating = "water" },
    ];
}
