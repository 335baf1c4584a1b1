using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections;

/// <summary>半年专项督查: the round is opened.</summary>
public sealed record InspectionOpened(string Plan, string HalfYear);

/// <summary>
/// The round's cut is frozen: the data set computed from leaves 0 … <paramref name="TreeSize"/>−1, by this rule set version.
/// </summary>
/// <param name="Root">RFC 6962 root of those leaves, lower-case hex.</param>
/// <param name="DataSetSha256">SHA-256 of the canonical data set, lower-case hex.</param>
public sealed record InspectionClosed(
    string Plan, string HalfYear, long TreeSize, string Root, DateTimeOffset RecordedBy, DateOnly EffectiveOn, string RuleSet, int RuleSetVersion, string DataSetSha256);

/// <summary>督查方案, drafted: the tasks (null: every numbered one), and who inspects them.</summary>
public sealed record InspectionSchemeDrafted(string Plan, string HalfYear, IReadOnlyList<string>? Tasks, IReadOnlyList<Team> Teams, TextSeal Purpose);

/// <summary>督查方案批准: by a leader; from then on the check is announced.</summary>
public sealed record InspectionSchemeApproved(string Plan, string HalfYear, Guid Scheme)
{
    /// <summary>SHA-256 of the secret that the spot checks are drawn by, lower-case hex; absent in approvals from before there was one.</summary>
    public string? Commitment { get; init; }
}

/// <summary>督查判定 of a task, beside the computed light.</summary>
public sealed record InspectionVerdictRecorded(string HalfYear, string Task, Light Verdict, string HomeUnit, TextSeal Finding, IReadOnlyList<string> Evidence);

/// <summary>问题, with the events of the task that it rests on.</summary>
public sealed record InspectionFindingRecorded(
    string HalfYear, string Task, IReadOnlyList<string> Milestones, string Unit, FindingCategory Category, IReadOnlyList<Guid> Facts,
    string HomeUnit, TextSeal Finding, IReadOnlyList<string> Evidence);

/// <summary>问题认定: a second inspector upholds a finding.</summary>
public sealed record InspectionFindingUpheld(string HalfYear, Guid Finding, string HomeUnit, TextSeal Reason);

/// <summary>抽查密值揭示: the secret that the scheme's approval committed to, 64 lower-case hex digits.</summary>
public sealed record SpotCheckSecretRevealed(string Plan, string HalfYear, string Secret);

/// <summary>
/// 抽查抽取: drawn by a seed over the closing's data set, the tree <paramref name="TreeSize"/>, which the closing's own leaf ends, and the revealed secret;
/// without a commitment, over a tree later than the closing.
/// </summary>
/// <param name="Root">RFC 6962 root of leaves 0 … TreeSize−1, lower-case hex.</param>
/// <param name="Population">How many closures it was drawn from.</param>
/// <param name="PopulationSha256">SHA-256 over their ids, lower-case hex.</param>
public sealed record SpotCheckDrawn(
    string Plan, string HalfYear, long TreeSize, string Root, string Seed, int Population, string PopulationSha256, IReadOnlyList<string> Drawn);

/// <summary>抽查 of a closure that was drawn.</summary>
public sealed record SpotCheckRecorded(
    string HalfYear, string Milestone, Guid Claim, CheckOutcome Outcome, string HomeUnit, TextSeal Finding, IReadOnlyList<string> Evidence);

/// <summary>Which failing a finding is of.</summary>
public enum FindingCategory
{
    /// <summary>落而不实: the deliverable is not there, or is not as was said.</summary>
    Hollow,

    /// <summary>行动不快.</summary>
    Slow,

    /// <summary>推动不力.</summary>
    Weak,

    Other,
}

/// <summary>What a spot check came to.</summary>
public enum CheckOutcome { Passed, Failed }
