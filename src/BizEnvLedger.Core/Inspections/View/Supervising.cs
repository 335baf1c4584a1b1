using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>What the inspectors did, as the leaves of the cut have it.</summary>
internal static class Supervising
{
    public static SupervisionFigures Of(Look look, IReadOnlyList<AssessedTask> tasks)
    {
        var inspection = look.Plan.InspectionOf(look.Cut.HalfYear);
        return new()
        {
            Verdicts = [.. from task in tasks
                join verdict in inspection.Standing on task.Task.No equals verdict.Task
                select VerdictOf(task, verdict)],
            Findings = [.. inspection.Findings.Select(f => new FindingFigures(
                f.Task, f.Milestones, look.Name(f.Unit), Figures.Word(f.Category), f.Upheld is not null, [f.Entry.Event, .. f.Facts]))],
            SpotChecks = look.Plan.LastClosedBefore(look.Cut.HalfYear) is { } before ? ChecksOf(look.Plan.InspectionOf(before.HalfYear)) : null,
            Closures = [.. from milestone in tasks.SelectMany(t => t.Milestones).OrderBy(m => m.Id, StringComparer.Ordinal)
                where milestone.IsLed && milestone.IsClosed
                let claim = milestone.Standing.Closing!
                where look.IsOfRound(claim.Verification!, claim.StopsOn(look.Plan))
                select new ClosureFigures(milestone.Id, milestone.Task.No, claim.StopsOn(look.Plan), [claim.Id, claim.Verification!.Event])],
            Reopened = [.. Reopened(look.Plan, tasks.Select(t => t.Task)).Where(r => look.IsNew(r.Entry)).Select(r => r.Figures)],
        };
    }

    /// <summary>Every closure that was undone, in order of recording, with the closed round that had counted it.</summary>
    public static IEnumerable<(Entry Entry, ReopenedClosure Figures)> Reopened(ActionPlan plan, IEnumerable<PlanTask> tasks) =>
        from task in tasks
        from claim in task.Claims
        where claim.Reopened is not null
        let undone = claim.Reopened
        let round = plan.Rounds.Find(r => r.Closed is { } closed && undone.Verification.Leaf < closed.TreeSize && claim.StopsOn(plan) <= r.HalfYear.LastDay)
        orderby undone.Entry.Leaf
        select (undone.Entry, new ReopenedClosure(claim.Milestone, task.No, plan.Name(claim.Unit), Figures.Word(undone.Ground), claim.StopsOn(plan), undone.Entry.RecordedOn,
            round is { } counted && counted.Closed!.TreeSize <= undone.Entry.Leaf ? counted.HalfYear.ToString() : null, (IReadOnlyList<Guid>)[claim.Id, undone.Verification.Event, undone.Entry.Event]));

    public static VerdictFigures VerdictOf(AssessedTask task, InspectorsVerdict verdict)
    {
        var light = Lights.Worst(task.Milestones.Select(m => m.Light));
        var grounds = task.Milestones.Where(m => m.Light == light).SelectMany(m => m.Judged.Lit.Reasons[^1].Events.Union(m.Standing.Chain.Events));
        return new(task.Task.No, task.Catalogue.Task.Title, Figures.Word(light), Figures.Word(verdict.Verdict), light != verdict.Verdict, [verdict.Entry.Event, .. grounds.Distinct()]);
    }

    private static SpotCheckFigures? ChecksOf(Inspection inspection) => inspection.Draw is not { } draw ? null : new(
        inspection.HalfYear.ToString(), draw.Population, draw.Drawn.Count, inspection.Checks.Count, inspection.Checks.Count(c => c.Outcome == CheckOutcome.Failed),
        [draw.Entry.Event, .. inspection.Checks.Select(c => c.Entry.Event)]);
}
