namespace BizEnvLedger.Core.Appraisals.Measures;

/// <summary>What a measure found for one unit: a share of facts, never a count alone.</summary>
/// <param name="Facts">How many facts it rests on; with fewer than the rules ask for, nothing is rated.</param>
public sealed record Measured(decimal Numerator, decimal Denominator, int Facts, IReadOnlyList<Guid> Events)
{
    /// <summary>Decimals of a rate; halves go away from nought (四舍五入).</summary>
    public const int RateDecimals = 6;

    public decimal? Rate => Denominator == 0 ? null : decimal.Round(Numerator / Denominator, RateDecimals, MidpointRounding.AwayFromZero);

    /// <summary>Of so many facts, those that hold; the events of all.</summary>
    internal static Measured Share<T>(IReadOnlyList<T> facts, Func<T, bool> holds, Func<T, IEnumerable<Guid>> events) =>
        new(facts.Count(holds), facts.Count, facts.Count, [.. facts.SelectMany(events).Distinct()]);
}
