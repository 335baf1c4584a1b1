using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Appraisals.Acts;

/// <summary>
/// 更正 of an award: taken back, or given another day; what else is wrong is taken back and recorded anew. Refused: not the leading group's office,
/// not a year of the plan, not scored, unknown award, both asked for, nothing changed, taken back already, a day in the future or before the publication, no reason.
/// </summary>
public sealed record CorrectAward(int Year, Guid Entry, DateOnly? EffectiveOn, bool Withdrawn, DraftText? Reason)
{
    public static Decision Decide(PlanState state, CorrectAward command, Caller who, Moment now)
    {
        if (AppraisalYear.Scored(nameof(CorrectAward), who, state, command.Year, out var appraisal) is { } refusal)
            return refusal;
        if (appraisal.Awards.Find(a => a.Event == command.Entry) is not { } award)
            return Refusal.Invalid("unknown-award", "entry", ("entry", command.Entry), ("year", command.Year));
        return (award.Withdrawn ? Refusal.Conflict("already-withdrawn", "entry") : null)
            ?? (command.Withdrawn && command.EffectiveOn is not null ? Refusal.Invalid("only-taken-back", "effectiveOn", ("kind", "award")) : null)
            ?? (!command.Withdrawn && (command.EffectiveOn ?? award.On) == award.On ? Refusal.Invalid("nothing-corrected", null) : null)
            ?? (command.EffectiveOn is { } day ? PublishAppraisal.Day(day, appraisal.Publication!.On, now) : null)
            ?? Checks.Text(command.Reason, "reason", state.Plan)
            ?? Decision.Of(new EntryCorrected(command.Entry, null, null, command.EffectiveOn, command.Withdrawn, null, TextSeal.Of(command.Reason!)));
    }
}
