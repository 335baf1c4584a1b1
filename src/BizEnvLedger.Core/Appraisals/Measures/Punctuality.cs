using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Appraisals.Measures;

/// <summary>Done by the day: milestones that a unit led or cooperated on, and steps that it owned. What is done within an extension is not on time.</summary>
internal static class Punctuality
{
    /// <summary>按期办结率: of the milestones due within the year, those done on time; claims that still wait for the verifier are left out.</summary>
    public static Measured Leading(YearLook look, string unit) => Of(look, m => m.Leads.Contains(unit));

    /// <summary>配合事项按期办结率: the same for milestones on which the unit cooperated.</summary>
    public static Measured Cooperating(YearLook look, string unit) => Of(look, m => m.Cooperating.Contains(unit));

    /// <summary>分解事项按期完成率: of the steps due within the year, those whose deliverable was there by the day, as the owner reported or the office found, and the office confirmed.</summary>
    public static Measured Steps(YearLook look, string unit)
    {
        var own = look.Tasks.SelectMany(t => t.Task.Steps.Where(s => look.Contains(s.Due) && look.Answering([s.Owner], s.Due, t.Task.ItemsOf(s)).Contains(unit))).ToList();
        return Measured.Share(own, s => s.DoneOn(look.Plan) <= s.Due, s => [.. new[] { s.Entry.Event, s.Report?.Event, s.Confirmation?.Event }.OfType<Guid>()]);
    }

    private static Measured Of(YearLook look, Func<YearMilestone, bool> mine) =>
        Measured.Share([.. look.Milestones.Where(m => m.IsDueIn(look) && mine(m))], m => m.Judged.Outcome == "onTime", m => m.Events);
}
