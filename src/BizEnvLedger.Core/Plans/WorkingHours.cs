using System.Globalization;

namespace BizEnvLedger.Core.Plans;

/// <summary>工作时间: the spans of a working day in which a clock of hours runs. Which days are worked is the calendar's matter.</summary>
public sealed class WorkingHours
{
    private readonly IReadOnlyList<(TimeSpan From, TimeSpan To)> spans;

    private WorkingHours(IReadOnlyList<(TimeSpan From, TimeSpan To)> spans) => this.spans = spans;

    /// <summary>Spans as a rule set has them, in order and apart: <c>09:00-12:00,14:00-17:00</c>. Null where they are not so.</summary>
    public static WorkingHours? TryParse(string text)
    {
        var spans = new List<(TimeSpan From, TimeSpan To)>();
        foreach (var span in text.Split(','))
        {
            if (span.Split('-') is not [var from, var to] || Clock(from) is not { } begin || Clock(to) is not { } end
                || begin >= end || (spans.Count > 0 && begin <= spans[^1].To))
                return null;
            spans.Add((begin, end));
        }

        return new(spans);
    }

    /// <summary>The earliest time of the clock by which so many working hours have passed; at the end of a span, that end and not the next span's beginning.</summary>
    public DateTime After(HolidayCalendar calendar, DateTime at, int hours)
    {
        var left = TimeSpan.FromHours(hours);
        for (var day = at.Date; ; day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(DateOnly.FromDateTime(day)))
                continue;
            foreach (var (from, to) in spans)
            {
                var begin = day + from < at ? at : day + from;
                var length = day + to - begin;
                if (length < TimeSpan.Zero)
                    continue;
                if (left <= length)
                    return begin + left;
                left -= length;
            }
        }
    }

    /// <summary>Working time between two times of the clock.</summary>
    public TimeSpan Between(HolidayCalendar calendar, DateTime from, DateTime to)
    {
        var sum = TimeSpan.Zero;
        for (var day = from.Date; day <= to.Date; day = day.AddDays(1))
            if (calendar.IsWorkingDay(DateOnly.FromDateTime(day)))
                foreach (var (begins, ends) in spans)
                {
                    var (begin, end) = (day + begins < from ? from : day + begins, day + ends > to ? to : day + ends);
                    if (end > begin)
                        sum += end - begin;
                }

        return sum;
    }

    private static TimeSpan? Clock(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToTimeSpan() : null;
}
