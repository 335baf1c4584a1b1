using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 更正: names an entry of the same stream, by a new event; what it leaves out stays as it was, and the entry itself is never touched.
/// A correction can itself be corrected. Refused: unknown entry, an act (claims and verdicts are answered, not corrected), somebody else's entry,
/// nothing changed, a field that the entry does not have, a withdrawn entry taken back again.
/// </summary>
public sealed record CorrectEntry(
    Guid Entry, decimal? Value, decimal? Percent, DateOnly? EffectiveOn, bool Withdrawn, DraftText? Narrative, DraftText? Reason)
{
    /// <summary>Rows of the rights table: a correction needs the right to what it corrects.</summary>
    public const string OfFact = "CorrectEntry of a report or figure", OfLead = "CorrectEntry of a reassignment", OfLeader = "CorrectEntry of an appointment";

    public static Decision Decide(PlanTask task, ActionPlan plan, CorrectEntry command, Caller who, Moment now)
    {
        if (!task.Entries.ContainsKey(command.Entry))
            return Refusal.Invalid("unknown-entry", "entry", ("entry", command.Entry), ("task", task.No));
        if (task.WaitingCorrections.Exists(c => c.Entry.Event == command.Entry))
            return Refusal.Conflict("correction-waits", "entry", ("entry", command.Entry));
        var of = task.Root(command.Entry);
        var kind = task.Entries[of];
        var (entry, unit, value) = Found(task, of, kind);
        return Rights(unit, kind, SubjectOf(task, of, kind), who, plan, now)
            ?? Checks.SpeaksAsItself(who, unit, now, plan)
            ?? Fields(command, kind)
            ?? (command.EffectiveOn is { } day ? kind is EntryKind.Progress or EntryKind.Reading ? Checks.FactDay(day, now, plan) : Checks.DecisionDay(day, plan) : null)
            ?? Checks.Percent(command.Percent)
            ?? (command.Value is { } v ? ReportMetric.Bounds(v, "value") : null)
            ?? Checks.Text(command.Narrative, "narrative", plan, required: false)
            ?? Checks.Text(command.Reason, "reason", plan)
            ?? Changes(command, entry, value, of)
            ?? Decision.Of(new EntryCorrected(
                command.Entry, command.Value, command.Percent, command.EffectiveOn, command.Withdrawn,
                command.Narrative is null ? null : TextSeal.Of(command.Narrative), TextSeal.Of(command.Reason!)));
    }

    private static (Entry Entry, string Unit, decimal? Value) Found(PlanTask task, Guid of, EntryKind kind) => kind switch
    {
        EntryKind.Progress => task.Reports.Find(x => x.Entry.Event == of) is { } p ? (p.Entry, p.Unit, p.Percent) : throw Broken(of),
        EntryKind.Reading => (task.Readings.Find(x => x.Entry.Event == of) ?? task.WaitingReadings.Find(x => x.Entry.Event == of)) is { } r ? (r.Entry, r.Unit, r.Value) : throw Broken(of),
        EntryKind.LeadChange => task.LeadChanges.Find(x => x.Entry.Event == of) is { } l ? (l.Entry, "", null) : throw Broken(of),
        _ => task.LeaderChanges.Find(x => x.Entry.Event == of) is { } a ? (a.Entry, "", null) : throw Broken(of),
    };

    private static IReadOnlyList<string> SubjectOf(PlanTask task, Guid of, EntryKind kind) => kind switch
    {
        EntryKind.Progress => task.ItemsOf(task.Reports.Find(x => x.Entry.Event == of)!.Measure),
        EntryKind.Reading => task.ItemsOf((task.Readings.Find(x => x.Entry.Event == of) ?? task.WaitingReadings.Find(x => x.Entry.Event == of))!.Indicator),
        _ => [],
    };

    private static InvalidOperationException Broken(Guid of) => new($"Entry {of} is indexed but not in the state.");

    /// <summary>Whoever had the right to make the entry may correct it: the reporting unit its reports, the deciding offices their decisions.</summary>
    private static Refusal? Rights(string unit, EntryKind kind, IReadOnlyList<string> items, Caller who, ActionPlan plan, Moment now) => RightsTable.Check(
        kind switch { EntryKind.LeadChange => OfLead, EntryKind.LeaderChange => OfLeader, _ => OfFact },
        who, new(unit, now.On) { Items = items, Owners = [unit], NotYours = "not-your-entry" }, plan);

    private static Refusal? Fields(CorrectEntry command, EntryKind kind) =>
        command.Value is not null && kind != EntryKind.Reading ? Refusal.Invalid("field-not-of-entry", "value", ("kind", kind))
        : command.Percent is not null && kind != EntryKind.Progress ? Refusal.Invalid("field-not-of-entry", "percent", ("kind", kind))
        : command.Narrative is not null && kind != EntryKind.Progress ? Refusal.Invalid("field-not-of-entry", "narrative", ("kind", kind))
        : null;

    private static Refusal? Changes(CorrectEntry command, Entry entry, decimal? value, Guid of) =>
        command.Withdrawn && entry.Withdrawn && command.Entry == of ? Refusal.Conflict("already-withdrawn", "entry")
        : command.Withdrawn || entry.Withdrawn || command.Narrative is not null ? null
        : (command.Value ?? command.Percent ?? value) == value && (command.EffectiveOn ?? entry.EffectiveOn) == entry.EffectiveOn
            ? Refusal.Invalid("nothing-corrected", null)
            : null;
}
