using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>What the acts of the chain check alike. Each gives a refusal, or null where all is well.</summary>
internal static class NoticeChecks
{
    public static Refusal? Find(PlanState state, HalfYear half, out Notice notice)
    {
        notice = state.Notices.GetValueOrDefault(half.ToString())!;
        return notice is null ? Refusal.NotFound("unknown-notice", null, ("halfYear", half)) : null;
    }

    public static Refusal? Find(PlanState state, HalfYear half, string id, out Notice notice, out NoticeEntry entry)
    {
        entry = null!;
        if (Find(state, half, out notice) is { } refusal)
            return refusal;
        entry = notice.Find(id)!;
        return entry is null ? Refusal.NotFound("unknown-notice-entry", "entry", ("entry", id), ("halfYear", half)) : null;
    }

    /// <summary>The entry as a matter of rights: the named unit is addressed, owns its answers and never judges.</summary>
    public static Matter MatterOf(NoticeEntry entry, Moment now, params IEnumerable<string?> doers) =>
        new(entry.Id, now.On) { Addressees = [entry.Unit], Owners = [entry.Unit], Doers = [.. doers.OfType<string>()] };

    public static Refusal? Unsigned(Notice notice) =>
        notice.Signed is { } signed ? Refusal.Conflict("notice-signed", null, ("halfYear", notice.HalfYear), ("number", signed.Number)) : null;

    public static Refusal? Signed(Notice notice) =>
        notice.Signed is null ? Refusal.Conflict("notice-not-signed", null, ("halfYear", notice.HalfYear)) : null;

    public static Refusal? Stands(NoticeEntry entry) =>
        entry.Stands ? null : Refusal.Conflict("entry-struck", null, ("entry", entry.Id));

    /// <summary>Named in the notice: no letter, neither struck nor withdrawn.</summary>
    public static Refusal? Named(NoticeEntry entry) =>
        Stands(entry) ?? (entry.Facts.Kind == EntryKind.Notice ? null : Refusal.Conflict("not-under-authority", null, ("entry", entry.Id), ("unit", entry.Unit)));

    /// <summary>Every step before approval is over: no change waits, every named unit had its days, every objection is answered.</summary>
    public static Refusal? Ripe(Notice notice, ActionPlan plan, Moment now)
    {
        if (notice.Pending.FirstOrDefault() is { } change)
            return Refusal.Conflict("change-pending", null, ("change", change.Id));
        foreach (var entry in notice.Entries.Where(e => e.IsNamed))
        {
            if (entry.FeedbackLimit(plan) is not { } limit)
                return Refusal.Conflict("feedback-missing", null, ("entry", entry.Id), ("unit", entry.Unit));
            if (now.On <= limit)
                return Refusal.Conflict("feedback-running", null, ("entry", entry.Id), ("limit", limit));
            if (entry.Objections.Find(o => o is { Released: not null, Answered: null }) is { } objection)
                return Refusal.Conflict("objection-unanswered", null, ("entry", entry.Id), ("objection", objection.Id));
        }

        return null;
    }

    /// <summary>What every paper has: a number that is free and of its year, who signs it, its day, and a text that was drawn from the present state.</summary>
    public static Refusal? Paper(PlanState state, Notice notice, string number, DraftText? signatory, DateOnly day, DateOnly first, Moment now, long version, int count = 1) =>
        DocumentNumber.Check(number, day, state, count)
        ?? Checks.Text(signatory, "signatory", state.Plan)
        ?? Between(day, first, now, "signedOn")
        ?? (notice.Version == version ? null : Refusal.Conflict("notice-moved", null, ("halfYear", notice.HalfYear)));

    /// <summary>A day that somebody states: not before the first, not after today.</summary>
    public static Refusal? Between(DateOnly day, DateOnly first, Moment now, string field) =>
        day < first || day > now.On ? Refusal.Invalid("date-out-of-bounds", field, ("day", day), ("from", first), ("to", now.On)) : null;
}
