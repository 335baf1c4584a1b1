using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Appraisals.Acts;

/// <summary>
/// Lets a scored year's sheets out, with a date: a leader, or the leading group's office by another person than whoever scored. Refused: another role,
/// the scorer, not a year of the plan, not scored, published already, a day in the future or before the scoring.
/// </summary>
public sealed record PublishAppraisal(int Year, DateOnly? EffectiveOn)
{
    public static Decision Decide(PlanState state, PublishAppraisal command, Caller who, Moment now)
    {
        if (AppraisalYear.Scored(nameof(PublishAppraisal), who, state, command.Year, out var appraisal) is { } refusal)
            return refusal;
        var (score, day) = (appraisal.Score!, command.EffectiveOn ?? now.On);
        return RightsTable.Check(nameof(PublishAppraisal), who, new Matter(Appraisal.IdOf(command.Year), now.On) { Doers = [score.User], NotTheDoer = "scorer-never-publishes" }, state.Plan)
            ?? (appraisal.Publication is not null ? Refusal.Conflict("appraisal-published-already", null, ("year", command.Year)) : null)
            ?? Day(day, score.On, now)
            ?? Decision.Of(new AppraisalPublished(score.Frozen.SheetsSha256, day));
    }

    /// <summary>A day on which something was let out or given: not before what it rests on, not in the future.</summary>
    internal static Refusal? Day(DateOnly day, DateOnly earliest, Moment now) =>
        day > now.On ? Refusal.Invalid("date-in-future", "effectiveOn", ("day", day), ("today", now.On))
        : day < earliest ? Refusal.Invalid("date-out-of-bounds", "effectiveOn", ("day", day), ("from", earliest), ("to", now.On))
        : null;
}
