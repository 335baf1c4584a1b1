using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 进展: a lead or cooperating unit reports on a measure; the right is judged on the effective date.
/// A percentage is shown as stated and tests nothing. Refused: unknown measure, not yours, a day in the future or out of bounds,
/// percent outside 0–100, empty or over-long text, evidence that is no hash.
/// </summary>
public sealed record RecordProgress(
    string Measure, decimal? Percent, bool NoChange, DraftText? Narrative, DateOnly? EffectiveOn, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, RecordProgress command, Caller who, Moment now)
    {
        var day = command.EffectiveOn ?? now.On;
        if (task.On(day).Measure(command.Measure) is not { } measure)
            return Refusal.Invalid("unknown-measure", "measure", ("measure", command.Measure), ("task", task.No));
        var chain = task.ResponsibleOn(measure, day);
        return Checks.FactDay(day, now, plan)
            ?? Checks.Percent(command.Percent)
            ?? Checks.Text(command.Narrative, "narrative", plan, required: !command.NoChange)
            ?? Checks.Evidence(command.Evidence)
            ?? RightsTable.Check(nameof(RecordProgress), who, Checks.MatterOf(chain, measure.Id, day) with { HeldOn = now.On, NotYours = "not-your-measure" }, plan, command.Unit, out var unit)
            ?? Decision.Of(new ProgressRecorded(
                measure.Id, unit, day, command.Percent, command.NoChange,
                command.Narrative is null ? null : TextSeal.Of(command.Narrative), command.Evidence));
    }
}
