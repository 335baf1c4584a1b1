using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>
/// A unit that has a part in a task today and has never acted on it: neither acknowledged nor reported, reported a figure (also one that waits), claimed,
/// asked for another day or a rest, added a step or reported one, disputed, asked for cooperation, answered or delivered one, nor replied to a paper.
/// Whoever was relieved by a dispute that was upheld has acted.
/// </summary>
/// <param name="Days">Days since the assignment.</param>
public sealed record NeverActed(string Unit, string Task, bool Leads, DateOnly Since, int Days, IReadOnlyList<Guid> Events);

/// <summary>A milestone on which its leads have not reported within the period.</summary>
public sealed record SilentMilestone(string Unit, string Task, string Milestone, DateOnly? LastReport, int Days, int Limit, IReadOnlyList<Guid> Events);

/// <summary>A verdict that is past its limit, or was: days of the verifier, not of the doer. The verifier's home unit is known once there is a verdict.</summary>
public sealed record LateVerdict(string Milestone, string Task, Guid Claim, DateOnly ReleasedOn, DateOnly Limit, DateOnly? DecidedOn, int Days, string? VerifiedBy, IReadOnlyList<Guid> Events);

/// <summary>Who was assigned something and does not act, by day, from the events alone.</summary>
public static class SilentUnits
{
    public static IReadOnlyList<NeverActed> NeverActed(PlanState state, DateOnly day) =>
        [.. from task in state.HeldBy(day)
            where task.AssignedOn <= day
            let leads = task.On(day).Measures.Select(m => task.ResponsibleOn(m, day)).Append(task.ResponsibleOn(null, day)).SelectMany(c => c.Leads).SelectMany(u => state.Plan.MembersOf(u, day)).ToHashSet()
            from unit in task.EveryoneOn(day).SelectMany(u => state.Plan.MembersOf(u, day)).Distinct()
            where state.Plan.FindUnit(unit) is { Kind: not UnitKind.Group } && !HasActed(task, unit, day)
            orderby unit, task.AssignedOn
            select new NeverActed(unit, task.No, leads.Contains(unit), task.AssignedOn, day.DayNumber - task.AssignedOn.DayNumber, [task.AssignedBy])];

    public static IReadOnlyList<SilentMilestone> Milestones(PlanState state, DateOnly day) =>
        [.. from task in state.HeldBy(day)
            where task.AssignedOn <= day
            from placed in task.MilestonesOn(day)
            where placed.Definition.SameAs is null
            let standing = task.StandingOn(placed, day, state.Plan)
            let silence = Silence.On(task, standing, day, state.Plan.Rules)
            where silence is { TooLong: true }
            from unit in standing.Chain.Leads
            select new SilentMilestone(unit, task.No, placed.Id, standing.LastReport, silence.Days, silence.Limit, standing.LastReportEvent is { } last ? [last] : [task.AssignedBy])];

    public static IReadOnlyList<LateVerdict> Verdicts(PlanState state, DateOnly day) =>
        [.. from task in state.HeldBy(day)
            from claim in task.Claims
            where claim.Release is { } released && released.RecordedOn <= day
            let limit = claim.VerificationLimit(state.Plan)
            let verdict = claim.Verification ?? claim.Return
            let until = verdict?.RecordedOn is { } judged && judged <= day ? judged : day
            where until > limit
            select new LateVerdict(claim.Milestone, task.No, claim.Id, claim.Release!.RecordedOn, limit, verdict?.RecordedOn, until.DayNumber - limit.DayNumber, claim.VerdictBy,
                verdict is null ? [claim.Id, claim.Release!.Event] : [claim.Id, claim.Release!.Event, verdict.Event])];

    private static bool HasActed(PlanTask task, string unit, DateOnly day)
    {
        return task.Acknowledgements.Exists(a => Is(a.Unit) && a.Entry.EffectiveOn <= day)
            || task.Reports.Exists(r => Is(r.Unit) && r.Entry.EffectiveOn <= day)
            || task.Readings.Exists(r => Is(r.Unit) && r.Entry.EffectiveOn <= day)
            || task.WaitingReadings.Exists(r => Is(r.Unit) && r.Entry.RecordedOn <= day)
            || task.Claims.Exists(c => Is(c.Unit) && c.Entry.EffectiveOn <= day)
            || task.Steps.Exists(s => Is(s.Unit) && s.Entry.RecordedOn <= day)
            || task.Steps.Exists(s => s.Report is { } report && Is(s.Owner) && report.EffectiveOn <= day)
            || task.Extensions.Exists(x => Is(x.Unit) && x.Entry.RecordedOn <= day)
            || task.Suspensions.Exists(x => Is(x.Unit) && x.Entry.RecordedOn <= day)
            || task.Coordination.Disputes.Exists(d => Is(d.Unit) && d.Entry.RecordedOn <= day)
            || task.Coordination.Requests.Exists(r => Is(r.Unit) && r.Entry.RecordedOn <= day)
            || task.Coordination.Requests.Exists(r => Is(r.To) && (r.Answer?.RecordedOn <= day || r.Deliveries.Exists(d => d.Entry.RecordedOn <= day)))
            || task.Coordination.Demands.Exists(d => d.Replies.Exists(r => Is(r.Unit) && r.Entry.RecordedOn <= day));

        // What a unit did that is gone, its successor has done.
        bool Is(string other) => task.Successions.StandsFor(unit, other, day);
    }
}
