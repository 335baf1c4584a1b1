using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Units;

/// <summary>组成员: units are members of a group in the days given; a group's rights are its members' on each day.</summary>
/// <param name="New">Definitions of members that the plan's documents name only by the group: 各县区人民政府.</param>
public sealed record MembersSet(string Group, IReadOnlyList<Membership> Members, IReadOnlyList<Unit> New, DateOnly EffectiveOn, TextSeal Basis);

/// <summary>退出组: a unit is a member up to and including a day.</summary>
public sealed record MembershipEnded(string Group, string Unit, DateOnly Until, TextSeal Reason);

/// <summary>主要负责人, the first responsible person (第一责任人) of a unit from a day on. Name and post are personal values, so only their commitments are here.</summary>
public sealed record FirstResponsibleNamed(string Unit, TextSeal Name, TextSeal Post, DateOnly EffectiveOn, TextSeal? Basis);

/// <summary>任期结束: a first responsible person's term ends with a day, nobody following yet.</summary>
public sealed record TermEnded(string Unit, Guid Term, DateOnly Until, TextSeal Reason);

/// <summary>单位更名、合并、分设: from the day on the successors hold what the predecessors held.</summary>
/// <param name="To">A unit that goes on stands first; what nobody else was given is the first one's.</param>
/// <param name="New">Definitions of the units that this introduces, or of the one that goes on under a new name.</param>
/// <param name="Given">In a split, which measures and tasks go to which successor.</param>
public sealed record UnitsSucceeded(
    SuccessionKind Kind, IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<Unit> New, IReadOnlyList<Given> Given, DateOnly EffectiveOn, TextSeal Basis);

/// <summary>落实方案: a region or department has adopted its own plan; the next one is its revision.</summary>
/// <param name="DocumentNumber">文号.</param>
public sealed record ImplementationPlanAdopted(string Unit, string DocumentNumber, DateOnly EffectiveOn, Visibility Visibility, IReadOnlyList<string> Evidence);
