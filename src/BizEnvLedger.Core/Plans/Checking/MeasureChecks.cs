using System.Globalization;
using System.Text.RegularExpressions;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>Measures, sub-items, goals and mechanisms, and the ids of what stands under them.</summary>
internal static class MeasureChecks
{
    public static void Check(PlanPlaces places, Mistakes mistakes)
    {
        mistakes.Once(places.Measures.Select(x => (x.Path + ".id", x.Measure.Id)), "measure", "措施");
        mistakes.Once(places.Milestones.Select(x => (x.Path + ".id", x.Milestone.Id)), "milestone", "里程碑");
        mistakes.Once(places.Indicators.Select(x => (x.Path + ".id", x.Indicator.Id)), "indicator", "指标");
        foreach (var place in places.Measures)
            Measure(places, place, mistakes);
        foreach (var place in places.Milestones)
            Follows(place.Path + ".id", place.Milestone.Id, place.Measure.Id, "m", mistakes);
        foreach (var place in places.Indicators)
            Follows(place.Path + ".id", place.Indicator.Id, place.Measure.Id, "i", mistakes);
    }

    private static void Measure(PlanPlaces places, MeasurePlace place, Mistakes mistakes)
    {
        var (path, measure) = (place.Path, place.Measure);
        mistakes.Id(path + ".id", measure.Id);
        if (!measure.Id.StartsWith(place.Prefix, StringComparison.Ordinal) || measure.Id.Length == place.Prefix.Length)
            NotUnder(path + ".id", measure.Id, place.Prefix + "…", mistakes);
        mistakes.NotEmpty(path + ".title", measure.Title);
        mistakes.NotEmpty(path + ".clause", measure.Clause);
        if (measure.Leads is { Count: 0 })
            mistakes.Add(path + ".leads", "empty-leads",
                $"“{measure.Id}” overrides its leads with nobody.", $"“{measure.Id}”的牵头单位被改为空。",
                "Name a lead, or leave “leads” out to inherit.", "请列出牵头单位，或删去“leads”以沿用上级。");
        mistakes.Listed(places, path + ".leads", measure.Leads ?? []);
        mistakes.Listed(places, path + ".cooperating", measure.Cooperating ?? []);
        if (measure.Leads is not null || measure.Cooperating is not null)
            BothRoles(path, place.Leads, place.Cooperating, measure.Cooperating is not null, mistakes);
        for (var i = 0; i < measure.ServedBy.Count; i++)
            if (!places.TaskNumbers.Contains(measure.ServedBy[i]))
                mistakes.Add($"{path}.servedBy[{i}]", "unknown-task",
                    $"There is no task {measure.ServedBy[i]}.", $"没有任务{measure.ServedBy[i]}。",
                    "Write the number of a task of this plan, or leave the list empty.", "请写本计划中任务的编号，或将列表留空。");
            else if (measure.ServedBy.Take(i).Contains(measure.ServedBy[i]))
                mistakes.Add($"{path}.servedBy[{i}]", "duplicate-reference",
                    $"Task {measure.ServedBy[i]} stands twice in this list.", $"任务{measure.ServedBy[i]}在此列表中重复出现。",
                    "Name it once.", "请只列一次。");
    }

    /// <summary>Nobody leads and cooperates on the same measure: the two roles answer to each other.</summary>
    public static void BothRoles(string path, IReadOnlyList<string> leads, IReadOnlyList<string> cooperating, bool onCooperating, Mistakes mistakes)
    {
        var (own, other, name) = onCooperating ? (cooperating, leads, "cooperating") : (leads, cooperating, "leads");
        for (var i = 0; i < own.Count; i++)
            if (other.Contains(own[i]))
                mistakes.Add($"{path}.{name}[{i}]", "lead-and-cooperating",
                    $"“{own[i]}” both leads and cooperates here.", $"“{own[i]}”在此既是牵头单位又是配合单位。",
                    "Name it in one role; a measure that inherits the other list may override it.", "请只列一种身份；若另一列表系沿用上级，可在此单独列出。");
    }

    private static void Follows(string path, string id, string measure, string kind, Mistakes mistakes)
    {
        mistakes.Id(path, id);
        if (!Regex.IsMatch(id, $@"^{Regex.Escape(measure)}-{kind}[1-9][0-9]{{0,3}}\z", RegexOptions.CultureInvariant))
            NotUnder(path, id, $"{measure}-{kind}1", mistakes);
    }

    private static void NotUnder(string path, string id, string like, Mistakes mistakes) =>
        mistakes.Add(path, "id-not-under-parent",
            $"The id “{id}” does not follow the one above it.", $"标识“{id}”未接续上级标识。",
            string.Create(CultureInfo.InvariantCulture, $"Write it as “{like}”."), $"请写成“{like}”的形式。");
}
