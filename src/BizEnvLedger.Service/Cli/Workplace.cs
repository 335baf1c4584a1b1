using BizEnvLedger.Service.Embedded;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Cli;

/// <summary>The database that a command works on: the configured one, or the embedded one of a data folder, started if need be.</summary>
public sealed class Workplace : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private IDisposable? held;

    private Workplace(LedgerConnections connections) => Connections = connections;

    /// <summary>The ways into the database.</summary>
    public LedgerConnections Connections { get; }

    /// <summary>The embedded server, or null when the database is configured.</summary>
    public EmbeddedPostgres? Postgres { get; private init; }

    /// <summary>The data folder of the embedded server, or null.</summary>
    public DataFolder? Folder { get; private init; }

    /// <summary>
    /// Opens it. An <paramref name="exclusive"/> command (up, restore) refuses a data folder that another process holds;
    /// any other one then works on the server that runs.
    /// </summary>
    public static async Task<Workplace> OpenAsync(IConfiguration configuration, string? data, bool exclusive, Terminal terminal, CancellationToken ct)
    {
        if (configuration.GetConnectionString("Ledger") is { Length: > 0 } ledger)
        {
            return data is null
                ? new Workplace(LedgerConnections.From(ledger, configuration.GetConnectionString("LedgerOwner")))
                : throw new UsageError(
                    "已设置 ConnectionStrings__Ledger,不能再用 --data。",
                    "ConnectionStrings__Ledger is set, so --data has no meaning.");
        }

        var folder = DataFolder.Open(data);
        var held = folder.TryLock();
        if (held is null && !exclusive && EmbeddedPostgres.Running(folder) is { } running)
        {
            return new Workplace(running.Connections()) { Postgres = running, Folder = folder };
        }

        // A process that is just stopping lets go in a moment.
        for (var waited = TimeSpan.Zero; held is null && waited < Patience; waited += TimeSpan.FromMilliseconds(200))
        {
            await Task.Delay(200, ct);
            held = folder.TryLock();
        }

        if (held is null)
        {
            throw new LedgerRefusal(
                $"数据目录 {folder.Path} 正被另一个台账进程使用。请先停止它,或用 --data 指定别的目录。",
                $"Another ledger is using {folder.Path}. Stop it first, or name another folder with --data.");
        }

        try
        {
            var postgres = await EmbeddedPostgres.StartAsync(folder, terminal.Step, ct: ct);
            return new Workplace(postgres.Connections()) { Postgres = postgres, Folder = folder, held = held };
        }
        catch
        {
            EmbeddedPostgres.Running(folder)?.Stop();
            held.Dispose();
            throw;
        }
    }

    /// <summary>Stops the embedded server if this command started it.</summary>
    public ValueTask DisposeAsync()
    {
        if (held is not null)
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            Postgres?.Stop();
            held.Dispose();
            held = null;
        }

        return ValueTask.CompletedTask;
    }
}
