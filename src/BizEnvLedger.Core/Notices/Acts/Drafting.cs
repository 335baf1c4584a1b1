using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Units;

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
        ?? (notice.Pending.FirstOrDefault(c => c.Strikes == entry.Id) is { } change ? Refusal.Conflict("change-pending", null, ("change", change.Id)) : null)
        ?? Checks.Text(command.Reason, "reason", state.Plan)
        ?? (Decision)Decision.Of(new EntryStrikeProposed(command.HalfYear.ToString(), entry.Id, entry.Unit, TextSeal.Of(command.Reason!)));
}

/// <summary>
/// 拟增条目: the office proposes one more entry, with its reason; its figures come from the round's own leaves.
/// Refused: not the office, home unit named, signed, unknown unit, one that is gone, a group, no such category, no milestone or an unknown one, nothing recorded that it could rest on.
/// </summary>
/// <param name="Cut">The plan as the round's leaves have it.</param>
public sealed record AddEntry(HalfYear HalfYear, string Unit, string Category, IReadOnlyList<string> Milestones, DraftText? Reason, PlanState Cut)
{
    public static Decision Decide(PlanState state, AddEntry command, Caller who, Moment now)
    {
        var plan = state.Plan;
        if (NoticeChecks.Find(state, command.HalfYear, out var notice) is { } unknown)
            return unknown;
        var matter = new Matter(command.HalfYear.ToString(), now.On) { Parties = [command.Unit] };
        if ((RightsTable.Check(nameof(AddEntry), who, matter, plan) ?? NoticeChecks.Unsigned(notice) ?? Checks.Units([command.Unit], "unit", plan, required: true) ?? plan.Succeeded([command.Unit], now.On, "unit")) is { } refusal)
            return refusal;
        var unit = plan.FindUnit(command.Unit)!;
        if (unit.Kind == UnitKind.Group)
            return Refusal.Invalid("group-not-named", "unit", ("unit", unit.Id));
        if (!EntryFacts.Categories.Contains(command.Category))
            return Refusal.Invalid("unknown-category", "category", ("value", command.Category), ("categories", string.Join(", ", EntryFacts.Categories)));
        var day = command.HalfYear.LastDay;
        var judged = command.Cut.InOrder.SelectMany(t => TaskAssessment.Of(t, command.Cut.Plan, day).Milestones).Where(m => command.Milestones.Contains(m.Standing.Milestone.Id)).ToList();
        if (command.Milestones.Count == 0 || command.Milestones.FirstOrDefault(id => judged.TrueForAll(m => m.Standing.Milestone.Id != id)) is not null)
            return Refusal.Invalid("unknown-milestone", "milestones", ("milestone", command.Milestones.FirstOrDefault(id => judged.TrueForAll(m => m.Standing.Milestone.Id != id))));
        List<Guid> events = [.. judged.SelectMany(m => m.Standing.Events.Concat(m.Delay.SelectMany(d => d.Events))).Distinct()];
        if (events.Count == 0)
            return Refusal.Invalid("entry-without-events", "milestones", ("milestones", string.Join(", ", command.Milestones)));
        List<int> own = [.. judged.Select(m => m.DaysOf(unit.Id))];
        var due = judged.Count(m => m.Standing.Chain.Leads.Contains(unit.Id) && m.Standing.Due <= day);
        var open = judged.Count(m => m.Standing.Chain.Leads.Contains(unit.Id) && m.Standing.Due <= day && m.Standing.Closing is null);
        var id = EntryFacts.IdOf(command.HalfYear, notice.Entries.Count + notice.Changes.Count(c => c is { Adds: not null, Agreed: false }) + 1);
        return Checks.Text(command.Reason, "reason", plan)
            ?? (Decision)Decision.Of(new EntryAdditionProposed(command.HalfYear.ToString(), unit.Id,
                new(id, command.Category, unit.Id, EntryFacts.KindOf(unit), [.. judged.Select(m => m.Standing.Milestone.Id)], own, judged.Max(m => Proposals.Answered(unit.Id, m, command.Cut.Plan, day)), due, open, EntryFacts.AddedRule, events)
                {
                    Formerly = Proposals.Formerly(unit.Id, judged, command.Cut.Plan, day, []),
                }, TextSeal.Of(command.Reason!)));
    }
}

/// <summary>
/// 增撤确认: a second person agrees to a change of entries, or does not. Refused: not the office, the proposer in person, home unit named, unknown, decided already, signed.
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
            ?? (Decision)Decision.Of(new EntryChangeDecided(command.HalfYear.ToString(), change.Id, command.Agreed));
    }
}

/// <summary>
/// 文字修改: a paragraph is worded anew; names and figures stay placeholders. Refused: not the office, unknown notice, paragraph or entry,
/// its document signed or sent already, a placeholder missing, doubled or unknown, a figure typed by hand.
/// </summary>
public sealed record EditWording(HalfYear HalfYear, string Paragraph, DraftText? Text)
{
    public static Decision Decide(PlanState state, EditWording command, Caller who, Moment now)
    {
        if ((NoticeChecks.Find(state, command.HalfYear, out var notice) ?? RightsTable.Role(nameof(EditWording), who)) is { } refusal)
            return refusal;
        if (NoticeParagraphs.Parse(command.Paragraph) is not { } paragraph || (paragraph.Entry.Length > 0 && notice.Find(paragraph.Entry) is null))
            return Refusal.Invalid("unknown-paragraph", "paragraph", ("paragraph", command.Paragraph.Length > 60 ? command.Paragraph[..60] : command.Paragraph));
        return Open(notice, paragraph.Word, notice.Find(paragraph.Entry))
            ?? Checks.Text(command.Text, "text", state.Plan)
            ?? Placeholders(command.Text!.Value, paragraph.Placeholders)
            ?? (Decision)Decision.Of(new NoticeWordingEdited(command.HalfYear.ToString(), command.Paragraph, TextSeal.Of(command.Text)));
    }

    /// <summary>Each document's wording is open until that document goes out.</summary>
    private static Refusal? Open(Notice notice, string word, NoticeEntry? entry) => word switch
    {
        "feedback" => entry!.FedBack is null,
        "letter" => entry!.Letter is null,
        "rectification" => entry!.Rectification is null or { Relapsed: not null },
        "proposal" => entry!.Proposal is not { Decided: not null },
        _ => notice.Signed is null,
    }
        ? null : Refusal.Conflict("wording-locked", "paragraph", ("paragraph", word));

    private static Refusal? Placeholders(string text, IReadOnlyList<string> wanted)
    {
        var written = NoticeParagraphs.In(text);
        return written.FirstOrDefault(p => p != NoticeParagraphs.Subject && !wanted.Contains(p)) is { } unknown ? Refusal.Invalid("placeholder-unknown", "text", ("placeholder", unknown), ("placeholders", string.Join(", ", wanted)))
            : wanted.FirstOrDefault(p => written.Count(w => w == p) != 1) is { } missing ? Refusal.Invalid("placeholder-missing", "text", ("placeholder", missing))
            : NoticeParagraphs.HasFigure(text) ? Refusal.Invalid("figure-typed", "text")
            : null;
    }
}
