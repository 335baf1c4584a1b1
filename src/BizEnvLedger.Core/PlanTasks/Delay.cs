using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>To whom a stretch of delay falls.</summary>
public enum Account
{
    /// <summary>That day's lead units, jointly where they are several.</summary>
    Leads,

    /// <summary>A cooperating unit past the limit of an accepted or adjudicated request.</summary>
    Cooperating,

    /// <summary>The verifier past its limit.</summary>
    Verifier,

    /// <summary>Nobody: no lead is named, or the time is suspended.</summary>
    Nobody,
}

/// <summary>Days [From, To) past due of one milestone that fall to one account.</summary>
public sealed record DelayStretch(Account Account, IReadOnlyList<string> Units, DateOnly From, DateOnly To, IReadOnlyList<Guid> Events)
{
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>共同牵头.</summary>
    public bool Joint => Account == Account.Leads && Units.Count > 1;
}

/// <summary>A responsibility interval [From, To) of a milestone; To is null while it runs.</summary>
public sealed record ChainStretch(DateOnly From, DateOnly? To, Responsible Chain);

/// <summary>
/// Delay by day: a day past due on which no claim stands belongs to whoever led on it; the day on which the claim stops the clock
/// is still one, so that what is done one day after its due date is one day late. Handing over an overdue milestone washes nothing away.
/// </summary>
public static class Delay
{
    /// <summary>The milestone's delay up to and including a day, in stretches; their days sum to its delay.</summary>
    public static IReadOnlyList<DelayStretch> DelayOf(this PlanTask task, string milestone, DateOnly upTo, ActionPlan plan)
    {
        var stretches = new List<DelayStretch>();
        var claims = new OwnClaims(task, milestone, plan);
        var end = claims.SettledOn < upTo ? claims.SettledOn.Value : upTo;
        if (FirstDay(task, milestone) is not { } first || first > end)
            return stretches;
        var changes = task.ChangesWithin(first, end).ToHashSet();
        Responsible? chain = null;
        for (var day = first; day <= end; day = day.AddDays(1))
        {
            if (changes.Contains(day))
                chain = null;
            if (AccountOf(task, milestone, day, claims, ref chain) is not { } found)
                continue;
            if (stretches.Count > 0 && stretches[^1] is var last && last.To == day && last.Account == found.Account && last.Units.SequenceEqual(found.Units))
                stretches[^1] = last with { To = day.AddDays(1), Events = found.Events.All(last.Events.Contains) ? last.Events : [.. last.Events.Union(found.Events)] };
            else
                stretches.Add(new(found.Account, found.Units, day, day.AddDays(1), found.Events));
        }

        return stretches;
    }

    /// <summary>Whether a day is one of delay on the doer's side.</summary>
    public static bool IsOverdueOn(this PlanTask task, string milestone, DateOnly day, ActionPlan plan) =>
        IsOverdueOn(task, milestone, day, new OwnClaims(task, milestone, plan));

    private static bool IsOverdueOn(PlanTask task, string milestone, DateOnly day, OwnClaims claims) =>
        day >= task.AssignedOn && DueOn(task, milestone, day) is { } due && day > due && !claims.Stopped(day);

    /// <summary>The due date in force on a day; null where it is open, withdrawn or not yet in the plan.</summary>
    public static DateOnly? DueOn(this PlanTask task, string milestone, DateOnly day) => task.On(day).Milestone(milestone)?.Due;

    /// <summary>Responsibility intervals of a measure from the assignment to a day.</summary>
    public static IReadOnlyList<ChainStretch> ChainOf(this PlanTask task, PlacedMeasure measure, DateOnly upTo)
    {
        if (upTo < task.AssignedOn)
            return [];
        var stretches = new List<ChainStretch>();
        foreach (var day in task.ChangesWithin(task.AssignedOn, upTo))
        {
            var chain = task.ResponsibleOn(task.On(day).Measure(measure.Id) ?? measure, day);
            if (stretches.Count > 0 && Same(stretches[^1].Chain, chain))
                continue;
            if (stretches.Count > 0)
                stretches[^1] = stretches[^1] with { To = day };
            stretches.Add(new(day, null, chain));
        }

        return stretches;
    }

    private static bool Same(Responsible a, Responsible b) =>
        a.Leads.SequenceEqual(b.Leads) && a.Cooperating.SequenceEqual(b.Cooperating) && a.Leader == b.Leader;

    /// <summary>The first day that could be one of delay: after the earliest due date that ever stood, not before the assignment.</summary>
    private static DateOnly? FirstDay(PlanTask task, string milestone)
    {
        var due = task.Definitions.Select(d => d.Catalogue.Milestone(milestone)?.Due).Where(d => d is not null).Min();
        return due is null ? null : due.Value.AddDays(1) > task.AssignedOn ? due.Value.AddDays(1) : task.AssignedOn;
    }

    private static (Account Account, IReadOnlyList<string> Units, IReadOnlyList<Guid> Events)? AccountOf(PlanTask task, string milestone, DateOnly day, OwnClaims claims, ref Responsible? chain)
    {
        if (IsOverdueOn(task, milestone, day, claims))
        {
            chain ??= task.ResponsibleOn(task.On(day).Milestone(milestone)!.Measure, day);
            return (chain.Leads.Count > 0 ? Account.Leads : Account.Nobody, chain.Leads, chain.Events);
        }

        return DueOn(task, milestone, day) is { } due && day > due && claims.PastVerifiersLimit(day) is { } claim ? (Account.Verifier, [], [claim.Id]) : null;
    }

    /// <summary>A milestone's claims with what each day would ask of them again and again.</summary>
    private sealed class OwnClaims(PlanTask task, string milestone, ActionPlan plan)
    {
        private readonly List<(Claim Claim, DateOnly Stops, Lazy<DateOnly> Limit)> claims =
            [.. task.Claims.Where(c => c.Milestone == milestone && c.Release is not null).Select(c => (c, c.StopsOn(plan), new Lazy<DateOnly>(() => c.VerificationLimit(plan))))];

        /// <summary>The day after which nothing can be delay any more: the clock is stopped for good, and the verdict is in.</summary>
        public DateOnly? SettledOn => claims.Find(c => c.Claim.Verification is not null) is { Claim: { } accepted } found
            ? found.Stops > accepted.Verification!.RecordedOn ? found.Stops : accepted.Verification.RecordedOn
            : null;

        /// <summary>A claim that stood already at the end of the day before has stopped the clock.</summary>
        public bool Stopped(DateOnly day) => claims.Exists(c => c.Stops < day && c.Claim.StandsOn(day, plan, task));

        /// <summary>The standing claim on which the verifier is past its limit: what goes on is the verifier's delay.</summary>
        public Claim? PastVerifiersLimit(DateOnly day)
        {
            var (claim, _, limit) = claims.FindLast(c => c.Stops <= day && c.Claim.StandsOn(day, plan, task));
            if (claim is null || day <= limit.Value)
                return null;
            var decided = (claim.Verification ?? claim.Return)?.RecordedOn;
            return decided is null || day <= decided ? claim : null;
        }
    }
}
