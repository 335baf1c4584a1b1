using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>
/// 反馈征求意见: every named entry that was not fed back yet, or whose words were changed since, goes to its unit, by a letter with a number of its own; its working days
/// to object begin. Letters to units of other authority are not fed back: they ask. Refused: not the office, unknown, signed, a change that waits, nothing left to feed back,
/// a number in another form, of another year or taken, a date before the draft or in the future, texts drawn from another state.
/// </summary>
/// <param name="Number">The first letter's number; each further one has the next.</param>
/// <param name="Documents">Hash of each entry's letter as it was drawn.</param>
/// <param name="Version">Version of the notice that they were drawn from.</param>
public sealed record SendFeedback(HalfYear HalfYear, string Number, DraftText? Signatory, DateOnly? SignedOn, IReadOnlyDictionary<string, string> Documents, long Version)
{
    public static Decision Decide(PlanState state, SendFeedback command, Caller who, Moment now)
    {
        if ((NoticeChecks.Find(state, command.HalfYear, out var notice) ?? RightsTable.Role(nameof(SendFeedback), who) ?? NoticeChecks.Unsigned(notice)) is { } refusal)
            return refusal;
        if (notice.Pending.FirstOrDefault() is { } change)
            return Refusal.Conflict("change-pending", null, ("change", change.Id));
        IReadOnlyList<string> entries = [.. notice.ToFeedBack.Select(e => e.Id)];
        if (entries.Count == 0)
            return Refusal.Conflict("nothing-to-feed-back", null, ("halfYear", command.HalfYear));
        var day = command.SignedOn ?? now.On;
        return NoticeChecks.Paper(state, notice, command.Number, command.Signatory, day, notice.Drafted.On, now, command.Version, entries.Count)
            ?? (Decision)Decision.Of(new NoticeFeedbackSent(command.HalfYear.ToString(), entries)
            {
                Papers = [.. entries.Zip(Numbers(command.Number, entries.Count), (entry, number) => new EntryPaper(entry, number, command.Documents[entry]))],
                Signatory = TextSeal.Of(command.Signatory!), SignedOn = day,
            });
    }

    /// <summary>Numbers of letters that go out together; none where the first is no number.</summary>
    public static IEnumerable<string> Numbers(string first, int count) => DocumentNumber.Parse(first) is { } number ? Enumerable.Range(0, count).Select(i => number.After(i).ToString()) : [];
}

/// <summary>
/// 异议: the named unit objects within its working days. Refused: not its unit, unknown, struck, not fed back, the days over, an objection that is not answered yet.
/// </summary>
public sealed record ObjectToEntry(HalfYear HalfYear, string Entry, DraftText? Grounds, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanState state, ObjectToEntry command, Caller who, Moment now) =>
        NoticeChecks.Find(state, command.HalfYear, command.Entry, out var notice, out var entry)
        ?? RightsTable.Check(nameof(ObjectToEntry), who, NoticeChecks.MatterOf(entry, now), state.Plan, command.Unit, out var unit)
        ?? NoticeChecks.Unsigned(notice)
        ?? NoticeChecks.Stands(entry)
        ?? InTime(entry, state, now)
        ?? (entry.Objections.Find(o => o.Answered is null) is { } open ? Refusal.Conflict("objection-pending", null, ("objection", open.Id)) : null)
        ?? Checks.Text(command.Grounds, "grounds", state.Plan)
        ?? Checks.Evidence(command.Evidence)
        ?? (Decision)Decision.Of(new NoticeEntryObjected(command.HalfYear.ToString(), entry.Id, unit, TextSeal.Of(command.Grounds!), command.Evidence));

    internal static Refusal? InTime(NoticeEntry entry, PlanState state, Moment now) =>
        entry.FeedbackLimit(state.Plan) is not { } limit ? Refusal.Conflict("not-fed-back", null, ("entry", entry.Id))
        : now.On > limit ? Refusal.Conflict("objection-late", null, ("entry", entry.Id), ("limit", limit))
        : null;
}

/// <summary>异议审签: it counts from here. Refused: unknown, not the unit's approver, who made it in person, released already, the working days over.</summary>
public sealed record ReleaseObjection(HalfYear HalfYear, string Entry, Guid Objection)
{
    public static Decision Decide(PlanState state, ReleaseObjection command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, command.Entry, out var notice, out var entry) is { } unknown)
            return unknown;
        if (entry.Objections.Find(o => o.Id == command.Objection) is not { } objection)
            return Refusal.NotFound("unknown-objection", "objection", ("objection", command.Objection));
        var matter = NoticeChecks.MatterOf(entry, now, objection.Made.User) with { NotTheDoer = "maker-never-releases" };
        return RightsTable.Check(nameof(ReleaseObjection), who, matter, state.Plan)
            ?? (objection.Released is null ? null : Refusal.Conflict("released-already", null, ("act", objection.Id)))
            ?? NoticeChecks.Unsigned(notice)
            ?? NoticeChecks.Stands(entry)
            ?? ObjectToEntry.InTime(entry, state, now)
            ?? (Decision)Decision.Of(new NoticeObjectionReleased(command.HalfYear.ToString(), entry.Id, objection.Id, entry.Unit));
    }
}

/// <summary>
/// 异议答复: another person than who proposed the entry strikes it, lets it name fewer milestones, or rejects the objection with a reason. Striking and amending wait
/// for a second person's confirmation (<see cref="ConfirmChange"/>).
/// Refused: not the office, the proposer or the objector in person, home unit named, unknown, not released, answered already,
/// struck or amended while another change of the entry waits, milestones dropped without amending, none, unknown or all of them dropped.
/// </summary>
public sealed record AnswerObjection(HalfYear HalfYear, string Entry, Guid Objection, ObjectionOutcome Outcome, IReadOnlyList<string> Dropped, DraftText? Reason)
{
    public static Decision Decide(PlanState state, AnswerObjection command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, command.Entry, out var notice, out var entry) is { } unknown)
            return unknown;
        if (entry.Objections.Find(o => o.Id == command.Objection) is not { } objection)
            return Refusal.NotFound("unknown-objection", "objection", ("objection", command.Objection));
        var matter = NoticeChecks.MatterOf(entry, now, entry.Proposed.User, objection.Made.User, objection.Released?.User) with { NotTheDoer = "proposer-never-answers" };
        return RightsTable.Check(nameof(AnswerObjection), who, matter, state.Plan)
            ?? (objection.Released is null ? Refusal.Conflict("not-released", null, ("act", objection.Id)) : null)
            ?? (objection.Answered is null ? null : Refusal.Conflict("objection-answered", null, ("objection", objection.Id)))
            ?? NoticeChecks.Stands(entry)
            ?? (command.Outcome != ObjectionOutcome.Rejected && notice.Pending.FirstOrDefault(c => c.Entry == entry.Id) is { } change ? Refusal.Conflict("change-pending", null, ("change", change.Id)) : null)
            ?? Dropping(entry, command)
            ?? Checks.Text(command.Reason, "reason", state.Plan)
            ?? (Decision)Decision.Of(new NoticeObjectionAnswered(command.HalfYear.ToString(), entry.Id, objection.Id, command.Outcome, command.Dropped, TextSeal.Of(command.Reason!)));
    }

    /// <summary>An amended entry names fewer milestones, and at least one: else it is struck.</summary>
    private static Refusal? Dropping(NoticeEntry entry, AnswerObjection command) =>
        (command.Outcome == ObjectionOutcome.Amended) != command.Dropped.Count > 0
            || command.Dropped.Any(d => !entry.Facts.Milestones.Contains(d))
            || (command.Dropped.Count > 0 && command.Dropped.Distinct().Count() >= entry.Facts.Milestones.Count)
            ? Refusal.Invalid("milestones-to-drop", "dropped", ("milestones", string.Join(", ", entry.Facts.Milestones)))
            : null;
}
