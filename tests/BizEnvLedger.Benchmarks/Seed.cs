using System.Text.Json;

namespace BizEnvLedger.Benchmarks;

/// <summary>One measure of a task, with the token of a unit that leads it.</summary>
internal sealed record Duty(string No, string Measure, string Token)
{
    /// <summary>进展 with a text.</summary>
    public string Body => JsonSerializer.Serialize(new { measure = Measure, narrative = "本期工作按计划推进，已完成系统联调，正在开展试运行。", percent = 40 });

    public byte[] Request(string key) => Load.Request("POST", $"tasks/{No}/progress", Token, key, Body);
}

/// <summary>What the loads work with: a duty of each of the plan's tasks, and the tokens of those who ask.</summary>
internal sealed record Seed(IReadOnlyList<Duty> Duties, string Office)
{
    /// <summary>The size of the ledger on which everything is measured.</summary>
    public const int Events = 10_000;

    public static async Task<Seed> FillAsync(Place place, ServiceProcess service, CancellationToken ct)
    {
        var office = await service.Api.TokenAsync("office", ct);
        var duties = new List<Duty>();
        foreach (var row in (await service.Api.JsonAsync("tasks", office, ct)).GetProperty("items").EnumerateArray())
        {
            var no = row.GetProperty("no").GetString()!;
            var measure = (await service.Api.JsonAsync($"tasks/{no}", office, ct)).GetProperty("measures")[0];
            var lead = measure.GetProperty("leads")[0].GetProperty("id").GetString()!;
            duties.Add(new(no, measure.GetProperty("id").GetString()!, await service.Api.TokenAsync($"unit:{lead}", ct)));
        }

        var missing = Events - await place.CountAsync("select count(*) from ledger.mt_events", ct);
        var sent = 0L;
        var filled = await Load.RunAsync(service.Port, 16, TimeSpan.FromMinutes(1),
            (connection, i) => Interlocked.Increment(ref sent) > missing ? null : duties[Random.Shared.Next(duties.Count)].Request($"seed-{connection}-{i}"), TimeSpan.Zero, ct);
        Run.Say($"{filled.Accepted} 件 / events, {filled.PerSecond:0}/s");
        return filled.Refused == 0 ? new(duties, office) : throw new InvalidOperationException($"{filled.Refused} commands were refused: {filled.FirstRefusal}");
    }
}
