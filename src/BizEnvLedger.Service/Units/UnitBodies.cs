using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Service.Units;

/// <summary>组成员: units that become members of the group; <c>from</c> omitted is today, both days are included; <c>new</c> defines members that the plan does not know yet.</summary>
public sealed record MembersBody(IReadOnlyList<Membership>? Members, IReadOnlyList<NewUnitBody>? New, string? Basis);

/// <summary>退出组: the unit's last day in the group; omitted, today.</summary>
public sealed record MemberEndBody(string? Unit, DateOnly? Until, string? Reason);

/// <summary>主要负责人: name and post are personal values kept beside the ledger.</summary>
public sealed record FirstResponsibleBody(string? Name, string? Post, DateOnly? EffectiveOn, string? Basis);

/// <summary>任期结束: the term is the id of the event that began it.</summary>
public sealed record TermEndBody(Guid? Term, DateOnly? Until, string? Reason);

/// <summary>更正 by the event's id: taken back, or given another day.</summary>
public sealed record RosterCorrectionBody(Guid? Entry, DateOnly? EffectiveOn, bool? Withdrawn, string? Reason);

/// <summary>更名、合并、分设: <c>new</c> defines successors that the plan does not know yet; <c>given</c> names measures (<c>9.2</c>) or tasks (<c>task:9</c>) of a split.</summary>
public sealed record SuccessionBody(
    SuccessionKind? Kind, IReadOnlyList<string>? From, IReadOnlyList<string>? To, IReadOnlyList<NewUnitBody>? New, IReadOnlyList<Given>? Given, DateOnly? EffectiveOn, string? Basis);

/// <summary>A unit that is introduced, or the same unit under a new name.</summary>
public sealed record NewUnitBody(string? Id, string? Name, UnitKind? Kind, Authority? Authority, IReadOnlyList<string>? Aliases);

/// <summary>落实方案: 文号, day of adoption, 公开属性 and the file's SHA-256.</summary>
public sealed record ImplementationPlanBody(string? DocumentNumber, DateOnly? EffectiveOn, Visibility? Visibility, IReadOnlyList<string>? Evidence);
