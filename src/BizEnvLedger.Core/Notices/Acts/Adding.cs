using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>
/// 拟增条目: the office proposes one more entry, with its reason. The category's own test must hold in the cut for this unit and each milestone, if below the
/// thresholds of proposing: overdue days of its own for 行动不快, a proposed falsehood for 落而不实, a paper or rectification left past its limit for 推动不力.
/// Days and events are those of that test. Refused: not the office, home unit named, signed, unknown unit, one that is gone, a group, no such category,
/// a milestone that the cut does not have, a test that does not hold, named by a standing entry of the category already.
/// </summary>
/// <param name="Cut">The plan as the round's leaves have it.</param>
/// <param name="Frozen">What the frozen data set proposes.</param>
public sealed record AddEntry(HalfYear HalfYear, string Unit, string Category, IReadOnlyList<string> Milestones, DraftText? Reason, PlanState Cut, IReadOnlyList<ProposedEntry> Frozen)
{
    public static Decision Decide(PlanState state, AddEntry command, Caller who, Moment now)
    {
        var plan = state.Plan;
        if (NoticeChecks.Find(state, command.HalfYear, out var notice) is { } unknown)
            return unknown;
        var matter = new Matter(command.HalfYear.ToString(), now.On) { Parties = [command.Unit] };
        if ((RightsTable.Check(nameof(AddEntry), who, matter, plan) ?? NoticeChecks.Unsigned(notice) ?? Checks.Units([command.Unit], "unit", plan, required: true)
            ?? plan.Succeeded([command.Unit], now.On, "unit") ?? Wrong(command, plan) ?? Named(notice, command)) is { } refusal)
            return refusal;
        var grounds = new EntryGrounds(command.Cut, plan.FindUnit(command.Unit)!, command.HalfYear);
        if (grounds.Of(command.Category, command.Milestones, command.Frozen, out var found) is { } missing)
            return missing;
        var id = EntryFacts.IdOf(command.HalfYear, notice.Entries.Count + notice.Changes.Count(c => c is { Adds: not null, Agreed: false }) + 1);
        return Checks.Text(command.Reason, "reason", plan)
            ?? (Decision)Decision.Of(new EntryAdditionProposed(command.HalfYear.ToString(), command.Unit, found with { Id = id }, TextSeal.Of(command.Reason!)));
    }

    private static Refusal? Wrong(AddEntry command, ActionPlan plan) =>
        plan.FindUnit(command.Unit)!.Kind == UnitKind.Group ? Refusal.Invalid("group-not-named", "unit", ("unit", command.Unit))
        : !EntryFacts.Categories.Contains(command.Category) ? Refusal.Invalid("unknown-category", "category", ("value", command.Category), ("categories", string.Join(", ", EntryFacts.Categories)))
        : command.Milestones.Distinct().Count() != command.Milestones.Count ? Refusal.Invalid("milestones-twice", "milestones", ("milestones", string.Join(", ", command.Milestones)))
        : null;

    /// <summary>Nothing is said of a unit twice.</summary>
    private static Refusal? Named(Notice notice, AddEntry command) =>
        notice.Standing.FirstOrDefault(e => e.Unit == command.Unit && e.Facts.Category == command.Category && e.Facts.Milestones.Intersect(command.Milestones).Any()) is { } entry
            ? Refusal.Conflict("entry-named-already", "milestones", ("entry", entry.Id))
            : null;
}
