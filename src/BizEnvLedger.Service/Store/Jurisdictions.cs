using System.Text.RegularExpressions;
using Marten;
using Npgsql;

namespace BizEnvLedger.Service.Store;

/// <summary>A jurisdiction: one tenant of the ledger, with its own events, leaves and calendar day.</summary>
/// <param name="Id">Its administrative division code.</param>
/// <param name="Name">Its name as people say it.</param>
/// <param name="TimeZone">The IANA time zone in which its days begin.</param>
public sealed record Jurisdiction(string Id, string Name, string TimeZone);

/// <summary>The jurisdictions of a ledger. Adding one creates partitions and a sequence, so it is the owner's act.</summary>
public static partial class Jurisdictions
{
    /// <summary>Time zone of a jurisdiction that names none.</summary>
    public const string UsualTimeZone = "Asia/Shanghai";

    /// <summary>The demonstration's jurisdiction, that of the plan that ships with the ledger; a ledger without the demonstration does not know it.</summary>
    public static Jurisdiction Tongliao { get; } = new("150500", "通辽市", UsualTimeZone);

    /// <summary>All of them, by id.</summary>
    public static async Task<IReadOnlyList<Jurisdiction>> AllAsync(NpgsqlConnection connection, CancellationToken ct = default) =>
        await connection.ListAsync(
            $"select id, name, time_zone from {LedgerSchema.Name}.jurisdictions order by id",
            row => new Jurisdiction(row.GetString(0), row.GetString(1), row.GetString(2)), ct);

    /// <summary>
    /// Whether this very jurisdiction stands already.
    /// Refused: an id that is no lower-case code, an unknown time zone, an id that stands with another name or zone.
    /// </summary>
    public static async Task<bool> StandsAsync(NpgsqlConnection connection, Jurisdiction jurisdiction, CancellationToken ct = default)
    {
        Check(jurisdiction);
        var known = (await AllAsync(connection, ct)).FirstOrDefault(known => known.Id == jurisdiction.Id);
        return known is null || known == jurisdiction
            ? known is not null
            : throw new LedgerRefusal(
                $"辖区 {known.Id} 已登记为“{known.Name}”({known.TimeZone})。",
                $"Jurisdiction {known.Id} already stands as “{known.Name}” ({known.TimeZone}).");
    }

    /// <summary>Adds a jurisdiction that does not stand yet: partitions, sequence, grants, and its row.</summary>
    public static async Task AddAsync(IDocumentStore owner, NpgsqlConnection connection, Jurisdiction jurisdiction, CancellationToken ct = default)
    {
        // The row comes last: what is listed can be written to.
        await owner.Advanced.AddMartenManagedTenantsAsync(ct, jurisdiction.Id);
        await LedgerRoles.GrantAsync(connection, ct);
        await connection.RunAsync(
            $"insert into {LedgerSchema.Name}.jurisdictions (id, name, time_zone, added_at) values ($1, $2, $3, now()) on conflict do nothing",
            ct, jurisdiction.Id, jurisdiction.Name, jurisdiction.TimeZone);
    }

    private static void Check(Jurisdiction jurisdiction)
    {
        if (!Code().IsMatch(jurisdiction.Id))
        {
            throw new LedgerRefusal(
                $"辖区代码“{jurisdiction.Id}”无效:只能用小写字母、数字和下划线,最多 32 个。",
                $"“{jurisdiction.Id}” is no jurisdiction id: lower-case letters, digits and underscores only, at most 32.");
        }

        if (string.IsNullOrWhiteSpace(jurisdiction.Name))
        {
            throw new LedgerRefusal("辖区名称不能为空。", "A jurisdiction needs a name.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(jurisdiction.TimeZone, out _))
        {
            throw new LedgerRefusal(
                $"未知时区“{jurisdiction.TimeZone}”,例:Asia/Shanghai。",
                $"Unknown time zone “{jurisdiction.TimeZone}”, for example Asia/Shanghai.");
        }
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
