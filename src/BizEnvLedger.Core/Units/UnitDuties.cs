using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units.Acts;

namespace BizEnvLedger.Core.Units;

/// <summary>待办 of units as such, where the plan asks it of them: a first responsible person, a plan of their own (落实方案). Without a day of the plan's none is late.</summary>
public static class UnitDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day)
    {
        var (plan, document) = (state.Plan, state.Plan.On(day));
        var answering = state.HeldBy(day).SelectMany(t => PlanTasks.Chain.EveryoneOn(t, day)).SelectMany(u => plan.MembersOf(u, day)).ToHashSet();
        foreach (var unit in plan.UnitsOn(day))
        {
            if (document.FirstResponsible is { } person && person.Binds(unit) && (answering.Contains(unit.Id) || unit.Kind == UnitKind.Region) && plan.Roster.TermOn(unit.Id, day) is null)
                yield return new("first-responsible-missing", nameof(NameFirstResponsible), unit.Id, null, [], SinceWhen(unit.Id, plan, day), person.Due, EventsOf(unit.Id, plan, day));
            if (document.ImplementationPlans is { } own && own.Binds(unit) && ImplementationPlan.Of(state, unit.Id, day).Count == 0)
                yield return new("implementation-plan-missing", nameof(AdoptImplementationPlan), unit.Id, null, [unit.Id], SinceWhen(unit.Id, plan, day), own.Due, EventsOf(unit.Id, plan, day));
        }
    }

    /// <summary>Since the plan's issue; of a unit that came later, since it came; without a first responsible person, since the last one's term.</summary>
    private static DateOnly SinceWhen(string unit, ActionPlan plan, DateOnly day) =>
        plan.Roster.DefinitionOn(unit, day)?.Entry.EffectiveOn is { } introduced && introduced > plan.IssuedOn ? introduced : plan.IssuedOn;

    private static IReadOnlyList<Guid> EventsOf(string unit, ActionPlan plan, DateOnly day) => [plan.Roster.DefinitionOn(unit, day)?.Entry.Event ?? plan.Versions[0].Event];
}
