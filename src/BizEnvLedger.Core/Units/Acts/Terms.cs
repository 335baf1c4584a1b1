using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Units.Acts;

/// <summary>
/// 主要负责人 as 第一责任人 of a unit (四（一）) from a day on (omitted, today); the term before ends with the day before.
/// Refused: not the group office, unknown unit, a group, a unit that is gone by then, a day out of bounds, no name, no post.
/// </summary>
public sealed record NameFirstResponsible(string Unit, DraftText? Name, DraftText? Post, DateOnly? EffectiveOn, DraftText? Basis)
{
    public static Decision Decide(PlanState state, NameFirstResponsible command, Caller who, Moment now)
    {
        var (plan, day) = (state.Plan, command.EffectiveOn ?? now.On);
        if (RightsTable.Role(nameof(NameFirstResponsible), who) is { } refusal)
            return refusal;
        if (plan.FindUnit(command.Unit) is not { } unit)
            return Refusal.NotFound("unknown-unit-path", null, ("unit", command.Unit));
        return (unit.Kind == UnitKind.Group ? Refusal.Invalid("group-has-none", null, ("unit", command.Unit)) : null)
            ?? Checks.DecisionDay(day, plan)
            ?? plan.Succeeded([command.Unit], day, "unit")
            ?? Checks.Text(command.Name, "name", plan)
            ?? Checks.Text(command.Post, "post", plan)
            ?? Checks.Text(command.Basis, "basis", plan, required: false)
            ?? Decision.Of(new FirstResponsibleNamed(command.Unit, TextSeal.Of(command.Name!), TextSeal.Of(command.Post!), day, command.Basis is null ? null : TextSeal.Of(command.Basis)));
    }
}

/// <summary>
/// 任期结束: a first responsible person's term ends with a day (omitted, today), nobody following yet.
/// Refused: not the group office, unknown unit, unknown term, ended already, a day before it began or out of bounds, no reason.
/// </summary>
public sealed record EndTerm(string Unit, Guid Term, DateOnly? Until, DraftText? Reason)
{
    public static Decision Decide(PlanState state, EndTerm command, Caller who, Moment now)
    {
        var (plan, day) = (state.Plan, command.Until ?? now.On);
        if (RightsTable.Role(nameof(EndTerm), who) is { } refusal)
            return refusal;
        if (plan.FindUnit(command.Unit) is null)
            return Refusal.NotFound("unknown-unit-path", null, ("unit", command.Unit));
        if (plan.Roster.TermsOf(command.Unit).FirstOrDefault(t => t.Id == command.Term) is not { } term)
            return Refusal.NotFound("unknown-term", "term", ("term", command.Term), ("unit", command.Unit));
        return Checks.DecisionDay(day, plan, "until")
            ?? (day < term.From ? Refusal.Invalid("days-reversed", "until", ("from", term.From), ("until", day)) : null)
            ?? (term.Until is { } ended && ended <= day ? Refusal.Conflict("term-ended-already", "term", ("term", term.Id), ("until", ended)) : null)
            ?? Checks.Text(command.Reason, "reason", plan)
            ?? Decision.Of(new TermEnded(command.Unit, term.Id, day, TextSeal.Of(command.Reason!)));
    }
}
