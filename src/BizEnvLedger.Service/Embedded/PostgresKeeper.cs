namespace BizEnvLedger.Service.Embedded;

/// <summary>Starts the embedded server again when it dies under the running service; it recovers from its own log.</summary>
internal sealed class PostgresKeeper(EmbeddedPostgres postgres) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!postgres.IsAlive)
            {
                await Console.Error.WriteLineAsync("PostgreSQL 意外停止,正在重新启动 / PostgreSQL died, starting it again");
                await postgres.RestartAsync(stoppingToken);
            }
        }
    }
}
