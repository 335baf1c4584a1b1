using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>
/// 落而不实 found by others than the verifier: an inspector's finding that a second one has upheld, and a failed spot check, each since the round before.
/// A unit that corrected itself before the check was announced is never named for it.
/// </summary>
internal static class Falsehoods
{
    public static IEnumerable<ProposedEntry> Of(Unit unit, IReadOnlyList<AssessedTask> tasks, Look look)
    {
        var found = (from round in look.Plan.Inspections.Values
            from finding in round.Findings
            where finding.Category == FindingCategory.Hollow && finding.Upheld is { } upheld && look.IsNew(upheld)
                && look.Holder(finding.Unit, tasks, finding.Milestones[0]) == unit.Id && !MendedItself(finding, tasks, round.Announced, look.Day)
            orderby finding.Entry.Leaf
            select finding).ToList();
        if (found.Count > 0)
            yield return Proposals.Hollow(unit, tasks, look, "falsehood-found", found.SelectMany(f => f.Milestones).Distinct(), found.SelectMany(f => f.Facts.Append(f.Entry.Event).Append(f.Upheld!.Event)).Distinct(), found.Select(f => f.Unit));
        var failed = (from round in look.Plan.Inspections.Values
            from check in round.Checks
            where check.Outcome == CheckOutcome.Failed && look.IsNew(check.Entry)
            let claim = tasks.Select(t => t.Task.FindClaim(check.Claim)).FirstOrDefault(c => c is not null)
            where look.Holder(claim.Unit, tasks, claim.Milestone) == unit.Id
            orderby check.Entry.Leaf
            select (Check: check, claim.Unit)).ToList();
        if (failed.Count > 0)
            yield return Proposals.Hollow(unit, tasks, look, "spot-check-failed", failed.Select(f => f.Check.Milestone), failed.SelectMany(f => new[] { f.Check.Claim, f.Check.Entry.Event }).Distinct(), failed.Select(f => f.Unit));
    }

    /// <summary>Every statement of the unit that the finding rests on was corrected or taken back before the announcement; a claim, by the figures that it cites.</summary>
    private static bool MendedItself(Finding finding, IReadOnlyList<AssessedTask> tasks, Entry? announced, DateOnly day)
    {
        if (announced is null || tasks.FirstOrDefault(t => t.Task.No == finding.Task)?.Task is not { } task)
            return false;
        var claims = task.Claims.Where(c => Its(c.Unit) && finding.Facts.Contains(c.Id)).ToList();
        var stated = task.Reports.Where(r => Its(r.Unit)).Select(r => r.Entry.Event)
            .Concat(task.Readings.Where(r => Its(r.Unit)).Select(r => r.Entry.Event)).Where(finding.Facts.Contains).Concat(claims.SelectMany(c => c.Readings)).ToList();
        return stated.Count > 0 && claims.TrueForAll(c => c.Readings.Count > 0)
            && stated.TrueForAll(e => task.Corrections.Exists(c => c.Of == e && c.Entry.Leaf < announced.Leaf));

        bool Its(string unit) => task.Successions.StandsFor(finding.Unit, unit, day);
    }
}
