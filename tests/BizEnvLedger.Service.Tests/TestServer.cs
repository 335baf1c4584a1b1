using BizEnvLedger.Service.Audit;
using BizEnvLedger.Service.Embedded;
using BizEnvLedger.Service.Store;

[assembly: AssemblyFixture(typeof(BizEnvLedger.Service.Tests.TestServer))]

namespace BizEnvLedger.Service.Tests;

/// <summary>One embedded PostgreSQL for the whole test run, with a template that holds the schema and two jurisdictions.</summary>
public sealed class TestServer : IAsyncLifetime
{
    private const string Template = "template_ledger";

    private readonly string path = Path.Combine(Path.GetTempPath(), $"bizenv ledger 测试 {Guid.NewGuid():N}");
    private readonly SemaphoreSlim copying = new(1);
    private EmbeddedPostgres? postgres;
    private int created;

    public static Jurisdiction Chifeng { get; } = new("150400", "赤峰市", "Asia/Shanghai");

    public EmbeddedPostgres Postgres => postgres ?? throw new InvalidOperationException("The server has not started.");

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("Audit__Keys", Path.Combine(path, "keys"));
        postgres = await EmbeddedPostgres.StartAsync(DataFolder.Open(path));
        await postgres.EnsureDatabaseAsync(Template);
        var database = new LedgerDatabase(postgres.Connections(Template), TestEvents.All);
        await database.PrepareAsync();
        await database.AddJurisdictionAsync(Jurisdictions.Tongliao);
        await database.AddJurisdictionAsync(Chifeng);
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A new database; with the schema and both jurisdictions unless it shall be empty.</summary>
    public async Task<LedgerConnections> CreateDatabaseAsync(bool empty = false)
    {
        var name = $"test_{Interlocked.Increment(ref created)}";
        await copying.WaitAsync();
        try
        {
            await using var connection = new Npgsql.NpgsqlConnection(Postgres.Connections("postgres").Owner);
            await connection.OpenAsync();
            await connection.RunAsync(empty ? $"create database {name}" : $"create database {name} template {Template}");
        }
        finally
        {
            copying.Release();
        }

        if (!empty)
        {
            // A copy of the template is another ledger, with logs of its own.
            await using var copy = new Npgsql.NpgsqlConnection(Postgres.Connections(name).Owner);
            await copy.OpenAsync();
            await copy.RunAsync("delete from ledger.installation where key = 'id'");
            await InstallationId.DrawAsync(copy, CancellationToken.None);
        }

        return Postgres.Connections(name);
    }

    public ValueTask DisposeAsync()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        postgres?.Stop();
        Directory.Delete(path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
