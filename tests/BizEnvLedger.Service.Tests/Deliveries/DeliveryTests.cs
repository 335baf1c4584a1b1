using System.Text.Json;
using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Deliveries;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.Deliveries;

/// <summary>Over real HTTP and a real database: what concerns somebody arrives, in order, and once.</summary>
public sealed class DeliveryTests(TestServer server) : IAsyncLifetime
{
    private const string Milestone = "milestones/9.3.1-m1";
    private readonly Receiver receiver = new();

    public ValueTask InitializeAsync() => new(receiver.UpAsync());

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    [Fact]
    public async Task A_receiver_that_was_down_has_everything_in_order_and_nothing_twice_once_it_is_up_again()
    {
        await receiver.DownAsync();
        await using var api = await StartAsync(receiver.Subscription());
        for (var round = 0; round < 3; round++)
            foreach (var no in new[] { "9", "10", "11" })
                await RemindAsync(api, no, round);
        var claim = await ClaimedAsync(api);
        await api.AcceptedAsync("office", $"{Milestone}/returns", new { claim, ground = "untrue", reason = "未见标准文本" });
        await Until(async () => (await LogAsync(api)).Any(d => d.GetProperty("type").GetString() == "milestone_returned"));
        await Until(async () => (await LogAsync(api, "waiting")).Any(d => d.GetProperty("attempts").GetInt32() > 2));
        var health = await LedgerApi.JsonAsync(await api.SendAsync(HttpMethod.Get, "", "/health/ready"));
        health.GetProperty("status").GetString().ShouldBe("degraded");

        await receiver.UpAsync();

        var expected = (await LogAsync(api)).Count;
        await receiver.HasAsync(expected);
        await Until(async () => (await LogAsync(api, "waiting")).Count == 0);
        var log = await LogAsync(api);
        log.Count.ShouldBe(expected);
        receiver.Arrived.Select(a => a.Id).ShouldBe(log.Select(d => d.GetProperty("id").GetString()!), ignoreOrder: true);
        receiver.Arrived.Select(a => a.Event).ShouldBeUnique();
        receiver.BadSignatures.ShouldBeEmpty();
        var leaves = log.ToDictionary(d => d.GetProperty("id").GetString()!, d => (Stream: d.GetProperty("stream").GetString()!, Leaf: d.GetProperty("leaf").GetInt64()));
        foreach (var stream in receiver.Arrived.GroupBy(a => leaves[a.Id].Stream))
            stream.Select(a => leaves[a.Id].Leaf).ShouldBeInOrder();
        receiver.Arrived.Where(a => a.Task == "9").Select(a => a.Type).ShouldBe(
            ["task_assigned", "reminder_issued", "reminder_issued", "reminder_issued", "milestone_claimed", "claim_released", "milestone_returned"]);
        var returned = receiver.Arrived.Last(a => a.Type == "milestone_returned").Body.GetProperty("data");
        returned.GetProperty("to")[0].GetProperty("id").GetString().ShouldBe("housing-construction-bureau");
        returned.GetProperty("link").GetString().ShouldBe("https://ledger.example/api/v1/plans/tongliao-2021-2023/tasks/9");
        returned.ToString().ShouldNotContain("未见标准文本");
        (await LedgerApi.JsonAsync(await api.SendAsync(HttpMethod.Get, "", "/health/ready"))).GetProperty("status").GetString().ShouldBe("healthy");
    }

    [Fact]
    public async Task Two_nodes_at_once_send_each_once_and_in_order()
    {
        receiver.Thinks = TimeSpan.FromMilliseconds(3);
        await using var api = await StartAsync(receiver.Subscription());
        await using var other = await NodeAsync(api, receiver.Subscription());
        await Parallel.ForEachAsync(Enumerable.Range(1, 23), async (no, _) =>
        {
            for (var i = 0; i < 4; i++)
                await RemindAsync(api, $"{no}", i);
        });

        var reminders = (await api.GetAsync("reminders")).GetProperty("total").GetInt32();
        reminders.ShouldBeGreaterThan(30);
        await Until(async () => await LogAsync(api) is { } log && log.Count(d => d.GetProperty("type").GetString() == "reminder_issued") == reminders && log.All(d => d.GetProperty("state").GetString() == "delivered"));
        await other.StopAsync();
        var done = await LogAsync(api);
        receiver.Arrived.Select(a => a.Id).ShouldBe(done.Select(d => d.GetProperty("id").GetString()!), ignoreOrder: true);
        done.ShouldAllBe(d => d.GetProperty("attempts").GetInt32() == 1);
        var leaves = done.ToDictionary(d => d.GetProperty("id").GetString()!, d => d.GetProperty("leaf").GetInt64());
        foreach (var task in receiver.Arrived.GroupBy(a => a.Task))
            task.Select(a => leaves[a.Id]).ShouldBeInOrder();
    }

    [Fact]
    public async Task What_is_refused_for_good_is_set_aside_shown_and_sent_again_by_hand()
    {
        receiver.Status = 400;
        await using var api = await StartAsync(receiver.Subscription("platform", "reminder_issued"), setAside: TimeSpan.FromMilliseconds(300));
        await RemindAsync(api, "9", 0);
        await Until(async () => (await LogAsync(api, "set-aside")).Count == 1);
        var delivery = (await LogAsync(api)).Single();
        delivery.GetProperty("tries").EnumerateArray().ShouldAllBe(t => t.GetProperty("outcome").GetString() == "refused" && t.GetProperty("code").GetInt32() == 400);
        // What comes after is not held up by it.
        receiver.Status = 204;
        await RemindAsync(api, "9", 1);
        await receiver.HasAsync(1);

        var id = delivery.GetProperty("id").GetString();
        await api.RefusedAsync(403, "role-not-allowed", "auditor", $"deliveries/{id}/retry", new { });
        await api.RefusedAsync(404, "unknown-delivery", "admin", $"deliveries/{Guid.NewGuid()}/retry", new { });
        await api.AcceptedAsync("admin", $"deliveries/{id}/retry", new { });
        await receiver.HasAsync(2);
        receiver.Arrived.Last().Id.ShouldBe(id);
        await Until(async () => (await LogAsync(api, "delivered")).Count == 2);
        await api.RefusedAsync(409, "delivered-already", "office", $"deliveries/{id}/retry", new { });
    }

    [Fact]
    public async Task A_figure_that_waits_for_its_release_is_sent_to_its_unit_and_its_release_to_nobody()
    {
        await using var api = await StartAsync(receiver.Subscription("platform", "metric_reported", "figure_released"));
        api.On("2021-12-03");
        var figure = await api.AcceptedAsync("unit:energy-bureau", "tasks/9/metrics", new { indicator = "9.2.2-i1", value = 18.5, effectiveOn = "2021-12-01" });
        await receiver.HasAsync(1);
        var sent = (await LogAsync(api)).Single();
        (sent.GetProperty("type").GetString(), sent.GetProperty("event").GetGuid()).ShouldBe(("metric_reported", figure));
        var body = receiver.Arrived.Single().Body.GetRawText();
        body.ShouldContain("\"asked\":\"release-figure\"");
        body.ShouldContain("energy-bureau");
        body.ShouldContain("9.2.2-i1");
        body.ShouldNotContain("18.5");
        await api.AcceptedAsync("approver:energy-bureau", $"tasks/9/metrics/{figure}/release", new { });
        await Task.Delay(300);
        receiver.Arrived.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_paper_is_named_with_its_number_and_limit_and_linked()
    {
        await using var api = await StartAsync(receiver.Subscription("platform", "order_signed", "instruction_given", "urge_issued"));
        api.On("2021-12-03");
        var order = await api.AcceptedAsync("office", "tasks/9/orders", new { units = new[] { "energy-bureau" }, limit = "2021-12-20", text = "限期整改" });
        await api.AcceptedAsync("leader", $"tasks/9/orders/{order}/signature", new { });
        var instruction = await api.AcceptedAsync("leader", "tasks/9/instructions", new { units = new[] { "energy-bureau" }, limit = "2021-12-15", text = "抓紧办理" });
        await api.AcceptedAsync("office", "tasks/9/urges", new { units = new[] { "energy-bureau" }, text = "请尽快报送" });
        await receiver.HasAsync(3);
        var sent = receiver.Arrived.Select(a => a.Body.GetProperty("data")).ToDictionary(d => d.GetProperty("kind").GetString()!);
        sent.Keys.ShouldBe(["order", "instruction", "urge"], ignoreOrder: true);
        (sent["order"].GetProperty("due").GetString(), sent["order"].GetProperty("number").GetInt32(), sent["order"].GetProperty("paper").GetGuid()).ShouldBe(("2021-12-20", 1, order));
        sent["order"].GetProperty("zh").GetString().ShouldNotBeNull().ShouldContain("督办单第1号");
        sent["instruction"].GetProperty("zh").GetString().ShouldNotBeNull().ShouldStartWith("【批示】");
        sent["urge"].GetProperty("zh").GetString().ShouldNotBeNull().ShouldStartWith("【催办单】");
        sent["instruction"].GetProperty("link").GetString().ShouldBe($"https://ledger.example/api/v1/plans/{LedgerApi.Plan}/tasks/9/coordination?id={instruction}");
        (await api.GetAsync($"tasks/9/coordination?id={instruction}")).GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_offices_see_the_whole_log_a_unit_its_own_and_a_stranger_nothing_of_it()
    {
        await using var api = await StartAsync(receiver.Subscription("platform", "reminder_issued") with { Units = new HashSet<string> { "housing-construction-bureau" } });
        await RemindAsync(api, "9", 0);
        await RemindAsync(api, "1", 0);
        await receiver.HasAsync(1);
        await Task.Delay(300);
        receiver.Arrived.Count.ShouldBe(1);
        foreach (var (account, count) in new[] { ("office", 1), ("group-office", 1), ("auditor", 1), ("admin", 1), ("unit:housing-construction-bureau", 1), ("unit:tax-bureau", 0) })
            (await api.GetAsync("deliveries", account)).GetProperty("total").GetInt32().ShouldBe(count, account);
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "deputies-office", "deliveries"), 403, "role-not-allowed");
    }

    [Fact]
    public async Task Many_sweeps_at_once_issue_each_reminder_once()
    {
        await using var api = await StartAsync(receiver.Subscription("platform", "reminder_issued"));
        api.On("2021-12-21");
        var sweep = api.Services.GetRequiredService<BizEnvLedger.Service.Reminders.ReminderSweep>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => sweep.RunAsync("150500", LedgerApi.Plan, TestContext.Current.CancellationToken)));

        var page = await api.GetAsync("reminders?limit=500");
        var issued = page.GetProperty("items").EnumerateArray().Select(r => (r.GetProperty("milestone").GetString(), r.GetProperty("due").GetString(), r.GetProperty("kind").GetString())).ToList();
        issued.Count.ShouldBeGreaterThan(20);
        issued.Count.ShouldBe(page.GetProperty("total").GetInt32());
        issued.ShouldBeUnique();
        await receiver.HasAsync(issued.Count);
        await Until(async () => (await LogAsync(api, "waiting")).Count == 0);
        receiver.Arrived.Count.ShouldBe(issued.Count);
        (await api.GetAsync("units/housing-construction-bureau", "unit:housing-construction-bureau")).GetProperty("summary").GetProperty("returned").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_subscription_nothing_is_kept_for_anybody()
    {
        await using var api = await StartAsync();
        await RemindAsync(api, "9", 0);
        await Task.Delay(500);
        (await LogAsync(api)).ShouldBeEmpty();
        (await LedgerApi.JsonAsync(await api.SendAsync(HttpMethod.Get, "", "/health/ready"))).GetProperty("status").GetString().ShouldBe("healthy");
    }

    private static DeliverySettings Settings(TimeSpan? setAside, params Subscription[] subscriptions) => new()
    {
        Subscriptions = subscriptions,
        BaseUrl = "https://ledger.example",
        FirstRetry = TimeSpan.FromMilliseconds(100),
        LongestRetry = TimeSpan.FromMilliseconds(400),
        SetAsideAfter = setAside ?? TimeSpan.FromDays(7),
        LookEvery = TimeSpan.FromMilliseconds(50),
        StuckAfter = TimeSpan.FromMilliseconds(200),
        Timeout = TimeSpan.FromSeconds(5),
    };

    private Task<LedgerApi> StartAsync(params Subscription[] subscriptions) => StartAsync(null, subscriptions);

    private Task<LedgerApi> StartAsync(Subscription subscription, TimeSpan setAside) => StartAsync((TimeSpan?)setAside, subscription);

    private async Task<LedgerApi> StartAsync(TimeSpan? setAside, params Subscription[] subscriptions)
    {
        var api = new LedgerApi(server) { Configure = builder => builder.Services.AddSingleton(Settings(setAside, subscriptions)) };
        await api.InitializeAsync();
        return api;
    }

    /// <summary>A second service on the same database.</summary>
    private static async Task<WebApplication> NodeAsync(LedgerApi api, params Subscription[] subscriptions)
    {
        var builder = LedgerApp.CreateBuilder(api.Connections.Runtime);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Settings(null, subscriptions));
        var app = LedgerApp.Build(builder);
        app.Services.GetRequiredService<LedgerClock>().DemonstrationOffset = api.Services.GetRequiredService<LedgerClock>().DemonstrationOffset;
        await app.StartAsync();
        return app;
    }

    /// <summary>Reminds of the task's n-th dated milestone; a task that has fewer is left alone.</summary>
    private static async Task RemindAsync(LedgerApi api, string task, int nth)
    {
        var milestones = (await api.GetAsync($"milestones?task={task}&recurring=false&limit=500")).GetProperty("items").EnumerateArray()
            .Where(m => m.GetProperty("leads").GetArrayLength() > 0).Select(m => m.GetProperty("id").GetString()).ToList();
        if (nth < milestones.Count)
            await api.AcceptedAsync("office", $"milestones/{milestones[nth]}/reminders", new { });
    }

    private static async Task<Guid> ClaimedAsync(LedgerApi api)
    {
        api.On("2021-06-01");
        var claim = await api.AcceptedAsync("unit:housing-construction-bureau", $"{Milestone}/claims", new { effectiveOn = "2021-06-01", narrative = "标准已出台", evidence = new[] { LedgerApi.Sha } });
        await api.AcceptedAsync("approver:housing-construction-bureau", $"{Milestone}/claims/{claim}/release", new { });
        return claim;
    }

    private static async Task<IReadOnlyList<JsonElement>> LogAsync(LedgerApi api, string state = "") =>
        [.. (await api.GetAsync($"deliveries?limit=500{(state.Length > 0 ? "&state=" + state : "")}", "office")).GetProperty("items").EnumerateArray()];

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var waited = 0; waited < 600; waited++)
        {
            if (await holds())
                return;
            await Task.Delay(100);
        }

        (await holds()).ShouldBeTrue();
    }
}
