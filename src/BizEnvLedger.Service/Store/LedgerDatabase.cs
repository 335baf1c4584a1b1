using JasperFx;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine.Persistence.Durability;

namespace BizEnvLedger.Service.Store;

/// <summary>The owner's acts on the database: checking the server, applying the schema, adding jurisdictions.</summary>
public sealed class LedgerDatabase(LedgerConnections connections, IReadOnlyList<(Type Type, string Alias)> events)
{
    private const string SchemaKey = "schema";

    // Everything that shapes the schema is compiled into these assemblies, and equal builds have equal ids.
    private static readonly string Fingerprint = string.Join(' ', new[] { typeof(LedgerDatabase), typeof(Core.Plans.Unit), typeof(IDocumentStore), typeof(IMessageStore), typeof(Weasel.Postgresql.PostgresqlMigrator) }
        .Select(type => type.Assembly.ManifestModule.ModuleVersionId.ToString("N")));

    /// <summary>
    /// Makes the database ready: refuses a server before PostgreSQL 15, creates the runtime role, and applies schema and grants
    /// when this build has not yet done so. Answers whether anything was applied.
    /// </summary>
    public async Task<bool> PrepareAsync(CancellationToken ct = default)
    {
        await using var owner = await OpenOwnerAsync(ct);
        var version = await owner.ScalarAsync<int>("select current_setting('server_version_num')::int", ct);
        if (version < 150000)
        {
            throw new LedgerRefusal(
                $"PostgreSQL 版本过低({owner.PostgreSqlVersion}),需要 15 或更高。",
                $"This PostgreSQL is too old ({owner.PostgreSqlVersion}); 15 or later is needed.");
        }

        if (await AppliedAsync(owner, ct) == Fingerprint)
        {
            return false;
        }

        await ApplyAsync(owner, ct);
        return true;
    }

    /// <summary>Applies schema and grants regardless of what was applied before.</summary>
    public async Task ApplyAsync(NpgsqlConnection owner, CancellationToken ct = default)
    {
        await LedgerRoles.CreateAsync(owner, ct);
        using var host = OwnerHost();
        try
        {
            await host.Services.GetRequiredService<IDocumentStore>().Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
            await host.Services.GetRequiredService<IMessageStore>().Admin.MigrateAsync(AutoCreate.CreateOrUpdate);
            await LedgerRoles.GrantAsync(owner, ct);
            await RememberAppliedAsync(owner, ct);
        }
        catch (Exception e) when (Cause(e) is { } cause)
        {
            throw new LedgerRefusal($"无法更新数据库结构:{cause.MessageText}", $"The schema could not be applied: {cause.MessageText} ({cause.SqlState})", e);
        }
    }

    /// <summary>Whether a ledger stands in the database.</summary>
    public static Task<bool> HasSchemaAsync(NpgsqlConnection connection, CancellationToken ct = default) =>
        connection.ScalarAsync<bool>($"select to_regclass('{LedgerSchema.Name}.installation') is not null", ct);

    /// <summary>Notes that the schema is this build's.</summary>
    internal static Task RememberAppliedAsync(NpgsqlConnection owner, CancellationToken ct) => owner.RunAsync(
        $"insert into {LedgerSchema.Name}.installation values ('{SchemaKey}', $1) on conflict (key) do update set value = excluded.value",
        ct, Fingerprint);

    /// <summary>Makes partitions and sequences for jurisdictions whose rows will come from a backup.</summary>
    internal async Task AddPartitionsAsync(NpgsqlConnection owner, IEnumerable<string> jurisdictions, CancellationToken ct)
    {
        using var host = OwnerHost();
        await host.Services.GetRequiredService<IDocumentStore>().Advanced.AddMartenManagedTenantsAsync(ct, [.. jurisdictions]);
        await LedgerRoles.GrantAsync(owner, ct);
    }

    /// <summary>Adds a jurisdiction, or does nothing when it stands already with the same words.</summary>
    public async Task AddJurisdictionAsync(Jurisdiction jurisdiction, CancellationToken ct = default)
    {
        await using var owner = await OpenOwnerAsync(ct);
        if (await Jurisdictions.StandsAsync(owner, jurisdiction, ct))
        {
            return;
        }

        using var host = OwnerHost();
        await Jurisdictions.AddAsync(host.Services.GetRequiredService<IDocumentStore>(), owner, jurisdiction, ct);
    }

    /// <summary>An open connection as the owner.</summary>
    public Task<NpgsqlConnection> OpenOwnerAsync(CancellationToken ct = default) => OpenAsync(connections.Owner, ct);

    /// <summary>An open connection as the runtime role. Refused when the login is no member of it.</summary>
    public static async Task<NpgsqlConnection> OpenRuntimeAsync(LedgerConnections connections, CancellationToken ct = default)
    {
        try
        {
            return await OpenAsync(connections.Runtime, ct);
        }
        catch (LedgerRefusal e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidParameterValue })
        {
            var login = new NpgsqlConnectionStringBuilder(connections.Runtime).Username;
            throw new LedgerRefusal(
                $"登录 {login} 不是角色 {LedgerRoles.Runtime} 的成员。请管理员执行:GRANT {LedgerRoles.Runtime} TO {login};",
                $"Login {login} is no member of {LedgerRoles.Runtime}. Ask an administrator to run: GRANT {LedgerRoles.Runtime} TO {login};", e);
        }
    }

    internal static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch (NpgsqlException e)
        {
            await connection.DisposeAsync();
            throw new LedgerRefusal(
                $"无法连接数据库 {connection.Host}:{connection.Port}:{e.Message}",
                $"Cannot connect to the database at {connection.Host}:{connection.Port}.", e);
        }
    }

    // Marten wraps the server's own words in pages of DDL.
    private static PostgresException? Cause(Exception? e) => e as PostgresException ?? (e is null ? null : Cause(e.InnerException));

    // A host that is never started: only it knows what Marten and Wolverine together need.
    private IHost OwnerHost() => LedgerHost.OwnerHost(connections.Owner, events);

    private static async Task<string?> AppliedAsync(NpgsqlConnection owner, CancellationToken ct) =>
        await HasSchemaAsync(owner, ct)
            ? await owner.ScalarAsync<string>($"select value from {LedgerSchema.Name}.installation where key = '{SchemaKey}'", ct)
            : null;
}
