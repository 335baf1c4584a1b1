using System.Net;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using BizEnvLedger.Service.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Complaints;

/// <summary>接诉即办 over HTTP, on Monday 10 May 2021 from nine o'clock.</summary>
public sealed class ComplaintsTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task What_does_not_satisfy_is_handled_again_by_order_and_the_last_word_counts()
    {
        api.On("2021-09-06");
        var (id, _) = await GiveAsync(new { kind = "complaint", text = "两次报装均被退回", milestone = "9.2.2-m1" });
        await api.AcceptedAsync("office", $"complaints/{id}/dispatch", new { units = new[] { "energy-bureau" } });
        await api.RefusedAsync(409, "not-unsatisfied", "office", $"complaints/{id}/rehandling", new { reason = "未解决" });
        await ResolvedAsync("已答复");
        await api.AcceptedAsync("office", $"complaints/{id}/satisfaction", new { satisfaction = "unsatisfied" });
        await api.RefusedAsync(403, "role-not-allowed", "unit:energy-bureau", $"complaints/{id}/rehandling", new { reason = "未解决" });
        await api.RefusedAsync(422, "text-empty", "office", $"complaints/{id}/rehandling", new { });
        await api.AcceptedAsync("office", $"complaints/{id}/rehandling", new { reason = "报装仍被退回，请重新办理" });
        var summary = (await api.GetAsync($"complaints/{id}", "office")).GetProperty("summary");
        summary.GetProperty("state").GetString().ShouldBe("dispatched");
        var turns = summary.GetProperty("turns");
        (turns.GetArrayLength(), turns[0].GetProperty("handledAgain").GetBoolean(), turns[1].GetProperty("open").GetBoolean(), turns[1].GetProperty("since").GetString()).ShouldBe((2, true, true, "2021-09-06"));
        await ResolvedAsync("已接电");
        await api.AcceptedAsync("office", $"complaints/{id}/satisfaction", new { satisfaction = "satisfied" });
        var one = await api.GetAsync($"complaints/{id}", "office");
        one.GetProperty("summary").GetProperty("state").GetString().ShouldBe("settled");
        one.GetProperty("dispatches")[1].GetProperty("text").GetString().ShouldBe("报装仍被退回，请重新办理");

        async Task ResolvedAsync(string text)
        {
            var answer = await api.AcceptedAsync("unit:energy-bureau", $"complaints/{id}/answers", new { kind = "resolution", text });
            await api.AcceptedAsync("approver:energy-bureau", $"complaints/{id}/answers/{answer}/release", new { });
        }
    }

    private const string Open = "/api/v1/public/150500";
    private const string Phone = "13800138000";

    [Fact]
    public async Task A_complaint_is_answered_on_receipt_asked_about_and_counted()
    {
        api.On("2021-05-10");
        var (id, code) = await GiveAsync(new { kind = "complaint", text = "报装三周没有接电 " + Phone, contact = Phone, milestone = "9.2.2-m1", area = "3" });
        (await StatusAsync(code)).GetProperty("state").GetString().ShouldBe("received");
        await api.RefusedAsync(403, "role-not-allowed", "auditor", $"complaints/{id}/dispatch", new { units = new[] { "energy-bureau" } });
        await api.AcceptedAsync("office", $"complaints/{id}/dispatch", new { units = new[] { "energy-bureau" }, brief = "请核实报装情况" });
        await api.RefusedAsync(403, "not-your-complaint", "unit:tax-bureau", $"complaints/{id}/answers", new { kind = "resolution", text = "已接电" });
        await api.RefusedAsync(403, "not-your-complaint", "unit:tax-bureau", $"complaints/{id}/readings", new { });
        (await Items("unit:tax-bureau")).ShouldNotContain(id);
        (await Items("unit:energy-bureau")).ShouldContain(id);
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "admin", "complaints"), 403, "role-not-allowed");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "unit:tax-bureau", $"complaints/{id}"), 403, "not-your-complaint");

        var answer = await api.AcceptedAsync("unit:energy-bureau", $"complaints/{id}/answers", new { kind = "resolution", text = "五月八日已接电" });
        (await StatusAsync(code)).GetProperty("answers").GetArrayLength().ShouldBe(0);
        await api.RefusedAsync(403, "role-not-allowed", "unit:energy-bureau", $"complaints/{id}/answers/{answer}/release", new { });
        await api.AcceptedAsync("approver:energy-bureau", $"complaints/{id}/answers/{answer}/release", new { });
        var status = await StatusAsync(code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal));
        status.GetProperty("answers")[0].GetProperty("text").GetString().ShouldBe("五月八日已接电");
        status.GetProperty("units")[0].GetProperty("id").GetString().ShouldBe("energy-bureau");
        // Eight working hours from nine on Monday.
        DateTimeOffset.Parse(status.GetProperty("responseLimit").GetString()!).ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH").ShouldBe("05-11 11");
        status.ToString().ShouldNotContain(Phone);
        await api.RefusedAsync(403, "role-not-allowed", "unit:energy-bureau", $"complaints/{id}/satisfaction", new { satisfaction = "satisfied" });
        await api.AcceptedAsync("office", $"complaints/{id}/satisfaction", new { satisfaction = "satisfied", note = "电话回访" });

        var one = await api.GetAsync($"complaints/{id}", "office");
        one.GetProperty("text").GetString()!.ShouldContain("报装三周");
        one.GetProperty("summary").GetProperty("state").GetString().ShouldBe("settled");
        one.GetProperty("summary").GetProperty("task").GetString().ShouldBe("9");
        one.GetProperty("callBacks")[0].GetProperty("text").GetString().ShouldBe("电话回访");
        var reading = await LedgerApi.JsonAsync(await api.PostAsync("office", $"complaints/{id}/readings", new { }));
        reading.GetProperty("contact").GetString().ShouldBe(Phone);
        (await KindsAsync(id)).ShouldBe(["complaint_received", "complaint_dispatched", "complaint_answered", "answer_released", "satisfaction_asked", "contact_read"]);
        await NoWordsInEventsAsync(id, Phone, "报装三周", code, "五月八日", "127.0.0.1", "::1");

        api.On("2021-06-20");
        var rates = await api.GetAsync("complaints/rates?by=unit&to=2021-06-30");
        var own = rates.GetProperty("units").EnumerateArray().Single(u => u.GetProperty("unit").GetProperty("id").GetString() == "energy-bureau").GetProperty("rates");
        foreach (var rate in new[] { "responded", "resolved", "satisfied" })
            own.GetProperty(rate).GetProperty("met").GetInt32().ShouldBe(1, rate);
        rates.GetProperty("rates").GetProperty("responded").GetProperty("events").GetArrayLength().ShouldBeGreaterThanOrEqualTo(2);
        (await api.GetAsync("complaints/rates?by=task&to=2021-06-30")).GetProperty("tasks")[0].GetProperty("task").GetString().ShouldBe("9");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", "complaints/rates?by=colour"), 400, "unknown-query-word");
        (await api.GetAsync("complaints?recordedBy=2021-05-09")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await api.GetAsync("inspections/2021H1")).GetProperty("view").GetProperty("complaints").GetProperty("received").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_tip_is_its_named_officers_alone()
    {
        api.On("2021-05-10");
        var (id, code) = await GiveAsync(new { kind = "tip", text = "经办人索要好处", contact = "张三 " + Phone, unit = "commerce-bureau" });
        var seen = await api.GetAsync($"complaints/{id}", "office");
        seen.GetProperty("text").ValueKind.ShouldBe(JsonValueKind.Null);
        seen.ToString().ShouldNotContain("索要");
        seen.GetProperty("summary").GetProperty("hasContact").GetBoolean().ShouldBeTrue();
        (await Items("unit:commerce-bureau")).ShouldNotContain(id);
        await api.RefusedAsync(403, "not-the-person-named", "office", $"complaints/{id}/readings", new { });
        await api.RefusedAsync(403, "not-the-person-named", "office", $"complaints/{id}/dispatch", new { units = new[] { "commerce-bureau" }, brief = "请自查" });
        await api.RefusedAsync(403, "role-not-allowed", "office", $"complaints/{id}/officer", new { officer = "office/keeper" });
        await api.AcceptedAsync("leader", $"complaints/{id}/officer", new { officer = "office/keeper" });
        await api.RefusedAsync(403, "not-the-person-named", "office", $"complaints/{id}/readings", new { });
        await api.RefusedAsync(403, "role-not-allowed", "auditor", $"complaints/{id}/readings", new { });
        var reading = await LedgerApi.JsonAsync(await api.PostAsync("office/keeper", $"complaints/{id}/readings", new { }));
        (reading.GetProperty("text").GetString(), reading.GetProperty("contact").GetString()).ShouldBe(("经办人索要好处", "张三 " + Phone));
        await api.AcceptedAsync("office/keeper", $"complaints/{id}/dispatch", new { units = new[] { "commerce-bureau" }, brief = "请核实窗口收费" });
        var unit = await api.GetAsync($"complaints/{id}", "unit:commerce-bureau");
        unit.GetProperty("dispatches")[0].GetProperty("text").GetString().ShouldBe("请核实窗口收费");
        unit.ToString().ShouldNotContain("索要");
        (await KindsAsync(id)).ShouldContain("tip_read");
        await NoWordsInEventsAsync(id, Phone, "索要", "张三", code);
        await using var connection = new NpgsqlConnection(api.Connections.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        (await connection.ScalarAsync<string>("select user_name from ledger.mt_events where stream_id = $1 and version = 1", TestContext.Current.CancellationToken, $"{LedgerApi.Plan}:complaint:{id}")).ShouldBe("public");
    }

    [Fact]
    public async Task What_was_upheld_is_exposed_by_two_persons_and_proposed_for_the_notice()
    {
        api.On("2021-05-10");
        var registered = await LedgerApi.JsonAsync(await api.PostAsync("group-office", "complaints", new { kind = "complaint", channel = "hotline", text = "承诺的容缺受理没有" }));
        var id = registered.GetProperty("complaint").GetString()!;
        registered.GetProperty("receiptCode").GetString()!.Length.ShouldBe(23);
        await api.AcceptedAsync("office", $"complaints/{id}/dispatch", new { units = new[] { "energy-bureau" } });
        await api.RefusedAsync(422, "unit-not-heard", "office/inspector", $"complaints/{id}/upheld", new { unit = "energy-bureau", milestones = new[] { "9.2.2-m1" }, deliverableAbsent = true, heard = "说明", finding = "未落实" });
        await api.RefusedAsync(422, "field-missing", "office/inspector", $"complaints/{id}/upheld", new { unit = "energy-bureau" });
        await api.AcceptedAsync("office/inspector", $"complaints/{id}/upheld", new { unit = "energy-bureau", milestones = new[] { "9.2.2-m1" }, deliverableAbsent = true, heardOn = "2021-05-10", heard = "说明", finding = "未落实" });
        await api.RefusedAsync(409, "found-already", "office/inspector", $"complaints/{id}/rejected", new { unit = "energy-bureau", heardOn = "2021-05-10", heard = "说明", finding = "x" });
        var hidden = await api.AcceptedAsync("office", $"complaints/{id}/exposures", new { visibility = "public", publicText = "市能源局未按承诺提供容缺受理" });
        (await api.GetAsync($"{Open}/exposures", "")).GetProperty("total").GetInt32().ShouldBe(0);
        await api.RefusedAsync(403, "role-not-allowed", "office", $"complaints/{id}/exposures/{hidden}/decision", new { approved = true });
        await api.AcceptedAsync("leader", $"complaints/{id}/exposures/{hidden}/decision", new { approved = true });
        var shown = (await api.GetAsync($"{Open}/exposures", "")).GetProperty("items")[0];
        (shown.GetProperty("text").GetString(), shown.GetProperty("unit").GetProperty("id").GetString()).ShouldBe(("市能源局未按承诺提供容缺受理", "energy-bureau"));
        await api.AcceptedAsync("office/inspector", $"complaints/{id}/milestones/9.2.2-m1/visits", new { present = false, finding = "窗口未提供" });
        var later = await api.AcceptedAsync("office", $"complaints/{id}/exposures", new { visibility = "withheld", publicText = "不再公开" });
        await api.AcceptedAsync("leader", $"complaints/{id}/exposures/{later}/decision", new { approved = true });
        (await api.GetAsync($"{Open}/exposures", "")).GetProperty("total").GetInt32().ShouldBe(0);
        (await api.GetAsync("inspections/2021H1")).GetProperty("view").GetProperty("proposed").EnumerateArray()
            .ShouldContain(p => p.GetProperty("rule").GetString() == "complaint-upheld" && p.GetProperty("unit").GetProperty("id").GetString() == "energy-bureau");

        var repeat = (await LedgerApi.JsonAsync(await api.PostAsync("office", "complaints", new { kind = "complaint", channel = "visit", text = "再次反映" }))).GetProperty("complaint").GetString()!;
        await api.AcceptedAsync("office", $"complaints/{repeat}/link", new { earlier = id, reason = "同一事项" });
        (await api.GetAsync($"complaints/{id}", "office")).GetProperty("summary").GetProperty("repeats")[0].GetString().ShouldBe(repeat);
    }

    [Fact]
    public async Task The_public_form_is_bounded_and_a_repeated_request_gets_the_first_receipt_code()
    {
        api.On("2021-05-10");
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var body = new { kind = "complaint", text = "重复提交" };
        var first = await (await api.PostAsync("", $"{Open}/complaints", body, key)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        (await (await api.PostAsync("", $"{Open}/complaints", body, key)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(first);
        await api.RefusedAsync(422, "idempotency-key-reused", "", $"{Open}/complaints", body with { text = "别的" }, key);
        await LedgerApi.ProblemAsync(await api.PostRawAsync("", $"{Open}/complaints", Encoding.UTF8.GetBytes("{\"kind\":\"complaint\",\"text\":\"" + new string('x', 17_000) + "\"}")), 413, "body-too-large");
        // A token gives no right on the form and takes none.
        (await api.PostAsync("admin", $"{Open}/complaints", body)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "", $"{Open}/complaints/AAAAA-BBBBB-CCCCC-DDDDD"), 404, "unknown-receipt");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "", $"{Open}/complaints/not-a-code"), 404, "unknown-receipt");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "", "/api/v1/public/999999/exposures"), 404, "unknown-jurisdiction");
        // The other jurisdiction finds no receipt of this one, and holds no plan.
        var code = JsonSerializer.Deserialize<JsonElement>(first).GetProperty("receiptCode").GetString();
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "", $"/api/v1/public/150400/complaints/{code}"), 404, "unknown-receipt");
        await api.RefusedAsync(404, "unknown-plan", "", "/api/v1/public/150400/complaints", body);
    }

    private async Task<(string Id, string Code)> GiveAsync(object body)
    {
        var answer = await api.PostAsync("", $"{Open}/complaints", body);
        var json = await LedgerApi.JsonAsync(answer);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, json.ToString());
        return (json.GetProperty("complaint").GetString()!, json.GetProperty("receiptCode").GetString()!);
    }

    private Task<JsonElement> StatusAsync(string code) => api.GetAsync($"{Open}/complaints/{code}", "");

    private async Task<List<string?>> Items(string account) =>
        [.. (await api.GetAsync("complaints?limit=500", account)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString())];

    private async Task<List<string>> KindsAsync(string id)
    {
        var volume = await api.Services.GetRequiredService<LedgerBook>().OpenAsync("150500", TestContext.Current.CancellationToken);
        return [.. volume.Timeline.OfStream($"{LedgerApi.Plan}:complaint:{id}", volume.Timeline.Count)
            .Select(e => Core.Ledger.EventCatalogue.All.Single(c => c.Type == e.Data.GetType()).Alias)];
    }

    private async Task NoWordsInEventsAsync(string id, params string[] words)
    {
        await using var connection = new NpgsqlConnection(api.Connections.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var events = await connection.ScalarAsync<string>("select string_agg(row_to_json(e)::text, ' ') from ledger.mt_events e where stream_id = $1", TestContext.Current.CancellationToken, $"{LedgerApi.Plan}:complaint:{id}");
        events.ShouldNotBeNullOrEmpty();
        foreach (var word in words)
            events.ShouldNotContain(word);
    }
}
