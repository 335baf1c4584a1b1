using System.Globalization;

namespace BizEnvLedger.Core.Plans;

/// <summary>The plan as it reads after a change.</summary>
public static class PlanChanges
{
    /// <summary>
    /// Applies a change that was found right. Units, milestones and indicators with a known id are replaced, new ones appended,
    /// group members appended from the effective date, withdrawn items removed together with what refers to them
    /// (a goal's tasks, a goal's same milestone, a target's milestone, a register's measure).
    /// What it names and the plan does not have is passed over.
    /// </summary>
    public static PlanDocument Apply(PlanDocument plan, PlanChange change)
    {
        var withdrawn = new Withdrawn(plan, change.Withdraw);
        Measure Changed(Measure x) => Change(x, change, withdrawn);
        return plan with
        {
            Units = Units(plan.Units, change),
            Goals = Measures(plan.Goals, "goals", change, withdrawn, Changed),
            Tasks =
            [
                .. plan.Tasks.Concat(change.AddTasks).Where(x => !withdrawn.Tasks.Contains(x.Number)).Select(x => x with
                {
                    Measures = Measures(x.Measures, x.Number.ToString(CultureInfo.InvariantCulture), change, withdrawn, Changed),
                }),
            ],
            Mechanisms = Measures(plan.Mechanisms, "mechanisms", change, withdrawn, Changed),
            Registers = [.. plan.Registers.Select(x => x with { Measure = x.Measure is { } m && withdrawn.Measures.Contains(m) ? null : x.Measure })],
        };
    }

    private static List<Unit> Units(IReadOnlyList<Unit> units, PlanChange change)
    {
        var all = units.Select(x => change.Units.FirstOrDefault(y => y.Id == x.Id) is { } later ? Later(x, later) : x).ToList();
        all.AddRange(change.Units.Where(x => units.All(y => y.Id != x.Id)));
        foreach (var group in change.Groups)
            if (all.FindIndex(x => x.Id == group.Group) is >= 0 and var i)
                all[i] = all[i] with { Members = [.. all[i].Members, .. group.Members.Select(x => new Membership(x, change.EffectiveOn))] };
        return all;
    }

    /// <summary>Members stay: they change by <see cref="PlanChange.Groups"/> alone. Aliases only grow, so that older documents still resolve.</summary>
    private static Unit Later(Unit unit, Unit later) => later with
    {
        Members = [.. unit.Members, .. later.Members.Where(x => !unit.Members.Contains(x))],
        Aliases = [.. unit.Aliases.Union(later.Aliases).Where(x => x != later.Name)],
    };

    private static IReadOnlyList<Measure> Measures(
        IReadOnlyList<Measure> measures, string under, PlanChange change, Withdrawn withdrawn, Func<Measure, Measure> changed) =>
        [.. measures.Concat(change.AddMeasures.Where(x => x.Under == under).Select(x => x.Measure)).Where(x => !withdrawn.Measures.Contains(x.Id)).Select(changed)];

    private static Measure Change(Measure measure, PlanChange change, Withdrawn withdrawn) => measure with
    {
        ServedBy = [.. measure.ServedBy.Where(x => !withdrawn.Tasks.Contains(x))],
        Milestones =
        [
            .. measure.Milestones.Concat(change.AddMilestones.Where(x => x.Measure == measure.Id).Select(x => x.Milestone))
                .Where(x => !withdrawn.Milestones.Contains(x.Id))
                .Select(x => change.ChangeMilestones.FirstOrDefault(y => y.Id == x.Id) ?? x)
                .Select(x => x.SameAs is { } same && withdrawn.Milestones.Contains(same) ? x with { SameAs = null } : x),
        ],
        Indicators =
        [
            .. measure.Indicators.Concat(change.AddIndicators.Where(x => x.Measure == measure.Id).Select(x => x.Indicator))
                .Where(x => !withdrawn.Indicators.Contains(x.Id))
                .Select(x => change.ChangeIndicators.FirstOrDefault(y => y.Id == x.Id) ?? x)
                .Select(x => x with
                {
                    Targets = [.. x.Targets.Select(t => t.Milestone is { } m && withdrawn.Milestones.Contains(m) ? t with { Milestone = null } : t)],
                }),
        ],
        Measures = Measures(measure.Measures, measure.Id, change, withdrawn, x => Change(x, change, withdrawn)),
    };
}
