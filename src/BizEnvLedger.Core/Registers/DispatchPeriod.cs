using System.Globalization;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Registers;

/// <summary>A period of dispatch: <c>2021-05</c>, <c>2021Q2</c>, <c>2021H1</c>, <c>2021</c>; named as the occurrences of a recurring duty are.</summary>
public sealed record DispatchPeriod(string Word, Every Every, DateOnly First, DateOnly Last)
{
    public static DispatchPeriod? Parse(string text)
    {
        if (text.Length < 4 || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2999)
            return null;
        return text[4..] switch
        {
            "" => Of(text, Every.Year, year, 1, 12),
            ['H', >= '1' and <= '2' and var half] => Of(text, Every.HalfYear, year, (half - '1') * 6 + 1, 6),
            ['Q', >= '1' and <= '4' and var quarter] => Of(text, Every.Quarter, year, (quarter - '1') * 3 + 1, 3),
            ['-', >= '0' and <= '1' and var ten, >= '0' and <= '9' and var one] when (ten - '0') * 10 + one - '0' is >= 1 and <= 12 and var month => Of(text, Every.Month, year, month, 1),
            _ => null,
        };
    }

    /// <summary>Every period for which the plan orders a dispatch; none where it leaves the period open (定期).</summary>
    public static IReadOnlyList<DispatchPeriod> Ordered(RegisterDefinition register, ActionPlan plan) =>
        register.Dispatch is not { } dispatch ? []
        : [.. Occurrences.Of(new() { Id = register.Id, Statement = register.Title, Recurrence = dispatch }, plan.Period)
            .Where(o => o.Due >= plan.IssuedOn).Select(o => Parse(o.Id[(register.Id.Length + 1)..])!)];

    private static DispatchPeriod Of(string word, Every every, int year, int month, int months)
    {
        var first = new DateOnly(year, month, 1);
        return new(word, every, first, first.AddMonths(months).AddDays(-1));
    }
}
