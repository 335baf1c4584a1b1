using System.Diagnostics;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Benchmarks;

/// <summary>Reads over HTTP on the filled ledger.</summary>
internal static class Reads
{
    private static readonly string[] Days = ["2021-12-31", "2022-06-30", "2022-12-31", "2023-03-31", "2023-06-30"];

    /// <summary>Eight readers of one task, each ten times a second at most, while others write as often.</summary>
    public static async Task TaskAsync(ServiceProcess service, Seed seed, Figures figures, CancellationToken ct)
    {
        var request = Load.Request("GET", "tasks/9", seed.Office);
        var size = (await service.Api.GetAsync("tasks/9", seed.Office, ct)).Length;
        await Load.RunAsync(service.Port, 2, TimeSpan.FromSeconds(3), (_, _) => request, TimeSpan.FromMilliseconds(5), ct);
        var pause = TimeSpan.FromMilliseconds(100);
        var readers = Load.RunAsync(service.Port, 8, TimeSpan.FromSeconds(8), (_, _) => request, pause, ct);
        var writer = Load.RunAsync(service.Port, 1, TimeSpan.FromSeconds(8), (_, i) => seed.Duties[i % seed.Duties.Count].Request($"beside-reads-{i}"), pause, ct);
        var (read, written) = (await readers, await writer);
        var p99 = Figures.Percentile(read.Milliseconds, 0.99);
        figures.Add("task read, p99", $"任务读取 p99（{read.PerSecond:0} 次/秒，同时每秒写 {written.PerSecond:0} 条）", $"{p99:0.0} ms", "<= 20 ms", p99 <= 20 && read.Refused + written.Refused == 0);
        figures.Note("  p50, size of the answer", "  中位数，应答大小", $"{Figures.Median(read.Milliseconds):0.0} ms, {size / 1024} KB");
    }

    public static async Task ReplayAsync(Place place, ServiceProcess service, Figures figures, CancellationToken ct)
    {
        var token = await service.Api.TokenAsync("auditor", ct);
        await service.Api.GetAsync("tasks", token, ct);
        var days = new List<double>();
        foreach (var day in Days)
            days.Add(await TimeAsync(day));
        var full = new List<double>();
        var moments = await MomentsAsync(place, ct);
        foreach (var (moment, _) in moments)
            full.Add(await TimeAsync(moment));
        var median = Figures.Median(full);
        figures.Add($"replay of the whole plan, {moments[0].Events} events", "整个计划重放到过去某时刻（此前未问过，7 个时刻的中位数）", $"{median:0} ms", "<= 300 ms", median <= 300);
        figures.Note("  slowest of them; past days of the history, median", "  其中最慢；演示历史中各日的中位数", $"{full.Max():0} ms; {Figures.Median(days):0} ms");
        figures.Note("  apart: an empty service reads all leaves", "  另计：空服务从数据库读入全部叶", $"{await ColdAsync(place, ct):0} ms");

        async Task<double> TimeAsync(string recordedBy)
        {
            var watch = Stopwatch.StartNew();
            await service.Api.GetAsync($"tasks?recordedBy={recordedBy}", token, ct);
            return watch.Elapsed.TotalMilliseconds;
        }
    }

    public static async Task ReportAsync(ServiceProcess service, Figures figures, CancellationToken ct)
    {
        var token = await service.Api.TokenAsync("office", ct);
        var rounds = (await service.Api.JsonAsync("inspections", token, ct)).GetProperty("items").EnumerateArray()
            .Where(r => r.GetProperty("state").GetString() == "closed").Select(r => r.GetProperty("halfYear").GetString()!).ToList();
        var times = new List<double>();
        foreach (var round in rounds)
        {
            var watch = Stopwatch.StartNew();
            await service.Api.GetAsync($"inspections/{round}/report.docx", token, ct);
            times.Add(watch.Elapsed.TotalSeconds);
        }

        figures.Add("report.docx of a closed round, the first ever asked for", "已关闭轮次的 report.docx（首次）", $"{times[0]:0.00} s", "<= 1 s", times[0] <= 1);
        figures.Note("  of the other rounds, median", "  其余轮次的中位数", $"{Figures.Median(times.Skip(1)):0.00} s");
    }

    /// <summary>Moments shortly before the ledger's size of measurement, each another position.</summary>
    private static async Task<IReadOnlyList<(string Moment, long Events)>> MomentsAsync(Place place, CancellationToken ct)
    {
        await using var owner = await place.OwnerAsync(ct);
        return await owner.ListAsync(
            """
            select to_char(e.timestamp at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), l.leaf_index + 1
            from ledger.seal_leaf l join ledger.mt_events e on e.tenant_id = l.tenant_id and e.id = l.event_id
            where l.leaf_index in (select $1 - 10 * n from generate_series(0, 6) n) order by l.leaf_index desc
            """, row => (row.GetString(0), row.GetInt64(1)), ct, Seed.Events - 1);
    }

    private static async Task<double> ColdAsync(Place place, CancellationToken ct)
    {
        await using var database = NpgsqlDataSource.Create(place.Postgres.Connections().Runtime);
        var times = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            await new LedgerBook(database).OpenAsync(Jurisdictions.Tongliao.Id, ct);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Min();
    }
}
