using System.Globalization;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>Areas and tasks.</summary>
internal static class TaskChecks
{
    /// <summary>Highest task number.</summary>
    private const int Highest = 999;

    public static void Check(PlanPlaces places, Mistakes mistakes)
    {
        var (areas, tasks) = (places.Plan.Areas, places.Plan.Tasks);
        mistakes.Once(areas.Select((x, i) => ($"$.areas[{i}].id", x.Id)), "area", "行动");
        for (var i = 0; i < areas.Count; i++)
        {
            mistakes.Id($"$.areas[{i}].id", areas[i].Id);
            mistakes.NotEmpty($"$.areas[{i}].title", areas[i].Title);
            mistakes.NotEmpty($"$.areas[{i}].clause", areas[i].Clause);
        }
        mistakes.Once(tasks.Select((x, i) => ($"$.tasks[{i}].number", x.Number.ToString(CultureInfo.InvariantCulture))), "task", "任务");
        for (var i = 0; i < tasks.Count; i++)
            Task(places, $"$.tasks[{i}]", tasks[i], mistakes);
    }

    private static void Task(PlanPlaces places, string path, TaskDefinition task, Mistakes mistakes)
    {
        if (task.Number is < 1 or > Highest)
            mistakes.OutOfRange(path + ".number", task.Number, 1, Highest);
        mistakes.NotEmpty(path + ".title", task.Title);
        mistakes.NotEmpty(path + ".clause", task.Clause);
        if (!places.Areas.Contains(task.Area))
        {
            var known = places.Areas.Take(10).ToArray();
            mistakes.Add(path + ".area", "unknown-area",
                $"No area has the id “{task.Area}”.", $"没有标识为“{task.Area}”的行动。",
                $"Write one of: {string.Join(", ", known)}.", $"请写以下之一：{string.Join("、", known)}。");
        }
        if (task.Leads.Count == 0)
            mistakes.Add(path + ".leads", "task-without-leads",
                $"Task {task.Number} has no lead.", $"任务{task.Number}没有牵头单位。",
                "Name at least one lead; nobody else could answer for it.", "请至少列出一个牵头单位，否则无人负责。");
        mistakes.Listed(places, path + ".leads", task.Leads);
        mistakes.Listed(places, path + ".cooperating", task.Cooperating);
        MeasureChecks.BothRoles(path, task.Leads, task.Cooperating, onCooperating: true, mistakes);
    }
}
