using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 分解事项: a lead breaks a milestone, or a measure without dated milestones, into parts with an owner and a day.
/// Refused: both or neither named, unknown, closed, a measure that has dated milestones to break down, not a lead, an owner that neither leads nor cooperates nor is a region, a day later than the milestone's.
/// </summary>
public sealed record AddStep(string? Milestone, string? Measure, string Owner, DateOnly Due, DraftText? Deliverable, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, AddStep command, Caller who, Moment now)
    {
        if (command.Milestone is null == command.Measure is null)
            return Refusal.Invalid("milestone-or-measure", "milestone");
        var today = task.On(now.On);
        var milestone = command.Milestone is null ? null : today.Milestone(command.Milestone);
        if (command.Milestone is not null && milestone is null)
            return ClaimMilestone.Unknown(task, command.Milestone);
        var measure = milestone?.Measure ?? today.Measure(command.Measure!);
        if (measure is null)
            return Refusal.Invalid("unknown-measure", "measure", ("measure", command.Measure), ("task", task.No));
        if (milestone is null && measure.Definition.Milestones.Any(m => m.Due is not null || m.Recurrence?.Every is not null))
            return Refusal.Invalid("measure-has-dates", "measure", ("measure", measure.Id));
        var latest = milestone is null ? plan.Period.To : task.DueOn(milestone.Id, now.On) ?? plan.Period.To;
        var chain = task.ResponsibleOn(measure, now.On);
        return (milestone is not null && task.Claims.Exists(c => c.Milestone == milestone.Id && c.Verification is not null) ? Refusal.Conflict("already-closed", null, ("milestone", milestone.Id)) : null)
            ?? Checks.Units([command.Owner], "owner", plan, required: true)
            ?? plan.Succeeded([command.Owner], now.On, "owner")
            ?? (chain.Leads.Concat(chain.Cooperating).Any(u => plan.MembersOf(u, now.On).Contains(command.Owner)) || plan.FindUnit(command.Owner)!.Kind == UnitKind.Region
                ? null : Refusal.Invalid("owner-not-involved", "owner", ("unit", command.Owner)))
            ?? (command.Due > latest || command.Due < task.AssignedOn ? Refusal.Invalid("date-out-of-bounds", "due", ("day", command.Due), ("from", task.AssignedOn), ("to", latest)) : null)
            ?? Checks.Text(command.Deliverable, "deliverable", plan)
            ?? RightsTable.Check(nameof(AddStep), who, Checks.MatterOf(chain, measure.Id, now.On) with { NotYours = "not-your-lead" }, plan, command.Unit, out var unit)
            ?? Decision.Of(new StepAdded(NextId(task, command), command.Milestone, command.Measure, unit, command.Owner, command.Due, TextSeal.Of(command.Deliverable!)));
    }

    private static string NextId(PlanTask task, AddStep command) =>
        $"{command.Milestone ?? command.Measure}-s{task.Steps.Count(s => s.Milestone == command.Milestone && s.Measure == command.Measure) + 1}";
}

/// <summary>
/// The owner of a step, a region as a rule, reports that its deliverable is there, with evidence; until the office confirms it may report again.
/// Refused: unknown step, not the owner, confirmed already, no evidence, a day in the future or before the step was added.
/// </summary>
public sealed record ReportStep(string Step, DateOnly? EffectiveOn, DraftText? Narrative, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReportStep command, Caller who, Moment now)
    {
        if (task.Steps.Find(s => s.Id == command.Step) is not { } step)
            return Refusal.NotFound("unknown-step", "step", ("step", command.Step));
        var day = command.EffectiveOn ?? now.On;
        return RightsTable.Check(nameof(ReportStep), who, new Matter(step.Id, now.On) { Owners = [step.Owner], Items = task.ItemsOf(step), NotYours = "not-your-step" }, plan, command.Unit, out var unit)
            ?? (step.Confirmation is not null ? Refusal.Conflict("already-confirmed", "step", ("step", step.Id)) : null)
            ?? Checks.FactDay(day, now, plan)
            ?? (day < step.Entry.RecordedOn ? Refusal.Invalid("date-out-of-bounds", "effectiveOn", ("day", day), ("from", step.Entry.RecordedOn), ("to", now.On)) : null)
            ?? Checks.Text(command.Narrative, "narrative", plan, required: false)
            ?? Checks.Evidence(command.Evidence, required: true)
            ?? Decision.Of(new StepReported(step.Id, unit, day, command.Narrative is null ? null : TextSeal.Of(command.Narrative), command.Evidence));
    }
}

/// <summary>
/// The office confirms that a step's deliverable is there, as its owner has reported with evidence. Refused: unknown step, not the office, own home unit involved,
/// confirmed already, not reported, a day before the step was added.
/// </summary>
public sealed record ConfirmStep(string Step, DateOnly? EffectiveOn)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ConfirmStep command, Caller who, Moment now)
    {
        if (task.Steps.Find(s => s.Id == command.Step) is not { } step)
            return Refusal.NotFound("unknown-step", "step", ("step", command.Step));
        if (RightsTable.Role(nameof(ConfirmStep), who) is { } refusal)
            return refusal;
        var day = command.EffectiveOn ?? now.On;
        return (step.Confirmation is not null ? Refusal.Conflict("already-confirmed", "step", ("step", step.Id)) : null)
            ?? Checks.FactDay(day, now, plan)
            ?? (day < step.Entry.RecordedOn ? Refusal.Invalid("date-out-of-bounds", "effectiveOn", ("day", day), ("from", step.Entry.RecordedOn), ("to", now.On)) : null)
            ?? RightsTable.Check(nameof(ConfirmStep), who, MatterOf(task, step, now.On), plan)
            ?? (step.Report is null ? Refusal.Conflict("step-not-reported", "step", ("step", step.Id)) : null)
            ?? Decision.Of(new StepConfirmed(step.Id, who.HomeUnit!, day));
    }

    /// <summary>Who is party to a step: who leads or cooperates, who added it and who owns it.</summary>
    internal static Matter MatterOf(PlanTask task, Step step, DateOnly on)
    {
        var today = task.On(on);
        var measure = step.Milestone is null ? today.Measure(step.Measure!) : today.Milestone(step.Milestone)?.Measure;
        return Checks.MatterOf(task.ResponsibleOn(measure, on), step.Id, on) with
        {
            Parties = [step.Unit, step.Owner], Doers = step.Report is { } report ? [step.Entry.User, report.User] : [step.Entry.User],
        };
    }
}
