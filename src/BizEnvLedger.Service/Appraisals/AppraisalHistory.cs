using System.Globalization;
using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Appraisals;

/// <summary>A year's appraisal in history files; the line's key is the year. Rules are the delivered ones; scoring is the import's own act, as closing a round is.</summary>
[HistoryActs]
public static class AppraisalHistory
{
    public static void Add(HistoryActs acts)
    {
        acts.Add<YearBody>("appraisal-rules", (line, _, state) => At(line, state.Plan.Id, year =>
            PlanAct.Of(new AdoptAppraisalRules(year, AppraisalDesk.Delivered.Value.Rules, AppraisalDesk.Delivered.Value.FileSha256), AdoptAppraisalRules.Decide)));
        acts.Add<YearBody>("appraisal-open", (line, _, state) => At(line, state.Plan.Id, AppraisalActs.Open));
        acts.Add<BallotsBody>("ballots", (line, body, state) => At(line, state.Plan.Id, year => AppraisalActs.Ballots(year, body)));
        acts.Add<AppraisalPublicationBody>("ballots-publish", (line, body, state) => At(line, state.Plan.Id, year => AppraisalActs.PublishBallots(year, body)));
        acts.Add<AppraisalPublicationBody>("appraisal-publish", (line, body, state) => At(line, state.Plan.Id, year => AppraisalActs.Publish(year, body)));
        acts.Add<AwardCorrectionBody>("award-correct", (line, body, state) => At(line, state.Plan.Id, year => AppraisalActs.CorrectAward(year, body)));
        acts.Add<AwardBody>("award", (line, body, state) => At(line, state.Plan.Id, year => AppraisalActs.Award(year, body)));
    }

    private static (string, WriteScope, PlanAct) At(HistoryLine line, string plan, Func<int, PlanAct> act)
    {
        // A key that is no year is the year nought, which no plan has.
        var year = int.TryParse(line.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        return (Appraisal.StreamOf(plan, year), WriteScope.Stream, act(year));
    }
}
