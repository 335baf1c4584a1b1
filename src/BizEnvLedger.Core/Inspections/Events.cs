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
