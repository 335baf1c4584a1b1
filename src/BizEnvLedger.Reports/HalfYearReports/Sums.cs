using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports;

/// <summary>A report whose figures do not add up is worse than none: it is refused before a word is written.</summary>
internal static class Sums
{
    /// <exception cref="InvalidDataException">Due ≠ OnTime + Extended + Late + Open somewhere, or of the complaints due more are met.</exception>
    public static void Check(HalfYearDataSet dataSet)
    {
        Due("totals", dataSet.Totals.Due, dataSet.Totals.OnTime, dataSet.Totals.Extended, dataSet.Totals.Late, dataSet.Totals.Open);
        if (dataSet.Previous is { } previous)
            Due("previous totals", previous.Due, previous.OnTime, previous.Extended, previous.Late, previous.Open);
        foreach (var area in dataSet.Areas)
            Due($"area {area.Id}", area.Due, area.OnTime, area.Extended, area.Late, area.Open);
        foreach (var task in dataSet.Tasks)
            Due($"task {task.No}", task.Due, task.OnTime, task.Extended, task.Late, task.Open);
        foreach (var unit in dataSet.Units)
            Due($"unit {unit.Id}", unit.Due, unit.OnTime, unit.Extended, unit.Late, unit.Open);
        if (dataSet.Complaints is { } complaints)
            foreach (var rates in complaints.Units.Select(u => u.Rates).Concat(complaints.Tasks.Select(t => t.Rates)).Append(complaints.Rates))
                foreach (var rate in new[] { rates.Responded, rates.Resolved, rates.Satisfied, complaints.Dispatched })
                    if (rate.Met > rate.Due)
                        throw new InvalidDataException($"The complaints do not add up: {rate.Met} met of {rate.Due} due.");
        if (dataSet.Rectifications is { } r && r.Should != r.Discharged + r.Overdue + r.Open)
            throw new InvalidDataException($"The rectifications do not add up: {r.Should} to be mended, but {r.Discharged} + {r.Overdue} + {r.Open}.");
        foreach (var region in dataSet.Regions ?? [])
            Due($"steps of {region.Id}", region.StepsDue, region.StepsOnTime, 0, region.StepsLate, region.StepsOpen);
    }

    private static void Due(string of, int due, int onTime, int extended, int late, int open)
    {
        if (due != onTime + extended + late + open)
            throw new InvalidDataException($"The {of} do not add up: {due} due, but {onTime} + {extended} + {late} + {open}.");
    }
}
