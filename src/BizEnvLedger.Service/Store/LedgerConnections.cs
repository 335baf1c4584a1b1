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
        new(Named(owner ?? ledger, pool: 8).ConnectionString, Reusing(Named(LedgerRoles.ActAsRuntime(ledger), pool: 80)).ConnectionString);

    private static NpgsqlConnectionStringBuilder Named(string connectionString, int pool)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "bizenv-ledger" };
        if (!Given(builder, "Maximum Pool Size"))
        {
            builder.MaxPoolSize = pool;
        }

        return builder;
    }

    /// <summary>
    /// A command's few statements are the same each time: the server keeps them prepared, and a connection that goes back
    /// to the pool, which nobody gives a state of its own, is not reset.
    /// </summary>
    private static NpgsqlConnectionStringBuilder Reusing(NpgsqlConnectionStringBuilder builder)
    {
        if (!Given(builder, "Max Auto Prepare"))
        {
            builder.MaxAutoPrepare = 60;
        }

        if (!Given(builder, "No Reset On Close"))
        {
            builder.NoResetOnClose = true;
        }

        return builder;
    }

    // ContainsKey answers for every known key, given or not.
    private static bool Given(NpgsqlConnectionStringBuilder builder, string key) => builder.ShouldSerialize(key);
}
