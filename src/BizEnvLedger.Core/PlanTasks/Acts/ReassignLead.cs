using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 牵头调整: of the whole task, a measure or a sub-item, from a day on, with reason and basis. A day before today is allowed and shown as late-entered;
/// the days of delay before it stay with whoever led. Refused: unknown measure or unit, the same leads again, a unit both leading and cooperating, no reason, no basis.
/// </summary>
public sealed record ReassignLead(
    string? Measure, IReadOnlyList<string> Leads, IReadOnlyList<string>? Cooperating, DateOnly? EffectiveOn, DraftText? Reason, DraftText? Basis)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReassignLead command, Caller who, Moment now)
    {
        var day = command.EffectiveOn ?? now.On;
        if (RightsTable.Role(nameof(ReassignLead), who) is { } refusal)
            return refusal;
        var measure = command.Measure is null ? null : task.On(day).Measure(command.Measure);
        if (command.Measure is not null && measure is null)
            return Refusal.Invalid("unknown-measure", "measure", ("measure", command.Measure), ("task", task.No));
        return Checks.DecisionDay(day, plan)
            ?? Checks.Units(command.Leads, "leads", plan, required: true)
            ?? (command.Cooperating is { } given ? Checks.Units(given, "cooperating", plan, required: false) : null)
            ?? plan.Succeeded(command.Leads, day, "leads")
            ?? plan.Succeeded(command.Cooperating ?? [], day, "cooperating")
            ?? Checks.Text(command.Reason, "reason", plan)
            ?? Checks.Text(command.Basis, "basis", plan)
            ?? Fits(task.ResponsibleOn(measure, day), command)
            ?? Decision.Of(new LeadReassigned(measure?.Id, command.Leads, command.Cooperating, day, TextSeal.Of(command.Reason!), TextSeal.Of(command.Basis!)));
    }

    private static Refusal? Fits(Responsible now, ReassignLead command)
    {
        var cooperating = command.Cooperating ?? now.Cooperating;
        if (now.Leads.SequenceEqual(command.Leads) && now.Cooperating.SequenceEqual(cooperating))
            return Refusal.Conflict("same-leads", "leads", ("leads", string.Join(", ", now.Leads)));
        return command.Cooperating is not null && command.Leads.Intersect(command.Cooperating).FirstOrDefault() is { } both
            ? Refusal.Invalid("lead-and-cooperating", "cooperating", ("unit", both))
            : null;
    }
}
