using System.Net;
using System.Text.Json;

namespace BizEnvLedger.Service.Tests.Http;

/// <summary>Readings are on record, once a day, and cannot be used to fill the ledger.</summary>
public sealed class ReadingsTests(LedgerApi api) : ProtectedReads(api), IClassFixture<LedgerApi>
{
    [Fact]
    public async Task A_reading_is_recorded_once_a_day_however_often_it_is_asked_for_and_changes_nothing_else()
    {
        var file = await NamedUnitAsync();
        var before = (await ReadingsAsync()).Count;

        // Two hundred at once: all are answered, and one is recorded.
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Api.SendAsync(HttpMethod.Get, "office", "units/energy-bureau")));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
        (await ReadingsAsync()).Count.ShouldBe(before + 1);
        var read = (await ReadingsAsync())[^1];
        read.GetProperty("type").GetString().ShouldBe("protected_read");
        read.GetProperty("user").GetString().ShouldBe("office");
        read.GetProperty("data").GetProperty("right").GetString().ShouldBe("SeeNames");
        read.GetProperty("data").GetProperty("part").GetString().ShouldBe("energy-bureau");

        // Whatever is asked as of any time is the same thing; another person's reading is another; one who sees no name reads nothing protected.
        await MayAsync(["office"], "units/energy-bureau?effectiveOn=2021-05-01", "units/energy-bureau?recordedBy=2021-12-31T00:00:00Z");
        (await ReadingsAsync()).Count.ShouldBe(before + 1);
        await MayAsync(["office/second", "auditor", "admin", "unit:finance-bureau"], "units/energy-bureau");
        (await ReadingsAsync()).Count.ShouldBe(before + 3);

        // A file just so: read again it is no second event; on the next day it is.
        for (var i = 0; i < 5; i++)
            await MayAsync(["auditor"], $"/api/v1/evidence/{file}");
        (await ReadingsAsync()).Count.ShouldBe(before + 4);
        Api.On("2021-11-03");
        await MayAsync(["auditor"], $"/api/v1/evidence/{file}", "units/energy-bureau");
        (await ReadingsAsync()).Count.ShouldBe(before + 6);
        (await Api.GetAsync("units/energy-bureau")).GetProperty("position").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_person_can_add_no_more_events_in_a_day_than_there_are_things_to_read()
    {
        await NamedUnitAsync();
        // A day of its own, after every other: else the reading may be on record already, or the name not known yet.
        Api.On("2021-11-20");
        var before = await PositionAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Api.SendAsync(HttpMethod.Get, "leader", $"units/energy-bureau?effectiveOn=2021-05-{1 + i % 28:00}&recordedBy=2021-11-{20 + i / 28:00}")));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
        (await PositionAsync() - before).ShouldBe(1);
    }

    [Fact]
    public async Task An_unsigned_order_is_hidden_from_whom_it_names()
    {
        Api.On("2021-11-10");
        var order = await Api.AcceptedAsync("office", "tasks/9/orders", new { units = new[] { "energy-bureau" }, limit = "2021-12-01", text = "限期推进" });
        foreach (var path in new[] { "tasks/9/coordination", "coordination", "tasks/9/events?limit=500" })
        {
            Has(await Api.GetAsync(path, "unit:energy-bureau"), order).ShouldBeFalse(path);
            Has(await Api.GetAsync(path, "leader"), order).ShouldBeTrue(path);
        }

        // The trail follows within a second or so.
        for (var i = 0; i < 100 && !Has(await Api.GetAsync("trail?kind=order_drafted"), order); i++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Has(await Api.GetAsync("trail?kind=order_drafted"), order).ShouldBeTrue();
        Has(await Api.GetAsync("trail?kind=order_drafted", "unit:energy-bureau"), order).ShouldBeFalse();
        (await Api.GetAsync("trail", "unit:energy-bureau")).GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
        (await ReadingsAsync()).Count(r => r.GetProperty("user").GetString() == "leader" && r.GetProperty("data").GetRawText().Contains("ReadOrderDrafts", StringComparison.Ordinal)).ShouldBe(1);
        await Api.AcceptedAsync("leader", $"tasks/9/orders/{order}/signature", new { });
        Has(await Api.GetAsync("tasks/9/coordination", "unit:energy-bureau"), order).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/api/v1/readings", "auditor")]
    [InlineData("/api/v1/administration", "auditor admin group-office leader")]
    public async Task Who_watches_is_a_row_too(string path, string allowed)
    {
        foreach (var account in Judging.Append("unit:energy-bureau").Append("deputies-office").Append("admin"))
            if (allowed.Split(' ').Contains(account))
                await MayAsync([account], path);
            else
                await MayNotAsync([account], path);
    }

    /// <summary>A unit whose first responsible person is named, and a file; answers the file's hash.</summary>
    private async Task<string> NamedUnitAsync()
    {
        Api.On("2021-11-02");
        if ((await Api.GetAsync("units/energy-bureau", "group-office")).GetProperty("history").GetProperty("firstResponsible").GetArrayLength() == 0)
            await Api.AcceptedAsync("group-office", "units/energy-bureau/first-responsible", new { name = "某某", post = "局长", effectiveOn = "2021-05-01" });
        return LedgerApi.Sha;
    }
}
