using System.Globalization;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>A measure, where it stands, and who answers for it after inheriting.</summary>
/// <param name="Prefix">What its id has to begin with.</param>
public sealed record MeasurePlace(
    string Path, Measure Measure, string Prefix, IReadOnlyList<string> Leads, IReadOnlyList<string> Cooperating);

/// <summary>A milestone, where it stands, and the measure that it belongs to.</summary>
public sealed record MilestonePlace(string Path, MilestoneDefinition Milestone, Measure Measure);

/// <summary>An indicator, where it stands, and the measure that it belongs to.</summary>
public sealed record IndicatorPlace(string Path, IndicatorDefinition Indicator, Measure Measure);

/// <summary>Everything in a plan that has an id, with its place in the document.</summary>
public sealed class PlanPlaces
{
    public PlanPlaces(PlanDocument plan)
    {
        Plan = plan;
        Units = plan.Units.DistinctBy(x => x.Id).ToDictionary(x => x.Id);
        Areas = plan.Areas.Select(x => x.Id).ToHashSet();
        TaskNumbers = plan.Tasks.Select(x => x.Number).ToHashSet();
        Measures =
        [
            .. Under("$.goals", plan.Goals, "g", [], []),
            .. plan.Tasks.SelectMany((task, i) => Under(
                $"$.tasks[{i}].measures", task.Measures, task.Number.ToString(CultureInfo.InvariantCulture) + ".", task.Leads, task.Cooperating)),
            .. Under("$.mechanisms", plan.Mechanisms, "m", [], []),
        ];
        Milestones = [.. Measures.SelectMany(x => x.Measure.Milestones.Select((m, i) => new MilestonePlace($"{x.Path}.milestones[{i}]", m, x.Measure)))];
        Indicators = [.. Measures.SelectMany(x => x.Measure.Indicators.Select((m, i) => new IndicatorPlace($"{x.Path}.indicators[{i}]", m, x.Measure)))];
        MeasureIds = Measures.Select(x => x.Measure.Id).ToHashSet();
        MilestoneIds = Milestones.Select(x => x.Milestone.Id).ToHashSet();
        IndicatorIds = Indicators.Select(x => x.Indicator.Id).ToHashSet();
    }

    public PlanDocument Plan { get; }
    public IReadOnlyDictionary<string, Unit> Units { get; }
    public IReadOnlySet<string> Areas { get; }
    public IReadOnlySet<int> TaskNumbers { get; }

    /// <summary>Goals, the tasks' measures and mechanisms with their sub-items, in the document's order.</summary>
    public IReadOnlyList<MeasurePlace> Measures { get; }

    public IReadOnlyList<MilestonePlace> Milestones { get; }
    public IReadOnlyList<IndicatorPlace> Indicators { get; }
    public IReadOnlySet<string> MeasureIds { get; }
    public IReadOnlySet<string> MilestoneIds { get; }
    public IReadOnlySet<string> IndicatorIds { get; }

    /// <summary>The measures that a change adds, with all their sub-items, where they stand in the change.</summary>
    public static IEnumerable<MeasurePlace> Added(PlanChange change) =>
        change.AddTasks.SelectMany((x, i) => Under($"$.addTasks[{i}].measures", x.Measures, "", [], []))
            .Concat(change.AddMeasures.SelectMany((x, i) => At($"$.addMeasures[{i}].measure", x.Measure, "", [], [])));

    private static IEnumerable<MeasurePlace> Under(
        string path, IReadOnlyList<Measure> measures, string prefix, IReadOnlyList<string> leads, IReadOnlyList<string> cooperating) =>
        measures.SelectMany((x, i) => At($"{path}[{i}]", x, prefix, leads, cooperating));

    private static IEnumerable<MeasurePlace> At(
        string path, Measure measure, string prefix, IReadOnlyList<string> leads, IReadOnlyList<string> cooperating)
    {
        var here = new MeasurePlace(path, measure, prefix, measure.Leads ?? leads, measure.Cooperating ?? cooperating);
        return Under(path + ".measures", measure.Measures, measure.Id + ".", here.Leads, here.Cooperating).Prepend(here);
    }
}
