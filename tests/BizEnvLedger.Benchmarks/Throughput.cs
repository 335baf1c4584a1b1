using System.Globalization;
using System.Text.Json;

namespace BizEnvLedger.Benchmarks;

/// <summary>Sealed commands over HTTP beside pgbench running the very statements that the service was logged sending for one.</summary>
internal static class Throughput
{
    private const int Connections = 16;
    private const int Pairs = 4;
    private const int Seconds = 3;
    private const double Least = 0.5;
    private const double Aim = 0.8;

    public static async Task MeasureAsync(Place place, ServiceProcess service, Seed seed, Figures figures, CancellationToken ct)
    {
        var scripts = await ScriptsAsync(place, service, seed, figures, ct);
        var pgbench = Pgbench.Find() is { } program ? new Pgbench(program, place.Folder, place.Postgres.Connections().Runtime) : null;
        await HttpAsync("warm", 3);
        var (http, statements, alone, loads) = (new List<double>(), new List<double>(), new List<double>(), new List<LoadResult>());
        var worked = TimeSpan.Zero;
        for (var pair = 0; pair < Pairs; pair++)
        {
            if (pgbench is not null)
            {
                // The service projects pgbench's events as it does those of its own commands.
                statements.Add(await pgbench.RunAsync(scripts, Seconds, ct));
                await CaughtUpAsync(service, seed, ct);
                service.Pause();
                alone.Add(await pgbench.RunAsync(scripts, Seconds, ct));
                service.GoOn();
            }

            // What pgbench wrote is read and projected before the next round, so that no round pays for another.
            await CaughtUpAsync(service, seed, ct);
            var before = service.Worked();
            loads.Add(await HttpAsync($"pair-{pair}", Seconds));
            worked += service.Worked() - before;
            http.Add(loads[^1].PerSecond);
            await CaughtUpAsync(service, seed, ct);
        }

        Report(figures, http, statements, loads);
        if (alone.Count > 0)
            figures.Note("  ratio to pgbench with the service at rest, no projections", "  与服务静止（无投影）时的 pgbench 之比", $"{Figures.Median(http.Zip(alone, (h, a) => h / a)):0.00} ({Figures.Median(alone):0}/s)");
        var accepted = loads.Sum(l => l.Accepted);
        figures.Note("  processor time of the service for a command", "  服务每条命令的处理器时间", $"{worked.TotalMilliseconds / accepted:0.00} ms");
        var kept = await place.CountAsync(
            """
            select count(*) from ledger.idempotency i cross join unnest(i.event_ids) made
            join ledger.mt_events e on e.tenant_id = i.tenant_id and e.id = made join ledger.seal_leaf l on l.tenant_id = i.tenant_id and l.event_id = made
            where i.key like 'pair-%'
            """, ct);
        var refused = loads.Sum(l => l.Refused);
        figures.Add("refused; lost of the accepted", "被拒；已接受而丢失", $"{refused}; {accepted - kept} of {accepted}", "0; 0", refused == 0 && kept == accepted);

        async Task<LoadResult> HttpAsync(string name, int seconds) =>
            await Load.RunAsync(service.Port, Connections, TimeSpan.FromSeconds(seconds), (connection, i) => seed.Duties[Random.Shared.Next(seed.Duties.Count)].Request($"{name}-{connection}-{i}"), TimeSpan.Zero, ct);
    }

    private static void Report(Figures figures, List<double> http, List<double> statements, List<LoadResult> loads)
    {
        var p99 = Figures.Percentile(loads.SelectMany(l => l.Milliseconds), 0.99);
        if (statements.Count == 0)
        {
            figures.Add("sealed commands over HTTP / pgbench", "封存命令（HTTP）与 pgbench 之比", "no pgbench", $">= {Least}", false);
            figures.Note($"  {Pgbench.HowToInstall}", "  缺少 pgbench，请安装", "");
        }
        else
        {
            var ratios = http.Zip(statements, (h, s) => h / s).ToList();
            var ratio = Figures.Median(ratios);
            figures.Add($"sealed commands over HTTP / pgbench, {Connections} connections", "封存命令（HTTP）与 pgbench 之比（逐对比值的中位数）", $"{ratio:0.00}", $">= {Least} (aim {Aim})", ratio >= Least);
            figures.Note("  of each pair", "  各对", string.Join(" ", ratios.Select(r => r.ToString("0.00", CultureInfo.InvariantCulture))));
        }

        figures.Note("  commands/s; pgbench transactions/s (medians)", "  命令/秒；pgbench 事务/秒（中位数）", $"{Figures.Median(http):0}; {(statements.Count == 0 ? 0 : Figures.Median(statements)):0}");
        figures.Add("sealed command, p99", "封存命令 p99", $"{p99:0} ms", "<= 100 ms", p99 <= 100);
        figures.Note("  p50", "  中位数", $"{Figures.Median(loads.SelectMany(l => l.Milliseconds)):0.0} ms");
    }

    /// <summary>One script for each task, from a command on it that was sent twice over first, so that nothing is cold.</summary>
    private static async Task<IReadOnlyList<string>> ScriptsAsync(Place place, ServiceProcess service, Seed seed, Figures figures, CancellationToken ct)
    {
        var ids = new Dictionary<string, string>();
        var log = await StatementLog.DuringAsync(place, async () =>
        {
            foreach (var duty in seed.Duties)
            {
                using var answer = await service.Api.PostAsync($"tasks/{duty.No}/progress", duty.Token, duty.Body, Key(duty), ct);
                ids[duty.No] = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync(ct)).GetProperty("eventIds")[0].GetString()!;
            }

            await Task.Delay(1500, ct);
        }, ct);
        var commands = seed.Duties.Select(d => (Duty: d, Statements: Command(log, Key(d), ids[d.No]))).ToList();
        var typical = commands.GroupBy(c => string.Join('\n', c.Statements.Select(s => s.Sql))).MaxBy(g => g.Count())!.ToList();
        figures.Note("statements of a command; of projections, for each command apart", "每条命令的语句数；投影另计", $"{typical[0].Statements.Count}; {(double)(log.Count - commands.Sum(c => c.Statements.Count)) / commands.Count:0.0}");
        return [.. typical.Select(c => PgbenchScript.Of(c.Statements, ids[c.Duty.No], Key(c.Duty)))];

        static string Key(Duty duty) => $"logged-{duty.No}-{duty.Measure}";
    }

    /// <summary>From the session's first statement of the command to its last: what stands between the transaction's begin and the receipt.</summary>
    private static List<LoggedStatement> Command(IReadOnlyList<LoggedStatement> log, string key, string eventId)
    {
        var session = log.First(s => s.Parameters.Contains(key)).Session;
        var own = log.Where(s => s.Session == session).ToList();
        var last = own.FindLastIndex(s => s.Parameters.Any(p => p?.Contains(eventId, StringComparison.Ordinal) == true) && !s.Sql.Contains("mt_doc_", StringComparison.Ordinal));
        var begin = own.FindIndex(s => s.Parameters.Contains(key));
        while (begin > 0 && !own[begin].Sql.StartsWith("BEGIN", StringComparison.OrdinalIgnoreCase))
            begin--;
        return own[begin..(last + 1)];
    }

    private static async Task CaughtUpAsync(ServiceProcess service, Seed seed, CancellationToken ct)
    {
        for (var i = 0; i < 200; i++)
        {
            var ledger = (await service.Api.JsonAsync("tasks?limit=1", seed.Office, ct)).GetProperty("position").GetInt32();
            if ((await service.Api.JsonAsync("trail?limit=1", seed.Office, ct)).GetProperty("position").GetInt32() >= ledger)
                return;
            await Task.Delay(100, ct);
        }

        throw new TimeoutException("The projections did not catch up within 20 seconds.");
    }
}
