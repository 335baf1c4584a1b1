using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>A task's definition with everything in it found by id, each with its place in the document.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, PlacedMeasure> measures = [];
    private readonly Dictionary<string, PlacedMilestone> milestones = [];
    private readonly Dictionary<string, PlacedIndicator> indicators = [];
    private readonly List<PlacedMilestone> recurring = [];

    public Catalogue(TaskDefinition task, Period period)
    {
        Task = task;
        foreach (var measure in task.Measures)
            Add(measure, null, period);
    }

    public TaskDefinition Task { get; }

    /// <summary>Measures and sub-items in document order.</summary>
    public IReadOnlyCollection<PlacedMeasure> Measures => measures.Values;

    /// <summary>Single milestones and every occurrence of recurring ones, in document order.</summary>
    public IReadOnlyCollection<PlacedMilestone> Milestones => milestones.Values;

    /// <summary>Recurring duties as the document has them, with or without a period.</summary>
    public IReadOnlyList<PlacedMilestone> Recurring => recurring;

    public IReadOnlyCollection<PlacedIndicator> Indicators => indicators.Values;

    public PlacedMeasure? Measure(string id) => measures.GetValueOrDefault(id);

    public PlacedMilestone? Milestone(string id) => milestones.GetValueOrDefault(id);

    public PlacedIndicator? Indicator(string id) => indicators.GetValueOrDefault(id);

    /// <summary>Indicators whose targets measure a milestone.</summary>
    public IEnumerable<PlacedIndicator> Measuring(PlacedMilestone milestone) =>
        indicators.Values.Where(i => i.Definition.Targets.Any(t => t.Milestone == milestone.Definition.Id));

    private void Add(Measure measure, PlacedMeasure? parent, Period period)
    {
        var placed = new PlacedMeasure(measure, parent);
        measures[measure.Id] = placed;
        foreach (var milestone in measure.Milestones)
        {
            if (milestone.Recurrence is null)
                milestones[milestone.Id] = new(milestone.Id, milestone, placed, milestone.Due, milestone.Start);
            else
            {
                recurring.Add(new(milestone.Id, milestone, placed, null, milestone.Start));
                foreach (var occurrence in Occurrences.Of(milestone, period))
                    milestones[occurrence.Id] = new(occurrence.Id, milestone, placed, occurrence.Due, occurrence.Start);
            }
        }

        foreach (var indicator in measure.Indicators)
            indicators[indicator.Id] = new(indicator, placed);
        foreach (var item in measure.Measures)
            Add(item, placed, period);
    }
}

/// <summary>A measure and the measure that it is an item of.</summary>
public sealed record PlacedMeasure(Measure Definition, PlacedMeasure? Parent)
{
    public string Id => Definition.Id;

    /// <summary>Itself and what stands above it, narrowest first; the whole task is not in it.</summary>
    public IEnumerable<PlacedMeasure> Upwards()
    {
        for (var measure = this; measure is not null; measure = measure.Parent)
            yield return measure;
    }
}

/// <summary>A milestone, or one occurrence of a recurring duty, with its measure.</summary>
/// <param name="Due">Null where the text leaves the date open.</param>
public sealed record PlacedMilestone(string Id, MilestoneDefinition Definition, PlacedMeasure Measure, DateOnly? Due, DateOnly? Start)
{
    public bool IsOccurrence => Definition.Recurrence is not null && Id != Definition.Id;
}

/// <summary>An indicator with its measure.</summary>
public sealed record PlacedIndicator(IndicatorDefinition Definition, PlacedMeasure Measure)
{
    public string Id => Definition.Id;
}
