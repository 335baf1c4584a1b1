using System.Globalization;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>The lights, worst first.</summary>
public enum Light { Red, Yellow, Green, Grey, Blue }

/// <summary>One test of the light's rule, with its inputs, whether it holds, and the events that it rests on.</summary>
/// <param name="Test">closed, overdue, returned-untrue, due-soon, behind-line, silent, undated, no-lead, withdrawn, not-started, suspended.</param>
public sealed record Reason(string Test, bool Holds, IReadOnlyDictionary<string, string> Inputs, IReadOnlyList<Guid> Events);

/// <summary>A light with the rule set version and every test that was made, in order; the first that holds gave it.</summary>
public sealed record Lit(Light Light, string RuleSet, int RuleSetVersion, IReadOnlyList<Reason> Reasons);

/// <summary>The light is a pure function of history, rule set version and day; computed when asked, never stored as truth.</summary>
public static class Lights
{
    public static Lit LightOn(this PlanTask task, MilestoneStanding m, DateOnly day, ActionPlan plan)
    {
        var reasons = new List<Reason>();
        var light = Tests(task, m, day, plan).Select(t => { reasons.Add(t.Reason); return t; }).FirstOrDefault(t => t.Reason.Holds).Light ?? Light.Green;
        return new(light, plan.Rules.Id, plan.Rules.Version, reasons);
    }

    /// <summary>A task's light is its worst milestone's; grey where it has none.</summary>
    public static Light Worst(IEnumerable<Light> lights) => lights.DefaultIfEmpty(Light.Grey).Min();

    private static IEnumerable<(Light? Light, Reason Reason)> Tests(PlanTask task, MilestoneStanding m, DateOnly day, ActionPlan plan)
    {
        var rules = plan.Rules;
        yield return (Light.Grey, Test("withdrawn", m.State == MilestoneState.Withdrawn, []));
        yield return (Light.Blue, Test("closed", m.Closing is not null, m.Closing is { } c ? [c.Id, c.Verification!.Event] : [], ("closedOn", m.ClosedOn)));
        yield return (Light.Grey, Test("no-lead", m.Chain.Leads.Count == 0, m.Chain.Events));

        yield return (Light.Grey, Test("suspended", m.Suspension is not null, m.Suspension is { } s ? [s.Id, s.Decision!.Event] : [], ("from", m.Suspension?.From), ("reviewOn", m.Suspension?.ReviewOn)));

        var pastDue = m.Due < day;
        yield return (Light.Red, Test("overdue", pastDue && m.Claim is null, m.Chain.Events, ("due", m.Due), ("day", day), ("claim", m.Claim?.Id)));
        var returned = m.LastReleased is { Ground: ReturnGround.Untrue, Return: { } r } ? r : null;
        yield return (Light.Red, Test("returned-untrue", returned is not null && day.DayNumber - returned.RecordedOn.DayNumber > rules.ReclaimDays, returned is null ? [] : [returned.Event],
            ("returnedOn", returned?.RecordedOn), ("limitDays", rules.ReclaimDays)));

        yield return (Light.Grey, Test("undated", m.Due is null, [], ("dueText", m.Milestone.Definition.DueText)));
        var notStarted = m.Milestone.IsOccurrence && m.Milestone.Start > day;
        yield return (Light.Green, Test("not-started", notStarted, [], ("start", m.Milestone.Start)));

        var left = m.Due!.Value.DayNumber - day.DayNumber;
        yield return (Light.Yellow, Test("due-soon", left <= rules.DueSoonDays && m.Claim is null, [], ("due", m.Due), ("daysLeft", left), ("withinDays", rules.DueSoonDays)));

        yield return (Light.Yellow, BehindLine(task, m, day, rules));
        yield return (Light.Yellow, Silent(task, m, day, rules));
    }

    private static Reason BehindLine(PlanTask task, MilestoneStanding m, DateOnly day, RuleSet rules)
    {
        var start = m.Milestone.Start ?? task.AssignedOn;
        var due = m.Due!.Value;
        if (m.Closing is not null || due <= start || MeasuredProgress.Of(task, m.Milestone, day) is not { } measured)
            return Test("behind-line", false, []);
        var expected = Math.Clamp(100m * (day.DayNumber - start.DayNumber) / (due.DayNumber - start.DayNumber), 0, 100);
        return Test("behind-line", expected - measured.Percent > rules.BehindPoints, measured.Events,
            ("start", start), ("due", due), ("expected", Math.Round(expected, 1)), ("measured", Math.Round(measured.Percent, 1)), ("by", measured.By), ("points", rules.BehindPoints));
    }

    private static Reason Silent(PlanTask task, MilestoneStanding m, DateOnly day, RuleSet rules)
    {
        var silence = Silence.On(task, m, day, rules);
        return Test("silent", silence is { TooLong: true }, m.LastReportEvent is { } last ? [last] : [], ("lastReport", m.LastReport), ("days", silence?.Days), ("limitDays", silence?.Limit));
    }

    private static Reason Test(string test, bool holds, IReadOnlyList<Guid> events, params (string Key, object? Value)[] inputs) =>
        new(test, holds, inputs.Where(i => i.Value is not null).ToDictionary(i => i.Key, i => i.Value switch
        {
            DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            var other => other!.ToString()!,
        }), events);
}

/// <summary>Days since the last report on a milestone, against the period that its due date asks for.</summary>
public sealed record Silence(int Days, int Limit)
{
    public bool TooLong => Days > Limit;

    /// <summary>Null where no report is expected: closed, claimed, withdrawn, undated, nobody leads, or not started.</summary>
    public static Silence? On(PlanTask task, MilestoneStanding m, DateOnly day, RuleSet rules)
    {
        if (m.Due is not { } due || m.Closing is not null || m.State is MilestoneState.Withdrawn or MilestoneState.Suspended || m.Claim is not null || m.Chain.Leads.Count == 0)
            return null;
        var since = task.AssignedOn;
        if (m.Milestone.Start > since)
            since = m.Milestone.Start.Value;
        if (m.LastReport > since)
            since = m.LastReport.Value;
        if (since > day)
            return null;
        return new(day.DayNumber - since.DayNumber, due.DayNumber - day.DayNumber <= rules.MonthlyWithinDays ? rules.MonthlyDays : rules.QuarterlyDays);
    }
}

/// <summary>Progress that is measured, not stated: by confirmed steps, else by the milestone's indicator.</summary>
public sealed record MeasuredProgress(decimal Percent, string By, IReadOnlyList<Guid> Events)
{
    public static MeasuredProgress? Of(PlanTask task, PlacedMilestone milestone, DateOnly day)
    {
        var steps = task.Steps.Where(s => s.Milestone == milestone.Id && s.Entry.RecordedOn <= day).ToList();
        var confirmed = steps.Where(s => s.Confirmation is { } c && c.EffectiveOn <= day).ToList();
        if (confirmed.Count > 0)
            return new(100m * confirmed.Count / steps.Count, "steps", [.. confirmed.Select(s => s.Confirmation!.Event)]);
        foreach (var indicator in task.On(day).Measuring(milestone))
            if (!indicator.Definition.FactOnly && ByIndicator(task, indicator, milestone, day) is { } measured)
                return measured;
        return null;
    }

    /// <summary>The way from the baseline to the target; without a baseline only an upward count can be measured, from nought.</summary>
    private static MeasuredProgress? ByIndicator(PlanTask task, PlacedIndicator indicator, PlacedMilestone milestone, DateOnly day)
    {
        var target = indicator.Definition.Targets.First(t => t.Milestone == milestone.Definition.Id);
        if (target.Value is not { } goal || Chain.InForceOn(task.Readings, r => r.Indicator == indicator.Id, r => r.Entry, day) is not { } reading || !milestone.IsMeasuredOn(reading.Entry.EffectiveOn))
            return null;
        if ((indicator.Definition.Baseline?.Value ?? (target.Comparator == Comparator.AtLeast ? 0 : null)) is not { } from || from == goal)
            return null;
        return new(Math.Clamp(100m * (reading.Value - from) / (goal - from), 0, 100), indicator.Id, [reading.Entry.Event]);
    }
}
