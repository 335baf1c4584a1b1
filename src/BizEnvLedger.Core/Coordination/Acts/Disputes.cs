using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Coordination.Acts;

/// <summary>
/// 异议: a lead or cooperating unit disputes the assignment of the whole task or of a measure, within the days after it, or after the reassignment that named it.
/// The clock runs meanwhile. Refused: an unknown measure; not concerned; disputed already; too late; no reason.
/// </summary>
public sealed record DisputeAssignment(string? Measure, DraftText? Reason, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, DisputeAssignment command, Caller who, Moment now)
    {
        var measure = command.Measure is null ? null : task.On(now.On).Measure(command.Measure);
        if (command.Measure is not null && measure is null)
            return Refusal.Invalid("unknown-measure", "measure", ("measure", command.Measure), ("task", task.No));
        var matter = Checks.MatterOf(task.ResponsibleOn(measure, now.On), measure?.Id ?? task.No, now.On) with { NotYours = measure is null ? "not-your-task" : "not-your-measure" };
        if (RightsTable.Check(nameof(DisputeAssignment), who, matter, plan, command.Unit, out var unit) is { } refusal)
            return refusal;
        if (Naming.DisputableUntil(task, plan, measure, unit, now.On) is not { } until)
            return Refusal.Conflict("disputed-already", null, ("unit", unit));
        return (now.On > until ? Refusal.Conflict("dispute-too-late", null, ("until", until), ("today", now.On)) : null)
            ?? Checks.Text(command.Reason, "reason", plan)
            ?? Checks.Evidence(command.Evidence)
            ?? Decision.Of(new AssignmentDisputed(measure?.Id, unit, until, TextSeal.Of(command.Reason!), command.Evidence));
    }
}

/// <summary>异议审签: the unit's approver lets the dispute out, within the same days. Refused: unknown; not the unit's approver; whoever raised it; released already; too late.</summary>
public sealed record ReleaseDispute(Guid Dispute)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReleaseDispute command, Caller who, Moment now)
    {
        if (task.Coordination.FindDispute(command.Dispute) is not { } dispute)
            return Refusal.NotFound("unknown-dispute", "dispute", ("dispute", command.Dispute));
        var matter = new Matter(dispute.Measure ?? task.No, now.On) { Items = task.ItemsOf(dispute.Measure ?? task.No), Owners = [dispute.Unit], Doers = [dispute.Entry.User], NotYours = "not-your-unit", NotTheDoer = "disputer-never-releases" };
        return RightsTable.Check(nameof(ReleaseDispute), who, matter, plan)
            ?? Requests.Standing(dispute.Id, dispute.Withdrawal)
            ?? (dispute.Release is not null ? Refusal.Conflict("dispute-released", "dispute", ("dispute", dispute.Id)) : null)
            ?? (now.On > dispute.Until ? Refusal.Conflict("dispute-too-late", null, ("until", dispute.Until), ("today", now.On)) : null)
            ?? (Decision)Decision.Of(new DisputeReleased(dispute.Id, dispute.Unit));
    }
}

/// <summary>
/// 异议裁定: the leader upholds the dispute, naming new leads, or rejects it. Upheld, the reassignment stands beside it, with the same reason and its basis.
/// Refused: unknown; not the leader; own home unit involved; whoever raised or released it; not released; decided already; no reason; upheld: the same as of a reassignment; rejected: new leads.
/// </summary>
public sealed record DecideDispute(
    Guid Dispute, bool Upheld, IReadOnlyList<string> Leads, IReadOnlyList<string>? Cooperating, DateOnly? EffectiveOn, DraftText? Reason, DraftText? Basis)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, DecideDispute command, Caller who, Moment now)
    {
        if (task.Coordination.FindDispute(command.Dispute) is not { } dispute)
            return Refusal.NotFound("unknown-dispute", "dispute", ("dispute", command.Dispute));
        var refusal = RightsTable.Check(nameof(DecideDispute), who, MatterOf(task, dispute, now.On), plan)
            ?? Requests.Standing(dispute.Id, dispute.Withdrawal)
            ?? (dispute.Release is null ? Refusal.Conflict("dispute-not-released", "dispute", ("dispute", dispute.Id)) : null)
            ?? (dispute.Decision is not null ? Refusal.Conflict("dispute-decided", "dispute", ("dispute", dispute.Id)) : null)
            ?? Checks.Text(command.Reason, "reason", plan);
        if (refusal is not null)
            return refusal;
        var decided = new DisputeDecided(dispute.Id, command.Upheld, TextSeal.Of(command.Reason!));
        if (!command.Upheld)
            return command.Leads.Count > 0 || command.Cooperating is not null || command.EffectiveOn is not null || command.Basis is not null
                ? Refusal.Invalid("rejected-changes-nothing", "upheld")
                : Decision.Of(decided);
        var reassigned = ReassignLead.Decide(task, plan, new(dispute.Measure, command.Leads, command.Cooperating, command.EffectiveOn, command.Reason, command.Basis), who, now);
        return reassigned.Refusal is { } wrong ? wrong : Decision.Of([decided, .. reassigned.Events]);
    }

    /// <summary>Whoever disputes, and whoever leads or cooperates on what is disputed, does not decide.</summary>
    internal static Matter MatterOf(PlanTask task, AssignmentDispute dispute, DateOnly on) =>
        Checks.MatterOf(task.ResponsibleOn(dispute.Measure is null ? null : task.On(on).Measure(dispute.Measure), on), dispute.Measure ?? task.No, on) with
        {
            Owners = [dispute.Unit], Doers = new[] { dispute.Entry.User, dispute.Release?.User }.OfType<string>(),
        };
}

/// <summary>Which acts named a unit, and until when each can be disputed.</summary>
internal static class Naming
{
    /// <summary>The last day to dispute; null where everything that named the unit was disputed before. What was taken back was not disputed, and wins no day.</summary>
    public static DateOnly? DisputableUntil(PlanTask task, ActionPlan plan, PlacedMeasure? measure, string unit, DateOnly today)
    {
        var last = task.Coordination.Disputes.FindLast(d => d.Unit == unit && d.Measure == measure?.Id && d.Withdrawal is null)?.Entry;
        var days = Joining(task, plan, measure, unit, today).Where(d => last is null || d > last.RecordedOn)
            .Concat(ByReassignment(task, plan, measure, unit, today).Where(e => last is null || e.Leaf > last.Leaf).Select(e => Later(e.EffectiveOn, e.RecordedOn)))
            .ToList();
        return days.Count == 0 ? null : plan.Calendar.After(days.Max(), plan.Rules.Coordination.DisputeWorkingDays);
    }

    /// <summary>The assignment, and every day on which the unit comes into the chain: by a later document, a reassignment, or as a member of a group.</summary>
    private static IEnumerable<DateOnly> Joining(PlanTask task, ActionPlan plan, PlacedMeasure? measure, string unit, DateOnly today)
    {
        var first = Later(task.AssignedOn, task.Coordination.ToldOn);
        yield return first;
        foreach (var day in task.ChangesWithin(first, today).Concat(plan.MembershipTurns()).Where(d => first < d && d <= today).Distinct())
            if (Names(day) && !Names(day.AddDays(-1)))
                yield return day;

        bool Names(DateOnly day)
        {
            var then = measure is null ? null : task.On(day).Measure(measure.Id);
            var chain = task.ResponsibleOn(then, day);
            return measure is null == then is null && chain.Leads.Concat(chain.Cooperating).Any(u => plan.MembersOf(u, day).Contains(unit));
        }
    }

    private static IEnumerable<Entry> ByReassignment(PlanTask task, ActionPlan plan, PlacedMeasure? measure, string unit, DateOnly today) =>
        from change in task.LeadChanges
        where !change.Entry.Withdrawn && (change.Measure is null || measure?.Upwards().Any(m => m.Id == change.Measure) == true)
        where change.Leads.Concat(change.Cooperating ?? []).Any(u => plan.MembersOf(u, today).Contains(unit))
        select change.Entry;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
