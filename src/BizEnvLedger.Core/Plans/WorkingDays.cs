namespace BizEnvLedger.Core.Plans;

/// <summary>National holidays and make-up days by year; beyond the years it knows, only weekends are free.</summary>
public sealed record HolidayCalendar
{
    public required string Id { get; init; }
    public required int Version { get; init; }

    /// <summary>Years that the data covers.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>Free days, weekends within holidays included.</summary>
    public required IReadOnlyList<DateOnly> Holidays { get; init; }

    /// <summary>Weekend days that are worked (调休).</summary>
    public required IReadOnlyList<DateOnly> MakeUpDays { get; init; }

    public bool IsWorkingDay(DateOnly day) =>
        MakeUpDays.Contains(day) || (!Holidays.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The <paramref name="count"/>th working day after <paramref name="day"/>.</summary>
    public DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
            if (IsWorkingDay(day = day.AddDays(1)))
                count--;
        return day;
    }
}
