using System.Globalization;
using Npgsql;

namespace BizEnvLedger.Service.Store;

/// <summary>
/// One service on a database: an advisory lock of PostgreSQL, held on a session of its own for the process's life. The server lets go of it by itself
/// when the process ends, however it ends; where the machine is gone, when the connection's keep-alive finds out.
/// Commands of the owner (backup, jurisdiction) need no such lock.
/// </summary>
public sealed class ServiceLock : IAsyncDisposable
{
    // Two numbers of a space that locks by hashed names do not share.
    private const string Key = "7301945, 1";

    // The server cuts a session's name at 63 bytes.
    private const int LongestHost = 32;

    private readonly string connectionString;
    private NpgsqlConnection? session;

    private ServiceLock(string connectionString) => this.connectionString = connectionString;

    /// <summary>How long a start waits for a service that is just going: it was killed, or is being replaced.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(8);

    /// <summary>Takes it, or refuses with who holds it.</summary>
    public static async Task<ServiceLock> TakeAsync(LedgerConnections connections, TimeSpan patience, CancellationToken ct = default)
    {
        var own = new ServiceLock(Session(connections));
        try
        {
            for (var waiting = System.Diagnostics.Stopwatch.StartNew(); !await own.TryAsync(ct); await Task.Delay(200, ct))
            {
                if (waiting.Elapsed > patience)
                {
                    var (host, pid) = await own.HolderAsync(ct);
                    throw new LedgerRefusal(
                        $"此数据库上已有一个台账服务在运行:主机 {host},进程 {pid}。一个数据库同时只能有一个服务;请先停止它,或改用别的数据库。",
                        $"A ledger service is already running on this database: host {host}, process {pid}. A database has one service at a time; stop that one first, or use another database.");
                }
            }

            return own;
        }
        catch
        {
            await own.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Whether the lock is still ours. A session that was lost with its server is replaced, and the lock taken again;
    /// false where another service has come to hold it. Throws while the database is away.
    /// </summary>
    public async Task<bool> KeepAsync(CancellationToken ct)
    {
        try
        {
            if (session is not null)
            {
                await session.ScalarAsync<int>("select 1", ct);
                return true;
            }
        }
        catch (NpgsqlException)
        {
            await DisposeAsync();
        }

        return await TryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (session is not null)
        {
            await session.DisposeAsync();
            session = null;
        }
    }

    private async Task<bool> TryAsync(CancellationToken ct)
    {
        session ??= await LedgerDatabase.OpenAsync(connectionString, ct);
        return await session.ScalarAsync<bool>($"select pg_try_advisory_lock({Key})", ct);
    }

    /// <summary>By the name of its session, which everybody may see.</summary>
    private async Task<(string Host, string Pid)> HolderAsync(CancellationToken ct)
    {
        var name = await session!.ScalarAsync<string>(
            """
            select a.application_name from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid = 7301945 and l.objid = 1
              and l.database = (select oid from pg_database where datname = current_database())
            """, ct) ?? "";
        return name.Split(' ') is [_, .. var host, var pid] && host.Length > 0 ? (string.Join(' ', host), pid) : ("?", "?");
    }

    /// <summary>As the login itself, which needs no right but to connect; never pooled, and found dead within half a minute.</summary>
    private static string Session(LedgerConnections connections)
    {
        var host = Environment.MachineName is { Length: > LongestHost } name ? name[..LongestHost] : Environment.MachineName;
        return new NpgsqlConnectionStringBuilder(connections.Runtime)
        {
            Pooling = false,
            ApplicationName = string.Create(CultureInfo.InvariantCulture, $"bizenv-ledger-service {host} {Environment.ProcessId}"),
            Options = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c idle_session_timeout=0",
        }.ConnectionString;
    }
}

/// <summary>Looks after the lock while the service runs, and stops a service that lost it to another.</summary>
public sealed class ServiceLockKeeper(ServiceLock held, IHostApplicationLifetime life, ILogger<ServiceLockKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!await held.KeepAsync(stoppingToken))
                {
                    log.LogCritical("另一个台账服务已接管此数据库,本服务停止。 / Another ledger service has taken this database over; this one stops.");
                    life.StopApplication();
                    return;
                }
            }
            catch (Exception e) when (e is LedgerRefusal or NpgsqlException)
            {
                // The database is away; health says so, and the next look tries again.
            }
        }
    }
}
