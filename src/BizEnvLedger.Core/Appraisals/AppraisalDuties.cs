using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Appraisals;

/// <summary>What of the year's appraisal waits: opening once the year is over, publishing ballots, scoring, letting the result out. No rule sets a limit.</summary>
public static class AppraisalDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day)
    {
        var (first, last) = AppraisalYear.Span(state.Plan);
        for (var year = first; year <= last && AppraisalYear.IsOver(year, day); year++)
        {
            var (appraisal, from, subject) = (state.Appraisals.GetValueOrDefault(Appraisal.IdOf(year)), new DateOnly(year, 12, 31).AddDays(1), Appraisal.IdOf(year));
            if (appraisal?.OpenedBy is not { } opened)
                yield return new("appraisal-to-open", nameof(OpenAppraisal), subject, null, [], from, null, appraisal?.Rules is { } rules ? [rules.Event] : []);
            else if (appraisal.Score is { } score)
            {
                if (appraisal.Publication is null)
                    yield return new("appraisal-to-publish", nameof(PublishAppraisal), subject, null, [], score.On, null, [score.Event]) { NotBy = [score.User] };
            }
            else if (!appraisal.Unpublished.Any())
                yield return new("appraisal-to-score", nameof(ScoreAppraisal), subject, null, [], from > appraisal.OpenedOn!.Value ? from : appraisal.OpenedOn.Value, null, [opened]);
        }

        // Ballots are entered while the year runs, too.
        foreach (var appraisal in state.Appraisals.Values.Where(a => a.Score is null).OrderBy(a => a.Year))
            if (appraisal.Unpublished.ToList() is { Count: > 0 } waiting)
                yield return new("ballots-to-publish", nameof(PublishBallots), Appraisal.IdOf(appraisal.Year), null, [], waiting.Min(b => b.On), null, [.. waiting.Select(b => b.Event)])
                {
                    NotBy = [.. waiting.Select(b => b.User).Distinct()],
                };
    }
}
