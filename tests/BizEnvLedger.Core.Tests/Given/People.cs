using BizEnvLedger.Core.Ledger;

namespace BizEnvLedger.Core.Tests;

/// <summary>Callers by role.</summary>
internal static class People
{
    public static readonly Caller Office = new("inspector", Roles(Role.Office), "inspectorate", Units());
    public static readonly Caller GroupOffice = new("clerk", Roles(Role.GroupOffice), "city", Units());
    public static readonly Caller Leader = new("vice-mayor", Roles(Role.Leader), "city", Units());
    public static readonly Caller Auditor = new("auditor", Roles(Role.Auditor), "city", Units());
    /// <summary>The owner's command line.</summary>
    public static readonly Caller Owner = new("owner:root", Roles(Role.Owner), null, Units());
    public static readonly Caller Energy = Clerk("energy");
    public static readonly Caller Water = Clerk("water");
    public static readonly Caller Housing = Clerk("housing");
    public static readonly Caller Tax = Clerk("tax");
    public static readonly Caller Court = Clerk("court");
    public static readonly Caller North = Clerk("north");

    /// <summary>Enters by hand, and is the name of the unit's business system where a story registers it.</summary>
    public static Caller Clerk(string unit) => new(unit + "-clerk", Roles(Role.Unit, Role.System), unit, Units(unit));

    /// <summary>Enters by hand only: what is typed waits for the approver.</summary>
    public static Caller Typist(string unit) => new(unit + "-typist", Roles(Role.Unit), unit, Units(unit));

    public static Caller Approver(string unit) => new(unit + "-approver", Roles(Role.Approver), unit, Units(unit));

    public static Caller Inspector(string? home, string sub = "other-inspector") => new(sub, Roles(Role.Office), home, Units());

    private static HashSet<Role> Roles(params Role[] roles) => [.. roles];

    private static HashSet<string> Units(params string[] units) => [.. units];
}
