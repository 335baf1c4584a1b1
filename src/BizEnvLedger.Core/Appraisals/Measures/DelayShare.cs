namespace BizEnvLedger.Core.Appraisals.Measures;

/// <summary>
/// 逾期天数占比: of the days of the year on which a unit had milestones in hand, those past due. A day of a joint lead (共同牵头) counts as its share, 1/n;
/// handing over washes no day away, taking over takes none on.
/// </summary>
internal static class DelayShare
{
    public static Measured Of(YearLook look, string unit)
    {
        var own = look.Milestones.Where(m => m.InHand.Any(s => s.Units.Contains(unit))).ToList();
        return new(
            Shares(own.SelectMany(m => m.Late), unit),
            Shares(own.SelectMany(m => m.InHand), unit),
            own.Count,
            [.. own.SelectMany(m => m.Late).Where(s => s.Units.Contains(unit)).SelectMany(s => s.Events).Distinct()]);
    }

    /// <summary>Days summed by the number of units that share them, then divided: exact to 4 decimals, and the same in any order.</summary>
    private static decimal Shares(IEnumerable<UnitStretch> stretches, string unit) =>
        decimal.Round(stretches.Where(s => s.Units.Contains(unit)).GroupBy(s => s.Units.Count).OrderBy(g => g.Key).Sum(g => g.Sum(s => s.Days) / (decimal)g.Key), 4, MidpointRounding.AwayFromZero);
}
