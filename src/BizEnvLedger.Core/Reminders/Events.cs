namespace BizEnvLedger.Core.Reminders;

/// <summary>提醒单: the leads are reminded of a milestone, by rule or by the office's hand. Never a ground for a notice.</summary>
/// <param name="Milestone">The milestone or occurrence.</param>
/// <param name="Kind"><c>before-30</c>, <c>on-day</c>, <c>overdue-14</c> (days), or <c>by-hand</c>.</param>
/// <param name="Due">Due date that it is about; null where a milestone without one is reminded of by hand.</param>
/// <param name="Falls">The day that the rule names; earlier than the day of recording where the service was down on it.</param>
/// <param name="Units">Who led on the day of recording.</param>
public sealed record ReminderIssued(string Milestone, string Kind, DateOnly? Due, DateOnly Falls, IReadOnlyList<string> Units);
