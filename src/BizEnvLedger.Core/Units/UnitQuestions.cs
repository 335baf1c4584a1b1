using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Units;

/// <summary>Questions about a plan's units as of a day, from its documents and from the roster.</summary>
public static class UnitQuestions
{
    /// <summary>A unit as it was defined on a day; also one that is gone by then, null before it was introduced.</summary>
    public static Unit? UnitOn(this ActionPlan plan, string id, DateOnly day)
    {
        var documented = plan.On(day).Units.FirstOrDefault(u => u.Id == id);
        if (plan.Roster.DefinitionOn(id, day) is not { } defined)
            return documented;
        // Of a later document and a succession the later one says what the unit is called; its members and other names stay.
        var last = plan.Versions.FindLast(v => v.From <= day && v.Change?.Units.Any(u => u.Id == id) == true);
        return last?.From > defined.Entry.EffectiveOn ? documented
            : documented is null ? defined.Unit
            : defined.Unit with { Members = documented.Members, Aliases = [.. documented.Aliases.Append(documented.Name).Union(defined.Unit.Aliases).Where(a => a != defined.Unit.Name)] };
    }

    /// <summary>The units that there are on a day: those of the documents and those introduced by successions, without those that are gone.</summary>
    public static IReadOnlyList<Unit> UnitsOn(this ActionPlan plan, DateOnly day) =>
        [.. plan.EveryUnit(day).Where(id => !plan.Roster.Successions.IsGone(id, day)).Select(id => plan.UnitOn(id, day)!)];

    /// <summary>Ids of every unit that there has been by a day, also of those that are gone.</summary>
    public static IEnumerable<string> EveryUnit(this ActionPlan plan, DateOnly day) =>
        plan.On(day).Units.Select(u => u.Id).Concat(plan.Roster.Definitions.Where(d => d.Entry.EffectiveOn <= day).Select(d => d.Unit.Id)).Distinct();

    /// <summary>Id and canonical name on a day; of a unit that is gone by then its last name, and who holds its part now: 能源局（现工信局）.</summary>
    public static UnitName Name(this ActionPlan plan, string unit, DateOnly day)
    {
        var successions = plan.Roster.Successions;
        var name = plan.UnitOn(unit, day)?.Name ?? unit;
        return new(unit, successions.IsGone(unit, day)
            ? $"{name}（现{string.Join('、', successions.Heirs(unit, day).Select(h => plan.UnitOn(h, day)?.Name ?? h))}）"
            : name);
    }

    /// <summary>The name alone, without who has come after.</summary>
    public static string OwnName(this ActionPlan plan, string unit, DateOnly day) => plan.UnitOn(unit, day)?.Name ?? unit;

    /// <summary>The unit itself, and where it is a group, its members on that day to any depth; in the place of who is gone by then, who holds the items.</summary>
    public static IReadOnlySet<string> MembersOf(this ActionPlan plan, string unit, DateOnly on, IReadOnlyList<string> items)
    {
        var found = new HashSet<string>();
        var units = plan.On(on).Units;
        void Visit(string id)
        {
            id = plan.Roster.Successions.Holder(id, on, items);
            if (!found.Add(id))
                return;
            foreach (var member in plan.Roster.MembershipsOf(id, units.FirstOrDefault(u => u.Id == id)?.Members ?? []))
                if (member.Holds(on))
                    Visit(member.Unit);
        }
        Visit(unit);
        return found;
    }

    /// <summary>Which of the caller's units acts for a unit in a matter: it, its member on the matter's day, or who has succeeded either by the day of recording.</summary>
    public static string? ActingAs(this ActionPlan plan, IEnumerable<string> units, string named, Matter matter)
    {
        var members = plan.MembersOf(named, matter.On, matter.Items);
        if (matter.HeldOn is { } held && held > matter.On)
            members = members.Select(m => plan.Roster.Successions.Holder(m, held, matter.Items)).ToHashSet();
        return units.FirstOrDefault(members.Contains);
    }

    /// <summary>Whether somebody from a home unit is party to what a unit did or has to do: of the unit, of a member, or of one that has come after either.</summary>
    public static bool IsParty(this ActionPlan plan, string unit, string home, DateOnly on, IReadOnlyList<string> items)
    {
        var members = plan.MembersOf(unit, on, items);
        return unit == home || members.Contains(home)
            || (plan.Roster.Successions.IsGone(home, on) && plan.Roster.Successions.Heirs(home, on).Overlaps(members));
    }

    /// <summary>Refuses a unit that is gone by a day, naming who has come after it.</summary>
    public static Refusal? Succeeded(this ActionPlan plan, IEnumerable<string> units, DateOnly day, string field, RefusalKind kind = RefusalKind.Conflict)
    {
        var successions = plan.Roster.Successions;
        return units.FirstOrDefault(u => successions.IsGone(u, day)) is not { } gone ? null
            : Refusal.Conflict("unit-succeeded", field, ("unit", plan.OwnName(gone, day)), ("id", gone), ("day", successions.LastOf(gone, day)!.On),
                ("successor", string.Join('、', successions.Heirs(gone, day).Select(h => plan.OwnName(h, day))))) with { Kind = kind };
    }
}
