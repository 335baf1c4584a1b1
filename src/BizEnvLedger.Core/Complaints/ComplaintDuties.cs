using BizEnvLedger.Core.Complaints.Acts;
using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Complaints;

/// <summary>What waits on complaints: to name a tip's officer, to dispatch, to answer, to release, to ask, to visit, to decide on an exposure.</summary>
public static class ComplaintDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day) => Rates.Ordered(state).SelectMany(c => OfOne(state, c, day));

    private static IEnumerable<Duty> OfOne(PlanState state, Complaint c, DateOnly day)
    {
        var plan = state.Plan;
        var parties = c.Turns.Select(t => t.Unit).Concat(c.Unit is { } unit ? [unit] : []).Distinct().ToList();
        if (c.IsTip && c.Officer is null)
            yield return On("tip-officer", nameof(NameTipOfficer), [], c.Received, c.DispatchDue);
        else if (c.Dispatched is null)
            yield return OfOfficer(On("complaint-dispatch", ComplaintRights.RowOf(nameof(DispatchComplaint), c), [], c.Received, c.DispatchDue));
        foreach (var turn in c.Open)
        {
            var waiting = c.Answers.FindLast(a => a.Unit == turn.Unit && a.Entry.Leaf > turn.Start.Leaf);
            if (waiting is { Release: null })
                yield return On("answer-release", nameof(ReleaseAnswer), [turn.Unit], waiting.Entry, turn.Response is null ? turn.ResponseDue : turn.ResolveLimit) with { NotBy = [waiting.Entry.User] };
            else if (turn.Response is null)
                yield return On("complaint-answer", nameof(AnswerComplaint), [turn.Unit], turn.Start, turn.ResponseDue);
            else if (turn.Resolution is null)
                yield return On("complaint-resolve", nameof(AnswerComplaint), [turn.Unit], turn.Response, turn.ResolveLimit);
        }

        // Past its limit a call back counts for no rate; it is late, and still to be made.
        if (c.State == ComplaintState.Resolved)
            yield return OfOfficer(On("satisfaction-ask", ComplaintRights.RowOf(nameof(AskSatisfaction), c), [], c.Open.MaxBy(t => t.Resolution!.Leaf)!.Resolution!, c.Open.Min(t => t.AskLimit(plan)))
                with { NotFrom = parties });
        // Founded or not is said of each, by an inspector, once a unit has answered for good or should have.
        if (c.Dispatched is not null && c.Finding is null && c.Turns.MinBy(t => t.HeardFrom)! is { } first && first.HeardFrom <= day)
            yield return On("complaint-finding", nameof(UpholdComplaint), [], first.Resolution ?? first.Start, null).Apart(Hearing.MatterOf(state, c, c.Milestone is { } m ? [m] : [], day)) with { Since = first.HeardFrom };
        foreach (var (milestone, task) in state.ClosedOnes(c, day).Where(m => !c.Visits.Exists(v => v.Milestone == m.Milestone)))
        {
            yield return On("milestone-visit", nameof(VisitMilestone), [], c.Finding!.Entry, plan.Calendar.After(c.Finding.Entry.RecordedOn, plan.Rules.Complaints.VisitWorkingDays))
                .Apart(Hearing.MatterOf(state, c, c.Finding.Milestones, day)) with { Subject = milestone, Task = task.No };
        }

        foreach (var exposure in c.Exposures.Where(e => e.Decision is null))
            yield return On("exposure-decide", nameof(DecideExposure), [], exposure.Entry, null) with { NotBy = [exposure.Entry.User] };

        Duty On(string kind, string command, IReadOnlyList<string> units, Entry since, DateOnly? limit) =>
            new(kind, command, c.Id, c.Task, units, since.RecordedOn, limit, since.Event == c.Received.Event ? [since.Event] : [c.Received.Event, since.Event]);

        // What is done with knowledge of a tip waits for its officer, and shows to nobody else; a party's people are no officers of it.
        Duty OfOfficer(Duty duty) => c.Officer is { } officer ? duty with { OnlyBy = officer, NotFrom = parties } : duty;
    }
}
