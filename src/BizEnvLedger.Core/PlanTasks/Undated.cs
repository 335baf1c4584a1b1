using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>
/// Undated measures: no dated milestone, recurring duty with a period, dated target or sub-item under them, and somebody leads them.
/// Such a one needs a step for each half-year, or nobody could ever fail on it.
/// </summary>
public static class Undated
{
    public static IEnumerable<PlacedMeasure> UndatedOn(this PlanTask task, DateOnly day) =>
        task.On(day).Measures.Where(m => m.Definition.Measures.Count == 0
            && !m.Definition.Milestones.Any(x => x.Due is not null || x.Recurrence?.Every is not null)
            && !m.Definition.Indicators.Any(i => !i.FactOnly && i.Targets.Any(t => t.Due is not null))
            && task.ResponsibleOn(m, day).Leads.Count > 0);

    /// <summary>Whether a step of the measure, or of a milestone of it, is due within the half-year.</summary>
    public static bool HasStepIn(this PlanTask task, PlacedMeasure measure, HalfYear halfYear) =>
        task.Steps.Exists(s => halfYear.Contains(s.Due) && (s.Measure == measure.Id || measure.Definition.Milestones.Any(m => m.Id == s.Milestone)));
}
