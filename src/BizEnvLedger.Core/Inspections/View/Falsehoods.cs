using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>
/// 落而不实 found by others than the verifier: an inspector's finding of this round, and a failed spot check since the round before.
/// A unit that corrected itself before the check was announced is never named for it.
/// </summary>
internal static class Falsehoods
{
    public static IEnumerable<ProposedEntry> Of(Unit unit, IReadOnlyList<AssessedTask> tasks, Look look)
    {
        var inspection = look.Plan.InspectionOf(look.Cut.HalfYear);
        var found = inspection.Findings.Where(f => f.Category == FindingCategory.Hollow && f.Unit == unit.Id && !MendedItself(f, tasks, inspection.Announced)).ToList();
        if (found.Count > 0)
            yield return Entry(unit, tasks, "falsehood-found", found.SelectMany(f => f.Milestones), found.SelectMany(f => f.Facts.Append(f.Entry.Event)));
        var failed = (from round in look.Plan.Inspections.Values
            from check in round.Checks
            where check.Outcome == CheckOutcome.Failed && look.IsNew(check.Entry)
            let claim = tasks.Select(t => t.Task.FindClaim(check.Claim)).FirstOrDefault(c => c is not null)
            where claim.Unit == unit.Id
            orderby check.Entry.Leaf
            select check).ToList();
        if (failed.Count > 0)
            yield return Entry(unit, tasks, "spot-check-failed", failed.Select(c => c.Milestone), failed.SelectMany(c => new[] { c.Claim, c.Entry.Event }));
    }

    /// <summary>Every statement of the unit that the finding rests on was corrected or taken back before the announcement; a claim, by the figures that it cites.</summary>
    private static bool MendedItself(Finding finding, IReadOnlyList<AssessedTask> tasks, Entry? announced)
    {
        if (announced is null || tasks.FirstOrDefault(t => t.Task.No == finding.Task)?.Task is not { } task)
            return false;
        var claims = task.Claims.Where(c => c.Unit == finding.Unit && finding.Facts.Contains(c.Id)).ToList();
        var stated = task.Reports.Where(r => r.Unit == finding.Unit).Select(r => r.Entry.Event)
            .Concat(task.Readings.Where(r => r.Unit == finding.Unit).Select(r => r.Entry.Event)).Where(finding.Facts.Contains).Concat(claims.SelectMany(c => c.Readings)).ToList();
        return stated.Count > 0 && claims.TrueForAll(c => c.Readings.Count > 0)
            && stated.TrueForAll(e => task.Corrections.Exists(c => c.Of == e && c.Entry.Leaf < announced.Leaf));
    }

    private static ProposedEntry Entry(Unit unit, IReadOnlyList<AssessedTask> tasks, string rule, IEnumerable<string> milestones, IEnumerable<Guid> events)
    {
        var ids = milestones.Distinct().ToList();
        return Proposals.Entry("hollow", unit, ids, 0, 0, 0, rule, [.. events.Distinct()]) with { OwnDays = Proposals.OwnDays(unit, ids, tasks) };
    }
}
