using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Units.Acts;

/// <summary>
/// 组成员: units become members of a group in the days given (omitted, from today on); those who are members stay.
/// Members that the plan's documents name only by the group are introduced with it. Refused: not the group office, unknown unit, no group, nobody named,
/// a unit twice, a unit that is gone, days out of bounds or reversed, a member already on one of the days, a group that would contain itself,
/// a new unit that is no member, or without a proper id or name of its own.
/// </summary>
public sealed record SetMembers(string Group, IReadOnlyList<Membership> Members, IReadOnlyList<Unit> New, DraftText? Basis)
{
    public static Decision Decide(PlanState state, SetMembers command, Caller who, Moment now)
    {
        var plan = state.Plan;
        IReadOnlyList<Membership> members = [.. command.Members.Select(m => m with { From = m.From ?? now.On })];
        var introduced = Introduced.Trimmed(command.New);
        return RightsTable.Role(nameof(SetMembers), who)
            ?? GroupCheck.Of(command.Group, plan)
            ?? (members.Count == 0 ? Refusal.Invalid("units-empty", "members") : null)
            ?? Introduced.Check(introduced, [.. members.Select(m => m.Unit)], [], [], plan, members.Min(m => m.From!.Value))
            ?? Checks.Units([.. members.Select(m => m.Unit).Where(u => command.New.All(n => n.Id != u))], "members", plan, required: false)
            ?? (members.Select(m => m.Unit).Distinct().Count() < members.Count ? Refusal.Invalid("unit-twice", "members") : null)
            ?? members.Select(m => Fits(command.Group, m, plan)).FirstOrDefault(r => r is not null)
            ?? Checks.Text(command.Basis, "basis", plan)
            ?? Decision.Of(new MembersSet(command.Group, members, introduced, members.Min(m => m.From!.Value), TextSeal.Of(command.Basis!)));
    }

    private static Refusal? Fits(string group, Membership member, ActionPlan plan) =>
        Checks.DecisionDay(member.From!.Value, plan, "members")
        ?? (member.Until is { } until ? Checks.DecisionDay(until, plan, "members") : null)
        ?? (member.Until < member.From ? Refusal.Invalid("days-reversed", "members", ("from", member.From), ("until", member.Until)) : null)
        ?? plan.Succeeded([member.Unit], member.From.Value, "members")
        ?? (plan.Roster.MembershipsOf(group, plan.FindUnit(group)!.Members).Any(m => m.Unit == member.Unit && Overlap(m, member))
            ? Refusal.Conflict("already-member", "members", ("unit", member.Unit), ("group", group))
            : null)
        ?? (EverWithin(member.Unit, plan, []).Contains(group) ? Refusal.Invalid("group-contains-itself", "members", ("group", group), ("unit", member.Unit)) : null);

    internal static bool Overlap(Membership a, Membership b) =>
        (a.From is null || b.Until is null || a.From <= b.Until) && (b.From is null || a.Until is null || b.From <= a.Until);

    /// <summary>The unit and everyone who is ever its member, to any depth.</summary>
    private static HashSet<string> EverWithin(string unit, ActionPlan plan, HashSet<string> found)
    {
        if (found.Add(unit) && plan.FindUnit(unit) is { } known)
            foreach (var member in plan.Roster.MembershipsOf(unit, known.Members))
                EverWithin(member.Unit, plan, found);
        return found;
    }
}

/// <summary>退出组: a unit's membership ends with a day (omitted, today). Refused: not the group office, no group, not a member on that day, a day out of bounds, no reason.</summary>
public sealed record EndMembership(string Group, string Unit, DateOnly? Until, DraftText? Reason)
{
    public static Decision Decide(PlanState state, EndMembership command, Caller who, Moment now)
    {
        var (plan, day) = (state.Plan, command.Until ?? now.On);
        return RightsTable.Role(nameof(EndMembership), who)
            ?? GroupCheck.Of(command.Group, plan)
            ?? Checks.DecisionDay(day, plan, "until")
            ?? (plan.Roster.MembershipsOf(command.Group, plan.UnitOn(command.Group, day)?.Members ?? []).Any(m => m.Unit == command.Unit && m.Holds(day) && m.Until != day)
                ? null : Refusal.Conflict("not-a-member", "unit", ("unit", command.Unit), ("group", command.Group), ("day", day)))
            ?? Checks.Text(command.Reason, "reason", plan)
            ?? Decision.Of(new MembershipEnded(command.Group, command.Unit, day, TextSeal.Of(command.Reason!)));
    }
}

internal static class GroupCheck
{
    public static Refusal? Of(string group, ActionPlan plan) => plan.FindUnit(group) switch
    {
        null => Refusal.NotFound("unknown-unit-path", null, ("unit", group)),
        { Kind: UnitKind.Group } => null,
        _ => Refusal.Invalid("not-a-group", null, ("unit", group)),
    };
}
