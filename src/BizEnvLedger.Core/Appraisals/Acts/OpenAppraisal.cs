using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Appraisals.Acts;

/// <summary>Opens a year's appraisal. Refused: not the leading group's office, not a year of the plan, not begun, opened already, no rules adopted.</summary>
public sealed record OpenAppraisal(int Year)
{
    public static Decision Decide(PlanState state, OpenAppraisal command, Caller who, Moment now)
    {
        if ((RightsTable.Role(nameof(OpenAppraisal), who) ?? AppraisalYear.OfPlan(state, command.Year)) is { } refusal)
            return refusal;
        if (now.On.Year < command.Year)
            return Refusal.Conflict("year-not-begun", "year", ("year", command.Year), ("today", now.On));
        var appraisal = state.Appraisals.GetValueOrDefault(Appraisal.IdOf(command.Year));
        if (appraisal?.OpenedBy is not null)
            return Refusal.Conflict("appraisal-open-already", null, ("year", command.Year));
        return appraisal?.Rules is { Rules: var rules }
            ? Decision.Of(new AppraisalOpened(state.Plan.Id, command.Year, rules.Id, rules.Version))
            : Refusal.Conflict("appraisal-rules-missing", null, ("year", command.Year));
    }
}
