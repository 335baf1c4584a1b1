using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>The moment at which a half-year is looked at, and the leaves that were there.</summary>
/// <param name="TreeSize">Leaves 0 … n−1 count.</param>
/// <param name="Root">RFC 6962 root of those leaves, lower-case hex.</param>
public sealed record Cut(HalfYear HalfYear, DateTimeOffset RecordedBy, DateOnly RecordedOn, long TreeSize, string Root);

/// <summary>Which jurisdiction the data set is of.</summary>
public sealed record Place(string Id, string Name, bool Demonstration);

/// <summary>
/// The half-year inspection view: a pure function of the folded tasks, the plan and the cut. Rounds close on it; an open round shows it as it would close now.
/// Tasks are folded from leaves 0 … n−1 only, and asked as of the half-year's last day.
/// </summary>
public static class HalfYearView
{
    public static HalfYearDataSet Of(PlanState state, IReadOnlyList<PlanTask> tasks, Cut cut, Place place, HalfYearDataSet? previous)
    {
        var plan = state.Plan;
        var day = cut.HalfYear.LastDay;
        var look = new Look(plan, cut, day, previous);
        var assessed = tasks.Where(t => t.AssignedOn <= cut.RecordedOn).Select(t => AssessedTask.Of(t, look)).ToList();
        var due = assessed.SelectMany(t => t.Milestones).Where(m => m.IsDueIn(cut.HalfYear)).ToList();
        var indicators = assessed.SelectMany(t => t.Indicators).ToList();
        var told = Told.Of(assessed, look);
        var proposed = Proposals.Of(look, assessed, due, told, state.UpheldComplaints(cut.HalfYear), OverdueRectifications.RectificationsOverdue(state, day))
            .Concat(StepProposals.Of(look, tasks)).ToList();
        var document = plan.On(day);
        return new()
        {
            Jurisdiction = place.Id,
            JurisdictionName = place.Name,
            Demonstration = place.Demonstration,
            Plan = new(plan.Id, document.Title, document.DocumentNumber, look.Name(document.Issuer).Name, look.Name(document.IssuingOffice ?? document.Issuer).Name,
                plan.IssuedOn, [.. document.Recipients.Select(r => look.Name(r).Name)], [.. document.CopiesTo.Select(c => look.Name(c).Name)], document.Period, document.ShortTitle),
            HalfYear = cut.HalfYear.ToString(),
            EffectiveOn = day,
            RecordedBy = cut.RecordedBy,
            RecordedOn = cut.RecordedOn,
            TreeSize = cut.TreeSize,
            Root = cut.Root,
            RuleSet = plan.Rules.Id,
            RuleSetVersion = plan.Rules.Version,
            Totals = Figures.TotalsOf(assessed, due, indicators, look),
            Previous = previous?.Totals,
            Areas = [.. document.Areas.Select(a => Figures.AreaOf(a, assessed, due, indicators))],
            Tasks = [.. assessed.Select(t => Figures.TaskOf(t, due, told, look))],
            Units = Figures.UnitsOf(assessed, due, told, look),
            Due = [.. due.OrderBy(m => m.Due).ThenBy(m => m.Id, StringComparer.Ordinal).Select(m => m.Figures(look))],
            NextDue = [.. assessed.SelectMany(t => t.Milestones).Where(m => m.Due is { } d && cut.HalfYear.Next.Contains(d) && !m.IsClosed && m.IsLed)
                .OrderBy(m => m.Due).ThenBy(m => m.Id, StringComparer.Ordinal).Select(m => m.Figures(look))],
            Indicators = [.. indicators],
            Returned = told.Returned,
            Silent = told.Silent,
            NeverActed = Trail.NeverActed(state, look),
            LeadChanges = told.LeadChanges,
            LateEntries = told.LateEntries,
            Corrections = Trail.Corrections(assessed, look, restated: false),
            Restated = Trail.Corrections(assessed, look, restated: true),
            VerifierOverruns = Trail.Overruns(assessed, look),
            Registers = RegisterView.Of(state, look),
            Coordination = Coordinated.Of(assessed, look),
            Supervision = Supervising.Of(look, assessed),
            Proposed = [.. proposed.Where(p => p.Authority == Figures.Word(Authority.Direct))],
            Regions = Regions.Of(state, tasks, look),
            Undated = Regions.Undated(assessed, look),
            Complaints = Upheld.SectionOf(state, cut.HalfYear),
            Letters = [.. proposed.Where(p => p.Authority != Figures.Word(Authority.Direct))],
            Rectifications = RectificationTrail.Of(state, look),
        };
    }
}

/// <summary>What every part of the view looks by.</summary>
/// <param name="Before">The round closed before.</param>
internal sealed record Look(ActionPlan Plan, Cut Cut, DateOnly Day, HalfYearDataSet? Before)
{
    /// <summary>Recorded after the leaves of the round before.</summary>
    public bool IsNew(Entry entry) => Before is null || entry.Leaf >= Before.TreeSize;

    /// <summary>
    /// Each entry falls into one round: the first whose day it is effective by and whose leaves hold it.
    /// What was recorded before the last round closed, but effective after its day, is still to be told.
    /// </summary>
    public bool IsOfRound(Entry entry, DateOnly effectiveOn) => effectiveOn <= Day && (IsNew(entry) || effectiveOn > Before!.EffectiveOn);

    public IReadOnlyList<UnitName> Names(IEnumerable<string> units) => [.. units.Select(Name)];

    /// <summary>The name on the half-year's last day; of a unit that is gone by then, its last one and who has come after.</summary>
    public UnitName Name(string unit) => Plan.Name(unit, Day);

    /// <summary>Who stands on the last day in the place of a unit that did or had to do something.</summary>
    public string Holder(string unit, PlanTask task, string subject) =>
        Plan.Roster.Successions.AreNone ? unit : Plan.Roster.Successions.Holder(unit, Day, task.ItemsOf(subject));

    /// <summary>The same by a milestone of any of the tasks; one that no task has is about nothing that a split could have given away.</summary>
    public string Holder(string unit, IReadOnlyList<AssessedTask> tasks, string milestone) =>
        tasks.FirstOrDefault(t => t.Task.Definitions.Exists(d => d.Catalogue.Milestone(milestone) is not null)) is { } found
            ? Holder(unit, found.Task, milestone)
            : Plan.Roster.Successions.Holder(unit, Day);
}
