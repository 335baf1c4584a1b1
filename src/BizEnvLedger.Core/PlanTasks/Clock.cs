using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>What a claim does to the clock of its milestone.</summary>
public static class Clock
{
    /// <summary>
    /// The day on which a released claim stops the clock: its effective date; where it was let out past the grace, the day on which it was;
    /// where it mends in time a claim returned for form, that claim's day. Nothing depends on when it was asked: a claim made early
    /// to hold the place, and let out later, stops the clock no sooner than one made on the day of its release.
    /// </summary>
    public static DateOnly StopsOn(this Claim claim, ActionPlan plan) =>
        claim.MendedDate ?? OwnDate(claim, plan);

    /// <summary>补录: let out past the grace, or after the half-year of its day was closed.</summary>
    public static bool IsLateEntered(this Claim claim, ActionPlan plan) => plan.IsLate(claim.Placed);

    /// <summary>Whether a claim stands on a day: released, its day reached, and not returned for good.</summary>
    public static bool StandsOn(this Claim claim, DateOnly day, ActionPlan plan, PlanTask task) =>
        claim.Release is not null && claim.StopsOn(plan) <= day && !IsVoid(claim, day, plan, task);

    /// <summary>The claim that stands on a day, the latest first.</summary>
    public static Claim? StandingOn(this PlanTask task, string milestone, DateOnly day, ActionPlan plan) =>
        task.Claims.FindLast(c => c.Milestone == milestone && c.StandsOn(day, plan, task));

    /// <summary>
    /// The claim that closed the milestone by the day. The verdict may have been recorded later than the day that is asked about:
    /// what is known is the fold's matter, and done is what was done on the claim's day.
    /// </summary>
    public static Claim? ClosingOn(this PlanTask task, string milestone, DateOnly day, ActionPlan plan) =>
        task.Claims.Find(c => c.Milestone == milestone && c.Verification is not null && c.StopsOn(plan) <= day);

    /// <summary>Last day for the verifier.</summary>
    public static DateOnly VerificationLimit(this Claim claim, ActionPlan plan) =>
        plan.Calendar.After(claim.Release!.RecordedOn, plan.Rules.VerificationWorkingDays);

    /// <summary>Last day to mend a claim that was returned for form.</summary>
    public static DateOnly MendLimit(this Claim claim, ActionPlan plan) =>
        plan.Calendar.After(claim.Return!.RecordedOn, plan.Rules.MendWorkingDays);

    /// <summary>The day that a claim carries on, where it is let out within the days to mend the one before it.</summary>
    internal static DateOnly? MendedDate(this PlanTask task, Claim claim, DateOnly releasedOn, ActionPlan plan) =>
        task.LastReleased(claim.Milestone) is { Ground: ReturnGround.Incomplete, Return: not null } last && releasedOn <= last.MendLimit(plan)
            ? last.StopsOn(plan)
            : null;

    private static DateOnly OwnDate(Claim claim, ActionPlan plan) =>
        claim.IsLateEntered(plan) ? claim.Placed.RecordedOn : claim.Entry.EffectiveOn;

    /// <summary>
    /// A return as untrue turns the waiting days into the doer's delay. A return for form leaves the claim standing
    /// until the days to mend it are over; mended in time, the new claim carries its date on.
    /// </summary>
    private static bool IsVoid(Claim claim, DateOnly day, ActionPlan plan, PlanTask task) => claim switch
    {
        { Return: null } => false,
        { Ground: ReturnGround.Untrue } => true,
        _ => day > claim.MendLimit(plan) || task.Claims.Exists(c => c.Milestone == claim.Milestone && c.MendedDate is not null && c.Release is not null && c.Entry.Leaf > claim.Entry.Leaf),
    };
}
