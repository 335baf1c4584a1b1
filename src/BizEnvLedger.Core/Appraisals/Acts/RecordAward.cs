using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Appraisals.Acts;

/// <summary>
/// 奖励: records an award to a unit, or to a person in it, that rests on a published appraisal. Refused: not the leading group's office, not a year of the plan,
/// not scored, not published, unknown unit, no basis, a day in the future or before the publication.
/// </summary>
/// <param name="Person">The person's name; null where the unit itself is awarded.</param>
/// <param name="Basis">The deciding document.</param>
public sealed record RecordAward(int Year, string Unit, DraftText? Person, DraftText? Basis, IReadOnlyList<string> Evidence, DateOnly? EffectiveOn)
{
    public static Decision Decide(PlanState state, RecordAward command, Caller who, Moment now)
    {
        if (AppraisalYear.Scored(nameof(RecordAward), who, state, command.Year, out var appraisal) is { } refusal)
            return refusal;
        if (appraisal.Publication is not { } publication)
            return Refusal.Conflict("appraisal-not-published", null, ("year", command.Year));
        var day = command.EffectiveOn ?? now.On;
        return Checks.Units([command.Unit], "unit", state.Plan, required: true)
            ?? Checks.Text(command.Person, "person", state.Plan, required: false)
            ?? Checks.Text(command.Basis, "basis", state.Plan)
            ?? Checks.Evidence(command.Evidence)
            ?? PublishAppraisal.Day(day, publication.On, now)
            ?? Decision.Of(new AwardRecorded(
                $"{Appraisal.IdOf(command.Year)}-{appraisal.Awards.Count + 1}", command.Unit, command.Person is null ? null : TextSeal.Of(command.Person), TextSeal.Of(command.Basis!), command.Evidence, day));
    }
}
