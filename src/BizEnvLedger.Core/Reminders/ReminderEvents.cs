namespace BizEnvLedger.Core.Reminders;

/// <summary>The slice's event types with their stored names.</summary>
internal static class ReminderEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } = [(typeof(ReminderIssued), "reminder_issued")];
}
