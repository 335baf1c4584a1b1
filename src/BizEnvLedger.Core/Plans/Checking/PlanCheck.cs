using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>Whether a plan makes sense in itself: every mistake of content, with its place and remedy.</summary>
public static class PlanCheck
{
    public static IReadOnlyList<PlanMistake> Of(PlanDocument plan, Positions positions)
    {
        var places = new PlanPlaces(plan);
        var mistakes = new Mistakes(positions);
        HeadChecks.Check(places, mistakes);
        UnitChecks.Check(places, mistakes);
        TaskChecks.Check(places, mistakes);
        MeasureChecks.Check(places, mistakes);
        foreach (var place in places.Milestones)
            MilestoneChecks.Check(places, place, mistakes);
        foreach (var place in places.Indicators)
            IndicatorChecks.Check(places, place, mistakes);
        RegisterChecks.Check(places, mistakes);
        ObligationChecks.Check(places, mistakes);
        return mistakes.InOrder();
    }
}
