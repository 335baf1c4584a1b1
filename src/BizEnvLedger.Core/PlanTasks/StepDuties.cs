using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>待办 of steps: the owner's report as it falls due, the office's confirmation, and a step for each half-year of an undated measure.</summary>
public static class StepDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day)
    {
        var (plan, half) = (state.Plan, HalfYear.Of(day));
        foreach (var task in state.HeldBy(day))
        {
            foreach (var step in task.Steps.Where(s => s.Confirmation is null))
            {
                var items = task.ItemsOf(step);
                var owner = task.Successions.Holder(step.Owner, day, items);
                if (step.Report is { } report)
                    yield return new Duty("step-to-confirm", nameof(ConfirmStep), step.Id, task.No, [], report.RecordedOn, null, [step.Entry.Event, report.Event])
                        .Apart(ConfirmStep.MatterOf(task, step, day));
                else if (step.Due.DayNumber - day.DayNumber <= plan.Rules.DueSoonDays)
                    yield return new("step-to-report", nameof(ReportStep), step.Id, task.No, [owner], step.Entry.RecordedOn, step.Due, [step.Entry.Event]) { Items = items };
            }

            if (half.LastDay >= task.AssignedOn && half.FirstDay <= plan.Period.To)
                foreach (var measure in task.UndatedOn(day).Where(m => !task.HasStepIn(m, half)))
                    yield return new("half-year-step-missing", nameof(AddStep), measure.Id, task.No, task.ResponsibleOn(measure, day).Leads,
                        half.FirstDay > task.AssignedOn ? half.FirstDay : task.AssignedOn, half.LastDay < plan.Period.To ? half.LastDay : plan.Period.To, task.ResponsibleOn(measure, day).Events) { Items = task.ItemsOf(measure) };
        }
    }
}
