using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>A milestone judged on a day.</summary>
public sealed record MilestoneAssessment(MilestoneStanding Standing, Lit Lit, IReadOnlyList<DelayStretch> Delay)
{
    /// <summary>Days of delay that are not the verifier's.</summary>
    public int DaysLate => Delay.Where(d => d.Account != Account.Verifier).Sum(d => d.Days);

    /// <summary>Days that fall to a unit as a lead, whole where it led jointly: handing over washes none away, and taking over takes none on.</summary>
    public int DaysOf(string unit) => Delay.Where(d => d.Account == Account.Leads && d.Units.Contains(unit)).Sum(d => d.Days);

    /// <summary>Days that fall to a unit in any way: as a lead, or as a cooperating unit past a request's limit.</summary>
    public int DaysFallingTo(string unit) => Delay.Where(d => d.Account is Account.Leads or Account.Cooperating && d.Units.Contains(unit)).Sum(d => d.Days);
    /// <summary>Days that fall to a unit or to one that it has succeeded, each counted once also where two led jointly that are one now.</summary>
    public int DaysAnsweredBy(string unit, IReadOnlyCollection<string> former) =>
        Delay.Where(d => d.Account == Account.Leads && (d.Units.Contains(unit) || d.Units.Any(former.Contains))).Sum(d => d.Days);
}

/// <summary>A whole task judged on a day, as its state was recorded by some moment.</summary>
public sealed record TaskAssessment(
    PlanTask Task, DateOnly Day, Catalogue Catalogue, IReadOnlyList<MilestoneAssessment> Milestones, IReadOnlyList<Standing> Indicators, Light Light)
{
    public static TaskAssessment Of(PlanTask task, ActionPlan plan, DateOnly day)
    {
        var milestones = task.MilestonesOn(day).Select(m =>
        {
            var standing = task.StandingOn(m, day, plan);
            return new MilestoneAssessment(standing, task.LightOn(standing, day, plan), task.DelayOf(m.Id, day, plan));
        }).ToList();
        var catalogue = task.On(day);
        return new(task, day, catalogue, milestones, [.. catalogue.Indicators.Select(i => task.StandingOn(i, day))], Lights.Worst(milestones.Select(m => m.Lit.Light)));
    }

    public MilestoneAssessment? Milestone(string id) => Milestones.FirstOrDefault(m => m.Standing.Milestone.Id == id);
}
