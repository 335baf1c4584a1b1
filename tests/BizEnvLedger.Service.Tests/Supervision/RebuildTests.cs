using System.Text.Json;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Store;
using BizEnvLedger.Service.Supervision;
using BizEnvLedger.Service.Tests.Http;
using Marten;

namespace BizEnvLedger.Service.Tests.Supervision;

public sealed class RebuildTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task Every_stored_view_rebuilt_equals_the_live_one()
    {
        var ct = TestContext.Current.CancellationToken;
        api.On("2021-12-10");
        await api.AcceptedAsync("unit:finance-bureau", "tasks/20/acknowledgements", new { });
        var report = await api.AcceptedAsync("unit:finance-bureau", "tasks/20/progress", new { measure = "20.1", narrative = "平台建设中", percent = 40, effectiveOn = "2021-06-30" });
        await api.AcceptedAsync("unit:finance-bureau", "tasks/20/corrections", new { entry = report, percent = 45, reason = "更正" });
        await api.AcceptedAsync("unit:energy-bureau", "tasks/9/metrics", new { indicator = "9.2.2-i1", value = 19 });
        await api.AcceptedAsync("group-office", "tasks/9/lead", new { measure = "9.2.1", leads = new[] { "industry-bureau" }, reason = "职责", basis = "文件" });
        await api.OpenRoundAsync("2021H2");
        await WaitAsync(async () => (await api.GetAsync("trail?limit=1")).GetProperty("position").GetInt32() == (await api.GetAsync("tasks?limit=1")).GetProperty("position").GetInt32(), ct);
        var live = await DocumentsAsync(ct);
        live.Keys.Count(k => k.StartsWith("trail", StringComparison.Ordinal)).ShouldBeGreaterThan(30);
        live.Keys.ShouldContain("unit tongliao-2021-2023:2021H1:finance-bureau");
        live["card tongliao-2021-2023:20"].ShouldContain("\"corrections\":1");

        var (seen, cursor, total) = (new List<Guid>(), (string?)null, 0);
        do
        {
            var page = await api.GetAsync($"trail?limit=7{(cursor is null ? "" : "&cursor=" + cursor)}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()));
            (cursor, total) = (page.GetProperty("next").GetString(), page.GetProperty("total").GetInt32());
        }
        while (cursor is not null);
        seen.Distinct().Count().ShouldBe(total);
        (await api.GetAsync("trail?unit=finance-bureau&kind=progress_recorded")).GetProperty("total").GetInt32().ShouldBe(1);
        (await api.GetAsync("activity?unit=finance-bureau")).GetProperty("items")[0].GetProperty("reports").GetInt32().ShouldBe(1);

        await api.StopAsync();
        using var store = DocumentStore.For(options =>
        {
            options.Connection(api.Connections.Owner);
            LedgerStore.Configure(options, EventCatalogue.All);
        });
        using (var daemon = await store.BuildProjectionDaemonAsync("150500"))
            await daemon.RebuildProjectionAsync(SupervisionProjections.Name, ct);
        var rebuilt = await DocumentsAsync(ct);
        rebuilt.Keys.Order().ShouldBe(live.Keys.Order());
        foreach (var (key, json) in live)
            rebuilt[key].ShouldBe(json);
    }

    private async Task<Dictionary<string, string>> DocumentsAsync(CancellationToken ct)
    {
        using var store = DocumentStore.For(options =>
        {
            options.Connection(api.Connections.Owner);
            LedgerStore.Configure(options, EventCatalogue.All);
        });
        await using var session = store.QuerySession("150500");
        var all = new Dictionary<string, string>();
        foreach (var card in await session.Query<TaskCard>().ToListAsync(ct))
            all["card " + card.Id] = JsonSerializer.Serialize(card, LedgerJson.Options);
        foreach (var entry in await session.Query<TrailEntry>().ToListAsync(ct))
            all["trail " + entry.Id] = JsonSerializer.Serialize(entry, LedgerJson.Options);
        foreach (var unit in await session.Query<UnitHalfYear>().ToListAsync(ct))
            all["unit " + unit.Id] = JsonSerializer.Serialize(unit, LedgerJson.Options);
        return all;
    }

    private static async Task WaitAsync(Func<Task<bool>> done, CancellationToken ct)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await done())
                return;
            await Task.Delay(100, ct);
        }

        throw new TimeoutException("The stored views have not caught up within 20 seconds.");
    }
}
