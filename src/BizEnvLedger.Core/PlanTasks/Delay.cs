using BizEnvLedger.Core.Coordination;
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
        var turns = TurnsOf(task, milestone, upTo, plan);
        for (var i = 0; i < turns.Count; i++)
        {
            var (from, to) = (turns[i], i + 1 < turns.Count ? turns[i + 1] : upTo.AddDays(1));
            if (AccountOf(task, milestone, from, plan) is not { } found)
                continue;
            if (stretches.Count > 0 && stretches[^1] is var last && last.To == from && last.Account == found.Account && last.Units.SequenceEqual(found.Units))
                stretches[^1] = last with { To = to, Events = [.. last.Events.Union(found.Events)] };
            else
                stretches.Add(new(found.Account, found.Units, from, to, found.Events));
        }

        return stretches;
    }

    /// <summary>
    /// The days up to <paramref name="upTo"/> on which the account can change, the first day of delay included: between two of them every
    /// day is like the first. A milestone that has been late for years is judged by a handful of days.
    /// </summary>
    private static List<DateOnly> TurnsOf(PlanTask task, string milestone, DateOnly upTo, ActionPlan plan)
    {
        if (FirstDay(task, milestone) is not { } first || first > upTo)
            return [];
        var turns = new SortedSet<DateOnly>(task.ChangesWithin(first, upTo));
        // "After a day" turns on the next one.
        foreach (var definition in task.Definitions)
            After(definition.Catalogue.Milestone(milestone)?.Due);
        foreach (var claim in task.Claims)
            if (claim.Milestone == milestone)
            {
                var stops = claim.StopsOn(plan);
                Turn(stops);
                After(stops);
                After((claim.Verification ?? claim.Return)?.RecordedOn);
                After(claim.Release is null ? null : claim.VerificationLimit(plan));
                After(claim.Return is null ? null : claim.MendLimit(plan));
            }

        foreach (var extension in task.ExtensionsOf(milestone))
        {
            Turn(extension.Decision!.RecordedOn);
            After(extension.NewDue);
        }

        foreach (var suspension in task.Suspensions)
            if (suspension.Milestone == milestone)
            {
                Turn(suspension.From);
                Turn(suspension.Over);
            }

        foreach (var turn in task.CooperationTurns(milestone, plan))
            Turn(turn);

        return [.. turns];

        void After(DateOnly? day) => Turn(day?.AddDays(1));

        void Turn(DateOnly? day)
        {
            if (day is { } turn && turn > first && turn <= upTo)
                turns.Add(turn);
        }
    }

    /// <summary>Whether a day is one of delay on the doer's side.</summary>
    public static bool IsOverdueOn(this PlanTask task, string milestone, DateOnly day, ActionPlan plan) =>
        day >= task.AssignedOn && task.DueOn(milestone, day) is { } due && day > due && !Stopped(task, milestone, day, plan);

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

    /// <summary>A claim that stood already at the end of the day before has stopped the clock.</summary>
    private static bool Stopped(PlanTask task, string milestone, DateOnly day, ActionPlan plan) =>
        task.Claims.Exists(c => c.Milestone == milestone && c.StopsOn(plan) < day && c.StandsOn(day, plan, task));

    private static (Account Account, IReadOnlyList<string> Units, IReadOnlyList<Guid> Events)? AccountOf(PlanTask task, string milestone, DateOnly day, ActionPlan plan)
    {
        if (task.IsOverdueOn(milestone, day, plan))
        {
            if (task.SuspensionOn(milestone, day) is { } suspension)
                return (Account.Nobody, [], [suspension.Id, suspension.Decision!.Event]);
            var chain = task.ResponsibleOn(task.On(day).Milestone(milestone)!.Measure, day);
            if (task.LateCooperation(milestone, chain, day, plan) is { } late)
                return late;
            return (chain.Leads.Count > 0 ? Account.Leads : Account.Nobody, chain.Leads, chain.Events);
        }

        if (task.DueOn(milestone, day) is not { } due || day <= due || task.StandingOn(milestone, day, plan) is not { } claim)
            return null;
        // The claim stands: what goes on is the verifier's time, and past its limit the verifier's delay.
        var limit = claim.VerificationLimit(plan);
        var decided = (claim.Verification ?? claim.Return)?.RecordedOn;
        return day > limit && (decided is null || day <= decided) ? (Account.Verifier, [], [claim.Id]) : null;
    }
}
