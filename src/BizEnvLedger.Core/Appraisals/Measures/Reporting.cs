using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Appraisals.Measures;

/// <summary>How a unit reports: truthfully, in time, and at all. What is decided or recorded within the year counts in it, so that each fact falls in one year.</summary>
internal static class Reporting
{
    /// <summary>不实退回率: of the unit's claims decided within the year, those returned as untrue.</summary>
    public static Measured ReturnedUntrue(YearLook look, string unit)
    {
        var own = look.Tasks.SelectMany(t => t.Task.Claims.Where(c => Decision(c) is { } d && look.Contains(d.RecordedOn) && look.Holder(c.Unit, t.Task, c.Milestone) == unit)).ToList();
        return Measured.Share(own, c => c.Ground == ReturnGround.Untrue, c => [c.Id, Decision(c)!.Event]);
    }

    /// <summary>补录率: of what the unit recorded within the year, what was late-entered. A mark, not a failing: rules give it little weight.</summary>
    public static Measured LateEntries(YearLook look, string unit)
    {
        var own = look.Tasks.SelectMany(t => t.Task.ReportedFacts(t.Catalogue).Where(f => !f.Entry.Withdrawn && look.Contains(f.Entry.RecordedOn) && look.Holder(f.Unit, t.Task, f.Subject) == unit)).ToList();
        var late = own.Where(f => look.Plan.IsLate(f.Entry, f.Lag)).ToList();
        return new(late.Count, own.Count, own.Count, [.. late.Select(f => f.Entry.Event)]);
    }

    /// <summary>未按期报送率: at the four quarters' ends, of the milestones on which the unit owed a report, those on which it was silent too long.</summary>
    public static Measured Silence(YearLook look, string unit)
    {
        var own = (from check in look.SilenceChecks where check.Units.Contains(unit) select check).ToList();
        return new(own.Count(c => c.TooLong), own.Count, own.Count, [.. own.Where(c => c.TooLong).Select(c => c.Since).Distinct()]);
    }

    internal static IEnumerable<SilenceCheck> ChecksOf(YearLook look)
    {
        foreach (var month in new[] { 3, 6, 9, 12 })
        {
            var day = new DateOnly(look.First.Year, month, 1).AddMonths(1).AddDays(-1);
            foreach (var task in look.Tasks.Select(t => t.Task).Where(t => t.AssignedOn <= day))
                foreach (var standing in task.MilestonesOn(day).Where(m => m.Definition.SameAs is null).Select(m => task.StandingOn(m, day, look.Plan)))
                    if (PlanTasks.Silence.On(task, standing, day, look.Plan.Rules) is { } silence)
                        yield return new(look.Answering(standing.Chain.Leads, day, standing.Chain.Items), silence.TooLong, standing.LastReportEvent ?? task.AssignedBy);
        }
    }

    private static Entry? Decision(Claim claim) => claim.Verification ?? claim.Return;
}

/// <summary>A milestone on which these units owed a report at a quarter's end, and the last one that there was.</summary>
internal sealed record SilenceCheck(IReadOnlyList<string> Units, bool TooLong, Guid Since);
