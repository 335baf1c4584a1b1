using System.Text.RegularExpressions;
using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Units.Acts;

/// <summary>
/// 落实方案: a unit of which the plan asks it has adopted a plan of its own, or revised it; recorded by itself or by the group office, with the file.
/// Refused: unknown unit, one of which the plan asks none, a unit that is gone, somebody else's, a document number that is none or was recorded already,
/// no visibility, a day in the future or before the plan, no file.
/// </summary>
public sealed partial record AdoptImplementationPlan(string Unit, string DocumentNumber, DateOnly? EffectiveOn, Visibility? Visibility, IReadOnlyList<string> Evidence)
{
    public static Decision Decide(PlanState state, AdoptImplementationPlan command, Caller who, Moment now)
    {
        var (plan, day) = (state.Plan, command.EffectiveOn ?? now.On);
        if (plan.FindUnit(command.Unit) is not { } unit)
            return RightsTable.Role(nameof(AdoptImplementationPlan), who) ?? Refusal.NotFound("unknown-unit-path", null, ("unit", command.Unit));
        return RightsTable.Check(nameof(AdoptImplementationPlan), who, new Matter(unit.Id, now.On) { Owners = [unit.Id], NotYours = "not-your-unit" }, plan)
            ?? plan.Succeeded([unit.Id], now.On, "unit")
            ?? (ImplementationPlan.IsAskedOf(unit, plan, now.On) ? null : Refusal.Invalid("no-implementation-plan-asked", null, ("unit", unit.Name), ("whose", plan.On(now.On).ImplementationPlans?.Whose ?? "—")))
            ?? Checks.FactDay(day, now, plan)
            ?? (Number().IsMatch(command.DocumentNumber) ? null : Refusal.Invalid("document-number-malformed", "documentNumber"))
            ?? (ImplementationPlan.Of(state, unit.Id, DateOnly.MaxValue).Any(a => a.DocumentNumber == command.DocumentNumber)
                ? Refusal.Conflict("adopted-already", "documentNumber", ("documentNumber", command.DocumentNumber))
                : null)
            ?? (command.Visibility is null ? Refusal.Invalid("visibility-missing", "visibility") : null)
            ?? Checks.Evidence(command.Evidence, required: true)
            ?? Decision.Of(new ImplementationPlanAdopted(unit.Id, command.DocumentNumber, day, command.Visibility!.Value, command.Evidence));
    }

    /// <summary>An office's word, a year in brackets, a number: 清溪区政发〔2021〕12号.</summary>
    [GeneratedRegex(@"^[\p{L}\p{Nd}]{1,30}[〔\[（(]\d{4}[〕\]）)]\d{1,6}号?\z")]
    private static partial Regex Number();
}
