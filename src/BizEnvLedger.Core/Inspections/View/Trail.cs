using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>What happened that a half-year has to answer for: returns, silence, changes of lead, late entries, corrections, overruns.</summary>
internal static class Trail
{
    public static IReadOnlyList<ReturnedClaim> Returned(IEnumerable<AssessedTask> tasks, Look look) =>
        [.. from task in tasks
            from claim in task.Task.Claims
            where claim.Reopened is null && claim.Return is { } r && look.IsOfRound(r, claim.Entry.EffectiveOn)
            select new ReturnedClaim(claim.Milestone, task.Task.No, look.Name(claim.Unit), claim.Entry.EffectiveOn, claim.Return!.RecordedOn,
                Figures.Word(claim.Ground!.Value), task.Task.Claims.Exists(c => c.Milestone == claim.Milestone && c.Release is not null && c.Entry.Leaf > claim.Return.Leaf),
                [claim.Id, claim.Return.Event])];

    public static IReadOnlyList<SilentOwner> Silent(IEnumerable<AssessedTask> tasks, Look look) =>
        [.. from task in tasks
            from milestone in task.Milestones
            where milestone.IsLed
            let silence = Silence.On(task.Task, milestone.Standing, look.Day, look.Plan.Rules)
            where silence is { TooLong: true }
            from unit in milestone.Standing.Chain.Leads
            select new SilentOwner(look.Name(unit), task.Task.No, milestone.Id, milestone.Standing.LastReport, silence.Days)
            {
                Events = [.. milestone.Standing.Chain.Events, milestone.Standing.LastReportEvent ?? task.Task.AssignedBy],
            }];

    public static IReadOnlyList<NeverActedFigures>? NeverActed(PlanState state, Look look)
    {
        IReadOnlyList<NeverActedFigures> never = [.. SilentUnits.NeverActed(state, look.Day).Select(n => new NeverActedFigures(look.Name(n.Unit), n.Task, n.Leads, n.Since, n.Days, n.Events))];
        return never.Count > 0 ? never : null;
    }

    public static IReadOnlyList<LeadChangeFigures> LeadChanges(IEnumerable<AssessedTask> tasks, Look look) =>
        [.. from task in tasks
            from change in task.Task.LeadChanges
            where !change.Entry.Withdrawn && look.IsOfRound(change.Entry, change.Entry.EffectiveOn)
            let measure = change.Measure is null ? null : task.Catalogue.Measure(change.Measure)
            let before = task.Task.ResponsibleOn(measure, change.Entry.EffectiveOn.AddDays(-1))
            select new LeadChangeFigures(task.Task.No, change.Measure, look.Names(before.Leads), look.Names(change.Leads),
                change.Entry.EffectiveOn, change.Entry.RecordedOn, change.Entry.EffectiveOn < change.Entry.RecordedOn, change.Entry.Event)];

    public static IReadOnlyList<LateEntry> LateEntries(IEnumerable<AssessedTask> tasks, Look look) =>
        [.. (from task in tasks from fact in Facts(task) select (task.Task.No, fact.Entry, fact.Kind, fact.Subject, fact.Unit, Late: look.Plan.IsLate(fact.Entry, fact.Lag)))
            .Concat(OfUnits(look.Plan))
            .Where(fact => fact.Late && look.IsOfRound(fact.Entry, fact.Entry.EffectiveOn))
            .OrderBy(fact => fact.Entry.Leaf)
            .Select(fact => new LateEntry(fact.No, fact.Kind, fact.Subject, look.Name(fact.Unit), fact.Entry.EffectiveOn, fact.Entry.RecordedOn,
                fact.Entry.RecordedOn.DayNumber - fact.Entry.EffectiveOn.DayNumber, look.Plan.IsInClosedHalfYear(fact.Entry), fact.Entry.Event))];

    /// <summary>Corrections recorded since the last round: of this half-year's facts, or (restated) of facts that a closed one rested on.</summary>
    public static IReadOnlyList<CorrectionFigures> Corrections(IEnumerable<AssessedTask> tasks, Look look, bool restated) =>
        [.. from c in (from task in tasks from c in task.Task.Corrections select (task.Task.No, Kind: Figures.Word(c.Kind), c.Subject, c.Unit, c.Before, c.After, c.OldDate, c.NewDate, c.Withdraws, c.Of, c.Entry))
                .Concat(from c in look.Plan.Roster.Corrections select (No: LateEntry.OfUnits, c.Kind, c.Subject, c.Unit, Before: (decimal?)null, After: (decimal?)null, OldDate: c.Before.EffectiveOn, NewDate: c.Entry.EffectiveOn, c.Withdraws, c.Of, c.Entry))
            let earliest = c.OldDate < c.NewDate ? c.OldDate : c.NewDate
            where look.IsOfRound(c.Entry, earliest)
            let round = look.Plan.ClosedBefore(c.Entry, earliest)
            where round is not null == restated
            orderby c.Entry.Leaf
            select new CorrectionFigures(c.No, c.Kind, c.Subject, look.Name(c.Unit), c.Before, c.After, c.NewDate, c.Entry.RecordedOn, c.Withdraws,
                round?.HalfYear.ToString(), [c.Of, c.Entry.Event])];

    public static IReadOnlyList<VerifierOverrun> Overruns(IEnumerable<AssessedTask> tasks, Look look) =>
        [.. from task in tasks
            from claim in task.Task.Claims
            where claim.Release is not null
            let limit = claim.VerificationLimit(look.Plan)
            let decided = claim.Decision
            let until = decided?.RecordedOn ?? look.Cut.RecordedOn
            where until > limit && (decided is null || look.IsNew(decided))
            select new VerifierOverrun(claim.Milestone, task.Task.No, claim.Release!.RecordedOn, limit, decided?.RecordedOn, until.DayNumber - limit.DayNumber, claim.Id)
            {
                Events = decided is null ? [claim.Id, claim.Release!.Event] : [claim.Id, claim.Release!.Event, decided.Event],
            }];

    /// <summary>Memberships, terms and successions: the group office's facts about units, of no task.</summary>
    private static IEnumerable<(string No, Entry Entry, string Kind, string Subject, string Unit, bool Late)> OfUnits(ActionPlan plan) =>
        plan.Roster.Members.Where(m => !m.Entry.Withdrawn).Select(m => (LateEntry.OfUnits, m.Entry, "member", m.Group, m.Unit, plan.IsLate(m.Entry)))
            .Concat(plan.Roster.Named.Where(n => !n.Entry.Withdrawn).Select(n => (LateEntry.OfUnits, n.Entry, "term", n.Unit, n.Unit, plan.IsLate(n.Entry))))
            .Concat(plan.Roster.Successions.InOrder.Select(s => (LateEntry.OfUnits, s.Entry, "succession", s.From[0], s.To[0], plan.IsLate(s.Entry))));

    private static IEnumerable<(Entry Entry, string Kind, string Subject, string Unit, int Lag)> Facts(AssessedTask task) =>
        task.Task.ReportedFacts(task.Catalogue).Concat(task.Task.LeadChanges.Select(c => (c.Entry, "leadChange", c.Measure ?? task.Task.No, c.Leads[0], 0)));
}

/// <summary>What is counted by task and by unit, drawn once.</summary>
internal sealed record Told(
    IReadOnlyList<ReturnedClaim> Returned, IReadOnlyList<SilentOwner> Silent, IReadOnlyList<LeadChangeFigures> LeadChanges, IReadOnlyList<LateEntry> LateEntries)
{
    public static Told Of(IReadOnlyList<AssessedTask> tasks, Look look) =>
        new(Trail.Returned(tasks, look), Trail.Silent(tasks, look), Trail.LeadChanges(tasks, look), Trail.LateEntries(tasks, look));
}
