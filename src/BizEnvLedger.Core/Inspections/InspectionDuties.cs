using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Inspections;

/// <summary>
/// What each half-year's special supervision waits for: its scheme, its approval, its opening and closing, a second inspector's word on its findings,
/// then the draw and the checks. Closing settles no finding, and a later round no check.
/// </summary>
public static class InspectionDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day)
    {
        var plan = state.Plan;
        return plan.HalfYears().TakeWhile(h => h.FirstDay <= day).SelectMany(h => OfRound(plan, h, day))
            .Concat(plan.Rounds.OrderBy(r => r.HalfYear).SelectMany(r => Findings(state, r, day).Concat(r.Closed is null ? [] : Checks(state, r, day))));
    }

    private static IEnumerable<Duty> OfRound(ActionPlan plan, HalfYear half, DateOnly day)
    {
        var inspection = plan.InspectionOf(half);
        if (inspection.Draft is { Approval: null } draft && plan.FindRound(half)?.Closed is null)
            yield return new("scheme-waits", nameof(ApproveScheme), half.ToString(), null, [], draft.Entry.RecordedOn, null, [draft.Entry.Event]) { NotBy = [draft.Entry.User] };
        switch (plan.StateOf(half, day))
        {
            case RoundState.Proposed:
                yield return new("round-proposed", nameof(DraftScheme), half.ToString(), null, [], half.Next.FirstDay, null, []);
                break;
            case RoundState.Approved:
                yield return new("round-to-open", nameof(OpenInspection), half.ToString(), null, [], inspection.Announced!.RecordedOn, null, [inspection.Announced.Event]);
                break;
            case RoundState.Open when day > half.LastDay && plan.HalfYears().TakeWhile(h => h != half).All(h => plan.FindRound(h)?.Closed is not null):
                yield return new("round-to-close", nameof(CloseInspection), half.ToString(), null, [], half.Next.FirstDay, null, [plan.FindRound(half)!.OpenedBy]);
                break;
            default:
                break;
        }
    }

    private static IEnumerable<Duty> Findings(PlanState state, Round round, DateOnly day) =>
        from finding in state.Plan.InspectionOf(round.HalfYear).Findings
        where finding.Upheld is null
        select new Duty("finding-to-uphold", nameof(UpholdFinding), finding.Entry.Event.ToString(), finding.Task, [], finding.Entry.RecordedOn, null, [finding.Entry.Event])
            .Apart(UpholdFinding.MatterOf(state.Tasks[finding.Task], finding, round.HalfYear, day));

    private static IEnumerable<Duty> Checks(PlanState state, Round round, DateOnly day)
    {
        var inspection = state.Plan.InspectionOf(round.HalfYear);
        var drawable = DrawSpotCheck.CheckpointOf(state.Plan, round).AddDays(1);
        if (inspection.Draw is not { } draw)
        {
            if (day >= drawable && Drawing.HasClosures(state, round))
                yield return new("draw-due", nameof(DrawSpotCheck), round.HalfYear.ToString(), null, [], drawable, null, [round.ClosedBy!.Value]);
            yield break;
        }

        foreach (var milestone in draw.Drawn.Where(m => !inspection.Checks.Exists(c => c.Milestone == m)))
            if (RecordSpotCheck.ClosureOf(state, round.HalfYear, milestone) is var (task, claim))
                yield return new Duty("spot-check-due", nameof(RecordSpotCheck), milestone, task.No, [], draw.Entry.RecordedOn, null, [draw.Entry.Event, claim.Id])
                    .Apart(RecordSpotCheck.MatterOf(task, claim, day));
    }
}
