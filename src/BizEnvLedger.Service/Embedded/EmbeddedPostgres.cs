using System.Diagnostics;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Embedded;

/// <summary>
/// The ledger's own PostgreSQL: loopback only, scram, no unix socket, fsync on. A server that outlived its service is adopted.
/// </summary>
public sealed class EmbeddedPostgres
{
    /// <summary>The login that owns the schema.</summary>
    public const string OwnerLogin = "ledger_owner";

    /// <summary>The login of the running service, a member of the runtime role.</summary>
    public const string ServiceLogin = "ledger_service";

    private const string DefaultDatabase = "ledger";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DataFolder folder;
    private readonly PostgresBinaries binaries;
    private readonly string cluster;
    private readonly string log;

    private EmbeddedPostgres(DataFolder folder, PostgresBinaries binaries)
    {
        this.folder = folder;
        this.binaries = binaries;
        cluster = Path.Combine(folder.ClusterHome(), "data");
        log = Path.Combine(folder.ClusterHome(), "server.log");
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; private set; }

    /// <summary>Where its database files lie.</summary>
    public string Cluster => cluster;

    /// <summary>Its version.</summary>
    public Version Version => binaries.Version;

    /// <summary>Starts the folder's PostgreSQL, creating it the first time, or adopts the one that still runs.</summary>
    public static async Task<EmbeddedPostgres> StartAsync(DataFolder folder, Action<string>? progress = null, PostgresBinaries? binaries = null, CancellationToken ct = default)
    {
        var postgres = new EmbeddedPostgres(folder, Unprivileged.Reach(binaries ?? PostgresBinaries.Find()));
        if (!File.Exists(Path.Combine(postgres.cluster, "PG_VERSION")))
        {
            progress?.Invoke($"建立数据库 PostgreSQL {postgres.Version} / creating the database");
            NewCluster.Make(folder, postgres.binaries, postgres.cluster);
        }

        NewCluster.CheckVersion(postgres.binaries, postgres.cluster);
        await postgres.RunAsync(ct);
        await postgres.EnsureLoginAsync(ct);
        await postgres.EnsureDatabaseAsync(DefaultDatabase, ct);
        return postgres;
    }

    /// <summary>The folder's PostgreSQL if it runs now, else null. Changes nothing.</summary>
    public static EmbeddedPostgres? Running(DataFolder folder, PostgresBinaries? binaries = null)
    {
        var postgres = new EmbeddedPostgres(folder, binaries ?? PostgresBinaries.Find());
        if (postgres.ReadPidFile() is not { Ready: true } file)
        {
            return null;
        }

        postgres.Port = file.Port;
        return postgres;
    }

    /// <summary>The connections to one of its databases, by default the ledger's.</summary>
    public LedgerConnections Connections(string database = DefaultDatabase) =>
        LedgerConnections.From(ConnectionString(ServiceLogin, database), ConnectionString(OwnerLogin, database));

    /// <summary>Creates a database unless it exists.</summary>
    public async Task EnsureDatabaseAsync(string database, CancellationToken ct = default)
    {
        await using var connection = await OpenAsync("postgres", ct);
        if (await connection.ScalarAsync<int>("select 1 from pg_database where datname = $1", ct, database) == 0)
        {
            await connection.RunAsync($"create database \"{database}\"", ct);
        }
    }

    /// <summary>Stops the server at once but cleanly: open transactions are rolled back.</summary>
    public void Stop()
    {
        if (ReadPidFile() is null)
        {
            return;
        }

        var stopped = PgCtl("stop", "-m", "fast", "-w", "-t", "120");
        if (stopped.ExitCode != 0 && ReadPidFile() is not null)
        {
            throw new LedgerRefusal($"PostgreSQL 未能停止:{stopped.Output}", "PostgreSQL did not stop.");
        }
    }

    /// <summary>Starts the server again after it died. Its clients know only the old port, so another one will not do.</summary>
    public async Task RestartAsync(CancellationToken ct = default)
    {
        var before = Port;
        await RunAsync(ct);
        if (Port != before)
        {
            throw new LedgerRefusal($"数据库端口 {before} 已被占用,请重新启动台账。", $"Database port {before} was taken meanwhile; start the ledger again.");
        }
    }

    /// <summary>Whether the server process lives.</summary>
    public bool IsAlive => ReadPidFile() is not null;

    private async Task RunAsync(CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        CommandResult started;
        do
        {
            // A server that is going down or still recovering keeps its file; one that is ready is adopted.
            while (ReadPidFile() is { } file && waited.Elapsed < Patience)
            {
                if (file.Ready)
                {
                    Port = file.Port;
                    return;
                }

                await Task.Delay(100, ct);
            }

            Port = LoopbackPort.Free(folder.Port);
            folder.Port = Port;
            started = PgCtl("start", "-w", "-t", "60", "-l", log, "-o", $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=240");
            if (started.ExitCode == 0)
            {
                return;
            }

            // After a crash the old children hold shared memory for a moment longer.
            await Task.Delay(500, ct);
        }
        while (waited.Elapsed < Patience);

        throw new LedgerRefusal(
            $"PostgreSQL 未能启动,详见 {log}:{started.Output}",
            $"PostgreSQL did not start; see {log}.");
    }

    private async Task EnsureLoginAsync(CancellationToken ct)
    {
        await using var connection = await OpenAsync("postgres", ct);
        await LedgerRoles.CreateAsync(connection, ct);
        if (await connection.ScalarAsync<int>("select 1 from pg_roles where rolname = $1", ct, ServiceLogin) == 0)
        {
            // A drawn password is hexadecimal, so it needs no quoting.
            await connection.RunAsync($"create role {ServiceLogin} login password '{folder.Password(ServiceLogin)}' in role {LedgerRoles.Runtime}", ct);
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(string database, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(ConnectionString(OwnerLogin, database) + ";Pooling=false");
        await connection.OpenAsync(ct);
        return connection;
    }

    private string ConnectionString(string login, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = login,
        Password = folder.Password(login),
        Database = database,
    }.ConnectionString;

    private CommandResult PgCtl(string action, params string[] arguments) =>
        Commands.Run(binaries.Program("pg_ctl"), [action, "-D", cluster, .. arguments], Unprivileged.User);

    private PidFile? ReadPidFile() => PidFile.Read(cluster);
}
