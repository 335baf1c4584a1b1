using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Core.Appraisals.Scoring;

/// <summary>
/// What a year's scores are, and nothing else: frozen when the year is scored. Holds no free text and no personal value; every line shows its arithmetic
/// and names the events that it rests on, by id. Rates have 6 decimals, points and effective weights 4, totals 2; halves go away from nought (四舍五入).
/// </summary>
public sealed record AppraisalSheets
{
    public const string FormatName = "bizenv-appraisal-sheets/1";

    public string Format { get; init; } = FormatName;
    public required string Jurisdiction { get; init; }
    public required string JurisdictionName { get; init; }
    public required string Plan { get; init; }
    public required string PlanTitle { get; init; }

    /// <summary>What titles name the plan by; null where it has none, and in sheets older than this.</summary>
    public string? PlanShortTitle { get; init; }
    public required string DocumentNumber { get; init; }
    public required int Year { get; init; }

    /// <summary>Last day whose facts count.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The moment of scoring; what is recorded later does not count.</summary>
    public required DateTimeOffset RecordedBy { get; init; }

    /// <summary>The jurisdiction's day of <see cref="RecordedBy"/>.</summary>
    public required DateOnly RecordedOn { get; init; }

    /// <summary>Tree size n: computed from leaves 0 … n−1.</summary>
    public required long TreeSize { get; init; }

    /// <summary>RFC 6962 root of those leaves, lower-case hex.</summary>
    public required string Root { get; init; }
    public required string RuleSet { get; init; }
    public required int RuleSetVersion { get; init; }
    public required string RuleSetTitle { get; init; }

    /// <summary>Whether any of it is demonstration history.</summary>
    public required bool Demonstration { get; init; }

    /// <summary>By list, ranked units first, best first; then by id.</summary>
    public required IReadOnlyList<UnitSheet> Sheets { get; init; }
}

/// <summary>得分表: one unit's year.</summary>
public sealed record UnitSheet
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string Authority { get; init; }

    /// <summary>leading, cooperatingOnly, regions.</summary>
    public required string List { get; init; }
    public required string ListTitle { get; init; }

    /// <summary>Of 100; null where no line is rated.</summary>
    public decimal? Total { get; init; }

    /// <summary>Weight of the rated lines before it is redistributed.</summary>
    public required decimal RatedWeight { get; init; }

    /// <summary>Place among the ranked units of its list; equal totals share a place.</summary>
    public int? Rank { get; init; }

    /// <summary>How many units of its list are ranked.</summary>
    public int? Of { get; init; }

    /// <summary>Why it has no rank: notDirect (not under the city's direct authority), tooLittleRated.</summary>
    public string? Unranked { get; init; }
    public required IReadOnlyList<ScoreLine> Lines { get; init; }

    /// <summary>评议: published ballots, by body and aspect.</summary>
    public required IReadOnlyList<DeputyFigures> Deputies { get; init; }
}

/// <summary>得分项.</summary>
public sealed record ScoreLine
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Measure { get; init; }

    /// <summary>up, down.</summary>
    public required string Direction { get; init; }
    public required decimal Numerator { get; init; }
    public required decimal Denominator { get; init; }
    public required int Facts { get; init; }
    public required int LeastFacts { get; init; }

    /// <summary>Numerator ÷ denominator; null where there is nothing to divide by.</summary>
    public decimal? Rate { get; init; }
    public required decimal BandNone { get; init; }
    public required decimal BandFull { get; init; }
    public required decimal Weight { get; init; }
    public required bool Rated { get; init; }

    /// <summary>Why it is not rated: noFacts, tooFewFacts.</summary>
    public string? Unrated { get; init; }

    /// <summary>0 … 100 by the band; null where it is not rated.</summary>
    public decimal? Points { get; init; }

    /// <summary>Weight after the unrated lines' weights were shared out; the rated lines' sum to 100.</summary>
    public required decimal EffectiveWeight { get; init; }

    /// <summary>Points × effective weight ÷ 100.</summary>
    public required decimal Score { get; init; }

    /// <summary>The whole reckoning in signs that read alike in both languages; null where it is not rated.</summary>
    public string? Arithmetic { get; init; }
    public required IReadOnlyList<Guid> Events { get; init; }
}

/// <summary>One body's published ballots on the unit; <paramref name="Result"/> of 100.</summary>
public sealed record DeputyFigures(string Body, string Title, decimal Weight, int Ballots, decimal Result, IReadOnlyList<AspectFigures> Aspects, IReadOnlyList<Guid> Events)
{
    /// <summary>Units that are gone and whose ballots are among them; null where there are none.</summary>
    public IReadOnlyList<UnitName>? Formerly { get; init; }
}

public sealed record AspectFigures(string Aspect, string Title, decimal Weight, int Marks, decimal Result);
