namespace BizEnvLedger.Service.Tests.Http;

public sealed class ClosingUnderLoadTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task A_round_closes_while_facts_are_still_arriving_and_freezes_one_cut()
    {
        api.On("2022-01-12");
        foreach (var half in new[] { "2021H1", "2021H2" })
            await api.OpenRoundAsync(half);
        await api.PostAsync("office", "inspections/2021H1/close", new { });
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(async w =>
        {
            var n = 0;
            while (!stop.IsCancellationRequested)
            {
                await api.AcceptedAsync("unit:finance-bureau", "tasks/20/progress", new { measure = "20.1", narrative = $"并发 {w}-{n++}", effectiveOn = "2021-12-30" });
            }

            return n;
        }).ToList();
        await Task.Delay(300, TestContext.Current.CancellationToken);
        await api.AcceptedAsync("office", "inspections/2021H2/close", new { });
        await stop.CancelAsync();
        (await Task.WhenAll(writers)).Sum().ShouldBeGreaterThan(0);
        var frozen = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(await ReportAsync());
        var size = frozen.GetProperty("treeSize").GetInt64();
        var task20 = frozen.GetProperty("tasks").EnumerateArray().Single(t => t.GetProperty("no").GetString() == "20").GetProperty("reports").GetInt32();
        var sealedBefore = (await api.GetAsync("tasks/20/events?limit=500")).GetProperty("items").EnumerateArray().Count(e => e.GetProperty("leafIndex").GetInt64() < size && e.GetProperty("type").GetString() == "progress_recorded");
        task20.ShouldBe(sealedBefore);
    }

    private async Task<byte[]> ReportAsync()
    {
        var answer = await api.SendAsync(HttpMethod.Get, "auditor", "inspections/2021H2/report.json");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
