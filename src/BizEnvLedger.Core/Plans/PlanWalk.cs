namespace BizEnvLedger.Core.Plans;

/// <summary>Walks over everything that a plan holds, in document order.</summary>
public static class PlanWalk
{
    public const string Goals = "goals";
    public const string Mechanisms = "mechanisms";

    public static IEnumerable<Measure> Flatten(this IEnumerable<Measure> measures) =>
        measures.SelectMany(m => m.Measures.Flatten().Prepend(m));

    public static IEnumerable<Measure> EveryMeasure(this PlanDocument plan) =>
        plan.Goals.Concat(plan.Tasks.SelectMany(t => t.Measures)).Concat(plan.Mechanisms).Flatten();

    public static IEnumerable<MilestoneDefinition> EveryMilestone(this PlanDocument plan) => plan.EveryMeasure().SelectMany(m => m.Milestones);

    public static IEnumerable<IndicatorDefinition> EveryIndicator(this PlanDocument plan) => plan.EveryMeasure().SelectMany(m => m.Indicators);

    /// <summary>Every stream of the plan's items: the numbered tasks, the goals and the mechanisms.</summary>
    public static IEnumerable<(string No, TaskDefinition Definition)> EverySection(this PlanDocument plan)
    {
        foreach (var task in plan.Tasks)
            yield return (task.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), task);
        if (plan.Goals.Count > 0)
            yield return (Goals, Section("主要目标", plan.Goals));
        if (plan.Mechanisms.Count > 0)
            yield return (Mechanisms, Section("保障措施", plan.Mechanisms));
    }

    private static TaskDefinition Section(string title, IReadOnlyList<Measure> measures) =>
        new() { Number = 0, Area = "", Title = title, Clause = "", Leads = [], Measures = measures };
}
