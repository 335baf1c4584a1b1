using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>State of a milestone, from events.</summary>
public enum MilestoneState { Planned, Acknowledged, InProgress, Claimed, Returned, Closed, Withdrawn, Suspended }

/// <summary>How a milestone stands on a day.</summary>
public sealed record MilestoneStanding
{
    public required PlacedMilestone Milestone { get; init; }
    public required MilestoneState State { get; init; }

    /// <summary>Due date in force on the day.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>Due date that the plan itself has on the day, no extension counted: 延期后完成 is never 按期完成.</summary>
    public DateOnly? PlannedDue { get; init; }

    /// <summary>Extensions granted by the day.</summary>
    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    /// <summary>The suspension that holds on the day.</summary>
    public Suspension? Suspension { get; init; }

    /// <summary>Due date as first assigned; it stays for ever.</summary>
    public required DateOnly? OriginalDue { get; init; }
    public required Responsible Chain { get; init; }

    /// <summary>The claim that stands: pending, or accepted.</summary>
    public Claim? Claim { get; init; }

    /// <summary>The claim whose verification closed it.</summary>
    public Claim? Closing { get; init; }

    /// <summary>The last claim of any kind, also one that waits for its release or was returned.</summary>
    public Claim? LastClaim { get; init; }

    /// <summary>The last claim that was let out: until then a claim answers no return and changes no state.</summary>
    public Claim? LastReleased { get; init; }

    /// <summary>Done on: the accepted claim's day.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Latest report, figure or released claim on its measure, by effective date.</summary>
    public DateOnly? LastReport { get; init; }

    /// <summary>The event of that report.</summary>
    public Guid? LastReportEvent { get; init; }
    public required IReadOnlyList<Guid> Events { get; init; }
}

/// <summary>Standing of milestones on a day.</summary>
public static class Standings
{
    /// <summary>Every milestone and occurrence of the task that has ever been in the plan by the day.</summary>
    public static IEnumerable<PlacedMilestone> MilestonesOn(this PlanTask task, DateOnly day)
    {
        var now = task.On(day);
        var gone = task.Definitions.Where(d => d.From <= day).SelectMany(d => d.Catalogue.Milestones).Where(m => now.Milestone(m.Id) is null).DistinctBy(m => m.Id);
        return now.Milestones.Concat(gone);
    }

    /// <summary>The measure of a milestone that is or ever was in the plan: on the day, else as it first was.</summary>
    internal static PlacedMeasure MeasureOf(this PlanTask task, string milestone, DateOnly day) =>
        (task.On(day).Milestone(milestone) ?? task.Definitions.Select(d => d.Catalogue.Milestone(milestone)).First(m => m is not null)!).Measure;

    public static MilestoneStanding StandingOn(this PlanTask task, PlacedMilestone milestone, DateOnly day, ActionPlan plan)
    {
        var id = milestone.Id;
        var chain = task.ResponsibleOn(milestone.Measure, day);
        var closing = task.ClosingOn(id, day, plan);
        var standing = closing ?? task.StandingOn(id, day, plan);
        var last = task.Claims.FindLast(c => c.Milestone == id && c.StopsOn(plan) <= day);
        var released = task.Claims.FindLast(c => c.Milestone == id && c.Release is not null && c.StopsOn(plan) <= day);
        var withdrawn = task.On(day).Milestone(id) is null;
        var reports = ReportsOn(task, milestone, day).ToList();
        var latest = reports.MaxBy(r => r.EffectiveOn);
        return new()
        {
            Milestone = milestone,
            State = withdrawn ? MilestoneState.Withdrawn : StateOf(task, milestone, chain, day, closing, standing, released, reports.Count > 0, plan),
            Due = withdrawn ? null : task.DueOn(id, day),
            PlannedDue = withdrawn ? null : milestone.Due,
            Extensions = [.. task.ExtensionsOf(id).Where(x => x.Decision!.RecordedOn <= day)],
            Suspension = closing is null && !withdrawn ? task.SuspensionOn(id, day) : null,
            OriginalDue = task.Definitions[0].Catalogue.Milestone(id) is { } first ? first.Due : task.Definitions.Select(d => d.Catalogue.Milestone(id)).FirstOrDefault(m => m is not null)?.Due,
            Chain = chain,
            Claim = standing,
            Closing = closing,
            LastClaim = last,
            LastReleased = released,
            ClosedOn = closing?.StopsOn(plan),
            LastReport = latest?.EffectiveOn,
            LastReportEvent = latest?.Event,
            Events = [.. EventsOf(last, reports)],
        };
    }

    private static MilestoneState StateOf(PlanTask task, PlacedMilestone milestone, Responsible chain, DateOnly day, Claim? closing, Claim? standing, Claim? released, bool reported, ActionPlan plan) =>
        closing is not null ? MilestoneState.Closed
        : task.SuspensionOn(milestone.Id, day) is not null ? MilestoneState.Suspended
        : released?.Return is not null ? MilestoneState.Returned
        : standing is not null ? MilestoneState.Claimed
        : reported ? MilestoneState.InProgress
        : chain.Leads.Count > 0 && chain.Leads.All(u => IsAcknowledgedBy(task, u, day, plan)) ? MilestoneState.Acknowledged
        : MilestoneState.Planned;

    /// <summary>A group that leads has acknowledged when each of its members on the day has; what a unit acknowledged, its successor has.</summary>
    private static bool IsAcknowledgedBy(PlanTask task, string lead, DateOnly day, ActionPlan plan)
    {
        bool Has(string unit) => task.Acknowledgements.Exists(a => a.Entry.EffectiveOn <= day && task.Successions.StandsFor(unit, a.Unit, day));
        var members = plan.MembersOf(lead, day).Where(u => plan.FindUnit(u)?.Kind != UnitKind.Group).ToList();
        return Has(lead) || (members.Count > 0 && members.All(Has));
    }

    /// <summary>Progress on its measure, figures of its measure's indicators, released claims of itself, confirmed steps: by effective date.</summary>
    private static IEnumerable<Entry> ReportsOn(PlanTask task, PlacedMilestone milestone, DateOnly day)
    {
        var measure = milestone.Measure.Id;
        var catalogue = task.On(day);
        foreach (var report in task.Reports)
            if (report.Measure == measure && Counts(report.Entry))
                yield return report.Entry;
        foreach (var reading in task.Readings)
            if (catalogue.Indicator(reading.Indicator)?.Measure.Id == measure && Counts(reading.Entry))
                yield return reading.Entry;
        foreach (var claim in task.Claims)
            if (claim.Milestone == milestone.Id && claim.Release is not null && Counts(claim.Entry))
                yield return claim.Entry;
        foreach (var step in task.Steps)
            if (step.Milestone == milestone.Id && step.Confirmation is { } confirmation && Counts(confirmation))
                yield return confirmation;

        bool Counts(Entry e) => !e.Withdrawn && e.EffectiveOn <= day && (!milestone.IsOccurrence || e.EffectiveOn >= milestone.Start);
    }

    private static IEnumerable<Guid> EventsOf(Claim? last, List<Entry> reports)
    {
        foreach (var report in reports)
            yield return report.Event;
        foreach (var act in new[] { last?.Release, last?.Accepted, last?.Return })
            if (act is not null)
                yield return act.Event;
    }

}
