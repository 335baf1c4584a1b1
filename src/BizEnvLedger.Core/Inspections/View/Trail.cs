using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>What happened that a half-year has to answer for: returns, silence, changes of lead, late entries, corrections, overruns.</summary>
internal static class Trail
{
    public static IReadOnlyList<ReturnedClaim> Returned(IEnumerable<AssessedTask> tasks, Look look) =>
        [.. from task in tasks
            from claim in task.Task.Claims
            where claim.Return is { } r && look.IsNew(r) && claim.Entry.EffectiveOn <= look.Day
            select new ReturnedClaim(claim.Milestone, task.Task.No, look.Plan.Name(claim.Unit), claim.Entry.EffectiveOn, claim.Return!.RecordedOn,
                Figures.Word(claim.Ground!.Value), task.Task.Claims.Exists(c => c.Milestone == claim.Milestone && c.Entry.RecordedAt > claim.Return.RecordedAt),
                [claim.Id, claim.Return.Event])];

    public static IReadOnlyList<SilentOwner> Silent(IEnumerable<AssessedTask> tasks, Look look) =>
        [.. from task in tasks
            from milestone in task.Milestones
            where milestone.IsLed
            let silence = Silence.On(task.Task, milestone.Standing, look.Day, look.Plan.Rules)
            where silence is { TooLong: true }
            from unit in milestone.Standing.Chain.Leads
            select new SilentOwner(look.Plan.Name(unit), task.Task.No, milestone.Id, milestone.Standing.LastReport, silence.Days)];

    public static IReadOnlyList<LeadChangeFigures> LeadChanges(IEnumerable<AssessedTask> tasks, Look look) =>
        [.. from task in tasks
            from change in task.Task.LeadChanges
            where !change.Entry.Withdrawn && look.IsNew(change.Entry) && change.Entry.EffectiveOn <= look.Day
            let measure = change.Measure is null ? null : task.Catalogue.Measure(change.Measure)
            let before = task.Task.ResponsibleOn(measure, change.Entry.EffectiveOn.AddDays(-1))
            select new LeadChangeFigures(task.Task.No, change.Measure, look.Names(before.Leads), look.Names(change.Leads),
                change.Entry.EffectiveOn, change.Entry.RecordedOn, change.Entry.EffectiveOn < change.Entry.RecordedOn, change.Entry.Event)];

    public static IReadOnlyList<LateEntry> LateEntries(IEnumerable<AssessedTask> tasks, Look look) =>
        [.. from task in tasks
            from fact in Facts(task)
            where look.IsNew(fact.Entry) && fact.Entry.EffectiveOn <= look.Day && look.Plan.IsLate(fact.Entry.EffectiveOn, fact.Entry.RecordedOn, fact.Entry.RecordedAt, fact.Lag)
            orderby fact.Entry.RecordedAt, fact.Entry.Event
            select new LateEntry(task.Task.No, fact.Kind, fact.Subject, look.Plan.Name(fact.Unit), fact.Entry.EffectiveOn, fact.Entry.RecordedOn,
                fact.Entry.RecordedOn.DayNumber - fact.Entry.EffectiveOn.DayNumber, look.Plan.IsInClosedHalfYear(fact.Entry.EffectiveOn, fact.Entry.RecordedAt), fact.Entry.Event)];

    /// <summary>Corrections recorded since the last round: of this half-year's facts, or (restated) of facts that a closed one rested on.</summary>
    public static IReadOnlyList<CorrectionFigures> Corrections(IEnumerable<AssessedTask> tasks, Look look, bool restated) =>
        [.. from task in tasks
            from c in task.Task.Corrections
            where look.IsNew(c.Entry)
            let earliest = c.OldDate < c.NewDate ? c.OldDate : c.NewDate
            where earliest <= look.Day
            let round = look.Plan.Rounds.Find(r => r.Closed is not null && r.ClosedAt < c.Entry.RecordedAt && earliest <= r.HalfYear.LastDay)
            where round is not null == restated
            orderby c.Entry.RecordedAt, c.Entry.Event
            select new CorrectionFigures(task.Task.No, Figures.Word(c.Kind), c.Subject, look.Plan.Name(c.Unit), c.Before, c.After, c.NewDate, c.Entry.RecordedOn, c.Withdraws,
                round?.HalfYear.ToString(), [c.Of, c.Entry.Event])];

    public static IReadOnlyList<VerifierOverrun> Overruns(IEnumerable<AssessedTask> tasks, Look look) =>
        [.. from task in tasks
            from claim in task.Task.Claims
            where claim.Release is not null
            let limit = claim.VerificationLimit(look.Plan)
            let decided = claim.Verification ?? claim.Return
            let until = decided?.RecordedOn ?? look.Cut.RecordedOn
            where until > limit && (decided is null || look.IsNew(decided))
            select new VerifierOverrun(claim.Milestone, task.Task.No, claim.Release!.RecordedOn, limit, decided?.RecordedOn, until.DayNumber - limit.DayNumber, claim.Id)];

    private static IEnumerable<(Entry Entry, string Kind, string Subject, string Unit, int Lag)> Facts(AssessedTask task)
    {
        foreach (var report in task.Task.Reports)
            yield return (report.Entry, "progress", report.Measure, report.Unit, 0);
        foreach (var reading in task.Task.Readings)
            yield return (reading.Entry, "reading", reading.Indicator, reading.Unit, task.Catalogue.Indicator(reading.Indicator)?.Definition.LagDays ?? 0);
        foreach (var claim in task.Task.Claims)
            yield return (claim.Entry, "claim", claim.Milestone, claim.Unit, 0);
        foreach (var change in task.Task.LeadChanges)
            yield return (change.Entry, "leadChange", change.Measure ?? task.Task.No, change.Leads[0], 0);
    }
}
