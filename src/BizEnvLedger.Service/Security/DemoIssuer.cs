using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BizEnvLedger.Service.Security;

/// <summary>
/// The demonstration's own token issuer: loopback only, never in production. Its key is drawn anew for each data folder and kept there.
/// </summary>
public sealed class DemoIssuer(TimeProvider time)
{
    public const string Issuer = "urn:bizenv-ledger:demonstration";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Null until a demonstration is opened; then there are accounts, and before that none.</summary>
    public SymmetricSecurityKey? Key { get; private set; }

    public bool IsOpen => Key is not null;

    public void Open(byte[]? key = null) => Key = new(key ?? RandomNumberGenerator.GetBytes(32));

    public (string Token, DateTimeOffset ExpiresAt) Issue(DemoAccount account, string jurisdiction, string? person)
    {
        // Tokens live by real time, whatever the demonstration clock says.
        var now = time.GetUtcNow();
        var expires = now + Lifetime;
        var claims = new Dictionary<string, object>
        {
            ["sub"] = person is null ? account.Id : $"{account.Id}/{person}",
            ["jurisdiction"] = jurisdiction,
            ["roles"] = account.Roles,
            ["units"] = account.Units,
        };
        if (account.HomeUnit is { } home)
            claims["homeUnit"] = home;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = TokenCheck.Audience,
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            SigningCredentials = new(Key, SecurityAlgorithms.HmacSha256),
        });
        return (token, expires);
    }
}

/// <summary>A demonstration account.</summary>
public sealed record DemoAccount(string Id, IReadOnlyList<string> Roles, IReadOnlyList<string> Units, string? HomeUnit)
{
    /// <summary>Accounts that are the same in every plan; units' own come from the plans.</summary>
    public static IReadOnlyList<DemoAccount> Offices { get; } =
    [
        new("office", ["office"], [], "supervision-office"),
        new("group-office", ["group-office"], [], "leading-group"),
        new("leader", ["leader"], [], "leading-group"),
        new("deputies-office", ["deputies-office"], [], "deputies-office"),
        new("auditor", ["auditor"], [], "audit-bureau"),
        new("admin", ["admin"], [], "information-centre"),
    ];

    /// <summary>An account by its id; units' accounts are <c>unit:ID</c>, <c>approver:ID</c> and <c>system:ID</c>.</summary>
    public static DemoAccount? Find(string id, IReadOnlySet<string> units)
    {
        if (Offices.FirstOrDefault(a => a.Id == id) is { } office)
            return office;
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || id[..colon] is not ("unit" or "approver" or "system") || !units.Contains(id[(colon + 1)..]))
            return null;
        var unit = id[(colon + 1)..];
        return new(id, [id[..colon]], [unit], unit);
    }
}
