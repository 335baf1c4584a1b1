using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>审签 of figures: what a registered business system reports counts at once, what a person types waits for the unit's approver.</summary>
internal static class Releasing
{
    public static PlanTask Typed(this PlanTask task, MetricReported x, Entry entry, ActionPlan plan)
    {
        var reading = new Reading(entry, x.Indicator, x.Unit, x.Value, x.Benchmark);
        var known = task with { Entries = task.Entries.Add(entry.Event, EntryKind.Reading) };
        return plan.Registration(entry.User, x.Unit, entry.RecordedOn) is null
            ? known with { WaitingReadings = task.WaitingReadings.Add(reading) }
            : known.Reported(x.Unit, entry) with { Readings = task.Readings.Add(reading) };
    }

    /// <summary>A figure takes its place in the ledger at its release: a round that closed before does not know it.</summary>
    public static PlanTask Released(this PlanTask task, FigureReleased x, Entry release)
    {
        if (task.WaitingReadings.Find(r => r.Entry.Event == x.Entry) is { } reading)
            return task.Reported(reading.Unit, reading.Entry) with
            {
                WaitingReadings = task.WaitingReadings.Remove(reading),
                Readings = task.Readings.Add(reading with { Entry = reading.Entry with { Leaf = release.Leaf }, Release = release }),
            };
        var waiting = task.WaitingCorrections.Find(c => c.Entry.Event == x.Entry);
        return waiting is null ? task : (task with { WaitingCorrections = task.WaitingCorrections.Remove(waiting) })
            .Corrected(waiting.Correction, waiting.Entry with { Leaf = release.Leaf, RecordedOn = release.RecordedOn, RecordedAt = release.RecordedAt });
    }

    /// <summary>The unit whose approver has to let out what an event says of a figure; null where it counts at once, or says nothing of one.</summary>
    public static string? WaitingFor(this PlanTask task, Recorded e, ActionPlan plan) => e.Data switch
    {
        MetricReported x when plan.Registration(e.User, x.Unit, e.RecordedOn) is null => x.Unit,
        // A figure that itself still waited is mended where it waits.
        EntryCorrected x when task.WaitsForRelease(x, e, plan) is { } reading && !(reading.Release?.Leaf > e.Leaf) => reading.Unit,
        _ => null,
    };

    /// <summary>The figure that a correction would change and that counts already, where a person typed the correction.</summary>
    public static Reading? WaitsForRelease(this PlanTask task, EntryCorrected x, Recorded e, ActionPlan plan) =>
        task.Root(x.Entry) is var of && task.Readings.Find(r => r.Entry.Event == of) is { } reading && plan.Registration(e.User, reading.Unit, e.RecordedOn) is null
            ? reading
            : null;
}
