using BizEnvLedger.Service.Embedded;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Benchmarks;

/// <summary>A temporary folder with a PostgreSQL of its own and the services that ran on it.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly List<ServiceProcess> services = [];

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"bizenv-bench-{Guid.NewGuid():N}");

    public DataFolder Data => DataFolder.Open(Folder);

    public EmbeddedPostgres Postgres => EmbeddedPostgres.Running(Data) ?? throw new InvalidOperationException("The bench's PostgreSQL does not run.");

    /// <summary>The built service as a process of its own on this folder.</summary>
    public async Task<ServiceProcess> StartAsync(CancellationToken ct)
    {
        var service = Start();
        await service.ReadyAsync(ct);
        return service;
    }

    /// <summary>The same, not waited for.</summary>
    public ServiceProcess Start()
    {
        var service = ServiceProcess.Start(Folder);
        services.Add(service);
        return service;
    }

    public async Task<NpgsqlConnection> OwnerAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(Postgres.Connections().Owner + ";Pooling=false");
        await connection.OpenAsync(ct);
        return connection;
    }

    public async Task<long> CountAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var owner = await OwnerAsync(ct);
        return await owner.ScalarAsync<long>(sql, ct, values);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var service in services)
            service.Dispose();
        NpgsqlConnection.ClearAllPools();
        if (Directory.Exists(Folder))
        {
            EmbeddedPostgres.Running(Data)?.Stop();
            var home = Data.ClusterHome();
            Directory.Delete(Folder, recursive: true);
            if (Directory.Exists(home))
                Directory.Delete(home, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
