using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Appraisals.Acts;

/// <summary>
/// Publishes every entry that is in force and not published yet; only published ballots count. Refused: not a deputies' office, not open, scored already,
/// the person who entered one of them, nothing to publish, a day in the future or before the entries.
/// </summary>
public sealed record PublishBallots(int Year, DateOnly? EffectiveOn)
{
    public static Decision Decide(PlanState state, PublishBallots command, Caller who, Moment now)
    {
        if (AppraisalYear.Open(nameof(PublishBallots), who, state, command.Year, out var appraisal) is { } refusal)
            return refusal;
        var waiting = appraisal.Unpublished.ToList();
        if (waiting.Count == 0)
            return Refusal.Conflict("no-ballots-to-publish", null, ("year", command.Year));
        var day = command.EffectiveOn ?? now.On;
        return RightsTable.Check(nameof(PublishBallots), who, new Matter(Appraisal.IdOf(command.Year), now.On) { Doers = waiting.Select(b => b.User), NotTheDoer = "own-ballots-unpublished" }, state.Plan)
            ?? PublishAppraisal.Day(day, waiting.Max(b => b.On), now)
            ?? Decision.Of(new BallotsPublished([.. waiting.Select(b => b.Event)], day));
    }
}
