using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>A calendar's days lie in its years, each once; a make-up day is a weekend day that is worked.</summary>
internal static class CalendarChecks
{
    public static void Check(HolidayCalendar calendar, Mistakes mistakes)
    {
        mistakes.Slug("$.id", calendar.Id);
        if (calendar.Version < 1)
            mistakes.OutOfRange("$.version", calendar.Version, 1, 1_000_000);
        for (var i = 0; i < calendar.Years.Count; i++)
            if (calendar.Years[i] is < 1949 or > 9999)
                mistakes.OutOfRange($"$.years[{i}]", calendar.Years[i], 1949, 9999);
        var years = calendar.Years.ToHashSet();
        var taken = new HashSet<DateOnly>();
        Days("$.holidays", calendar.Holidays, years, taken, mistakes);
        Days("$.makeUpDays", calendar.MakeUpDays, years, taken, mistakes);
        for (var i = 0; i < calendar.MakeUpDays.Count; i++)
            if (calendar.MakeUpDays[i].DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                mistakes.Add($"$.makeUpDays[{i}]", "make-up-day-on-weekday",
                    $"{calendar.MakeUpDays[i]:yyyy-MM-dd} is no weekend day, so it is worked anyway.", $"{calendar.MakeUpDays[i]:yyyy-MM-dd}不是周末，本来就上班。",
                    "Compare it with the published arrangement.", "请与公布的放假安排核对。");
    }

    private static void Days(string path, IReadOnlyList<DateOnly> days, HashSet<int> years, HashSet<DateOnly> taken, Mistakes mistakes)
    {
        for (var i = 0; i < days.Count; i++)
        {
            if (!years.Contains(days[i].Year))
                mistakes.Add($"{path}[{i}]", "day-outside-years",
                    $"{days[i]:yyyy-MM-dd} lies in no year that the calendar covers.", $"{days[i]:yyyy-MM-dd}不在日历所列年份之内。",
                    "Correct the day, or add its year to “years”.", "请更正日期，或在“years”中补充该年份。");
            if (!taken.Add(days[i]))
                mistakes.Add($"{path}[{i}]", "duplicate-day",
                    $"{days[i]:yyyy-MM-dd} is listed twice.", $"{days[i]:yyyy-MM-dd}重复列出。",
                    "A day is a holiday or a make-up day, once.", "一个日期只能列一次，或为假日，或为调休上班日。");
        }
    }
}
