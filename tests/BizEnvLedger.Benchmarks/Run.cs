using System.Diagnostics;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Benchmarks;

/// <summary>The whole run, in one folder and on one server of its own. It ends by itself and removes what it made.</summary>
internal static class Run
{
    private static readonly string[] Parts = ["start", "reads", "commands", "rebuild"];

    /// <summary>Answers 0 also when a figure is missed; 1 when it could not measure. Names of parts leave the others out.</summary>
    public static async Task<int> AllAsync(string[] words, CancellationToken ct)
    {
        if (words.Except(Parts).Any())
        {
            Console.Error.WriteLine($"用法 / usage: ledger bench [{string.Join("] [", Parts)}]");
            return 2;
        }

        var watch = Stopwatch.StartNew();
        // Absolute figures mean little on a machine that others keep busy.
        var load = File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg", ct)).Split(' ')[0] : "?";
        var figures = new Figures();
        await using var place = new Place();
        try
        {
            await MeasureAsync(place, words.Length == 0 ? Parts : words, figures, ct);
        }
        catch (LedgerRefusal e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Console.Error.WriteLine("已中止。\nStopped.");
            return 130;
        }

        figures.Print();
        Console.WriteLine($"{Environment.ProcessorCount} 核 / cores; 开始时系统负荷 / load of the machine before: {load}");
        Console.WriteLine($"用时 / took {watch.Elapsed.TotalSeconds:0} s");
        return 0;
    }

    private static async Task MeasureAsync(Place place, string[] parts, Figures figures, CancellationToken ct)
    {
        Say("建立数据库，载入计划与演示历史 / a database of its own, with the plan and the demonstration history");
        var service = await place.StartAsync(ct);
        Say($"装入到 {Seed.Events} 件事件（经 HTTP）/ filling up to {Seed.Events} events, over HTTP");
        var seed = await Seed.FillAsync(place, service, ct);
        if (parts.Contains("start"))
        {
            Say("启动与内存 / start and memory");
            await service.StopAsync(ct);
            service = await Starting.MeasureAsync(place, seed, figures, ct);
            await Starting.MemoryAsync(service, figures, ct);
        }

        if (parts.Contains("reads"))
        {
            Say("读取、重放、报告 / reads, replay, report");
            await Reads.TaskAsync(service, seed, figures, ct);
            await Reads.ReplayAsync(place, service, figures, ct);
            await Reads.ReportAsync(service, figures, ct);
        }

        if (parts.Contains("commands"))
        {
            Say("封存命令：HTTP 与 pgbench 交替 / sealed commands: HTTP and pgbench in turn");
            await Throughput.MeasureAsync(place, service, seed, figures, ct);
            Starting.MemoryAfterLoad(service, figures);
        }

        await service.StopAsync(ct);
        if (parts.Contains("rebuild"))
        {
            Say("投影重建 / rebuild of projections");
            await Rebuild.MeasureAsync(place, figures, ct);
        }
    }

    internal static void Say(string step) => Console.Error.WriteLine($"· {step}");
}
