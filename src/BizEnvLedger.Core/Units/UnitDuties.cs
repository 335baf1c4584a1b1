using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units.Acts;

namespace BizEnvLedger.Core.Units;

/// <summary>待办 of units as such: a first responsible person (四（一）), an own 落实方案. The plan sets no day for either, so none is late.</summary>
public static class UnitDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day)
    {
        var plan = state.Plan;
        var answering = state.HeldBy(day).SelectMany(t => PlanTasks.Chain.EveryoneOn(t, day)).SelectMany(u => plan.MembersOf(u, day)).ToHashSet();
        foreach (var unit in plan.UnitsOn(day).Where(ImplementationPlan.IsAskedOf))
        {
            if ((answering.Contains(unit.Id) || unit.Kind == UnitKind.Region) && plan.Roster.TermOn(unit.Id, day) is null)
                yield return new("first-responsible-missing", nameof(NameFirstResponsible), unit.Id, null, [], SinceWhen(unit.Id, plan, day), null, EventsOf(unit.Id, plan, day));
            if (ImplementationPlan.Of(state, unit.Id, day).Count == 0)
                yield return new("implementation-plan-missing", nameof(AdoptImplementationPlan), unit.Id, null, [unit.Id], SinceWhen(unit.Id, plan, day), null, EventsOf(unit.Id, plan, day));
        }
    }

    /// <summary>Since the plan's issue; of a unit that came later, since it came; without a first responsible person, since the last one's term.</summary>
    private static DateOnly SinceWhen(string unit, ActionPlan plan, DateOnly day) =>
        plan.Roster.DefinitionOn(unit, day)?.Entry.EffectiveOn is { } introduced && introduced > plan.IssuedOn ? introduced : plan.IssuedOn;

    private static IReadOnlyList<Guid> EventsOf(string unit, ActionPlan plan, DateOnly day) => [plan.Roster.DefinitionOn(unit, day)?.Entry.Event ?? plan.Versions[0].Event];
}
