using Npgsql;

namespace BizEnvLedger.Service.Audit;

/// <summary>Signs a checkpoint over whatever is new, once a second: a receipt can be fetched within two seconds of its write.</summary>
public sealed class CheckpointClock(LedgerLogs logs, ILogger<CheckpointClock> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        var told = new HashSet<string>();
        do
        {
            try
            {
                foreach (var one in await logs.AllAsync(stoppingToken))
                {
                    await one.SignAsync(stoppingToken);
                    if (one.Fault is { } fault && told.Add(fault))
                        log.LogCritical("{Fault}", fault);
                }
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
            {
                // Database or disk away: it is tried again in a second, and health tells.
                if (told.Add(e.Message))
                    log.LogWarning(e, "No checkpoint could be signed; it is tried again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
