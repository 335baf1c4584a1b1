using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>Milestones and their dates.</summary>
internal static class MilestoneChecks
{
    public static void Check(PlanPlaces places, MilestonePlace place, Mistakes mistakes)
    {
        var (path, milestone) = (place.Path, place.Milestone);
        mistakes.NotEmpty(path + ".statement", milestone.Statement);
        mistakes.InOrder(places, path + ".recurrence", milestone.Recurrence);
        Dates(places, path, milestone.Due, milestone.Start, "start", mistakes);
        if (milestone is { Due: not null, Recurrence: not null })
            mistakes.Add(path + ".due", "due-and-recurrence",
                "A recurring duty has no due date of its own.", "周期性事项不能另有单独的截止日。",
                "Remove “due” (every occurrence has its own), or “recurrence”.", "请删去“due”（每期各有截止日），或删去“recurrence”。");
        if (milestone is { Due: null, Start: null, Recurrence: null, Binding: not Binding.Ambiguous })
            mistakes.Add(path, "milestone-without-date",
                $"“{milestone.Id}” has no due date, start or recurrence.", $"“{milestone.Id}”没有截止日、起始日或周期。",
                "Give one of them; where the text leaves it open, set “binding” to “ambiguous”.", "请给出其中之一；原文未明确的，请将“binding”设为“ambiguous”。");
        if (milestone.Due is not null && string.IsNullOrWhiteSpace(milestone.DueText))
            mistakes.Add(path + ".dueText", "due-without-text",
                "The due date does not keep the document's own words.", "截止日未保留原文表述。",
                "Copy the words for the date into “dueText”: 2021年底前.", "请将原文中的时间表述抄入“dueText”，如“2021年底前”。");
        if (milestone.SameAs is { } same && (same == milestone.Id || !places.MilestoneIds.Contains(same)))
            Unknown(places, path + ".sameAs", same, mistakes);
    }

    public static void Dates(PlanPlaces places, string path, DateOnly? due, DateOnly? start, string startName, Mistakes mistakes)
    {
        if (due < places.Plan.Period.From)
            mistakes.Add(path + ".due", "due-before-period",
                $"The due date {due:yyyy-MM-dd} lies before the plan begins.", $"截止日{due:yyyy-MM-dd}早于计划期首日。",
                $"Write {places.Plan.Period.From:yyyy-MM-dd} or later.", $"请写{places.Plan.Period.From:yyyy-MM-dd}或以后的日期。");
        if (start > due)
            mistakes.Add($"{path}.{startName}", "start-after-due",
                $"It starts ({start:yyyy-MM-dd}) after it is due ({due:yyyy-MM-dd}).", $"起始日（{start:yyyy-MM-dd}）晚于截止日（{due:yyyy-MM-dd}）。",
                $"Put “{startName}” on or before “due”.", $"“{startName}”不得晚于“due”。");
    }

    public static void Unknown(PlanPlaces places, string path, string id, Mistakes mistakes)
    {
        var meant = Nearest.To(id, places.MilestoneIds);
        mistakes.Add(path, "unknown-milestone",
            $"“{id}” is no other milestone of this plan.", $"“{id}”不是本计划的其他里程碑。",
            meant is null || meant == id ? "Write the id of a milestone of this plan, or leave it out." : $"Did you mean “{meant}”? Otherwise leave it out.",
            meant is null || meant == id ? "请写本计划中里程碑的标识，或删去此项。" : $"是否应为“{meant}”？否则请删去此项。");
    }
}
