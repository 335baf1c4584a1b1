using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Appraisals;

/// <summary>What of the year's appraisal waits: its rules and opening once the year is over, ballots on each appraised unit, publishing ballots, scoring, letting the result out. No rule sets a limit.</summary>
public static class AppraisalDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day)
    {
        var (first, last) = AppraisalYear.Span(state.Plan);
        for (var year = first; year <= last && AppraisalYear.IsOver(year, day); year++)
        {
            var (appraisal, from, subject) = (state.Appraisals.GetValueOrDefault(Appraisal.IdOf(year)), new DateOnly(year, 12, 31).AddDays(1), Appraisal.IdOf(year));
            if (appraisal?.OpenedBy is not { } opened)
                yield return appraisal?.Rules is { } rules
                    ? new("appraisal-to-open", nameof(OpenAppraisal), subject, null, [], from, null, [rules.Event])
                    : new("appraisal-rules-to-adopt", nameof(AdoptAppraisalRules), subject, null, [], from, null, []);
            else if (appraisal.Score is { } score)
            {
                if (appraisal.Publication is null)
                    yield return new("appraisal-to-publish", nameof(PublishAppraisal), subject, null, [], score.On, null, [score.Event]) { NotBy = [score.User] };
            }
            else if (!appraisal.Unpublished.Any() && Enumerable.Range(first, year - first).All(y => state.Appraisals.GetValueOrDefault(Appraisal.IdOf(y))?.Score is not null))
                yield return new("appraisal-to-score", nameof(ScoreAppraisal), subject, null, [], from > appraisal.OpenedOn!.Value ? from : appraisal.OpenedOn.Value, null, [opened]);
        }

        foreach (var appraisal in state.Appraisals.Values.Where(a => a is { OpenedBy: not null, Score: null, Rules: not null }).OrderBy(a => a.Year))
            foreach (var (unit, body) in Missing(state.Plan, appraisal, day))
                yield return new("ballots-to-enter", nameof(EnterBallots), $"{Appraisal.IdOf(appraisal.Year)}:{unit}:{body}", null, [], appraisal.OpenedOn!.Value, null, [appraisal.OpenedBy!.Value]);

        // Ballots are entered while the year runs, too.
        foreach (var appraisal in state.Appraisals.Values.Where(a => a.Score is null).OrderBy(a => a.Year))
            if (appraisal.Unpublished.ToList() is { Count: > 0 } waiting)
                yield return new("ballots-to-publish", nameof(PublishBallots), Appraisal.IdOf(appraisal.Year), null, [], waiting.Min(b => b.On), null, [.. waiting.Select(b => b.Event)])
                {
                    NotBy = [.. waiting.Select(b => b.User).Distinct()],
                };
    }

    /// <summary>Each unit that the year's rules appraise, and each body that has handed in no ballots on it.</summary>
    private static IEnumerable<(string Unit, string Body)> Missing(ActionPlan plan, Appraisal appraisal, DateOnly day)
    {
        var (rules, last) = (appraisal.Rules!.Rules, new DateOnly(appraisal.Year, 12, 31));
        return from unit in plan.UnitsOn(day < last ? day : last)
               where rules.Kinds.Contains(unit.Kind)
               from body in rules.Ballots.Bodies
               where !appraisal.InForce.Any(b => b.Unit == unit.Id && b.Body == body.Code)
               select (unit.Id, body.Code);
    }
}
