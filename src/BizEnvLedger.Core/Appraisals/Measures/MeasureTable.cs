namespace BizEnvLedger.Core.Appraisals.Measures;

/// <summary>A measure that rules can name: a rate from 0 to 1 for one unit and one year.</summary>
internal sealed record MeasureRow(string Code, Func<YearLook, string, Measured> Of);

/// <summary>Every measure, one line each. Pure: what it sees is the folded plan as of the year's last day.</summary>
internal static class MeasureTable
{
    public static IReadOnlyList<MeasureRow> All { get; } =
    [
        new("on-time", Punctuality.Leading),
        new("cooperating-on-time", Punctuality.Cooperating),
        new("steps-on-time", Punctuality.Steps),
        new("delay-days", DelayShare.Of),
        new("returned-untrue", Reporting.ReturnedUntrue),
        new("late-entries", Reporting.LateEntries),
        new("silence", Reporting.Silence),
        new("indicators-met", Attaining.Of),
        new("deputies", DeputyAppraisal.Of),
        new("cooperation-delivered", Serving.Cooperation),
        new("complaints-satisfied", Serving.Satisfaction),
    ];

    public static MeasureRow? Find(string code) => All.FirstOrDefault(m => m.Code == code);
}
