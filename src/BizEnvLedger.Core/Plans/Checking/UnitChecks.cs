using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>Units and groups.</summary>
internal static class UnitChecks
{
    public static void Check(PlanPlaces places, Mistakes mistakes)
    {
        var units = places.Plan.Units;
        mistakes.Once(units.Select((x, i) => ($"$.units[{i}].id", x.Id)), "unit", "单位");
        Names(units, mistakes);
        for (var i = 0; i < units.Count; i++)
        {
            mistakes.Slug($"$.units[{i}].id", units[i].Id);
            Members(places, $"$.units[{i}]", units[i], mistakes);
        }
    }

    private static void Names(IReadOnlyList<Unit> units, Mistakes mistakes)
    {
        var taken = new Dictionary<string, Unit>();
        var names = units.SelectMany((x, i) => x.Aliases
            .Select((alias, n) => (Path: $"$.units[{i}].aliases[{n}]", Name: alias, Unit: x))
            .Prepend(($"$.units[{i}].name", x.Name, x)));
        foreach (var (path, name, unit) in names)
        {
            mistakes.NotEmpty(path, name);
            if (!string.IsNullOrWhiteSpace(name) && !taken.TryAdd(name, unit))
                mistakes.Add(path, "duplicate-name",
                    $"The name “{name}” is already one of “{taken[name].Id}”.", $"名称“{name}”已用于单位“{taken[name].Id}”。",
                    "A name or alias belongs to one unit, once: remove it here or there.", "一个名称或别名只能属于一个单位且只写一次：请删去其中一处。");
        }
    }

    private static void Members(PlanPlaces places, string path, Unit unit, Mistakes mistakes)
    {
        if (unit.Members.Count > 0 && unit.Kind is not UnitKind.Group)
            mistakes.Add(path + ".members", "members-on-non-group",
                $"“{unit.Id}” has members but is no group.", $"“{unit.Id}”不是组，却列有成员。",
                "Make its kind “group”, or remove the members.", "请将kind改为“group”，或删去成员。");
        for (var i = 0; i < unit.Members.Count; i++)
        {
            var (member, here) = (unit.Members[i], $"{path}.members[{i}]");
            mistakes.Known(places, here + ".unit", member.Unit);
            if (member.Until < member.From)
                mistakes.Add(here + ".until", "membership-reversed",
                    $"The membership ends ({member.Until:yyyy-MM-dd}) before it begins ({member.From:yyyy-MM-dd}).",
                    $"成员期的截止日（{member.Until:yyyy-MM-dd}）早于起始日（{member.From:yyyy-MM-dd}）。",
                    "Put “until” on or after “from”.", "“until”不得早于“from”。");
            if (unit.Members.Take(i).Any(x => x.Unit == member.Unit && Overlap(x, member)))
                mistakes.Add(here, "duplicate-member",
                    $"“{member.Unit}” is a member twice on the same days.", $"“{member.Unit}”在同一时段内重复列为成员。",
                    "Keep one of the two, or part their dates.", "请只保留一处，或使时段不重叠。");
            if (Reaches(places, member.Unit, unit.Id))
                mistakes.Add(here + ".unit", "group-contains-itself",
                    $"The group “{unit.Id}” contains itself{(member.Unit == unit.Id ? "" : $" by way of “{member.Unit}”")}.",
                    $"组“{unit.Id}”{(member.Unit == unit.Id ? "" : $"经“{member.Unit}”")}包含了自身。",
                    "Remove this member, or the one that leads back.", "请删去此成员，或删去指回本组的成员。");
        }
    }

    private static bool Overlap(Membership a, Membership b) =>
        (a.From is null || b.Until is null || a.From <= b.Until) && (b.From is null || a.Until is null || b.From <= a.Until);

    private static bool Reaches(PlanPlaces places, string from, string sought)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out var id))
            if (id == sought)
                return true;
            else if (seen.Add(id) && places.Units.TryGetValue(id, out var unit))
                foreach (var member in unit.Members)
                    open.Push(member.Unit);
        return false;
    }
}
