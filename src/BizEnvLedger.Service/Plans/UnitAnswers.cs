using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Units;

namespace BizEnvLedger.Service.Plans;

/// <summary>A unit in a list. Delay days count whole for each joint lead and for each cooperating unit past a request's limit; those of units that it has succeeded stand apart.</summary>
public sealed record UnitRow(
    string Id, string Name, IReadOnlyList<string> Aliases, UnitKind Kind, Authority Authority, int Leads, int Cooperates, LightCounts Lights,
    int Overdue, int DelayDays, int LateEntries, int Silent, int Returned, IReadOnlyList<UnitName> Formerly, int FormerDelayDays);

/// <summary>One unit with what it answers for.</summary>
public sealed record UnitShape(
    UnitRow Summary, UnitHistoryShape History, IReadOnlyList<AdoptedPlanShape> ImplementationPlans, IReadOnlyList<UnitStep> Steps, IReadOnlyList<UnitDutyShape> Leading, IReadOnlyList<UnitDutyShape> Cooperating,
    IReadOnlyList<UnitMilestone> Milestones, IReadOnlyList<UnitLateEntry> LateEntries, int Position, DateOnly EffectiveOn);

public sealed record UnitDutyShape(string Task, string Measure, string Title);

public sealed record UnitMilestone(string Id, string Task, string Statement, DateOnly? Due, string State, string Light, int DelayDays, int? SilentDays, DateOnly? LastReport);

/// <summary>A step that the unit owns, or has taken over from who owned it.</summary>
public sealed record UnitStep(string Id, string Task, DateOnly Due, DateOnly? ReportedOn, DateOnly? ConfirmedOn, DateOnly? DoneOn, IReadOnlyList<Guid> Events);

public sealed record UnitLateEntry(string Task, string Kind, string Subject, DateOnly EffectiveOn, DateOnly RecordedOn, Guid Event);

/// <summary>What every unit answers for on a day, over all of a plan's streams.</summary>
public sealed class UnitAnswers(PlanState state, DateOnly day, TaskViews views)
{
    private readonly List<(PlanTask Task, TaskAssessment Judged)> judged = [.. state.HeldBy(day).Select(t => (t, Judged.On(t, state.Plan, day)))];

    public UnitRow Row(Unit unit)
    {
        var milestones = Led(unit).ToList();
        var lights = milestones.Select(m => views.Lit(m.Milestone)).ToList();
        return new(
            unit.Id, unit.Name, unit.Aliases, unit.Kind, unit.Authority, Duties(unit, c => c.Leads).Count(), Duties(unit, c => c.Cooperating).Count(),
            LightCounts.Of(lights),
            milestones.Count(m => m.Task.IsOverdueOn(m.Milestone.Standing.Milestone.Id, day, state.Plan)),
            judged.SelectMany(j => j.Judged.Milestones).Sum(m => m.DaysFallingTo(unit.Id)),
            Late(unit).Count(), milestones.Count(m => SilentDays(m.Task, m.Milestone) is not null),
            judged.SelectMany(j => j.Task.Claims).Count(c => c.Unit == unit.Id && c.Return is not null),
            [.. Former(unit.Id, null).Select(f => new UnitName(f, state.Plan.OwnName(f, day)))],
            judged.SelectMany(j => j.Judged.Milestones).Sum(m => m.DaysAnsweredBy(unit.Id, Former(unit.Id, m.Standing.Chain.Items)) - m.DaysOf(unit.Id)));
    }

    private IReadOnlyList<string> Former(string unit, IReadOnlyList<string>? items) => state.Plan.Roster.Successions.FormerOf(unit, day, items);

    public UnitShape Whole(Unit unit, UnitHistoryShape history, int position) => new(
        Row(unit), history, [.. ImplementationPlan.Of(state, unit.Id, day).Select((a, i) => AdoptedPlanShape.Of(state.Plan, a, i))], [.. Steps(unit)],
        [.. Duties(unit, c => c.Leads)], [.. Duties(unit, c => c.Cooperating)],
        [.. Led(unit).Select(m => new UnitMilestone(
            m.Milestone.Standing.Milestone.Id, m.Task.No, m.Milestone.Standing.Milestone.Definition.Statement, m.Milestone.Standing.Due, Figures.Word(m.Milestone.Standing.State),
            Figures.Word(views.Lit(m.Milestone)), m.Milestone.DaysOf(unit.Id), SilentDays(m.Task, m.Milestone), m.Milestone.Standing.LastReport))],
        [.. Late(unit)], position, day);

    private IEnumerable<(PlanTask Task, MilestoneAssessment Milestone)> Led(Unit unit) =>
        from j in judged from m in j.Judged.Milestones where m.Standing.Chain.Leads.Contains(unit.Id) select (j.Task, m);

    private IEnumerable<UnitDutyShape> Duties(Unit unit, Func<Responsible, IReadOnlyList<string>> side) =>
        from j in judged
        from m in j.Judged.Catalogue.Measures
        where side(j.Task.ResponsibleOn(m, day)).Contains(unit.Id)
        select new UnitDutyShape(j.Task.No, m.Id, m.Definition.Title);

    private IEnumerable<UnitStep> Steps(Unit unit) =>
        from j in judged
        from step in j.Task.Steps
        where j.Task.Successions.Holder(step.Owner, day, j.Task.ItemsOf(step)) == unit.Id
        select new UnitStep(step.Id, j.Task.No, step.Due, step.Report?.EffectiveOn, step.Confirmation?.EffectiveOn, step.DoneOn(state.Plan),
            [.. new[] { step.Entry.Event, step.Report?.Event, step.Confirmation?.Event }.OfType<Guid>()]);

    /// <summary>What it reported late, and what was decided late about whether it leads: of both units, since days of delay go from one to the other.</summary>
    private IEnumerable<UnitLateEntry> Late(Unit unit) =>
        from j in judged
        from fact in j.Task.ReportedFacts(j.Judged.Catalogue).Concat(j.Task.ReassignedFacts())
        where fact.Unit == unit.Id && fact.Entry.EffectiveOn <= day && state.Plan.IsLate(fact.Entry, fact.Lag)
        select new UnitLateEntry(j.Task.No, fact.Kind, fact.Subject, fact.Entry.EffectiveOn, fact.Entry.RecordedOn, fact.Entry.Event);

    private int? SilentDays(PlanTask task, MilestoneAssessment m) =>
        Silence.On(task, m.Standing, day, state.Plan.Rules) is { TooLong: true } silence ? silence.Days : null;
}
