using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>地区 in the half-year: their own 落实方案, their steps; and the undated measures that nobody has broken into steps for it.</summary>
internal static class Regions
{
    public static IReadOnlyList<RegionFigures>? Of(PlanState state, IReadOnlyList<PlanTask> tasks, Look look)
    {
        IReadOnlyList<RegionFigures> regions = [.. look.Plan.UnitsOn(look.Day).Where(u => u.Kind == UnitKind.Region).Select(u => Of(state, tasks, u, look))];
        return regions.Count > 0 ? regions : null;
    }

    public static IReadOnlyList<UndatedMeasure>? Undated(IReadOnlyList<AssessedTask> tasks, Look look)
    {
        IReadOnlyList<UndatedMeasure> undated = [.. from task in tasks
            from measure in task.Task.UndatedOn(look.Day)
            where !task.Task.HasStepIn(measure, look.Cut.HalfYear)
            select new UndatedMeasure(task.Task.No, measure.Id, measure.Definition.Title, look.Names(task.Task.ResponsibleOn(measure, look.Day).Leads))];
        return undated.Count > 0 ? undated : null;
    }

    private static RegionFigures Of(PlanState state, IReadOnlyList<PlanTask> tasks, Unit unit, Look look)
    {
        var adopted = ImplementationPlan.Of(state, unit.Id, look.Day);
        var steps = OwedStep.Of(unit.Id, tasks, look);
        return new()
        {
            Id = unit.Id,
            Name = unit.Name,
            AdoptedOn = adopted.Count > 0 ? adopted[0].Entry.EffectiveOn : null,
            DocumentNumber = adopted.Count > 0 ? adopted[^1].DocumentNumber : null,
            Revisions = Math.Max(0, adopted.Count - 1),
            DaysWithout = !ImplementationPlan.IsAskedOf(unit, look.Plan, look.Day) ? null : Math.Max(0, (adopted.Count > 0 ? adopted[0].Entry.EffectiveOn : look.Day).DayNumber - look.Plan.IssuedOn.DayNumber),
            StepsDue = steps.Count,
            StepsOnTime = steps.Count(s => s.Outcome == StepOutcome.OnTime),
            StepsLate = steps.Count(s => s.Outcome == StepOutcome.Late),
            StepsOpen = steps.Count(s => s.Outcome is StepOutcome.Open or StepOutcome.Waiting),
            StepsWaiting = steps.Count(s => s.Outcome == StepOutcome.Waiting),
            LongestDays = steps.Where(s => s.Outcome == StepOutcome.Open).Select(s => s.DaysOpen(look.Day)).DefaultIfEmpty().Max(),
            Events = [.. adopted.Select(a => a.Entry.Event), .. steps.SelectMany(s => s.Events)],
        };
    }
}

/// <summary>How a step stands on the half-year's last day.</summary>
internal enum StepOutcome { OnTime, Late, Open, Waiting }

/// <summary>A step that its owner, or who has succeeded it, owes in the half-year.</summary>
internal sealed record OwedStep(PlanTask Task, Step Step, StepOutcome Outcome)
{
    public IEnumerable<Guid> Events => new[] { Step.Entry.Event, Step.Report?.Event, Step.Confirmation?.Event }.OfType<Guid>();

    public int DaysOpen(DateOnly day) => Math.Max(0, day.DayNumber - Step.Due.DayNumber);

    /// <summary>A step of a 力争 milestone is reported, but is no ground by itself.</summary>
    public bool IsGround(DateOnly day) => Step.Milestone is not { } id || Task.On(day).Milestone(id)?.Definition.Strength != Strength.Strive;

    /// <summary>Steps due within the half-year, or due earlier and not done before it began; what the plan has withdrawn is owed by nobody.</summary>
    public static IReadOnlyList<OwedStep> Of(string unit, IReadOnlyList<PlanTask> tasks, Look look) =>
        [.. from task in tasks
            from step in task.Steps
            where step.Due <= look.Day && step.Entry.RecordedOn <= look.Cut.RecordedOn && look.Holder(step.Owner, task, step.Milestone ?? step.Measure!) == unit
                && (step.Milestone is { } id ? task.On(look.Day).Milestone(id) is not null : task.On(look.Day).Measure(step.Measure!) is not null)
            let done = step.DoneOn(look.Plan) is { } day && day <= look.Day ? step.DoneOn(look.Plan) : null
            where step.Due >= look.Cut.HalfYear.FirstDay || done is null || done >= look.Cut.HalfYear.FirstDay
            select new OwedStep(task, step, done is { } finished ? finished <= step.Due ? StepOutcome.OnTime : StepOutcome.Late
                : step.Report is { } report && report.EffectiveOn <= look.Day ? StepOutcome.Waiting : StepOutcome.Open)];
}

/// <summary>Regions that are slow with their steps, by the same days and shares as leads are with milestones.</summary>
internal static class StepProposals
{
    public static IReadOnlyList<ProposedEntry> Of(Look look, IReadOnlyList<PlanTask> tasks) =>
        [.. look.Plan.UnitsOn(look.Day).Where(u => u.Kind == UnitKind.Region).SelectMany(u => Slow(u, OwedStep.Of(u.Id, tasks, look).Where(s => s.IsGround(look.Day)).ToList(), look))];

    private static IEnumerable<ProposedEntry> Slow(Unit region, IReadOnlyList<OwedStep> steps, Look look)
    {
        var rules = look.Plan.Rules;
        var open = steps.Where(s => s.Outcome == StepOutcome.Open).ToList();
        var longest = open.Where(s => s.DaysOpen(look.Day) > rules.NoticeOverdueDays).ToList();
        var share = open.Count >= rules.NoticeOverdueLeast && open.Count > rules.NoticeOverdueShare * steps.Count;
        var named = share ? open : longest;
        if (named.Count > 0)
            yield return Proposals.Entry("slow", region, [.. named.Select(s => s.Step.Id)], named.Max(s => s.DaysOpen(look.Day)), steps.Count, open.Count, "steps-overdue",
                [.. named.SelectMany(s => s.Events)]) with { OwnDays = [.. named.Select(s => s.DaysOpen(look.Day))] };
    }
}
