using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>A task with everything in it judged on the half-year's last day.</summary>
internal sealed record AssessedTask(PlanTask Task, Catalogue Catalogue, IReadOnlyList<AssessedMilestone> Milestones, IReadOnlyList<IndicatorFigures> Indicators)
{
    /// <summary>Whether it is one of the numbered tasks; goals and mechanisms are not.</summary>
    public bool IsNumbered => Catalogue.Task.Number > 0;

    public static AssessedTask Of(PlanTask task, Look look)
    {
        var judged = TaskAssessment.Of(task, look.Plan, look.Day);
        return new(
            task,
            judged.Catalogue,
            [.. judged.Milestones.Where(m => m.Standing.State != MilestoneState.Withdrawn).Select(m => new AssessedMilestone(task, m, look.Day))],
            [.. judged.Indicators.Select(i => IndicatorOf(task, i, look))]);
    }

    private static IndicatorFigures IndicatorOf(PlanTask task, Standing standing, Look look)
    {
        var indicator = standing.Indicator;
        var reading = standing.Reading;
        return new()
        {
            Id = indicator.Id,
            Task = task.No,
            Area = task.On(look.Day).Task.Area,
            Name = indicator.Definition.Name,
            Unit = indicator.Definition.Unit,
            Scope = indicator.Definition.Scope?.ToString(),
            Baseline = indicator.Definition.Baseline?.Value,
            Value = reading?.Value,
            ValueOn = reading?.Entry.EffectiveOn,
            TargetInForce = standing.InForce is { } target ? TargetWords.Of(target) : null,
            TargetDue = standing.InForce?.Due,
            NextTarget = standing.Next is { } next ? TargetWords.Of(next) : null,
            NextTargetDue = standing.Next?.Due,
            Attainment = Figures.Word(standing.Attained),
            LateEntered = reading is not null && look.Plan.IsLate(reading.Entry, indicator.Definition.LagDays),
            Corrected = reading?.Entry.Corrections.Count > 0,
            Leads = look.Names(task.ResponsibleOn(indicator.Measure, look.Day).Leads),
            Events = reading is null ? [] : [reading.Entry.Event, .. reading.Entry.Corrections],
        };
    }
}

/// <summary>A milestone judged on the half-year's last day.</summary>
internal sealed record AssessedMilestone(PlanTask Task, MilestoneAssessment Judged, DateOnly Day)
{
    public MilestoneStanding Standing => Judged.Standing;
    public Light Light => Judged.Lit.Light;
    public int DelayDays => Judged.DaysLate;
    public IReadOnlyList<DelayStretch> Delay => Judged.Delay;
    public string Id => Standing.Milestone.Id;
    public DateOnly? Due => Standing.Due;
    public bool IsClosed => Standing.Closing is not null;

    /// <summary>Somebody answers for it. A goal or mechanism that names no lead is nobody's arrears.</summary>
    public bool IsLed => Standing.Chain.Leads.Count > 0 && Standing.Milestone.Definition.SameAs is null;

    public string Outcome => Standing switch
    {
        { ClosedOn: { } closed, Due: { } due } => closed <= Standing.PlannedDue ? "onTime" : closed <= due ? "extended" : "late",
        { ClosedOn: not null } => "onTime",
        { Claim: not null } => "waiting",
        _ when Due <= Day => "open",
        _ => "notDue",
    };

    /// <summary>Due within the half-year, or due earlier and not closed before it began.</summary>
    public bool IsDueIn(HalfYear halfYear) =>
        IsLed && Due is { } due && due <= halfYear.LastDay && (due >= halfYear.FirstDay || Standing.ClosedOn is null || Standing.ClosedOn >= halfYear.FirstDay);

    /// <summary>What its line rests on: who answers for it, what was reported and claimed, what was granted, and whose the delay is.</summary>
    public IEnumerable<Guid> Events =>
        Standing.Chain.Events.Union(Standing.Events).Union(Standing.Extensions.SelectMany(x => new[] { x.Id, x.Decision!.Event })).Union(Delay.SelectMany(d => d.Events));

    public MilestoneFigures Figures(Look look) => new()
    {
        Id = Id,
        Task = Task.No,
        Measure = Standing.Milestone.Measure.Id,
        Statement = Standing.Milestone.Definition.Statement,
        Due = Due!.Value,
        OriginalDue = Standing.OriginalDue ?? Due.Value,
        DueText = Standing.Milestone.Definition.DueText ?? Standing.Milestone.Definition.Recurrence?.Text,
        Strength = View.Figures.Word(Standing.Milestone.Definition.Strength),
        Leads = look.Names(Standing.Chain.Leads),
        Cooperating = look.Names(Standing.Chain.Cooperating),
        State = View.Figures.Word(Standing.State),
        Light = View.Figures.Word(Light),
        Outcome = Outcome,
        ClosedOn = Standing.ClosedOn,
        DaysLate = DelayDays,
        Extensions = Standing.Extensions.Count,
        Events = [.. Events],
    };
}
