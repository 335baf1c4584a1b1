using BizEnvLedger.Service.Store;
using Marten;
using Npgsql;

namespace BizEnvLedger.Service.Tests;

/// <summary>A ledger database of its own for one test class or collection; use it as a class or collection fixture.</summary>
public sealed class TestDatabase(TestServer server) : IAsyncLifetime
{
    private DocumentStore? store;

    public LedgerConnections Connections { get; private set; } = null!;

    /// <summary>The store as the running service has it: acting as the runtime role.</summary>
    public IDocumentStore Store => store ?? throw new InvalidOperationException("The database is not ready.");

    public async ValueTask InitializeAsync()
    {
        Connections = await server.CreateDatabaseAsync();
        store = StoreOn(Connections.Runtime);
    }

    public static DocumentStore StoreOn(string connectionString) => DocumentStore.For(options =>
    {
        options.Connection(connectionString);
        LedgerStore.Configure(options, TestEvents.All);
    });

    public Task<NpgsqlConnection> OpenOwnerAsync() => OpenAsync(Connections.Owner);

    public Task<NpgsqlConnection> OpenRuntimeAsync() => OpenAsync(Connections.Runtime);

    /// <summary>Starts a stream with one event for each title.</summary>
    public async Task<string> StartAsync(string tenant, string stream, params string[] titles)
    {
        await using var session = Store.LightweightSession(tenant);
        session.Events.StartStream<TestStream>(stream, titles.Select(title => (object)new TestNoted(title, 1.50m)).ToArray());
        await session.SaveChangesAsync();
        return stream;
    }

    public ValueTask DisposeAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }
}
