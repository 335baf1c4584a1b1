using System.Globalization;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>A change names things that are there, adds things that are not, and does not both change and withdraw one.</summary>
internal static class ChangeReferences
{
    public static void Check(PlanChange change, PlanPlaces places, Mistakes mistakes)
    {
        Added(change, places, mistakes);
        Once(change, mistakes);
        var withdrawn = new Withdrawn(places.Plan, change.Withdraw);
        for (var i = 0; i < change.Groups.Count; i++)
            Group(change, places, $"$.groups[{i}].group", change.Groups[i].Group, mistakes);
        var parents = new HashSet<string>(places.MeasureIds);
        parents.UnionWith(PlanPlaces.Added(change).Select(x => x.Measure.Id));
        var under = new HashSet<string>([.. parents, "goals", "mechanisms",
            .. places.TaskNumbers.Concat(change.AddTasks.Select(x => x.Number)).Select(Number)]);
        var goneAbove = new HashSet<string>([.. withdrawn.Measures, .. withdrawn.Tasks.Select(Number)]);
        var all = new HashSet<string>([.. places.MeasureIds, .. places.MilestoneIds, .. places.IndicatorIds, .. places.TaskNumbers.Select(Withdrawn.TaskId)]);
        Known(change.AddMeasures.Select((x, i) => ($"$.addMeasures[{i}].under", x.Under)), "unknown-parent", under, goneAbove, mistakes);
        Known(change.AddMilestones.Select((x, i) => ($"$.addMilestones[{i}].measure", x.Measure)), "unknown-measure", parents, withdrawn.Measures, mistakes);
        Known(change.AddIndicators.Select((x, i) => ($"$.addIndicators[{i}].measure", x.Measure)), "unknown-measure", parents, withdrawn.Measures, mistakes);
        Known(change.ChangeMilestones.Select((x, i) => ($"$.changeMilestones[{i}].id", x.Id)), "unknown-milestone", places.MilestoneIds, withdrawn.Milestones, mistakes);
        Known(change.ChangeIndicators.Select((x, i) => ($"$.changeIndicators[{i}].id", x.Id)), "unknown-indicator", places.IndicatorIds, withdrawn.Indicators, mistakes);
        Known(change.Withdraw.Select((x, i) => ($"$.withdraw[{i}]", x)), "unknown-id", all, [], mistakes);
    }

    private static string Number(int task) => task.ToString(CultureInfo.InvariantCulture);

    private static void Known(
        IEnumerable<(string Path, string Id)> named, string code, IReadOnlySet<string> known, HashSet<string> withdrawn, Mistakes mistakes)
    {
        foreach (var (path, id) in named)
        {
            if (withdrawn.Contains(id))
                mistakes.Add(path, "changed-and-withdrawn",
                    $"“{id}” is changed and withdrawn by the same document.", $"同一文件既变更又撤销“{id}”。",
                    "Do one of the two.", "请只保留其中一项。");
            if (known.Contains(id))
                continue;
            var meant = Nearest.To(id, known);
            mistakes.Add(path, code,
                $"The plan as it stands has no “{id}” here.", $"现行计划中此处没有“{id}”。",
                meant is null ? "Write an id of the plan; what was withdrawn earlier cannot be changed any more." : $"Did you mean “{meant}”?",
                meant is null ? "请写现行计划中的标识；已撤销的不能再变更。" : $"是否应为“{meant}”？");
        }
    }

    private static void Group(PlanChange change, PlanPlaces places, string path, string id, Mistakes mistakes)
    {
        var unit = change.Units.FirstOrDefault(x => x.Id == id) ?? places.Units.GetValueOrDefault(id);
        if (unit is null)
            mistakes.Known(places, path, id);
        else if (unit.Kind is not UnitKind.Group)
            mistakes.Add(path, "members-on-non-group",
                $"“{id}” is no group.", $"“{id}”不是组。", "Name a unit of kind “group”.", "请写kind为“group”的单位。");
    }

    private static void Added(PlanChange change, PlanPlaces places, Mistakes mistakes)
    {
        var measures = PlanPlaces.Added(change).ToList();
        New(change.AddTasks.Select((x, i) => ($"$.addTasks[{i}].number", Number(x.Number))),
            places.TaskNumbers.Select(Number), mistakes);
        New(measures.Select(x => (x.Path + ".id", x.Measure.Id)), places.MeasureIds, mistakes);
        New(measures.SelectMany(x => x.Measure.Milestones.Select((m, i) => ($"{x.Path}.milestones[{i}].id", m.Id)))
            .Concat(change.AddMilestones.Select((x, i) => ($"$.addMilestones[{i}].milestone.id", x.Milestone.Id))), places.MilestoneIds, mistakes);
        New(measures.SelectMany(x => x.Measure.Indicators.Select((m, i) => ($"{x.Path}.indicators[{i}].id", m.Id)))
            .Concat(change.AddIndicators.Select((x, i) => ($"$.addIndicators[{i}].indicator.id", x.Indicator.Id))), places.IndicatorIds, mistakes);
    }

    private static void New(IEnumerable<(string Path, string Id)> added, IEnumerable<string> present, Mistakes mistakes)
    {
        var taken = present.ToHashSet();
        foreach (var (path, id) in added)
            if (!taken.Add(id))
                mistakes.Add(path, "duplicate-id",
                    $"“{id}” is already there.", $"“{id}”已存在。",
                    "Give what is added an id of its own, or change the one that is there.", "请为新增内容另取标识，或对已有内容作变更。");
    }

    private static void Once(PlanChange change, Mistakes mistakes)
    {
        var named = change.Units.Select((x, i) => ($"$.units[{i}].id", "unit " + x.Id))
            .Concat(change.ChangeMilestones.Select((x, i) => ($"$.changeMilestones[{i}].id", "milestone " + x.Id)))
            .Concat(change.ChangeIndicators.Select((x, i) => ($"$.changeIndicators[{i}].id", "indicator " + x.Id)))
            .Concat(change.Withdraw.Select((x, i) => ($"$.withdraw[{i}]", "withdraw " + x)));
        var first = new HashSet<string>();
        foreach (var (path, id) in named)
            if (!first.Add(id))
                mistakes.Add(path, "duplicate-reference",
                    "The same document names this twice.", "同一文件中重复列出。", "Name it once.", "请只列一次。");
    }
}
