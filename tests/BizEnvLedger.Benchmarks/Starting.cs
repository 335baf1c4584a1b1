using System.Diagnostics;
using BizEnvLedger.Service.Embedded;

namespace BizEnvLedger.Benchmarks;

/// <summary>From the start of the process to the first accepted command, on a ledger that exists; and memory.</summary>
internal static class Starting
{
    private const double MostMegabytes = 200;
    private const double MostSeconds = 3;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    /// <summary>Three starts on a running PostgreSQL, the last one together with it. The service of the last one goes on.</summary>
    public static async Task<ServiceProcess> MeasureAsync(Place place, Seed seed, Figures figures, CancellationToken ct)
    {
        var alone = new List<double>();
        var database = Stopwatch.StartNew();
        await EmbeddedPostgres.StartAsync(place.Data, ct: ct);
        database.Stop();
        for (var i = 0; i < 3; i++)
        {
            var (service, seconds) = await FirstCommandAsync(place, seed, $"start-{i}", ct);
            alone.Add(seconds);
            // Killed, it leaves its PostgreSQL to the next one.
            await service.KillAsync(ct);
        }

        place.Postgres.Stop();
        var (last, together) = await FirstCommandAsync(place, seed, "start-together", ct);
        var median = Figures.Median(alone);
        figures.Add("start to first accepted command", "启动到首条命令被接受", $"{median:0.00} s", $"<= {MostSeconds} s", median <= MostSeconds);
        figures.Note("  together with the embedded PostgreSQL", "  连同内置 PostgreSQL 的启动", $"{together:0.00} s (PostgreSQL alone {database.Elapsed.TotalSeconds:0.00} s)");
        return last;
    }

    public static async Task MemoryAsync(ServiceProcess service, Figures figures, CancellationToken ct)
    {
        var atOnce = service.Megabytes();
        await Task.Delay(Quiet, ct);
        var idle = Math.Max(atOnce, service.Megabytes());
        figures.Add("service idle, resident memory", $"服务空闲内存（启动后，及静置 {Quiet.TotalSeconds:0} 秒后，取大）", $"{idle:0} MB", $"<= {MostMegabytes} MB", idle <= MostMegabytes);
    }

    public static void MemoryAfterLoad(ServiceProcess service, Figures figures) =>
        figures.Note("  the same right after the loads", "  满载之后", $"{service.Megabytes():0} MB");

    private static async Task<(ServiceProcess Service, double Seconds)> FirstCommandAsync(Place place, Seed seed, string key, CancellationToken ct)
    {
        var service = place.Start();
        var duty = seed.Duties[8];
        while (true)
        {
            try
            {
                using var answer = await service.Api.PostAsync($"tasks/{duty.No}/progress", duty.Token, duty.Body, key, ct);
                if (answer.IsSuccessStatusCode)
                    return (service, service.Started.Elapsed.TotalSeconds);
                throw new InvalidOperationException($"The first command was answered {(int)answer.StatusCode}.");
            }
            catch (HttpRequestException) when (service.Started.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(10, ct);
            }
        }
    }
}
