using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Units;
using BizEnvLedger.Core.Units.Acts;

namespace BizEnvLedger.Service.Units;

/// <summary>A unit's canonical name from a day on; null from the plan's first.</summary>
public sealed record NamedFrom(string Name, DateOnly? From);

/// <summary>A membership; <c>event</c> is null where a document of the plan says so. One that was taken back stays, and is none.</summary>
public sealed record GroupMemberShape(UnitName Unit, DateOnly? From, DateOnly? Until, bool LateEntered, bool Withdrawn, IReadOnlyList<Guid> Corrections, Guid? Event);

/// <summary>A first responsible person's term. Name and post are there for whoever may see them, while they are not erased.</summary>
public sealed record TermShape(Guid Id, string? Name, string? Post, DateOnly From, DateOnly? Until, bool LateEntered, bool Withdrawn, IReadOnlyList<Guid> Corrections);

/// <summary>What a unit has been called, who belongs to it, who answered for it, whom it has succeeded and by whom it is.</summary>
public sealed record UnitHistoryShape(
    IReadOnlyList<NamedFrom> Names, IReadOnlyList<GroupMemberShape> Members, IReadOnlyList<TermShape> FirstResponsible, IReadOnlyList<SuccessionShape> Successions,
    IReadOnlyList<UnitName> Formerly, IReadOnlyList<UnitName> SucceededBy)
{
    /// <summary>Events whose texts name persons.</summary>
    public static IEnumerable<Guid> TextEvents(ActionPlan plan, string unit) => plan.Roster.Named.Where(n => n.Unit == unit).Select(n => n.Entry.Event);

    public static UnitHistoryShape Of(ActionPlan plan, Unit unit, DateOnly day, Caller who, DateOnly today, IReadOnlyDictionary<(Guid Event, string Field), string> texts)
    {
        var roster = plan.Roster;
        var sees = SeeNames.Decide(plan, unit.Id, who, today).Refusal is null;
        return new(
            NamesOf(plan, unit.Id, day), MembersOf(plan, unit, day),
            [.. roster.TermsOf(unit.Id).Where(t => t.From <= day).Select(t => TermOf(t.Entry, t.Until)), .. roster.Named.Where(n => n.Unit == unit.Id && n.Entry.Withdrawn && n.Entry.EffectiveOn <= day).Select(n => TermOf(n.Entry, null))],
            [.. roster.Successions.About(unit.Id, day).Concat(roster.WithdrawnSuccessions.Where(s => s.On <= day && (s.From.Contains(unit.Id) || s.To.Contains(unit.Id)))).Select(s => SuccessionShape.Of(plan, s))],
            [.. roster.Successions.FormerOf(unit.Id, day).Select(f => new UnitName(f, plan.OwnName(f, day)))],
            [.. roster.Successions.IsGone(unit.Id, day) ? roster.Successions.Heirs(unit.Id, day).Select(h => plan.Name(h, day)) : []]);

        TermShape TermOf(Entry entry, DateOnly? until) => new(
            entry.Event, sees ? texts.GetValueOrDefault((entry.Event, "name")) : null, sees ? texts.GetValueOrDefault((entry.Event, "post")) : null, entry.EffectiveOn, until, plan.IsLate(entry),
            entry.Withdrawn, entry.Corrections);
    }

    private static IReadOnlyList<NamedFrom> NamesOf(ActionPlan plan, string unit, DateOnly day)
    {
        var names = new List<NamedFrom>();
        var days = plan.Versions.Select(v => v.From).Concat(plan.Roster.Definitions.Where(d => d.Unit.Id == unit).Select(d => d.Entry.EffectiveOn)).Where(d => d <= day).Distinct().Order();
        foreach (var from in days)
            if (plan.UnitOn(unit, from) is { } then && (names.Count == 0 || names[^1].Name != then.Name))
                names.Add(new(then.Name, from == DateOnly.MinValue ? null : from));
        return names;
    }

    private static IReadOnlyList<GroupMemberShape> MembersOf(ActionPlan plan, Unit group, DateOnly day)
    {
        var documented = plan.On(day).Units.FirstOrDefault(u => u.Id == group.Id)?.Members ?? [];
        var recorded = plan.Roster.Members.Where(m => m.Group == group.Id).ToLookup(m => m.Entry.Withdrawn);
        var entries = documented.Select(_ => (Entry?)null).Concat(recorded[false].Select(m => m.Entry));
        return [.. plan.Roster.MembershipsOf(group.Id, documented).Zip(entries, (m, entry) => MemberOf(m.Unit, m.From, m.Until, entry)),
            .. recorded[true].Select(m => MemberOf(m.Unit, m.Entry.EffectiveOn, m.Until, m.Entry))];

        GroupMemberShape MemberOf(string unit, DateOnly? from, DateOnly? until, Entry? entry) =>
            new(plan.Name(unit, day), from, until, entry is not null && plan.IsLate(entry), entry?.Withdrawn == true, entry?.Corrections ?? [], entry?.Event);
    }
}
