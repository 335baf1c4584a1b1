using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>
/// 待办 of figures: an indicator waits for its data owner, else its leads, once the plan file asks for a figure that nobody has reported: for each period
/// of its frequency (else that of a yearly or other recurring target), and where it has neither, once a target is in force.
/// </summary>
public static class FigureDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day) =>
        from task in state.HeldBy(day)
        from indicator in task.On(day).Indicators
        let chain = task.ResponsibleOn(indicator.Measure, day)
        where indicator.Definition.DataOwner is not null || chain.Leads.Count > 0
        let asked = Asked(task, indicator, state.Plan, day)
        where asked is not null
        let known = asked.Value.AddDays(indicator.Definition.LagDays)
        where known < day
        select new Duty("figure-due", nameof(ReportMetric), indicator.Id, task.No, indicator.Definition.DataOwner is { } owner ? [owner] : chain.Leads,
            known.AddDays(1), known.AddDays(state.Plan.Rules.GraceDays), chain.Events) { Items = chain.Items };

    /// <summary>The day that a figure is wanted for and that none has been reported for or after; null where none is.</summary>
    private static DateOnly? Asked(PlanTask task, PlacedIndicator indicator, ActionPlan plan, DateOnly day)
    {
        var definition = indicator.Definition;
        // What waits for the approver was reported.
        var reported = task.Readings.Concat(task.WaitingReadings).Where(r => r.Indicator == indicator.Id && !r.Entry.Withdrawn).Select(r => (DateOnly?)r.Entry.EffectiveOn).Max();
        var target = Attainment.InForceOn(definition, day, task.Period);
        var period = definition.Frequency ?? (target?.Kind == TargetKind.PerPeriod ? target.Recurrence?.Every : null);
        if (period is { } every)
        {
            var from = reported is { } last ? Occurrences.PeriodEnd(every, last).AddDays(1) : FirstOf(task, definition.Id);
            var end = Occurrences.PeriodEnd(every, from);
            return end < day && from <= plan.Horizon ? end : null;
        }

        return target is null || definition.FactOnly || target.Comparator == Comparator.Unstated || reported is not null ? null
            : Attainment.HoldsFrom(target, task.Period) is var holds && holds > task.AssignedOn ? holds : task.AssignedOn;
    }

    /// <summary>Since when the indicator is the task's: the assignment, or the later document that brought it.</summary>
    private static DateOnly FirstOf(PlanTask task, string indicator) =>
        task.Definitions.Find(d => d.Catalogue.Indicator(indicator) is not null)?.From is { } from && from > task.AssignedOn ? from : task.AssignedOn;
}
