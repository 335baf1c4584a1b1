namespace BizEnvLedger.Core.PlanTasks;

/// <summary>更正: what a correction makes of the entry that it names. The old value stays in the history and in every earlier answer.</summary>
internal static class Correcting
{
    public static PlanTask Corrected(this PlanTask task, EntryCorrected x, Entry entry)
    {
        var of = task.Root(x.Entry);
        x = task.Undoing(x);
        var recorded = task with { Entries = task.Entries.Add(entry.Event, EntryKind.Correction) };
        return task.Entries.GetValueOrDefault(of) switch
        {
            EntryKind.Progress => recorded.OfProgress(x, entry, of),
            EntryKind.Reading => recorded.OfReading(x, entry, of),
            EntryKind.LeadChange => recorded.OfLeadChange(x, entry, of),
            _ => recorded.OfLeaderChange(x, entry, of),
        };
    }

    /// <summary>Taking back a correction brings back what stood before it; taking back an entry leaves nothing standing.</summary>
    private static EntryCorrected Undoing(this PlanTask task, EntryCorrected x) =>
        x.Withdrawn && task.Corrections.Find(c => c.Entry.Event == x.Entry) is { } undone
            ? x with { Withdrawn = false, Value = undone.Before, Percent = undone.Before, EffectiveOn = undone.OldDate == undone.NewDate ? null : undone.OldDate }
            : x;

    /// <summary>The entry that a correction, or a correction of one, is about in the end.</summary>
    public static Guid Root(this PlanTask task, Guid entry)
    {
        while (task.Corrections.Find(c => c.Entry.Event == entry) is { } correction)
            entry = correction.Of;
        return entry;
    }

    private static PlanTask OfReading(this PlanTask task, EntryCorrected x, Entry entry, Guid of)
    {
        var i = task.Readings.FindIndex(r => r.Entry.Event == of);
        if (i < 0)
            return task.OfWaiting(x, entry, of);
        var old = task.Readings[i];
        var mended = old with { Value = x.Value ?? old.Value, Entry = Mend(old.Entry, x, entry) };
        return (task with { Readings = task.Readings.SetItem(i, mended) })
            .Noted(x, entry, of, EntryKind.Reading, old.Indicator, old.Unit, old.Entry, mended.Entry, old.Value, mended.Value);
    }

    /// <summary>What waits for its release is mended where it waits; only what counted before is a correction to be told.</summary>
    private static PlanTask OfWaiting(this PlanTask task, EntryCorrected x, Entry entry, Guid of)
    {
        var i = task.WaitingReadings.FindIndex(r => r.Entry.Event == of);
        var old = task.WaitingReadings[i];
        return task with { WaitingReadings = task.WaitingReadings.SetItem(i, old with { Value = x.Value ?? old.Value, Entry = Mend(old.Entry, x, entry), Correctors = old.Correctors.Add(entry.User) }) };
    }

    private static PlanTask OfProgress(this PlanTask task, EntryCorrected x, Entry entry, Guid of)
    {
        var i = task.Reports.FindIndex(r => r.Entry.Event == of);
        var old = task.Reports[i];
        var mended = old with { Percent = x.Percent ?? old.Percent, Entry = Mend(old.Entry, x, entry) };
        return (task with { Reports = task.Reports.SetItem(i, mended) })
            .Noted(x, entry, of, EntryKind.Progress, old.Measure, old.Unit, old.Entry, mended.Entry, old.Percent, mended.Percent);
    }

    private static PlanTask OfLeadChange(this PlanTask task, EntryCorrected x, Entry entry, Guid of)
    {
        var i = task.LeadChanges.FindIndex(r => r.Entry.Event == of);
        var old = task.LeadChanges[i];
        var mended = old with { Entry = Mend(old.Entry, x, entry) };
        return (task with { LeadChanges = task.LeadChanges.SetItem(i, mended) })
            .Noted(x, entry, of, EntryKind.LeadChange, old.Measure ?? "", old.Leads[0], old.Entry, mended.Entry);
    }

    private static PlanTask OfLeaderChange(this PlanTask task, EntryCorrected x, Entry entry, Guid of)
    {
        var i = task.LeaderChanges.FindIndex(r => r.Entry.Event == of);
        var old = task.LeaderChanges[i];
        var mended = old with { Entry = Mend(old.Entry, x, entry) };
        return (task with { LeaderChanges = task.LeaderChanges.SetItem(i, mended) })
            .Noted(x, entry, of, EntryKind.LeaderChange, old.Measure ?? "", old.Leader, old.Entry, mended.Entry);
    }

    /// <summary>The correction with what stood before; it stands at the day that the mended entry now has.</summary>
    private static PlanTask Noted(
        this PlanTask task, EntryCorrected x, Entry entry, Guid of, EntryKind kind, string subject, string unit, Entry old, Entry mended, decimal? before = null, decimal? after = null) =>
        task with
        {
            Corrections = task.Corrections.Add(new(
                entry with { EffectiveOn = mended.EffectiveOn }, of, kind, subject, unit, before, x.Withdrawn ? null : after, old.EffectiveOn, mended.EffectiveOn, x.Withdrawn)),
        };

    /// <summary>A correction keeps the date unless it changes it; a changed date is as late as the correction is.</summary>
    private static Entry Mend(Entry old, EntryCorrected x, Entry correction) => old with
    {
        EffectiveOn = x.EffectiveOn ?? old.EffectiveOn,
        Leaf = x.EffectiveOn is null ? old.Leaf : correction.Leaf,
        RecordedOn = x.EffectiveOn is null ? old.RecordedOn : correction.RecordedOn,
        RecordedAt = x.EffectiveOn is null ? old.RecordedAt : correction.RecordedAt,
        Withdrawn = x.Withdrawn,
        Corrections = old.Corrections.Add(correction.Event),
    };
}
