namespace BizEnvLedger.Reports.Registers;

/// <summary>Days as spreadsheets count them (ECMA-376 part 1, clause 18.17.4.1): from 1900, with a 29 February 1900 that never was, or from 1904.</summary>
internal static class Serial
{
    private static readonly DateOnly March1900 = new(1900, 3, 1);

    public static int Of(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber - (day < March1900 ? 1 : 0);

    public static DateOnly? Day(double serial, bool from1904)
    {
        if (serial is not (>= 0 and < 2_958_466) || (!from1904 && (serial < 1 || (int)serial == 60)))
            return null;
        var whole = (int)serial;
        return from1904 ? whole > 2_957_003 ? null : new DateOnly(1904, 1, 1).AddDays(whole) : new DateOnly(1899, 12, whole < 60 ? 31 : 30).AddDays(whole);
    }
}
