using BizEnvLedger.Core.Reminders;
using BizEnvLedger.Core.Tests.Events;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Reminders;

[EventExamples]
internal static class ReminderExamples
{
    public static readonly IReadOnlyDictionary<string, object> ByAlias = new Dictionary<string, object>
    {
        ["reminder_issued"] = new ReminderIssued("1.1-m1", "before-10", Day("2021-06-30"), Day("2021-06-20"), ["energy", "water"]),
    };
}
