using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>签收: a lead or cooperating unit takes its assignment. Refused: not yours, acknowledged already.</summary>
public sealed record AcknowledgeTask(string? Unit, DateOnly? EffectiveOn)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, AcknowledgeTask command, Caller who, Moment now)
    {
        var day = command.EffectiveOn ?? now.On;
        return Checks.FactDay(day, now, plan)
            ?? (day < task.AssignedOn ? Refusal.Invalid("before-assignment", "effectiveOn", ("day", day), ("assigned", task.AssignedOn)) : null)
            ?? RightsTable.Check(nameof(AcknowledgeTask), who, new Matter(task.No, now.On) { Leads = task.EveryoneOn(now.On), NotYours = "not-your-task" }, plan, command.Unit, out var unit)
            ?? (task.Acknowledgements.Exists(a => task.Successions.StandsFor(unit, a.Unit, now.On)) ? Refusal.Conflict("already-acknowledged", null, ("unit", unit)) : null)
            ?? Decision.Of(new TaskAcknowledged(unit, day));
    }
}
