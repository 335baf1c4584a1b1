using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Complaints.Acts;

/// <summary>
/// 属实: an inspector, having heard the unit, finds the complaint founded. Where the deliverable is absent, the milestones are named and the unit leads them.
/// Refused: unknown complaint, not the office or a home unit that is party, whoever registered it or answered, not dispatched, found already, a unit that it was not dispatched to,
/// the unit not heard since, unknown milestones or none, a unit that leads one of them not, no texts.
/// </summary>
public sealed record UpholdComplaint(string Complaint, string Unit, IReadOnlyList<string> Milestones, bool DeliverableAbsent, DateOnly? HeardOn, DraftText? Heard, DraftText? Finding)
{
    public static Decision Decide(PlanState state, UpholdComplaint command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        return Hearing.Check(nameof(UpholdComplaint), state, complaint, command.Unit, command.Milestones, command.HeardOn, command.Heard, command.Finding, who, now)
            ?? (command.DeliverableAbsent && command.Milestones.Count == 0 ? Refusal.Invalid("milestones-missing", "milestones") : null)
            ?? command.Milestones.Select(m => Led(state, m, command.Unit, now.On)).FirstOrDefault(r => r is not null)
            ?? Decision.Of(new ComplaintUpheld(complaint.Id, command.Unit, [.. command.Milestones.Distinct()], command.DeliverableAbsent, command.HeardOn!.Value,
                TextSeal.Of(command.Heard!), TextSeal.Of(command.Finding!), who.HomeUnit!));
    }

    /// <summary>The unit leads the milestone, or led it when it was claimed: a handover does not carry the finding away.</summary>
    private static Refusal? Led(PlanState state, string milestone, string unit, DateOnly on)
    {
        if (ComplaintChecks.TaskOf(state, milestone, on) is not { } task)
            return Refusal.Invalid("unknown-milestone", "milestones", ("milestone", milestone.Length > 60 ? milestone[..60] : milestone));
        var leads = task.ResponsibleOn(task.On(on).Milestone(milestone)!.Measure, on).Leads;
        return leads.Any(l => state.Plan.MembersOf(l, on).Contains(state.Plan.Roster.Successions.Holder(unit, on, task.ItemsOf(milestone)))) || task.Claims.Exists(c => c.Milestone == milestone && c.Unit == unit)
            ? null
            : Refusal.Invalid("unit-leads-it-not", "unit", ("unit", unit), ("milestone", milestone));
    }
}

/// <summary>不属实: an inspector, having heard the unit, finds the complaint unfounded. Refused as upholding is, but for milestones.</summary>
public sealed record RejectComplaint(string Complaint, string Unit, DateOnly? HeardOn, DraftText? Heard, DraftText? Finding)
{
    public static Decision Decide(PlanState state, RejectComplaint command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        return Hearing.Check(nameof(RejectComplaint), state, complaint, command.Unit, [], command.HeardOn, command.Heard, command.Finding, who, now)
            ?? Decision.Of(new ComplaintRejected(complaint.Id, command.Unit, command.HeardOn!.Value, TextSeal.Of(command.Heard!), TextSeal.Of(command.Finding!), who.HomeUnit!));
    }
}

/// <summary>
/// 实地核查: an inspector goes to a milestone that an upheld complaint finds absent, and says whether the deliverable is there. Refused: unknown complaint, not the office or a
/// home unit that is party, a milestone that it does not find absent, visited already, confirmed by a second inspector already, no text.
/// </summary>
public sealed record VisitMilestone(string Complaint, string Milestone, bool Present, DraftText? Finding)
{
    public static Decision Decide(PlanState state, VisitMilestone command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        return RightsTable.Check(nameof(VisitMilestone), who, Hearing.MatterOf(state, complaint, complaint.Finding?.Milestones ?? [], now.On), state.Plan)
            ?? (complaint.Finding is { DeliverableAbsent: true } finding && finding.Milestones.Contains(command.Milestone) ? null
                : Refusal.NotFound("milestone-not-upheld", null, ("milestone", command.Milestone.Length > 60 ? command.Milestone[..60] : command.Milestone), ("complaint", complaint.Id)))
            ?? (complaint.Visits.Exists(v => v.Milestone == command.Milestone) ? Refusal.Conflict("visited-already", null, ("milestone", command.Milestone)) : null)
            ?? (complaint.Finding!.Confirmed is null ? null : Refusal.Conflict("upheld-confirmed-already", null, ("complaint", complaint.Id)))
            ?? Checks.Text(command.Finding, "finding", state.Plan)
            ?? Decision.Of(new UpheldMilestoneVisited(complaint.Id, command.Milestone, command.Present, TextSeal.Of(command.Finding!), who.HomeUnit!));
    }
}

/// <summary>
/// 属实认定: a second inspector upholds that deliverables are absent. Only by this act is the complaint a ground of 落而不实, and a milestone that was closed is open again.
/// Closed ones were visited before; those that a visit found there are left out. Refused: unknown complaint, not the office or a home unit that is party, whoever found it, registered it or
/// answered, nothing found absent, confirmed already, a closed milestone not visited, every deliverable found there, no reason.
/// </summary>
public sealed record ConfirmUpheld(string Complaint, DraftText? Reason)
{
    public static Decision Decide(PlanState state, ConfirmUpheld command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        if (RightsTable.Check(nameof(ConfirmUpheld), who, MatterOf(state, complaint, now.On), state.Plan) is { } refusal)
            return refusal;
        if (complaint.Finding is not { DeliverableAbsent: true } finding)
            return Refusal.Conflict("nothing-found-absent", null, ("complaint", complaint.Id));
        if (finding.Confirmed is not null)
            return Refusal.Conflict("upheld-confirmed-already", null, ("complaint", complaint.Id));
        var closed = state.ClosedOnes(complaint, now.On).ToList();
        if (closed.Find(c => !complaint.Visits.Exists(v => v.Milestone == c.Milestone)) is { Milestone: { } unvisited })
            return Refusal.Conflict("visit-missing", null, ("milestone", unvisited), ("complaint", complaint.Id));
        IReadOnlyList<string> absent = [.. finding.Milestones.Where(m => !complaint.Visits.Exists(v => v.Milestone == m && v.Present))];
        if (absent.Count == 0)
            return Refusal.Conflict("everything-found-there", null, ("complaint", complaint.Id));
        return Checks.Text(command.Reason, "reason", state.Plan)
            ?? Decision.Of([
                new UpheldConfirmed(complaint.Id, absent, who.HomeUnit!, TextSeal.Of(command.Reason!)),
                .. closed.Where(c => absent.Contains(c.Milestone)).SelectMany(c => Inspecting.Reopen(c.Task, c.Milestone, null, ReopenGround.Complaint, HalfYear.Of(now.On), who)),
            ]);
    }

    /// <summary>As for the finding; whoever made it confirms nothing.</summary>
    internal static Matter MatterOf(PlanState state, Complaint complaint, DateOnly on)
    {
        var matter = Hearing.MatterOf(state, complaint, complaint.Finding?.Milestones ?? [], on);
        return complaint.Finding is { } by ? matter with { Doers = matter.Doers.Append(by.Entry.User) } : matter;
    }
}

/// <summary>What upholding and rejecting check alike.</summary>
internal static class Hearing
{
    public static Refusal? Check(
        string command, PlanState state, Complaint complaint, string unit, IReadOnlyList<string> milestones, DateOnly? heardOn, DraftText? heard, DraftText? finding, Caller who, Moment now) =>
        RightsTable.Check(command, who, MatterOf(state, complaint, milestones, now.On), state.Plan)
        ?? (complaint.Dispatched is null ? Refusal.Conflict("not-dispatched", null, ("complaint", complaint.Id)) : null)
        ?? (complaint.Finding is not null ? Refusal.Conflict("found-already", null, ("complaint", complaint.Id)) : null)
        ?? (complaint.Turns.Exists(t => t.Unit == unit) ? null : Refusal.Invalid("unit-not-asked", "unit", ("unit", unit.Length > 60 ? unit[..60] : unit), ("complaint", complaint.Id)))
        ?? (heardOn is null || heardOn < complaint.Turns.First(t => t.Unit == unit).Start.RecordedOn ? Refusal.Invalid("unit-not-heard", "heardOn", ("unit", unit)) : null)
        ?? Checks.FactDay(heardOn!.Value, now, state.Plan, "heardOn")
        ?? Checks.Text(heard, "heard", state.Plan)
        ?? Checks.Text(finding, "finding", state.Plan);

    /// <summary>Whoever leads or cooperates on the milestones is party too; whoever entered the complaint or answered it judges nothing.</summary>
    public static Matter MatterOf(PlanState state, Complaint complaint, IReadOnlyList<string> milestones, DateOnly on)
    {
        var chains = milestones.Select(m => ComplaintChecks.TaskOf(state, m, on) is { } task ? task.ResponsibleOn(task.On(on).Milestone(m)!.Measure, on) : null).OfType<Responsible>().ToList();
        return ComplaintChecks.MatterOf(complaint, on) with
        {
            Leads = chains.SelectMany(c => c.Leads),
            Cooperating = chains.SelectMany(c => c.Cooperating),
            Doers = complaint.Answers.Select(a => a.Entry.User).Append(complaint.Received.User),
        };
    }
}
