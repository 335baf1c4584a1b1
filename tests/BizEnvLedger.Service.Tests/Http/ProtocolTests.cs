using System.Net;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Http;

public sealed class ProtocolTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    private const string Progress = "tasks/10/progress";

    private static object Body(string narrative) => new { measure = "10.1", narrative };

    [Fact]
    public async Task The_same_key_and_content_gets_the_first_answer_for_ever()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var first = await (await api.PostAsync("unit:telecom-construction-office", Progress, Body("一"), key)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var repeats = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => await (await api.PostAsync("unit:telecom-construction-office", Progress, Body("一"), key, ("If-Match", "\"1\""))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        repeats.ShouldAllBe(r => r == first);
        await api.RefusedAsync(422, "idempotency-key-reused", "unit:telecom-construction-office", Progress, Body("二"), key);
        await api.RefusedAsync(422, "idempotency-key-reused", "unit:telecom-construction-office", Progress, "{", key);
        // The key belongs to its sub: another person's same key is another key.
        await api.AcceptedAsync("unit:telecom-construction-office/second", Progress, Body("二"), key);
    }

    [Fact]
    public async Task Twelve_simultaneous_first_requests_with_one_key_make_one_event()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => api.AcceptedAsync("unit:unicom-tongliao", Progress, Body("同时"), key)));
        ids.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        await api.RefusedAsync(403, "not-your-measure", "unit:tax-bureau", Progress, Body("x"), key);
        await api.RefusedAsync(403, "not-your-measure", "unit:tax-bureau", Progress, Body("x"), key);
    }

    [Fact]
    public async Task A_stale_version_is_412_and_the_present_one_is_taken()
    {
        var task = await api.SendAsync(HttpMethod.Get, "auditor", "tasks/11");
        var etag = task.Headers.ETag!.Tag;
        await api.AcceptedAsync("unit:pboc-tongliao", "tasks/11/progress", new { measure = "11.1", narrative = "一" }, ("If-Match", etag));
        await api.RefusedAsync(412, "stale-version", "unit:pboc-tongliao", "tasks/11/progress", new { measure = "11.1", narrative = "二" }, ("If-Match", etag));
        await api.RefusedAsync(400, "malformed-if-match", "unit:pboc-tongliao", "tasks/11/progress", new { measure = "11.1", narrative = "二" }, ("If-Match", "W/\"x\""));
        await api.RefusedAsync(400, "malformed-idempotency-key", "unit:pboc-tongliao", "tasks/11/progress", new { measure = "11.1", narrative = "二" }, ("Idempotency-Key", new string('k', 201)));
        await api.AcceptedAsync("unit:pboc-tongliao", "tasks/11/progress", new { measure = "11.1", narrative = "三" }, ("If-Match", "*"));
    }

    [Fact]
    public async Task Sixteen_writers_on_five_tasks_are_all_taken_and_every_event_is_there_once()
    {
        var before = await VersionsAsync();
        var acts = new (string Account, string Task, string Measure)[]
        {
            ("unit:human-resources-bureau", "15", "15.1"), ("unit:finance-bureau", "20", "20.1"), ("unit:development-reform-commission", "19", "19.1"),
            ("unit:justice-bureau", "12", "12.1"), ("unit:intermediate-court", "18", "18.1"),
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            var ids = new List<Guid>();
            for (var i = 0; i < 20; i++)
            {
                var (account, task, measure) = acts[(writer + i) % acts.Length];
                ids.Add(await api.AcceptedAsync(account, $"tasks/{task}/progress", new { measure, narrative = $"写入者 {writer} 第 {i} 次" }));
            }

            return ids;
        }));
        var all = answers.SelectMany(a => a).ToList();
        all.Count.ShouldBe(320);
        all.Distinct().Count().ShouldBe(320);
        (await VersionsAsync()).Values.Sum().ShouldBe(before.Values.Sum() + 320);

        await using var connection = new NpgsqlConnection(api.Connections.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        (await connection.ScalarAsync<long>("select count(*) from ledger.mt_events where tenant_id = '150500' and id = any($1)", TestContext.Current.CancellationToken, all.ToArray())).ShouldBe(320);
        (await connection.ScalarAsync<bool>("select bool_and(n = v) from (select version v, row_number() over (partition by stream_id order by version) n from ledger.mt_events where tenant_id = '150500') x", TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await connection.ScalarAsync<bool>("select count(*) = max(leaf_index) + 1 from ledger.seal_leaf where tenant_id = '150500'", TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_token_nothing_is_read_or_written()
    {
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "", "tasks"), 401, "token-missing");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "", "tasks", null, ("Authorization", "Bearer abc.def.ghi")), 401, "token-refused");
        await LedgerApi.ProblemAsync(await api.PostAsync("", Progress, Body("x")), 401, "token-missing");
    }

    [Fact]
    public async Task Unknown_paths_methods_and_types_are_problems_too()
    {
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", "/api/v1/nothing"), 404, "no-such-path");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Delete, "auditor", "tasks/9"), 405, "method-not-allowed");
        await LedgerApi.ProblemAsync(await api.PostRawAsync("unit:unicom-tongliao", Progress, "a=b"u8.ToArray(), "application/x-www-form-urlencoded"), 415, "not-json-by-type");
        await LedgerApi.ProblemAsync(await api.PostRawAsync("unit:unicom-tongliao", Progress, Encoding.UTF8.GetBytes("{\"measure\":\"" + new string('x', 300_000) + "\"}")), 413, "body-too-large");
        await LedgerApi.ProblemAsync(await api.PostRawAsync("unit:unicom-tongliao", Progress, [0xff, 0xfe, 0x7b]), 400, "malformed-json");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Post, "office", "milestones/9.2.2-m1/claims/not-a-guid/release", new StringContent("{}", Encoding.UTF8, "application/json")), 404, "no-such-path");
    }

    [Theory]
    [InlineData("tasks?recordedBy=yesterday", "malformed-time")]
    [InlineData("tasks?effectiveOn=2021-13-01", "malformed-time")]
    [InlineData("tasks?limit=0", "malformed-limit")]
    [InlineData("tasks?limit=501", "malformed-limit")]
    [InlineData("tasks?cursor=%21%21", "malformed-cursor")]
    [InlineData("milestones?dueFrom=1", "malformed-time")]
    [InlineData("responsibility?on=1", "malformed-time")]
    [InlineData("tasks?effectiveOn=9999-12-31", "malformed-time")]
    [InlineData("tasks?effectiveOn=0001-01-01", "malformed-time")]
    [InlineData("tasks?recordedBy=9999-12-31", "malformed-time")]
    [InlineData("tasks?recordedBy=9999-12-31T23:59:59Z", "malformed-time")]
    [InlineData("tasks?recordedBy=0001-01-01T00:00:00Z", "malformed-time")]
    [InlineData("trail?unit=%00", "malformed-query")]
    public async Task A_bad_query_is_a_400(string path, string code) => await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", path), 400, code);

    [Fact]
    public async Task A_list_is_paged_by_cursor_without_gap_or_repeat()
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await api.GetAsync($"milestones?limit=37{(cursor is null ? "" : "&cursor=" + cursor)}");
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            page.GetProperty("total").GetInt32().ShouldBeGreaterThan(150);
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        ids.Count.ShouldBe(ids.Distinct().Count());
        ids.Count.ShouldBe((await api.GetAsync("milestones?limit=500")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_description_is_OpenApi_3_1_and_the_docs_ask_nothing_of_the_outside()
    {
        var description = await api.GetAsync("/openapi/v1.json");
        description.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        description.GetProperty("paths").EnumerateObject().Count().ShouldBeGreaterThan(25);
        var docs = await (await api.Client.GetAsync(new Uri("/docs", UriKind.Relative), TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        docs.ShouldNotContain("https://cdn");
    }

    [Fact]
    public async Task Every_refusal_of_Core_has_words()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "BizEnvLedger.sln")))
            root = Path.GetDirectoryName(root)!;
        var codes = new HashSet<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "src", "BizEnvLedger.Core"), "*.cs", SearchOption.AllDirectories))
            foreach (System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "(?:Refusal\\.\\w+\\(|plan, )\"([a-z]+(?:-[a-z]+)+)\""))
                codes.Add(match.Groups[1].Value);
        codes.Count.ShouldBeGreaterThan(50);
        codes.Except(BizEnvLedger.Service.Http.Problems.Codes).ShouldBeEmpty();
    }

    private async Task<Dictionary<string, long>> VersionsAsync() =>
        (await api.GetAsync("tasks?limit=500")).GetProperty("items").EnumerateArray().ToDictionary(t => t.GetProperty("no").GetString()!, t => t.GetProperty("version").GetInt64());
}
