using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 办结申请: a lead claims a milestone, or one occurrence of a recurring duty, with evidence. The right is judged on the day of recording.
/// Where a target measures the milestone the claim rests on a reading: the one named, else the latest.
/// A claim that waits for its own approver blocks its unit, and no joint lead.
/// Refused: unknown, closed, withdrawn or already claimed milestone; not a lead; no evidence; no reading;
/// a day in the future, before the assignment, before the return that it answers, or before the occurrence begins.
/// </summary>
public sealed record ClaimMilestone(
    string Milestone, DateOnly? EffectiveOn, DraftText? Narrative, IReadOnlyList<string> Evidence, Guid? Reading, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ClaimMilestone command, Caller who, Moment now)
    {
        var day = command.EffectiveOn ?? now.On;
        if (task.On(now.On).Milestone(command.Milestone) is not { } milestone)
            return Unknown(task, command.Milestone);
        var last = task.LastReleased(milestone.Id);
        var chain = task.ResponsibleOn(milestone.Measure, now.On);
        return Open(task, milestone.Id)
            ?? Checks.FactDay(day, now, plan)
            ?? NotBefore(task, milestone, last, day)
            ?? RightsTable.Check(nameof(ClaimMilestone), who, Checks.MatterOf(chain, milestone.Id, now.On) with { NotYours = "not-your-milestone" }, plan, command.Unit, out var unit)
            ?? (task.WaitingOf(milestone.Id, unit, now.On, plan) is { } waiting
                ? Refusal.Conflict("claim-waits-for-release", null, ("milestone", milestone.Id), ("claim", waiting.Id), ("unit", waiting.Unit)) : null)
            ?? Checks.Text(command.Narrative, "narrative", plan)
            ?? Checks.Evidence(command.Evidence, required: true)
            ?? Readings(task, milestone, command.Reading, day, out var readings)
            ?? Decision.Of(new MilestoneClaimed(milestone.Id, unit, day, TextSeal.Of(command.Narrative!), command.Evidence, readings));
    }

    internal static Refusal Unknown(PlanTask task, string milestone) =>
        task.Latest.Recurring.Any(r => r.Id == milestone) ? Refusal.Conflict("name-an-occurrence", null, ("milestone", milestone))
        : task.Definitions.Any(d => d.Catalogue.Milestone(milestone) is not null) ? Refusal.Conflict("milestone-withdrawn", null, ("milestone", milestone))
        : Refusal.NotFound("unknown-milestone", null, ("milestone", milestone));

    /// <summary>Neither closed, nor claimed and let out.</summary>
    internal static Refusal? Open(PlanTask task, string milestone) =>
        task.Claims.Exists(c => c.Milestone == milestone && c.Verification is not null) ? Refusal.Conflict("already-closed", null, ("milestone", milestone))
        : task.LastReleased(milestone) is { IsDecided: false } pending ? Refusal.Conflict("claim-pending", null, ("milestone", milestone), ("claim", pending.Id))
        : null;

    private static Refusal? NotBefore(PlanTask task, PlacedMilestone milestone, Claim? last, DateOnly day)
    {
        var earliest = task.AssignedOn;
        if (milestone.IsOccurrence && milestone.Start > earliest)
            earliest = milestone.Start.Value;
        if (last?.Return is { } returned && returned.RecordedOn > earliest)
            earliest = returned.RecordedOn;
        return day < earliest ? Refusal.Invalid("claim-too-early", "effectiveOn", ("day", day), ("earliest", earliest)) : null;
    }

    private static Refusal? Readings(PlanTask task, PlacedMilestone milestone, Guid? named, DateOnly day, out IReadOnlyList<Guid> readings)
    {
        readings = [];
        var indicators = task.On(day).Measuring(milestone).Where(i => !i.Definition.FactOnly).ToList();
        if (named is { } id)
        {
            if (task.Readings.Find(r => r.Entry.Event == id) is not { Entry.Withdrawn: false } reading || indicators.All(i => i.Id != reading.Indicator) || !milestone.IsMeasuredOn(reading.Entry.EffectiveOn))
                return Refusal.Invalid("reading-not-of-milestone", "reading", ("reading", id), ("milestone", milestone.Id));
            readings = [id];
        }
        else
            readings = [.. from i in indicators
                let latest = Chain.InForceOn(task.Readings, r => r.Indicator == i.Id, r => r.Entry, day)
                where latest is not null && milestone.IsMeasuredOn(latest.Entry.EffectiveOn)
                select latest.Entry.Event];
        return indicators.Count > 0 && readings.Count == 0
            ? Refusal.Invalid("reading-missing", "reading", ("milestone", milestone.Id), ("indicators", string.Join(", ", indicators.Select(i => i.Id))))
            : null;
    }
}
