using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Units.Acts;

/// <summary>
/// 更正 of a membership, a term, the end of either, or a succession: taken back, or given another day; what else is wrong is taken back and recorded anew.
/// A correction can itself be corrected; a succession that was taken back is recorded anew.
/// Refused: not the group office, unknown entry, a field that such an entry does not have, a day out of bounds, nothing changed, withdrawn already,
/// days that reverse or overlap, a unit that is gone by then, a succession on which something rests, no reason.
/// </summary>
public sealed record CorrectRoster(Guid Entry, DateOnly? EffectiveOn, bool Withdrawn, DraftText? Reason)
{
    public static Decision Decide(PlanState state, CorrectRoster command, Caller who, Moment now)
    {
        var (plan, roster) = (state.Plan, state.Plan.Roster);
        if (RightsTable.Role(nameof(CorrectRoster), who) is { } refusal)
            return refusal;
        var of = roster.Root(command.Entry);
        if (roster.Find(of) is not { } found)
            return Refusal.Invalid("unknown-roster-entry", "entry", ("entry", command.Entry));
        var corrected = new EntryCorrected(command.Entry, null, null, command.EffectiveOn, command.Withdrawn, null, TextSeal.Of(command.Reason ?? new("", new byte[32])));
        return Fields(command, found)
            ?? Changes(command, found, of)
            ?? (command.EffectiveOn is { } day ? Checks.DecisionDay(day, plan) ?? plan.Succeeded([found.Unit], day, "entry") : null)
            ?? Checks.Text(command.Reason, "reason", plan)
            ?? (found.Kind == "succession" ? Resting.On(state, of) : null)
            ?? Fits(plan, found, roster.Corrected(corrected, found.Entry with { Event = Guid.Empty, Leaf = long.MaxValue }))
            ?? Decision.Of(corrected);
    }

    private static Refusal? Fields(CorrectRoster command, RosterEntry found) =>
        command.EffectiveOn is not null && (command.Withdrawn || found.Kind == "succession" || found.Count > 1)
            ? Refusal.Invalid("only-taken-back", "effectiveOn", ("kind", found.Kind))
            : null;

    private static Refusal? Changes(CorrectRoster command, RosterEntry found, Guid of) =>
        command.Withdrawn && found.Entry.Withdrawn && (command.Entry == of || found.Kind == "succession") ? Refusal.Conflict("already-withdrawn", "entry")
        : command.Withdrawn || found.Entry.Withdrawn ? null
        : (command.EffectiveOn ?? found.Entry.EffectiveOn) == found.Entry.EffectiveOn ? Refusal.Invalid("nothing-corrected", null)
        : null;

    /// <summary>The roster with the correction says nothing that no act could have said.</summary>
    private static Refusal? Fits(ActionPlan plan, RosterEntry found, Roster next)
    {
        if (found.Kind is "term" or "termEnd")
            return next.Named.Where(n => n.Unit == found.Unit && !n.Entry.Withdrawn)
                .SelectMany(n => next.NamedEnds.Where(x => x.Term == n.Entry.Event && !x.Entry.Withdrawn && x.Entry.EffectiveOn < n.Entry.EffectiveOn).Select(x => (From: n.Entry.EffectiveOn, Until: x.Entry.EffectiveOn)))
                .Select(x => Refusal.Invalid("days-reversed", "effectiveOn", ("from", x.From), ("until", x.Until))).FirstOrDefault();
        if (found.Kind is not ("member" or "memberEnd"))
            return null;
        // An end without its membership would wait for the next one that is recorded.
        var documented = plan.FindUnit(found.Subject)!.Members;
        var raw = Raw(next, found.Subject, documented).ToList();
        return Orphans(next, found.Subject, documented).Except(Orphans(plan.Roster, found.Subject, documented))
                .Select(x => next.Ends.Find(e => e.Entry.Event == x)!).Select(x => Refusal.Conflict("not-a-member", "entry", ("unit", x.Unit), ("group", x.Group), ("day", x.Entry.EffectiveOn))).FirstOrDefault()
            ?? raw.Where(m => m.Of.Until < m.Of.From).Select(m => Refusal.Invalid("days-reversed", "effectiveOn", ("from", m.Of.From), ("until", m.Of.Until))).FirstOrDefault()
            ?? Overlapping([.. next.MembershipsOf(found.Subject, documented)], found.Subject);
    }

    private static IEnumerable<(Membership Of, long Made)> Raw(Roster roster, string group, IReadOnlyList<Membership> documented) =>
        documented.Select(m => (m, 0L)).Concat(roster.Members.Where(m => m.Group == group && !m.Entry.Withdrawn).Select(m => (new Membership(m.Unit, m.Entry.EffectiveOn, m.Until), m.Made)));

    /// <summary>Ends that end no membership.</summary>
    private static IEnumerable<Guid> Orphans(Roster roster, string group, IReadOnlyList<Membership> documented) => roster.Ends
        .Where(x => x.Group == group && !x.Entry.Withdrawn && !Raw(roster, group, documented).Any(m => m.Of.Unit == x.Unit && m.Made <= x.Made && m.Of.Holds(x.Entry.EffectiveOn)))
        .Select(x => x.Entry.Event);

    private static Refusal? Overlapping(IReadOnlyList<Membership> all, string group) =>
        all.Where((m, i) => all.Skip(i + 1).Any(other => other.Unit == m.Unit && SetMembers.Overlap(m, other)))
            .Select(m => Refusal.Conflict("already-member", "entry", ("unit", m.Unit), ("group", group))).FirstOrDefault();
}
