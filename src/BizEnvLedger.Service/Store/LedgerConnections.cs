using Npgsql;

namespace BizEnvLedger.Service.Store;

/// <summary>The two ways into the database: as the owner of the schema, and as the runtime role.</summary>
/// <param name="Owner">Applies the schema and adds jurisdictions; never serves a request.</param>
/// <param name="Runtime">Serves every request, acting as <see cref="LedgerRoles.Runtime"/>.</param>
public sealed record LedgerConnections(string Owner, string Runtime)
{
    /// <summary>
    /// From the configured strings. Without an own owner string, the one login applies the schema and then gives up its own rights.
    /// Writers wait for each other on a connection each, so the pool is larger than the requests that are let in.
    /// </summary>
    public static LedgerConnections From(string ledger, string? owner) =>
        new(Named(owner ?? ledger, pool: 8), Named(LedgerRoles.ActAsRuntime(ledger), pool: 80));

    private static string Named(string connectionString, int pool)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "bizenv-ledger" };
        // ContainsKey answers for every known key, given or not.
        if (!builder.ShouldSerialize("Maximum Pool Size"))
        {
            builder.MaxPoolSize = pool;
        }

        return builder.ConnectionString;
    }
}
