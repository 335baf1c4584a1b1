using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Reminders;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Deliveries;

/// <summary>Keeps the ledger walked and the post sent, while the service runs; one subscription never waits for another.</summary>
public sealed class DeliveryWorker(
    NpgsqlDataSource database, LedgerWalk walk, Postman postman, ReminderSweep sweep, DeliverySettings settings, IHostApplicationLifetime life, ILogger<DeliveryWorker> log) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    /// <summary>Before the first request is served: whatever is recorded from then on is met.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await walk.BeginAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var heard = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var ensured = false;
        await Task.WhenAll(settings.Subscriptions.Select(s => KeepOnAsync(() => postman.SendDueAsync(s, stoppingToken), stoppingToken)).Append(KeepOnAsync(async () =>
        {
            if (!ensured)
                await EnsureSweepsAsync(stoppingToken);
            ensured = true;
            await walk.GoOnAsync(stoppingToken);
        }, stoppingToken)));
    }

    private async Task EnsureSweepsAsync(CancellationToken ct)
    {
        IReadOnlyList<Jurisdiction> all;
        await using (var connection = await database.OpenConnectionAsync(ct))
            all = await Jurisdictions.AllAsync(connection, ct);
        foreach (var jurisdiction in all)
            await sweep.EnsureAsync(jurisdiction.Id, ct);
    }

    private async Task KeepOnAsync(Func<Task> work, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
            try
            {
                await work();
                await Task.Delay(settings.LookEvery, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // A database that is away, or a fault of ours: said, and tried again; nothing was marked as done.
                log.LogError(e, "Delivery is held up");
                await Task.Delay(AfterTrouble, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }
}

/// <summary>What delivery needs.</summary>
[Services]
public static class DeliverySlice
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(DeliverySettings.From(configuration));
        services.AddSingleton<Channels>();
        services.AddSingleton<LedgerWalk>();
        services.AddSingleton<Postman>();
        services.AddHostedService<DeliveryWorker>();
    }
}
