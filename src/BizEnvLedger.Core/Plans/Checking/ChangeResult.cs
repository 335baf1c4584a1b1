using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>The plan that results has no mistake; one that it has is told where the change's file causes it.</summary>
internal static class ChangeResult
{
    public static void Check(PlanChange change, PlanDocument current, Mistakes mistakes)
    {
        var result = PlanChanges.Apply(current, change);
        var told = mistakes.InOrder().Select(x => (x.Path, x.Code)).ToHashSet();
        var origins = Origins(change, current, result);
        // Ids that are added twice were told against the plan as it stands, where the culprit is certain.
        var found = PlanCheck.Of(result, Positions.None).Where(x => x.Code != "duplicate-id")
            .Select(x => (Origin: Origin(x.Path, origins), Mistake: x)).ToLookup(x => x.Origin is not null);
        foreach (var (path, mistake) in found[true])
            if (told.Add((path!, mistake.Code)))
                mistakes.Add(path!, mistake.Code, mistake.En, mistake.Zh, mistake.RemedyEn, mistake.RemedyZh);
        // What shows elsewhere in the plan only mirrors a mistake of the same kind that has a place in the change.
        var codes = told.Select(x => x.Code).ToHashSet();
        foreach (var (_, mistake) in found[false].Where(x => !codes.Contains(x.Mistake.Code)))
            mistakes.Add("$", mistake.Code, $"The resulting plan, at {mistake.Path}: {mistake.En}", $"变更后的计划{mistake.Path}：{mistake.Zh}", mistake.RemedyEn, mistake.RemedyZh);
    }

    private static string? Origin(string path, Dictionary<string, string> origins)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
            if (origins.TryGetValue(path[..end], out var origin))
                return origin + path[end..];
        return null;
    }

    /// <summary>From paths in the resulting plan to paths in the change.</summary>
    private static Dictionary<string, string> Origins(PlanChange change, PlanDocument current, PlanDocument result)
    {
        var origins = new Dictionary<string, string>();
        var places = new PlanPlaces(result);
        for (var i = 0; i < result.Units.Count; i++)
            Unit(change, current, result.Units[i], $"$.units[{i}]", origins);
        for (var i = 0; i < result.Tasks.Count; i++)
            if (Index(change.AddTasks, x => x.Number == result.Tasks[i].Number) is >= 0 and var n)
                origins[$"$.tasks[{i}]"] = $"$.addTasks[{n}]";
        foreach (var place in places.Measures)
            if (Index(change.AddMeasures, x => x.Measure.Id == place.Measure.Id) is >= 0 and var n)
                origins[place.Path] = $"$.addMeasures[{n}].measure";
        foreach (var place in places.Milestones)
            if (Index(change.AddMilestones, x => x.Milestone.Id == place.Milestone.Id) is >= 0 and var added)
                origins[place.Path] = $"$.addMilestones[{added}].milestone";
            else if (Index(change.ChangeMilestones, x => x.Id == place.Milestone.Id) is >= 0 and var changed)
                origins[place.Path] = $"$.changeMilestones[{changed}]";
        foreach (var place in places.Indicators)
            if (Index(change.AddIndicators, x => x.Indicator.Id == place.Indicator.Id) is >= 0 and var added)
                origins[place.Path] = $"$.addIndicators[{added}].indicator";
            else if (Index(change.ChangeIndicators, x => x.Id == place.Indicator.Id) is >= 0 and var changed)
                origins[place.Path] = $"$.changeIndicators[{changed}]";
        return origins;
    }

    private static void Unit(PlanChange change, PlanDocument current, Unit unit, string path, Dictionary<string, string> origins)
    {
        if (Index(change.Units, x => x.Id == unit.Id) is >= 0 and var n)
        {
            origins[path] = $"$.units[{n}]";
            // Lists of the resulting unit are longer than those of the file.
            for (var i = 0; i < unit.Aliases.Count; i++)
                origins[$"{path}.aliases[{i}]"] = Index(change.Units[n].Aliases, x => x == unit.Aliases[i]) is >= 0 and var a ? $"$.units[{n}].aliases[{a}]" : $"$.units[{n}].name";
            for (var i = 0; i < unit.Members.Count; i++)
                origins[$"{path}.members[{i}]"] = Index(change.Units[n].Members, x => x == unit.Members[i]) is >= 0 and var m ? $"$.units[{n}].members[{m}]" : $"$.units[{n}]";
        }
        var appended = change.Groups.SelectMany((x, g) => x.Members.Select((_, m) => (x.Group, Path: $"$.groups[{g}].members[{m}]"))).Where(x => x.Group == unit.Id).ToList();
        for (var i = 0; i < appended.Count; i++)
        {
            var at = $"{path}.members[{unit.Members.Count - appended.Count + i}]";
            origins[at] = origins[at + ".unit"] = appended[i].Path;
        }
    }

    private static int Index<T>(IReadOnlyList<T> list, Predicate<T> holds)
    {
        for (var i = 0; i < list.Count; i++)
            if (holds(list[i]))
                return i;
        return -1;
    }
}
