using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Appraisals.Measures;

/// <summary>指标达标率: of the indicators with a figure in force on the year's last day, those met by the reading that counts; one without a reading is not met.</summary>
internal static class Attaining
{
    public static Measured Of(YearLook look, string unit)
    {
        var own = (from task in look.Tasks
                   from standing in task.Indicators
                   where standing.Attained is Attained.Met or Attained.Missed or Attained.Unreported && standing.InForce?.Strength != Strength.Strive
                   let chain = task.Task.ResponsibleOn(standing.Indicator.Measure, look.Last)
                   where look.Answering(chain.Leads, look.Last, chain.Items).Contains(unit)
                   select (standing, chain)).ToList();
        return Measured.Share(own, i => i.standing.Attained == Attained.Met, i => i.standing.Reading is { } reading ? [reading.Entry.Event, .. reading.Entry.Corrections] : i.chain.Events);
    }
}
