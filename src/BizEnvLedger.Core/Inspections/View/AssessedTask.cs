using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>A task with everything in it judged on the half-year's last day.</summary>
internal sealed record AssessedTask(PlanTask Task, Catalogue Catalogue, IReadOnlyList<AssessedMilestone> Milestones, IReadOnlyList<IndicatorFigures> Indicators)
{
    /// <summary>Whether it is one of the numbered tasks; goals and mechanisms are not.</summary>
    public bool IsNumbered => Catalogue.Task.Number > 0;

    public static AssessedTask Of(PlanTask task, Look look) => new(
        task,
        task.On(look.Day),
        [.. task.MilestonesOn(look.Day).Select(m => AssessedMilestone.Of(task, m, look)).Where(m => m.Standing.State != MilestoneState.Withdrawn)],
        [.. task.On(look.Day).Indicators.Select(i => IndicatorOf(task, i, look))]);

    private static IndicatorFigures IndicatorOf(PlanTask task, PlacedIndicator indicator, Look look)
    {
        var standing = task.StandingOn(indicator, look.Day);
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
            LateEntered = reading is not null && look.Plan.IsLate(reading.Entry.EffectiveOn, reading.Entry.RecordedOn, reading.Entry.RecordedAt, indicator.Definition.LagDays),
            Corrected = reading?.Entry.Corrections.Count > 0,
            Leads = look.Names(task.ResponsibleOn(indicator.Measure, look.Day).Leads),
            Events = reading is null ? [] : [reading.Entry.Event, .. reading.Entry.Corrections],
        };
    }
}

/// <summary>A milestone judged on the half-year's last day.</summary>
internal sealed record AssessedMilestone(PlanTask Task, MilestoneStanding Standing, Light Light, int DelayDays, IReadOnlyList<DelayStretch> Delay)
{
    public string Id => Standing.Milestone.Id;
    public DateOnly? Due => Standing.Due;
    public bool IsClosed => Standing.Closing is not null;

    /// <summary>Somebody answers for it. A goal or mechanism that names no lead is nobody's arrears.</summary>
    public bool IsLed => Standing.Chain.Leads.Count > 0 && Standing.Milestone.Definition.SameAs is null;

    public string Outcome => Standing switch
    {
        { ClosedOn: { } closed, Due: { } due } => closed <= due ? "onTime" : "late",
        { ClosedOn: not null } => "onTime",
        { Claim: not null } => "waiting",
        _ when DelayDays > 0 || Light == Light.Red => "open",
        _ => "notDue",
    };

    public static AssessedMilestone Of(PlanTask task, PlacedMilestone milestone, Look look)
    {
        var standing = task.StandingOn(milestone, look.Day, look.Plan);
        var delay = task.DelayOf(milestone.Id, look.Day, look.Plan);
        return new(task, standing, task.LightOn(standing, look.Day, look.Plan).Light, delay.Where(d => d.Account != Account.Verifier).Sum(d => d.Days), delay);
    }

    /// <summary>Due within the half-year, or due earlier and not closed before it began.</summary>
    public bool IsDueIn(HalfYear halfYear) =>
        IsLed && Due is { } due && due <= halfYear.LastDay && (due >= halfYear.FirstDay || Standing.ClosedOn is null || Standing.ClosedOn >= halfYear.FirstDay);

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
        Outcome = Outcome == "notDue" && Due <= look.Day ? "open" : Outcome,
        ClosedOn = Standing.ClosedOn,
        DaysLate = DelayDays,
        Events = [.. Standing.Events.Union(Delay.SelectMany(d => d.Events))],
    };
}
