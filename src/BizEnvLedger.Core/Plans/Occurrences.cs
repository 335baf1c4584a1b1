using System.Globalization;

namespace BizEnvLedger.Core.Plans;

/// <summary>One period of a recurring duty; a milestone of its own.</summary>
/// <param name="Id">The milestone's id and the period: <c>id@2022</c>, <c>id@2022H1</c>, <c>id@2022Q3</c>, <c>id@2022-05</c>.</param>
/// <param name="Start">First day of the period.</param>
/// <param name="Due">Last day of the period.</param>
public sealed record Occurrence(string Id, DateOnly Start, DateOnly Due);

/// <summary>Expands recurring duties.</summary>
public static class Occurrences
{
    /// <summary>
    /// Every period whose last day lies within the duty's from and until, which default to the plan's first and last day.
    /// None when the milestone does not recur, or when the text gives no period (定期) and nobody has settled it.
    /// </summary>
    public static IReadOnlyList<Occurrence> Of(MilestoneDefinition milestone, Period plan)
    {
        if (milestone.Recurrence is not { Every: { } every } recurrence)
            return [];
        var (from, until) = (recurrence.From ?? milestone.Start ?? plan.From, recurrence.Until ?? plan.To);
        var months = Months(every);
        var all = new List<Occurrence>();
        // Counted in months since year 1, so that the calendar's last year does not overflow.
        for (var first = ((from.Year - 1) * 12 + from.Month - 1) / months * months; first <= (until.Year - 1) * 12 + until.Month - 1; first += months)
        {
            var (start, last) = (First(first), First(first + months - 1));
            var due = new DateOnly(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month));
            if (due >= from && due <= until)
                all.Add(new($"{milestone.Id}@{Name(every, start)}", start, due));
        }
        return all;
    }

    /// <summary>First day of the period that a day lies in.</summary>
    public static DateOnly PeriodStart(Every every, DateOnly day) => new(day.Year, (day.Month - 1) / Months(every) * Months(every) + 1, 1);

    /// <summary>Last day of the period that a day lies in.</summary>
    public static DateOnly PeriodEnd(Every every, DateOnly day)
    {
        var last = PeriodStart(every, day).AddMonths(Months(every) - 1);
        return new(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month));
    }

    private static int Months(Every every) => every switch { Every.Month => 1, Every.Quarter => 3, Every.HalfYear => 6, _ => 12 };

    private static DateOnly First(int months) => new(months / 12 + 1, months % 12 + 1, 1);

    private static string Name(Every every, DateOnly start) => every switch
    {
        Every.Month => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Every.Quarter => string.Create(CultureInfo.InvariantCulture, $"{start:yyyy}Q{(start.Month + 2) / 3}"),
        Every.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{start:yyyy}H{(start.Month + 5) / 6}"),
        _ => start.ToString("yyyy", CultureInfo.InvariantCulture),
    };
}
