using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Service.Embedded;
using BizEnvLedger.Service.Tests.Deliveries;

namespace BizEnvLedger.Service.Tests.Cli;

/// <summary>A real service is killed with -9 in the middle of a day's reminders, and comes back.</summary>
public sealed class RemindersOverKillTests : IAsyncLifetime
{
    private const int Tasks = 200;
    private readonly string path = Path.Combine(Path.GetTempPath(), $"bizenv 提醒 {Guid.NewGuid():N}");
    private readonly int port = LedgerProcess.FreePort();
    private readonly Receiver receiver = new();

    [Fact]
    public async Task Each_reminder_is_issued_once_and_each_delivery_arrives()
    {
        using (var first = await UpAsync())
        {
            await IssueAsync();
            // On its first day nothing is swept: the day after waits in the database.
            (await RemindersAsync()).ShouldBeEmpty();
            await first.StopAsync();
        }

        using (var second = await UpAsync())
        {
            // The message that waited for tomorrow still waits; today's is not made up beside it.
            await Task.Delay(TimeSpan.FromSeconds(7));
            (await RemindersAsync()).ShouldBeEmpty();
            await DueNowAsync();
            await receiver.HasAsync(40);
            await second.KillAsync();
        }

        var before = receiver.Arrived.Count;
        before.ShouldBeLessThan(Tasks);
        using var third = await UpAsync();
        await receiver.HasAsync(Tasks);
        await Until(async () => (await DeliveriesAsync("waiting")).Count == 0 && (await RemindersAsync()).Count == Tasks);

        var reminders = await RemindersAsync();
        reminders.Select(r => r.GetProperty("milestone").GetString()).ShouldBeUnique();
        reminders.ShouldAllBe(r => r.GetProperty("kind").GetString() == "before-10");
        var delivered = await DeliveriesAsync("delivered");
        delivered.Select(d => d.GetProperty("event").GetGuid()).ShouldBe(reminders.Select(r => r.GetProperty("event").GetGuid()), ignoreOrder: true);
        var ids = receiver.Arrived.Select(a => a.Id).ToList();
        ids.Distinct().ShouldBe(delivered.Select(d => d.GetProperty("id").GetString()!), ignoreOrder: true);
        // What was in the air at the kill (a lane each) may come again under the same id; nothing else does.
        (ids.Count - ids.Distinct().Count()).ShouldBeLessThanOrEqualTo(4);
        receiver.BadSignatures.ShouldBeEmpty();
        await third.StopAsync();
    }

    public ValueTask InitializeAsync() => new(receiver.UpAsync());

    public async ValueTask DisposeAsync()
    {
        await receiver.DisposeAsync();
        EmbeddedPostgres.Running(DataFolder.Open(path))?.Stop();
        Directory.Delete(path, recursive: true);
    }

    private Task<LedgerProcess> UpAsync() => LedgerProcess.UpAsync(port, path, new Dictionary<string, string>
    {
        ["Delivery__LookEvery"] = "00:00:00.050",
        ["Delivery__Subscriptions__0__Id"] = "platform",
        ["Delivery__Subscriptions__0__Kind"] = "webhook",
        ["Delivery__Subscriptions__0__Jurisdiction"] = "150500",
        ["Delivery__Subscriptions__0__Url"] = receiver.Url.ToString(),
        ["Delivery__Subscriptions__0__Secret"] = Receiver.Secret,
        ["Delivery__Subscriptions__0__Events__0"] = "reminder_issued",
    }, "--empty");

    /// <summary>The scheduled message's time comes, as it would tomorrow.</summary>
    private async Task DueNowAsync()
    {
        await using var connection = new Npgsql.NpgsqlConnection(EmbeddedPostgres.Running(DataFolder.Open(path))!.Connections().Owner);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "update ledger_messages.wolverine_incoming_envelopes set execution_time = now() where status = 'Scheduled'";
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }

    /// <summary>So many tasks, each with one milestone that is due in ten days by the ledger's own calendar.</summary>
    private async Task IssueAsync()
    {
        var today = DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).Date);
        var plan = new PlanDocument
        {
            Format = PlanDocument.FormatName, Id = "many", Title = "多任务计划", DocumentNumber = "试〔2026〕1号", Issuer = "city", IssuedOn = today,
            Period = new(new(today.Year, 1, 1), new(today.Year + 1, 12, 31)), Calendar = "china",
            Units = [new() { Id = "city", Name = "市政府", Kind = UnitKind.Government }, new() { Id = "energy", Name = "能源局", Kind = UnitKind.Department }],
            Areas = [new("a1", "用能", "一")],
            Tasks =
            [
                .. Enumerable.Range(1, Tasks).Select(n => new TaskDefinition
                {
                    Number = n, Area = "a1", Title = $"任务{n}", Clause = $"一{n}", Leads = ["energy"],
                    Measures = [new() { Id = $"{n}.1", Title = "措施", Clause = $"一{n}（1）", Milestones = [new() { Id = $"{n}.1-m1", Statement = "完成", Due = today.AddDays(10), DueText = "十日内" }] }],
                }),
            ],
        };
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(plan, PlanJson.Options)));
        content.Headers.ContentType = new("application/json");
        using var http = await ClientAsync("group-office");
        var answer = await http.PostAsync("/api/v1/plans", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    private Task<IReadOnlyList<JsonElement>> RemindersAsync() => ItemsAsync("reminders?limit=500");

    private Task<IReadOnlyList<JsonElement>> DeliveriesAsync(string state) => ItemsAsync($"deliveries?limit=500&state={state}");

    private async Task<IReadOnlyList<JsonElement>> ItemsAsync(string what)
    {
        using var http = await ClientAsync("office");
        return [.. (await http.GetFromJsonAsync<JsonElement>($"/api/v1/plans/many/{what}")).GetProperty("items").EnumerateArray()];
    }

    private async Task<HttpClient> ClientAsync(string account)
    {
        var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        var token = await (await http.PostAsJsonAsync("/api/v1/demo/tokens", new { account })).Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("accessToken").GetString());
        return http;
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var waited = 0; waited < 300 && !await holds(); waited++)
            await Task.Delay(200);
        (await holds()).ShouldBeTrue();
    }
}
