using System.Globalization;

namespace BizEnvLedger.Core.Plans;

/// <summary>One occurrence of a recurring duty: a milestone of its own.</summary>
public sealed record Occurrence(string Id, DateOnly Start, DateOnly Due);

/// <summary>Recurring duties by period.</summary>
public static class Occurrences
{
    /// <summary>Every occurrence whose period ends within the duty's time; none where the text sets no period.</summary>
    public static IEnumerable<Occurrence> Of(MilestoneDefinition milestone, Period plan)
    {
        if (milestone.Recurrence is not { Every: { } every } recurrence)
            yield break;
        var until = recurrence.Until ?? plan.To;
        for (var start = PeriodStart(every, recurrence.From ?? milestone.Start ?? plan.From); PeriodEnd(every, start) <= until; start = PeriodEnd(every, start).AddDays(1))
            yield return new($"{milestone.Id}@{Name(every, start)}", start, PeriodEnd(every, start));
    }

    public static DateOnly PeriodStart(Every every, DateOnly day) => new(day.Year, (day.Month - 1) / Months(every) * Months(every) + 1, 1);

    public static DateOnly PeriodEnd(Every every, DateOnly start) => PeriodStart(every, start).AddMonths(Months(every)).AddDays(-1);

    private static int Months(Every every) => every switch { Every.Month => 1, Every.Quarter => 3, Every.HalfYear => 6, _ => 12 };

    private static string Name(Every every, DateOnly start) => every switch
    {
        Every.Month => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Every.Quarter => string.Create(CultureInfo.InvariantCulture, $"{start.Year}Q{(start.Month + 2) / 3}"),
        Every.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{start.Year}H{(start.Month + 5) / 6}"),
        _ => start.Year.ToString(CultureInfo.InvariantCulture),
    };
}
