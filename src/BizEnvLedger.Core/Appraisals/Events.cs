using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Ledger;

namespace BizEnvLedger.Core.Appraisals;

/// <summary>考评规则: the rules by which a year will be scored, whole, with the hash of the file that they came in.</summary>
public sealed record AppraisalRulesAdopted(string Plan, int Year, string FileSha256, AppraisalRuleSet Rules);

/// <summary>年度考评启动: from here on the year's rules stand, and ballots come in.</summary>
public sealed record AppraisalOpened(string Plan, int Year, string RuleSet, int RuleSetVersion);

/// <summary>评议票: one body's ballots on one unit, as counts of each grade. <paramref name="Corrects"/> names the entry that this one stands in for, with the reason.</summary>
public sealed record BallotsEntered(string Unit, string Body, int Ballots, IReadOnlyList<GradeCount> Counts, Guid? Corrects, TextSeal? Reason);

/// <summary>评议结果公开: the entries that count from here on.</summary>
public sealed record BallotsPublished(IReadOnlyList<Guid> Entries, DateOnly EffectiveOn);

/// <summary>年度考评计分: the year's sheets are frozen, computed from leaves 0 … <paramref name="TreeSize"/>−1 by these rules.</summary>
/// <param name="Root">RFC 6962 root of those leaves, lower-case hex.</param>
/// <param name="SheetsSha256">SHA-256 of the canonical sheets, lower-case hex.</param>
public sealed record AppraisalScored(
    string Plan, int Year, long TreeSize, string Root, DateTimeOffset RecordedBy, DateOnly EffectiveOn, string RuleSet, int RuleSetVersion, string SheetsSha256);

/// <summary>考评结果公布: another person than whoever scored lets the frozen sheets out, with a date.</summary>
public sealed record AppraisalPublished(string SheetsSha256, DateOnly EffectiveOn);

/// <summary>奖励 (四（二）实绩突出部门和先进个人): of a unit, or of a person in it, whose name lies beside the ledger.</summary>
public sealed record AwardRecorded(string Award, string Unit, TextSeal? Person, TextSeal Basis, IReadOnlyList<string> Evidence, DateOnly EffectiveOn);
