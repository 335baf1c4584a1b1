using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Inspections;

/// <summary>What the half-year's special supervision waits for: its scheme, its approval, its opening and closing, then the draw and the checks of the round last closed.</summary>
public static class InspectionDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day)
    {
        var plan = state.Plan;
        var last = plan.Rounds.Where(r => r.Closed is not null).MaxBy(r => r.HalfYear);
        return plan.HalfYears().TakeWhile(h => h.FirstDay <= day).SelectMany(h => OfRound(plan, h, day)).Concat(last is null ? [] : OfChecks(state, last, day));
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
            case RoundState.Open:
                foreach (var finding in inspection.Findings.Where(f => f.Upheld is null))
                    yield return new("finding-to-uphold", nameof(UpholdFinding), half.ToString(), finding.Task, [], finding.Entry.RecordedOn, null, [finding.Entry.Event]) { NotBy = [finding.Entry.User], NotFrom = [finding.Unit] };
                if (day <= half.LastDay)
                    break;
                yield return new("round-to-close", nameof(CloseInspection), half.ToString(), null, [], half.Next.FirstDay, null, [plan.FindRound(half)!.OpenedBy]);
                break;
            default:
                break;
        }
    }

    private static IEnumerable<Duty> OfChecks(PlanState state, Round round, DateOnly day)
    {
        var inspection = state.Plan.InspectionOf(round.HalfYear);
        var drawable = DrawSpotCheck.CheckpointOf(state.Plan, round).AddDays(1);
        if (inspection is { Draw: null, InForce.Commitment: not null, Revealed: null } && DrawSpotCheck.RevealLimitOf(state.Plan, round) is var limit && !(day > limit))
        {
            yield return new("secret-due", nameof(RevealSecret), round.HalfYear.ToString(), null, [], round.ClosedOn!.Value, limit, [round.ClosedBy!.Value]);
            yield break;
        }

        if (inspection.InForce?.Commitment is not null)
            drawable = inspection.Revealed?.Entry.RecordedOn ?? day;
        if (inspection.Draw is not { } draw)
        {
            if (day >= drawable)
                yield return new("draw-due", nameof(DrawSpotCheck), round.HalfYear.ToString(), null, [], drawable, null, [round.ClosedBy!.Value]);
            yield break;
        }

        foreach (var milestone in draw.Drawn.Where(m => !inspection.Checks.Exists(c => c.Milestone == m)))
            if (RecordSpotCheck.ClosureOf(state, round.HalfYear, milestone) is var (task, claim))
            {
                var matter = RecordSpotCheck.MatterOf(task, claim, day);
                yield return new("spot-check-due", nameof(RecordSpotCheck), milestone, task.No, [], draw.Entry.RecordedOn, null, [draw.Entry.Event, claim.Id])
                {
                    NotBy = [.. matter.Doers], NotFrom = [.. matter.Leads.Concat(matter.Cooperating).Concat(matter.Owners).Concat(matter.Parties).Distinct()],
                };
            }
    }
}
