using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>Whether an amendment or clarification can be taken: by itself, against the plan as it stands, and in its result.</summary>
public static class PlanChangeCheck
{
    /// <param name="change">The change.</param>
    /// <param name="current">The plan as it stands, itself without mistakes.</param>
    /// <param name="recordedOn">The day on which the ledger takes it in; nothing may take effect before.</param>
    /// <param name="positions">Where the change's values stand; none when it came from no file.</param>
    public static IReadOnlyList<PlanMistake> Of(PlanChange change, PlanDocument current, DateOnly recordedOn, Positions? positions = null)
    {
        var mistakes = new Mistakes(positions ?? Positions.None);
        Head(change, mistakes);
        if (change.Plan != current.Id)
            mistakes.Add("$.plan", "other-plan",
                $"The change is for “{change.Plan}”, not for “{current.Id}”.", $"此变更针对“{change.Plan}”，而非“{current.Id}”。",
                "Send it to the plan that it names, or correct “plan”.", "请提交到其所指的计划，或更正“plan”。");
        if (change.EffectiveOn < recordedOn)
            mistakes.Add("$.effectiveOn", "retroactive",
                $"It takes effect on {change.EffectiveOn:yyyy-MM-dd}, before the day of recording ({recordedOn:yyyy-MM-dd}).",
                $"生效日（{change.EffectiveOn:yyyy-MM-dd}）早于登记日（{recordedOn:yyyy-MM-dd}）。",
                $"A plan is never changed backwards: write {recordedOn:yyyy-MM-dd} or later.", $"计划变更不溯及既往：请写{recordedOn:yyyy-MM-dd}或以后的日期。");
        var places = new PlanPlaces(current);
        ChangeReferences.Check(change, places, mistakes);
        ChangeDates.Check(change, places, mistakes);
        if (change.Format == PlanChange.ClarificationFormat)
            ClarificationChecks.Check(change, places, mistakes);
        ChangeResult.Check(change, current, mistakes);
        return mistakes.InOrder();
    }

    /// <summary>What can be said without the plan.</summary>
    internal static IReadOnlyList<PlanMistake> OfHead(PlanChange change, Positions positions)
    {
        var mistakes = new Mistakes(positions);
        Head(change, mistakes);
        return mistakes.InOrder();
    }

    private static void Head(PlanChange change, Mistakes mistakes)
    {
        HeadChecks.Format(mistakes, change.Format, PlanChange.AmendmentFormat, PlanChange.ClarificationFormat);
        mistakes.Slug("$.id", change.Id);
        mistakes.NotEmpty("$.title", change.Title);
        mistakes.NotEmpty("$.documentNumber", change.DocumentNumber);
        if (change.Units.Count + change.Groups.Count + change.AddTasks.Count + change.AddMeasures.Count + change.AddMilestones.Count
            + change.AddIndicators.Count + change.ChangeMilestones.Count + change.ChangeIndicators.Count + change.Withdraw.Count == 0)
            mistakes.Add("$", "empty-change",
                "The change changes nothing.", "此变更没有任何内容。",
                "Say what it adds, changes, withdraws or settles.", "请写明新增、变更、撤销或明确的内容。");
    }
}
