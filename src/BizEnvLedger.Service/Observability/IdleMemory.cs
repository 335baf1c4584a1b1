using BizEnvLedger.Service.Http;

namespace BizEnvLedger.Service.Observability;

/// <summary>
/// Gives memory back when it is not needed: what starting left behind, and, in the first quiet moment after it, what a load left.
/// The collector alone would keep it, for it collects only while something is allocated.
/// </summary>
public sealed class IdleMemory(IHostApplicationLifetime life, TimeProvider time) : BackgroundService
{
    private const long Quiet = 8 * 1024 * 1024;
    private const long Worthwhile = 48 * 1024 * 1024;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var heard = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        GiveBack();
        var (last, given) = (Allocated(), Allocated());
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = Allocated();
            if (now - last < Quiet && now - given > Worthwhile)
            {
                GiveBack();
                given = Allocated();
            }

            last = now;
        }
    }

    private static long Allocated() => GC.GetTotalAllocatedBytes();

    private static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}

/// <summary>Registers it.</summary>
[Services]
public static class IdleMemoryServices
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddHostedService<IdleMemory>();
}
