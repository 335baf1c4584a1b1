using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>待办 on tasks: to acknowledge, to report, to claim, to release, to verify, to decide.</summary>
public static class PlanTaskDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day) => state.HeldBy(day).SelectMany(task => OfTask(task, state.Plan, day));

    private static IEnumerable<Duty> OfTask(PlanTask task, ActionPlan plan, DateOnly day) =>
        Acknowledging(task, plan, day).Concat(Milestones(task, plan, day)).Concat(Releasing(task, plan, day)).Concat(Judging(task, plan, day)).Concat(Requests(task, plan, day));

    private static IEnumerable<Duty> Acknowledging(PlanTask task, ActionPlan plan, DateOnly day)
    {
        var missing = task.EveryoneOn(day).SelectMany(u => plan.MembersOf(u, day)).Where(u => plan.FindUnit(u)?.Kind != UnitKind.Group).Distinct()
            .Where(u => !task.Acknowledgements.Exists(a => task.Successions.StandsFor(u, a.Unit, day))).ToList();
        foreach (var unit in missing)
            yield return new("acknowledge", nameof(AcknowledgeTask), task.No, task.No, [unit], task.AssignedOn, null, [task.AssignedBy]);
    }

    /// <summary>
    /// A milestone waits for its leads from the day on which it would turn yellow; a goal that repeats a task's waits once, there.
    /// Once claimed, it waits for the unit's approver, and for that lead no more; a joint lead is free to claim.
    /// </summary>
    private static IEnumerable<Duty> Milestones(PlanTask task, ActionPlan plan, DateOnly day)
    {
        foreach (var placed in task.MilestonesOn(day))
        {
            if (placed.Definition.SameAs is not null || (placed.IsOccurrence && placed.Start > day))
                continue;
            var standing = task.StandingOn(placed, day, plan);
            if (standing.State is MilestoneState.Closed or MilestoneState.Withdrawn or MilestoneState.Suspended || standing.Claim is not null)
                continue;
            var leads = standing.Chain.Leads.Where(l => !plan.MembersOf(l, day, standing.Chain.Items).Any(u => task.WaitingOf(placed.Id, u, day, plan) is not null)).ToList();
            if (leads.Count == 0)
                continue;
            if (standing.LastReleased is { Return: { } returned })
                yield return new("claim-again", nameof(ClaimMilestone), placed.Id, task.No, leads, returned.RecordedOn, returned.RecordedOn.AddDays(plan.Rules.ReclaimDays), [standing.LastReleased.Id, returned.Event]) { Items = standing.Chain.Items };
            else if (standing.Due is { } due && due.DayNumber - day.DayNumber <= plan.Rules.DueSoonDays)
                yield return new("claim", nameof(ClaimMilestone), placed.Id, task.No, leads, due.AddDays(-plan.Rules.DueSoonDays), due, standing.Chain.Events) { Items = standing.Chain.Items };
            else if (Silence.On(task, standing, day, plan.Rules) is { TooLong: true } silence)
                yield return new("report", nameof(RecordProgress), placed.Id, task.No, leads, day.AddDays(-silence.Days), day.AddDays(silence.Limit - silence.Days),
                    standing.LastReportEvent is { } last ? [last] : [task.AssignedBy]) { Items = standing.Chain.Items };
        }
    }

    private static IEnumerable<Duty> Releasing(PlanTask task, ActionPlan plan, DateOnly day)
    {
        foreach (var claim in task.Claims.Where(c => task.IsWaiting(c, day, plan)))
            yield return Release("release-claim", nameof(ReleaseClaim), claim.Milestone, claim.Unit, claim.Entry) with { NotBy = task.Hands(claim) };
        foreach (var added in task.Attachments.Where(a => a.Waits && task.FindClaim(a.Of) is { IsDecided: false }))
            yield return Release("release-evidence", nameof(ReleaseEvidence), task.FindClaim(added.Of)!.Milestone, added.Unit, added.Entry);
        foreach (var reading in task.WaitingReadings.Where(r => !r.Entry.Withdrawn))
            yield return Release("release-figure", nameof(ReleaseFigure), reading.Indicator, reading.Unit, reading.Entry);
        foreach (var correction in task.WaitingCorrections)
            yield return Release("release-correction", nameof(ReleaseFigure), task.Readings.Find(r => r.Entry.Event == correction.Of)!.Indicator, correction.Unit, correction.Entry);
        foreach (var request in task.Extensions.Where(x => x.Release is null && x.IsOpen && !task.IsLapsed(x, day, plan)))
            yield return Release("release-extension", nameof(ReleaseExtension), request.Milestone, request.Unit, request.Entry);
        foreach (var request in task.Suspensions.Where(x => x.Release is null && x.IsOpen && !task.IsLapsed(x, day, plan)))
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
            yield return new Duty("decide-extension", DecideExtension.RowOf(task, request.Milestone, plan), request.Milestone, task.No, [],
                request.Release!.RecordedOn, plan.Calendar.After(request.Release.RecordedOn, plan.Rules.Extension.DecisionWorkingDays), [request.Id, request.Release.Event])
                .Apart(Acts.Requests.Deciding(task, request.Milestone, request.Unit, request.Entry, request.Release, day));
        foreach (var request in task.Suspensions.Where(x => x.Release is not null && x.IsOpen))
            yield return new Duty("decide-suspension", nameof(DecideSuspension), request.Milestone, task.No, [],
                request.Release!.RecordedOn, plan.Calendar.After(request.Release.RecordedOn, plan.Rules.Extension.DecisionWorkingDays), [request.Id, request.Release.Event])
                .Apart(Acts.Requests.Deciding(task, request.Milestone, request.Unit, request.Entry, request.Release, day));
        foreach (var suspension in task.Suspensions.Where(s => s.Holds(day) && s.ReviewOn!.Value.DayNumber - day.DayNumber <= plan.Rules.DueSoonDays))
            yield return new("review-suspension", nameof(EndSuspension), suspension.Milestone, task.No, [], suspension.From!.Value, suspension.ReviewOn, [suspension.Id, suspension.Decision!.Event]);
    }
}
