using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Reminders.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Reminders;

/// <summary>By rule the ledger itself reminds; by hand, the supervision office.</summary>
public static class ReminderRights
{
    public static IReadOnlyList<Right> All { get; } =
    [
        new(nameof(IssueDueReminders), Role.Ledger, Relation.Any),
        new(nameof(IssueReminder), Role.Office, Relation.Any),
    ];
}
