using System.Collections.Frozen;
using System.Security.Claims;
using BizEnvLedger.Core.Ledger;

namespace BizEnvLedger.Service.Security;

/// <summary>The caller as the token has it: <c>sub</c>, <c>jurisdiction</c>, <c>roles</c>, <c>homeUnit</c>, <c>units</c>.</summary>
public static class Callers
{
    private static readonly FrozenDictionary<string, Role> Roles = new Dictionary<string, Role>
    {
        ["unit"] = Role.Unit,
        ["approver"] = Role.Approver,
        ["office"] = Role.Office,
        ["group-office"] = Role.GroupOffice,
        ["leader"] = Role.Leader,
        ["deputies-office"] = Role.DeputiesOffice,
        ["auditor"] = Role.Auditor,
        ["admin"] = Role.Admin,
        ["system"] = Role.System,
    }.ToFrozenDictionary();

    /// <summary>Roles that the ledger does not know give no right.</summary>
    public static (Caller Who, string Jurisdiction) Of(ClaimsPrincipal principal) => (
        new(principal.FindFirstValue("sub") ?? "",
            principal.FindAll("roles").Select(c => Roles.TryGetValue(c.Value, out var role) ? role : (Role?)null).OfType<Role>().ToHashSet(),
            principal.FindFirstValue("homeUnit"),
            principal.FindAll("units").Select(c => c.Value).ToHashSet()),
        principal.FindFirstValue("jurisdiction") ?? "");

    /// <summary>A demonstration or imported account as a caller.</summary>
    public static Caller Of(DemoAccount account, string? person) =>
        new(person is null ? account.Id : $"{account.Id}/{person}", account.Roles.Select(r => Roles[r]).ToHashSet(), account.HomeUnit, account.Units.ToHashSet());
}
