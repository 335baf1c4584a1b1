using BizEnvLedger.Core.Appraisals.Scoring;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Appraisals.Acts;

/// <summary>
/// Scores a year once, after its last day and after every earlier year of the plan, and freezes the sheets. Refused: not the leading group's office,
/// not a year of the plan, not open, scored already, not over, an earlier year not scored, ballots entered and not published, a sheet drawn before the appraisal's last event.
/// </summary>
public sealed record ScoreAppraisal(int Year)
{
    /// <summary>What would refuse the scoring; asked before the sheets are drawn, and again with them.</summary>
    public static Refusal? Check(PlanState state, ScoreAppraisal command, Caller who, Moment now)
    {
        if (AppraisalYear.Open(nameof(ScoreAppraisal), who, state, command.Year, out var appraisal) is { } refusal)
            return refusal;
        if (!AppraisalYear.IsOver(command.Year, now.On))
            return Refusal.Conflict("year-not-over", null, ("year", command.Year), ("today", now.On));
        for (var earlier = AppraisalYear.Span(state.Plan).First; earlier < command.Year; earlier++)
            if (state.Appraisals.GetValueOrDefault(Appraisal.IdOf(earlier))?.Score is null)
                return Refusal.Conflict("earlier-year-not-scored", null, ("year", command.Year), ("earlier", earlier));
        return appraisal.Unpublished.Any() ? Refusal.Conflict("ballots-not-published", null, ("year", command.Year)) : null;
    }

    public static Decision Decide(PlanState state, ScoreAppraisal command, AppraisalSheets sheets, string sheetsSha256, Caller who, Moment now) =>
        Check(state, command, who, now)
        ?? (state.Appraisals[Appraisal.IdOf(command.Year)].LastLeaf >= sheets.TreeSize ? Refusal.Conflict("sheets-moved", null, ("year", command.Year)) : null)
        ?? Decision.Of(new AppraisalScored(
            state.Plan.Id, command.Year, sheets.TreeSize, sheets.Root, sheets.RecordedBy, sheets.EffectiveOn, sheets.RuleSet, sheets.RuleSetVersion, sheetsSha256));
}
