using System.Globalization;

namespace BizEnvLedger.Core.Inspections;

/// <summary>A half-year, written <c>2021H1</c>.</summary>
public readonly record struct HalfYear(int Year, int Half) : IComparable<HalfYear>
{
    public DateOnly FirstDay => new(Year, Half == 1 ? 1 : 7, 1);
    public DateOnly LastDay => Half == 1 ? new(Year, 6, 30) : new(Year, 12, 31);
    public HalfYear Next => Half == 1 ? new(Year, 2) : new(Year + 1, 1);

    public static HalfYear Of(DateOnly day) => new(day.Year, day.Month <= 6 ? 1 : 2);

    public static bool TryParse(string? text, out HalfYear halfYear)
    {
        halfYear = default;
        if (text is not { Length: 6 } || text[4] != 'H' || text[5] is not ('1' or '2')
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2999)
            return false;
        halfYear = new(year, text[5] - '0');
        return true;
    }

    public bool Contains(DateOnly day) => FirstDay <= day && day <= LastDay;

    public int CompareTo(HalfYear other) => (Year, Half).CompareTo((other.Year, other.Half));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}H{Half}");
}
