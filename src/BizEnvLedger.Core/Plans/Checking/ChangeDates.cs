using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>Never retroactive: no new date, occurrence or target may lie before the day on which the change takes effect.</summary>
internal static class ChangeDates
{
    public static void Check(PlanChange change, PlanPlaces places, Mistakes mistakes)
    {
        var milestones = places.Milestones.DistinctBy(x => x.Milestone.Id).ToDictionary(x => x.Milestone.Id, x => x.Milestone);
        var indicators = places.Indicators.DistinctBy(x => x.Indicator.Id).ToDictionary(x => x.Indicator.Id, x => x.Indicator);
        var measures = PlanPlaces.Added(change).ToList();
        foreach (var (path, milestone) in change.ChangeMilestones.Select((x, i) => ($"$.changeMilestones[{i}]", x))
            .Concat(change.AddMilestones.Select((x, i) => ($"$.addMilestones[{i}].milestone", x.Milestone)))
            .Concat(measures.SelectMany(x => x.Measure.Milestones.Select((m, i) => ($"{x.Path}.milestones[{i}]", m)))))
            Milestone(change.EffectiveOn, places.Plan.Period, path, milestone, milestones.GetValueOrDefault(milestone.Id), mistakes);
        foreach (var (path, indicator) in change.ChangeIndicators.Select((x, i) => ($"$.changeIndicators[{i}]", x))
            .Concat(change.AddIndicators.Select((x, i) => ($"$.addIndicators[{i}].indicator", x.Indicator)))
            .Concat(measures.SelectMany(x => x.Measure.Indicators.Select((m, i) => ($"{x.Path}.indicators[{i}]", m)))))
            Targets(change.EffectiveOn, path, indicator, indicators.GetValueOrDefault(indicator.Id), mistakes);
    }

    private static void Milestone(DateOnly effective, Period plan, string path, MilestoneDefinition milestone, MilestoneDefinition? old, Mistakes mistakes)
    {
        if (milestone.Due < effective && milestone.Due != old?.Due)
            Backwards(path + ".due", milestone.Due.Value, effective, "“due”", mistakes);
        var known = old is null ? [] : Occurrences.Of(old, plan).Select(x => x.Id).ToHashSet();
        var past = Occurrences.Of(milestone, plan).FirstOrDefault(x => x.Due < effective && !known.Contains(x.Id));
        if (past is not null)
            Backwards(path + ".recurrence", past.Due, effective, "“recurrence.from”", mistakes);
    }

    private static void Targets(DateOnly effective, string path, IndicatorDefinition indicator, IndicatorDefinition? old, Mistakes mistakes)
    {
        for (var i = 0; i < indicator.Targets.Count; i++)
        {
            var target = indicator.Targets[i];
            if ((target.Due ?? target.From ?? target.Recurrence?.From) is { } date && date < effective && old?.Targets.Contains(target) is not true)
                Backwards($"{path}.targets[{i}]", date, effective, "“due”, “from”", mistakes);
        }
    }

    private static void Backwards(string path, DateOnly date, DateOnly effective, string what, Mistakes mistakes) =>
        mistakes.Add(path, "retroactive",
            $"{date:yyyy-MM-dd} lies before the change takes effect ({effective:yyyy-MM-dd}), and the plan did not have it.",
            $"{date:yyyy-MM-dd}早于变更生效日（{effective:yyyy-MM-dd}），且原计划中没有。",
            $"Put {what} on {effective:yyyy-MM-dd} or later; what lies behind stays as it was.", $"请将{what}写为{effective:yyyy-MM-dd}或以后；此前的内容保持原样。");
}
