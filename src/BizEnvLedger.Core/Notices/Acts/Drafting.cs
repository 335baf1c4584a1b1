using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>
/// 通报起草 (四（四）): the notice and its letters are drafted from the entries that the closed round's frozen data set proposes.
/// Refused: not the office, no such round, not closed, drafted already, an entry of a unit that the plan does not know.
/// </summary>
/// <param name="Entries">What the frozen data set proposes, notice first, then letters.</param>
public sealed record DraftNotice(HalfYear HalfYear, IReadOnlyList<ProposedEntry> Entries)
{
    public static Decision Decide(PlanState state, DraftNotice command, Caller who, Moment now)
    {
        if (RightsTable.Role(nameof(DraftNotice), who) is { } refusal)
            return refusal;
        var (plan, half) = (state.Plan, command.HalfYear);
        if (plan.FindRound(half) is not { } round)
            return Refusal.NotFound("unknown-round", null, ("halfYear", half));
        if (round.Closed is not { } closed)
            return Refusal.Conflict("round-not-closed", null, ("halfYear", half));
        if (state.Notices.ContainsKey(half.ToString()))
            return Refusal.Conflict("notice-drafted-already", null, ("halfYear", half));
        return Checks.Units([.. command.Entries.Select(e => e.Unit.Id).Distinct()], "entries", plan, required: false)
            ?? (Decision)Decision.Of(new NoticeDrafted(half.ToString(), closed.DataSetSha256, [.. command.Entries.Select((e, i) => Facts(half, i + 1, e, plan))]));
    }

    private static EntryFacts Facts(HalfYear half, int ordinal, ProposedEntry e, ActionPlan plan) => new(
        EntryFacts.IdOf(half, ordinal), e.Category, e.Unit.Id, EntryFacts.KindOf(plan.FindUnit(e.Unit.Id)!), e.Milestones, e.OwnDays ?? [], e.Days, e.DueCount, e.OpenCount, e.Rule, e.Events) { Formerly = e.Formerly };
}

/// <summary>
/// 拟撤条目: the office proposes to strike an entry, with its reason. Refused: not the office, home unit named, unknown, struck already, a change that waits, signed.
/// </summary>
public sealed record StrikeEntry(HalfYear HalfYear, string Entry, DraftText? Reason)
{
    public static Decision Decide(PlanState state, StrikeEntry command, Caller who, Moment now) =>
        NoticeChecks.Find(state, command.HalfYear, command.Entry, out var notice, out var entry)
        ?? RightsTable.Check(nameof(StrikeEntry), who, NoticeChecks.MatterOf(entry, now), state.Plan)
        ?? NoticeChecks.Unsigned(notice)
        ?? NoticeChecks.Stands(entry)
        ?? (entry.Letter is null ? null : Refusal.Conflict("letter-signed", null, ("entry", entry.Id)))
        ?? (notice.Pending.FirstOrDefault(c => c.Entry == entry.Id) is { } change ? Refusal.Conflict("change-pending", null, ("change", change.Id)) : null)
        ?? Checks.Text(command.Reason, "reason", state.Plan)
        ?? (Decision)Decision.Of(new EntryStrikeProposed(command.HalfYear.ToString(), entry.Id, entry.Unit, TextSeal.Of(command.Reason!)));
}

/// <summary>
/// 增撤确认: a second person agrees to a change of entries, or to an objection's answer that strikes or amends one, or does not; without agreement the objection is
/// to be answered anew. Refused: not the office, the proposer in person, home unit named, unknown, decided already, signed, agreement on an entry that is struck by now.
/// </summary>
public sealed record ConfirmChange(HalfYear HalfYear, Guid Change, bool Agreed)
{
    public static Decision Decide(PlanState state, ConfirmChange command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, out var notice) is { } unknown)
            return unknown;
        if (notice.Changes.Find(c => c.Id == command.Change) is not { } change)
            return Refusal.NotFound("unknown-change", "change", ("change", command.Change));
        var matter = new Matter(command.HalfYear.ToString(), now.On) { Parties = [change.Unit], Doers = [change.Proposed.User], NotTheDoer = "proposer-never-confirms" };
        return RightsTable.Check(nameof(ConfirmChange), who, matter, state.Plan)
            ?? NoticeChecks.Unsigned(notice)
            ?? (change.Decided is null ? null : Refusal.Conflict("change-decided", null, ("change", change.Id)))
            ?? (command.Agreed && notice.Find(change.Entry) is { } entry ? NoticeChecks.Stands(entry) : null)
            ?? (Decision)Decision.Of(new EntryChangeDecided(command.HalfYear.ToString(), change.Id, command.Agreed));
    }
}
