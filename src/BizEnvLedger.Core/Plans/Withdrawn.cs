using System.Globalization;

namespace BizEnvLedger.Core.Plans;

/// <summary>What ends with a withdrawal: the items that it names, and everything under them.</summary>
public sealed class Withdrawn
{
    private readonly HashSet<string> named;

    public Withdrawn(PlanDocument plan, IEnumerable<string> ids)
    {
        named = [.. ids];
        foreach (var task in plan.Tasks)
        {
            var gone = named.Contains(TaskId(task.Number));
            if (gone)
                Tasks.Add(task.Number);
            Collect(task.Measures, gone);
        }
        Collect(plan.Goals, false);
        Collect(plan.Mechanisms, false);
    }

    public HashSet<int> Tasks { get; } = [];
    public HashSet<string> Measures { get; } = [];
    public HashSet<string> Milestones { get; } = [];
    public HashSet<string> Indicators { get; } = [];

    /// <summary>How a withdrawal names a task: <c>task:12</c>.</summary>
    public static string TaskId(int number) => "task:" + number.ToString(CultureInfo.InvariantCulture);

    private void Collect(IReadOnlyList<Measure> measures, bool aboveIsGone)
    {
        foreach (var measure in measures)
        {
            var gone = aboveIsGone || named.Contains(measure.Id);
            if (gone)
                Measures.Add(measure.Id);
            Milestones.UnionWith(measure.Milestones.Select(x => x.Id).Where(x => gone || named.Contains(x)));
            Indicators.UnionWith(measure.Indicators.Select(x => x.Id).Where(x => gone || named.Contains(x)));
            Collect(measure.Measures, gone);
        }
    }
}
