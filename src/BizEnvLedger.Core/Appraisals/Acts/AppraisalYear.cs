using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Appraisals.Acts;

/// <summary>The years of a plan, and what every act on one of them asks first.</summary>
public static class AppraisalYear
{
    /// <summary>First and last year in which anything of the plan was in hand.</summary>
    public static (int First, int Last) Span(ActionPlan plan) => (plan.IssuedOn.Year, plan.Horizon.Year);

    public static bool IsOver(int year, DateOnly today) => today.Year > year;

    internal static Refusal? OfPlan(PlanState state, int year) =>
        Span(state.Plan) is var (first, last) && (year < first || year > last) ? Refusal.Invalid("year-outside-plan", "year", ("year", year), ("first", first), ("last", last)) : null;

    /// <summary>The year's appraisal, open and not yet scored; or why not, the role first.</summary>
    internal static Refusal? Open(string command, Caller who, PlanState state, int year, out Appraisal appraisal)
    {
        appraisal = state.Appraisals.GetValueOrDefault(Appraisal.IdOf(year)) ?? new(year);
        return RightsTable.Role(command, who)
            ?? OfPlan(state, year)
            ?? (appraisal.OpenedBy is null ? Refusal.Conflict("appraisal-not-open", null, ("year", year)) : null)
            ?? (appraisal.Score is not null ? Refusal.Conflict("appraisal-scored-already", null, ("year", year)) : null);
    }

    /// <summary>The year's appraisal, scored; or why not, the role first.</summary>
    internal static Refusal? Scored(string command, Caller who, PlanState state, int year, out Appraisal appraisal)
    {
        appraisal = state.Appraisals.GetValueOrDefault(Appraisal.IdOf(year)) ?? new(year);
        return RightsTable.Role(command, who)
            ?? OfPlan(state, year)
            ?? (appraisal.Score is null ? Refusal.Conflict("appraisal-not-scored", null, ("year", year)) : null);
    }
}
