using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>待办 on tasks: to acknowledge, to report, to claim, to release, to verify, to decide.</summary>
public static class PlanTaskDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day) => state.HeldBy(day).SelectMany(task => OfTask(task, state.Plan, day));

    private static IEnumerable<Duty> OfTask(PlanTask task, ActionPlan plan, DateOnly day) =>
        Acknowledging(task, plan, day).Concat(Milestones(task, plan, day)).Concat(Releasing(task)).Concat(Judging(task, plan, day)).Concat(Requests(task, plan, day));

    private static IEnumerable<Duty> Acknowledging(PlanTask task, ActionPlan plan, DateOnly day)
    {
        var missing = task.EveryoneOn(day).SelectMany(u => plan.MembersOf(u, day)).Where(u => plan.FindUnit(u)?.Kind != UnitKind.Group).Distinct()
            .Where(u => !task.Acknowledgements.Exists(a => task.Successions.StandsFor(u, a.Unit, day))).ToList();
        foreach (var unit in missing)
            yield return new("acknowledge", nameof(AcknowledgeTask), task.No, task.No, [unit], task.AssignedOn, null, [task.AssignedBy]);
    }

    /// <summary>
    /// A milestone waits for its leads from the day on which it would turn yellow; a goal that repeats a task's waits once, there.
    /// Once claimed, it waits for the unit's approver, and for its leads no more.
    /// </summary>
    private static IEnumerable<Duty> Milestones(PlanTask task, ActionPlan plan, DateOnly day)
    {
        foreach (var placed in task.MilestonesOn(day))
        {
            if (placed.Definition.SameAs is not null || (placed.IsOccurrence && placed.Start > day))
                continue;
            var standing = task.StandingOn(placed, day, plan);
            if (standing.State is MilestoneState.Closed or MilestoneState.Withdrawn or MilestoneState.Suspended || standing.Claim is not null || standing.Chain.Leads.Count == 0
                || task.Claims.Exists(c => c.Milestone == placed.Id && c.Release is null && !c.IsDecided))
                continue;
            if (standing.LastReleased is { Return: { } returned })
                yield return new("claim-again", nameof(ClaimMilestone), placed.Id, task.No, standing.Chain.Leads, returned.RecordedOn, returned.RecordedOn.AddDays(plan.Rules.ReclaimDays), [standing.LastReleased.Id, returned.Event]) { Items = standing.Chain.Items };
            else if (standing.Due is { } due && due.DayNumber - day.DayNumber <= plan.Rules.DueSoonDays)
                yield return new("claim", nameof(ClaimMilestone), placed.Id, task.No, standing.Chain.Leads, due.AddDays(-plan.Rules.DueSoonDays), due, standing.Chain.Events) { Items = standing.Chain.Items };
            else if (Silence.On(task, standing, day, plan.Rules) is { TooLong: true } silence)
                yield return new("report", nameof(RecordProgress), placed.Id, task.No, standing.Chain.Leads, day.AddDays(-silence.Days), day.AddDays(silence.Limit - silence.Days),
                    standing.LastReportEvent is { } last ? [last] : [task.AssignedBy]) { Items = standing.Chain.Items };
        }
    }

    private static IEnumerable<Duty> Releasing(PlanTask task)
    {
        foreach (var claim in task.Claims.Where(c => c.Release is null && !c.IsDecided))
            yield return Release("release-claim", nameof(ReleaseClaim), claim.Milestone, claim.Unit, claim.Entry);
        foreach (var reading in task.WaitingReadings.Where(r => !r.Entry.Withdrawn))
            yield return Release("release-figure", nameof(ReleaseFigure), reading.Indicator, reading.Unit, reading.Entry);
        foreach (var correction in task.WaitingCorrections)
            yield return Release("release-correction", nameof(ReleaseFigure), task.Readings.Find(r => r.Entry.Event == correction.Of)!.Indicator, correction.Unit, correction.Entry);
        foreach (var request in task.Extensions.Where(x => x.Release is null && x.IsOpen))
            yield return Release("release-extension", nameof(ReleaseExtension), request.Milestone, request.Unit, request.Entry);
        foreach (var request in task.Suspensions.Where(x => x.Release is null && x.IsOpen))
            yield return Release("release-suspension", nameof(ReleaseSuspension), request.Milestone, request.Unit, request.Entry);

        Duty Release(string kind, string command, string subject, string unit, Entry entry) =>
            new(kind, command, subject, task.No, [unit], entry.RecordedOn, null, [entry.Event]) { NotBy = [entry.User], Items = task.ItemsOf(subject) };
    }

    private static IEnumerable<Duty> Judging(PlanTask task, ActionPlan plan, DateOnly day)
    {
        foreach (var claim in task.Claims.Where(c => c.Release is not null && !c.IsDecided))
            yield return new Duty("verify", nameof(VerifyMilestone), claim.Milestone, task.No, [], claim.Release!.RecordedOn, claim.VerificationLimit(plan), [claim.Id, claim.Release.Event])
                .Apart(Verdict.MatterOf(task, claim, day));
    }

    private static IEnumerable<Duty> Requests(PlanTask task, ActionPlan plan, DateOnly day)
    {
        foreach (var request in task.Extensions.Where(x => x.Release is not null && x.IsOpen))
            yield return new("decide-extension", DecideExtension.RowOf(task, request.Milestone, plan), request.Milestone, task.No, [],
                request.Release!.RecordedOn, plan.Calendar.After(request.Release.RecordedOn, plan.Rules.Extension.DecisionWorkingDays), [request.Id, request.Release.Event])
            {
                NotBy = [request.Entry.User, request.Release.User],
            };
        foreach (var request in task.Suspensions.Where(x => x.Release is not null && x.IsOpen))
            yield return new("decide-suspension", nameof(DecideSuspension), request.Milestone, task.No, [],
                request.Release!.RecordedOn, plan.Calendar.After(request.Release.RecordedOn, plan.Rules.Extension.DecisionWorkingDays), [request.Id, request.Release.Event])
            {
                NotBy = [request.Entry.User, request.Release.User],
            };
        foreach (var suspension in task.Suspensions.Where(s => s.Holds(day) && s.ReviewOn!.Value.DayNumber - day.DayNumber <= plan.Rules.DueSoonDays))
            yield return new("review-suspension", nameof(EndSuspension), suspension.Milestone, task.No, [], suspension.From!.Value, suspension.ReviewOn, [suspension.Id, suspension.Decision!.Event]);
    }
}
