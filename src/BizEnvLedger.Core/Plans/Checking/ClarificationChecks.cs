using System.Text.Json;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>A clarification settles what the text leaves open, and does nothing else: that would be an amendment.</summary>
internal static class ClarificationChecks
{
    public static void Check(PlanChange change, PlanPlaces places, Mistakes mistakes)
    {
        (string Name, int Count)[] amendmentOnly =
        [
            ("units", change.Units.Count), ("addTasks", change.AddTasks.Count), ("addMeasures", change.AddMeasures.Count),
            ("addMilestones", change.AddMilestones.Count), ("addIndicators", change.AddIndicators.Count), ("withdraw", change.Withdraw.Count),
        ];
        foreach (var (name, count) in amendmentOnly)
            if (count > 0)
                Beyond("$." + name, mistakes);
        var milestones = places.Milestones.DistinctBy(x => x.Milestone.Id).ToDictionary(x => x.Milestone.Id, x => x.Milestone);
        for (var i = 0; i < change.ChangeMilestones.Count; i++)
            if (milestones.TryGetValue(change.ChangeMilestones[i].Id, out var old) && !Settles(old, change.ChangeMilestones[i]))
                Beyond($"$.changeMilestones[{i}]", mistakes);
        var indicators = places.Indicators.DistinctBy(x => x.Indicator.Id).ToDictionary(x => x.Indicator.Id, x => x.Indicator);
        for (var i = 0; i < change.ChangeIndicators.Count; i++)
            if (indicators.TryGetValue(change.ChangeIndicators[i].Id, out var old) && !Settles(old, change.ChangeIndicators[i]))
                Beyond($"$.changeIndicators[{i}]", mistakes);
    }

    /// <summary>The same milestone but for a date that was open, a period that was unset, and the note that says why.</summary>
    private static bool Settles(MilestoneDefinition old, MilestoneDefinition settled)
    {
        var open = IsOpen(old.Binding, old.Due) && old.Recurrence is null;
        return Settles(old.Recurrence, settled.Recurrence) && settled with
        {
            Due = open ? old.Due : settled.Due,
            Start = open ? old.Start : settled.Start,
            Binding = IsOpen(old.Binding, old.Due) ? old.Binding : settled.Binding,
            DueText = old.DueText is null ? null : settled.DueText,
            Recurrence = old.Recurrence,
            Note = old.Note,
        } == old;
    }

    private static bool Settles(Recurrence? old, Recurrence? settled) =>
        old is null || settled is null ? old == settled : settled with
        {
            Every = old.Every is null ? null : settled.Every,
            From = old.Every is null && old.From is null ? null : settled.From,
            Until = old.Every is null && old.Until is null ? null : settled.Until,
        } == old;

    private static bool Settles(IndicatorDefinition old, IndicatorDefinition settled) =>
        old.Targets.Count == settled.Targets.Count
        && Json(settled with { Targets = old.Targets }) == Json(old)
        && old.Targets.Zip(settled.Targets).All(x => Settles(x.First, x.Second));

    private static bool Settles(Target old, Target settled)
    {
        var open = IsOpen(old.Binding, old.Due);
        return Settles(old.Recurrence, settled.Recurrence) && settled with
        {
            Due = open ? old.Due : settled.Due,
            From = open ? old.From : settled.From,
            Binding = open ? old.Binding : settled.Binding,
            DueText = old.DueText is null ? null : settled.DueText,
            Recurrence = old.Recurrence,
        } == old;
    }

    private static bool IsOpen(Binding binding, DateOnly? due) => binding is Binding.Ambiguous or Binding.Implied || due is null;

    private static string Json(IndicatorDefinition indicator) => JsonSerializer.Serialize(indicator, PlanJson.Options);

    private static void Beyond(string path, Mistakes mistakes) =>
        mistakes.Add(path, "beyond-clarification",
            "A clarification settles open dates and periods and fills groups; this does more.", "“明确”只能确定未定的时限、周期和组的成员；此处超出范围。",
            $"Leave everything else as it stands, or issue it as an amendment ({PlanChange.AmendmentFormat}).", $"请保持其余内容不变，或以变更文件（{PlanChange.AmendmentFormat}）发布。");
}
