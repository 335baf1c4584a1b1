using System.Collections.Frozen;
using BizEnvLedger.Core.Administration;
using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Deliveries;
using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Reminders;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Rights;

/// <summary>
/// Separation of duties in one table: command × role × relation to the matter. Every decision asks it, the tests walk through the whole of it,
/// and no decision knows a role of its own.
/// </summary>
public static class RightsTable
{
    /// <summary>Every row, each slice's own.</summary>
    public static IReadOnlyList<Right> All { get; } =
    [
        .. PlanRights.All,
        .. PlanTaskRights.All,
        .. InspectionRights.All,
        .. EvidenceRights.All,
        .. AppraisalRights.All,
        .. RegisterRights.All,
        .. CoordinationRights.All,
        .. ComplaintRights.All,
        .. ReminderRights.All,
        .. DeliveryRights.All,
        .. NoticeRights.All,
        .. UnitRights.All,
        .. AdministrationRights.All,
    ];

    private static readonly FrozenDictionary<string, Right[]> ByCommand = All.GroupBy(r => r.Command).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Refuses a caller none of whose roles may give the command.</summary>
    public static Refusal? Role(string command, Caller who) =>
        Rows(command).Any(r => who.Is(r.Role)) ? null
        : Refusal.NotAllowed("role-not-allowed", null, ("roles", string.Join(", ", Rows(command).Select(r => Word(r.Role)).Distinct())));

    /// <summary>
    /// Refuses a caller who has no row's role together with its relation to the matter. <paramref name="unit"/> is the unit that the caller acts as:
    /// the one <paramref name="named"/>, else the first of the caller's that is entitled, itself or as a member of an entitled group; empty where the caller acts for none.
    /// </summary>
    public static Refusal? Check(string command, Caller who, Matter matter, ActionPlan plan, string? named, out string unit)
    {
        unit = "";
        var first = Role(command, who);
        if (first is not null)
            return first;
        foreach (var right in Rows(command))
            if (who.Is(right.Role))
            {
                var refusal = Stands(right.Relation, who, matter, plan, named, out unit);
                if (refusal is null)
                    return null;
                first ??= refusal;
            }

        return first;
    }

    public static Refusal? Check(string command, Caller who, Matter matter, ActionPlan plan) => Check(command, who, matter, plan, null, out _);

    /// <summary>Whether every row by which the caller could give the command asks for a home unit that is no party.</summary>
    public static bool NeedsHome(string command, Caller who) => Rows(command).Where(r => who.Is(r.Role)).All(r => r.Relation is Relation.Apart or Relation.Named);

    private static Right[] Rows(string command) => ByCommand.GetValueOrDefault(command) ?? throw new InvalidOperationException($"The rights table has no row for {command}.");

    private static Refusal? Stands(Relation relation, Caller who, Matter matter, ActionPlan plan, string? named, out string unit)
    {
        unit = "";
        return relation switch
        {
            Relation.Any => null,
            Relation.Lead => ActsFor(matter.Leads, who, matter, plan, named, out unit),
            Relation.Concerned => ActsFor(matter.Leads.Concat(matter.Cooperating), who, matter, plan, named, out unit),
            Relation.DataOwner => ActsFor(matter.DataOwners.Concat(matter.Leads).Concat(matter.Cooperating), who, matter, plan, named, out unit),
            Relation.Addressee => ActsFor(matter.Addressees, who, matter, plan, named, out unit),
            Relation.Owner => ActsFor(matter.Owners, who, matter, plan, named, out unit),
            Relation.SecondPerson => ActsFor(matter.Owners, who, matter, plan, named, out unit) ?? IsNotTheDoer(who, matter),
            Relation.Apart => IsApart(who, matter, plan),
            Relation.Named => IsNamed(who, matter) ?? IsApart(who, matter, plan),
            _ => IsNotTheDoer(who, matter),
        };
    }

    private static Refusal? ActsFor(IEnumerable<string> entitled, Caller who, Matter matter, ActionPlan plan, string? named, out string unit)
    {
        unit = "";
        if (named is not null && !who.Units.Contains(named))
            return Refusal.NotAllowed("not-your-unit", "unit", ("unit", named));
        var mine = named is null ? who.Units : new HashSet<string> { named };
        var theirs = entitled.ToList();
        foreach (var candidate in theirs)
            if (plan.ActingAs(mine, candidate, matter) is { } found)
            {
                unit = found;
                return null;
            }

        return plan.Succeeded(mine, matter.HeldOn ?? matter.On, "unit", RefusalKind.NotAllowed)
            ?? Refusal.NotAllowed(matter.NotYours, null, ("about", matter.About), ("unit", Holders(theirs, matter, plan)), ("day", matter.On));
    }

    /// <summary>Whose the matter is, by name: of a unit that is gone, who holds it by then; a dash where it is nobody's.</summary>
    private static string Holders(IEnumerable<string> units, Matter matter, ActionPlan plan)
    {
        var day = matter.HeldOn is { } held && held > matter.On ? held : matter.On;
        var names = units.Select(u => plan.OwnName(plan.Roster.Successions.Holder(u, day, matter.Items), day)).Distinct().ToList();
        return names.Count == 0 ? "—" : string.Join('、', names);
    }

    private static Refusal? IsApart(Caller who, Matter matter, ActionPlan plan)
    {
        if (who.HomeUnit is null)
            return Refusal.NotAllowed("home-unit-missing");
        if (IsNotTheDoer(who, matter) is { } refusal)
            return refusal;
        return matter.Everyone.Any(u => plan.IsParty(u, who.HomeUnit, matter.On, matter.Items)) ? Refusal.NotAllowed("home-unit-involved", null, ("unit", who.HomeUnit)) : null;
    }

    private static Refusal? IsNamed(Caller who, Matter matter) =>
        matter.Named.Contains(who.Sub) ? null : Refusal.NotAllowed("not-the-person-named", null, ("about", matter.About));

    private static Refusal? IsNotTheDoer(Caller who, Matter matter) =>
        matter.Doers.Contains(who.Sub) ? Refusal.NotAllowed(matter.NotTheDoer, null, ("person", who.Sub)) : null;

    private static string Word(Role role) => role switch
    {
        Ledger.Role.GroupOffice => "group-office",
        Ledger.Role.DeputiesOffice => "deputies-office",
        _ => role.ToString().ToLowerInvariant(),
    };
}
