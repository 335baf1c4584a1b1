using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Appraisals.Rules;

/// <summary>
/// 考评规则: by which measures, weights and bands a year is scored (四（四）按年度考评). Data, never code: a new version is another file,
/// and what a past year was scored by stands in that year's own stream.
/// </summary>
public sealed record AppraisalRuleSet
{
    public const string FormatName = "bizenv-appraisal/1";

    public required string Format { get; init; }
    public required string Id { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }

    /// <summary>Kinds of unit that get a sheet; the offices that score are not among those that are scored.</summary>
    public required IReadOnlyList<UnitKind> Kinds { get; init; }
    public required AppraisalLists Lists { get; init; }
    public required BallotRules Ballots { get; init; }
}

/// <summary>Units are compared with their like only: those that lead, those that only cooperate, regions.</summary>
public sealed record AppraisalLists(ScoreList Leading, ScoreList CooperatingOnly, ScoreList Regions);

/// <summary>One list's score lines; their weights sum to 100.</summary>
/// <param name="LeastRatedWeight">Weight that must be rated for a unit to be ranked; below it the sheet is shown without a rank.</param>
/// <param name="Reason">Why the list is as it is.</param>
public sealed record ScoreList(string Title, decimal LeastRatedWeight, string Reason, IReadOnlyList<ScoreRule> Lines);

/// <summary>指标得分项: one line of a list.</summary>
/// <param name="Measure">Code of a measure in <see cref="Measures.MeasureTable"/>: a rate from 0 to 1.</param>
/// <param name="Direction">Which way is better: up or down.</param>
/// <param name="LeastFacts">With fewer facts the line is not rated, and its weight goes to the others.</param>
public sealed record ScoreRule(string Code, string Title, string Measure, decimal Weight, Direction Direction, int LeastFacts, Band Band, string Reason);

/// <summary>Points run in a straight line from nought at the rate <paramref name="None"/> to 100 at the rate <paramref name="Full"/>, and stay there beyond.</summary>
public sealed record Band(decimal None, decimal Full);

/// <summary>评议: who votes, on what, by which grades (四（四）服务态度、服务质量、政策落实).</summary>
/// <param name="MostBallots">Most ballots that one body can hand in for one unit: a bound against slips of the pen.</param>
/// <param name="Bodies">人大代表, 政协委员; their weights sum to 100.</param>
/// <param name="Aspects">What is graded; their weights sum to 100.</param>
/// <param name="Grades">满意 … with what each is worth, from 0 to 1.</param>
public sealed record BallotRules(int MostBallots, IReadOnlyList<WeightedCode> Bodies, IReadOnlyList<WeightedCode> Aspects, IReadOnlyList<BallotGrade> Grades, string Reason);

/// <summary>A body or an aspect with its weight.</summary>
public sealed record WeightedCode(string Code, string Title, decimal Weight);

/// <summary>A grade on a ballot and what it is worth.</summary>
public sealed record BallotGrade(string Code, string Title, decimal Value);
