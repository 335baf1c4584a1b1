namespace BizEnvLedger.Core.Reminders;

/// <summary>When the ledger reminds by itself.</summary>
public sealed record ReminderRules
{
    /// <summary>Days before due. The first leaves a month to act, the last is the last call.</summary>
    public IReadOnlyList<int> DaysBefore { get; init; } = [30, 10, 3];

    /// <summary>Once overdue, again after every so many days: weekly.</summary>
    public int OverdueEveryDays { get; init; } = 7;

    /// <summary>Hour of the jurisdiction's day from which that day's reminders go out: when offices open.</summary>
    public int FromHour { get; init; } = 8;

    /// <summary>The same numbers are the same rules: a list alone would compare by reference.</summary>
    public bool Equals(ReminderRules? other) =>
        other is not null && DaysBefore.SequenceEqual(other.DaysBefore) && OverdueEveryDays == other.OverdueEveryDays && FromHour == other.FromHour;

    public override int GetHashCode() => HashCode.Combine(DaysBefore.Count, OverdueEveryDays, FromHour);
}
