using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Complaints;

/// <summary>A unit whose deliverable an inspector, having heard it, found absent on a complaint, and a second one upheld it.</summary>
/// <param name="Events">The complaint, the finding, the visit where there was one, and what upheld it.</param>
public sealed record UpheldComplaint(string Unit, string Milestone, IReadOnlyList<Guid> Events);

/// <summary>What upheld complaints say of a half-year.</summary>
public static class Upheld
{
    /// <summary>
    /// 落而不实 by complaint (四（四）): the deliverable absent by the word of two inspectors, the second one's within the half-year.
    /// </summary>
    public static IReadOnlyList<UpheldComplaint> UpheldComplaints(this PlanState state, HalfYear half) =>
        [.. from complaint in Rates.Ordered(state)
            where complaint.Finding is { Confirmed: { } confirmed } && half.Contains(confirmed.RecordedOn)
            let found = complaint.Finding!
            from milestone in found.Absent
            let visit = complaint.Visits.Find(v => v.Milestone == milestone)
            select new UpheldComplaint(found.Unit, milestone,
                [.. new[] { complaint.Received, found.Entry, visit?.Entry, found.Confirmed }.OfType<Entry>().Select(e => e.Event)])];

    /// <summary>Closed milestones that an upheld complaint finds absent: to these an inspector goes.</summary>
    public static IEnumerable<(string Milestone, PlanTask Task)> ClosedOnes(this PlanState state, Complaint complaint, DateOnly day) =>
        from milestone in complaint.Finding is { DeliverableAbsent: true } found ? found.Milestones : []
        let task = Acts.ComplaintChecks.TaskOf(state, milestone, day)
        where task is not null && task.ClosingOn(milestone, day, state.Plan) is not null
        select (milestone, task);

    /// <summary>The half-year's section; null where the ledger holds no complaint.</summary>
    public static ComplaintFigures? SectionOf(PlanState state, HalfYear half)
    {
        if (state.Complaints.IsEmpty)
            return null;
        var (from, to) = (half.FirstDay, half.LastDay);
        var all = Rates.Ordered(state).ToList();
        var received = all.Where(c => half.Contains(c.Received.RecordedOn)).ToList();
        return new()
        {
            Received = received.Count,
            Tips = received.Count(c => c.IsTip),
            Repeats = received.Count(c => c.Earlier is not null),
            Dispatched = Rates.Dispatched(all, from, to),
            Rates = Rates.Of(all, state.Plan, from, to),
            Units = Rates.ByUnit(state, from, to),
            Tasks = Rates.ByTask(state, from, to),
            Upheld = [.. from c in all
                where c.Finding is { Upheld: true } found && half.Contains(found.Entry.RecordedOn)
                select new UpheldFigures(c.Id, state.Plan.Name(c.Finding!.Unit, to), c.Finding.Milestones, c.Finding.DeliverableAbsent,
                    [.. state.ClosedOnes(c, to).Select(m => m.Milestone)], c.Finding.Entry.RecordedOn, [c.Received.Event, c.Finding.Entry.Event]) { ConfirmedOn = c.Finding.Confirmed is { } confirmed && confirmed.RecordedOn <= to ? confirmed.RecordedOn : null }],
            Exposures = [.. from c in all
                from e in c.Exposures
                where e is { Approved: true, Decision: { } decided } && half.Contains(decided.RecordedOn)
                select new ExposureFigures(c.Id, state.Plan.Name(c.Finding!.Unit, to), Figures.Word(e.Visibility), e.Decision!.RecordedOn, [e.Id, e.Decision.Event])],
        };
    }
}
