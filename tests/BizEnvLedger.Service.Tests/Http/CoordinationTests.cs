using System.Text.Json;

namespace BizEnvLedger.Service.Tests.Http;

public sealed class CoordinationTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    /// <summary>9.4.2-m1 is due on 31 July 2021, led by 市住建局.</summary>
    private const string Milestone = "9.4.2-m1", Lead = "unit:housing-construction-bureau";

    [Fact]
    public async Task A_request_runs_from_asking_to_delay_and_notice()
    {
        api.On("2021-06-01");
        var to = await CooperatingAsync();
        var ask = new { milestone = Milestone, to, limit = "2021-07-30", text = "请提供管线资料" };
        await api.RefusedAsync(403, "not-your-milestone", "unit:tax-bureau", "tasks/9/cooperation-requests", ask);
        await api.RefusedAsync(422, "unit-not-cooperating", Lead, "tasks/9/cooperation-requests", ask with { to = "tax-bureau" });
        await api.RefusedAsync(422, "date-out-of-bounds", Lead, "tasks/9/cooperation-requests", ask with { limit = "2021-06-02" });
        await api.RefusedAsync(422, "field-missing", Lead, "tasks/9/cooperation-requests", new { milestone = Milestone });
        var wrong = await api.AcceptedAsync(Lead, "tasks/9/cooperation-requests", ask);
        await api.RefusedAsync(403, "role-not-allowed", "office", $"tasks/9/cooperation-requests/{wrong}/withdrawal", new { reason = "对象有误" });
        await api.AcceptedAsync(Lead, $"tasks/9/cooperation-requests/{wrong}/withdrawal", new { reason = "对象有误" });
        await api.RefusedAsync(409, "request-withdrawn", $"unit:{to}", $"tasks/9/cooperation-requests/{wrong}/answers", new { accepted = true });
        (await ItemAsync(wrong)).GetProperty("state").GetString().ShouldBe("withdrawn");
        var request = await api.AcceptedAsync(Lead, "tasks/9/cooperation-requests", ask);
        var asked = await ItemAsync(request);
        asked.GetProperty("state").GetString().ShouldBe("asked");
        asked.GetProperty("waits")[0].GetProperty("kind").GetString().ShouldBe("request-to-answer");
        asked.GetProperty("waits")[0].GetProperty("limit").GetString().ShouldBe("2021-06-08");
        asked.GetProperty("steps")[0].GetProperty("text").GetString().ShouldBe("请提供管线资料");

        (await api.GetAsync("/api/v1/me/duties?kind=request-to-answer", $"unit:{to}")).GetProperty("items")[0].GetProperty("subject").GetGuid().ShouldBe(request);

        api.On("2021-06-03");
        await api.RefusedAsync(422, "text-empty", $"unit:{to}", $"tasks/9/cooperation-requests/{request}/answers", new { accepted = false });
        await api.AcceptedAsync($"unit:{to}", $"tasks/9/cooperation-requests/{request}/answers", new { accepted = false, reason = "资料不全" });
        await api.RefusedAsync(409, "request-answered", $"unit:{to}", $"tasks/9/cooperation-requests/{request}/answers", new { accepted = true });
        await api.RefusedAsync(404, "unknown-cooperation-request", "office", $"tasks/9/cooperation-requests/{Guid.NewGuid()}/adjudication", new { binding = true, limit = "2021-08-10", reason = "应予配合" });
        await api.RefusedAsync(422, "limit-missing", "office", $"tasks/9/cooperation-requests/{request}/adjudication", new { binding = true, reason = "应予配合" });
        await api.AcceptedAsync("office", $"tasks/9/cooperation-requests/{request}/adjudication", new { binding = true, limit = "2021-08-10", reason = "应予配合" });
        await api.AcceptedAsync($"unit:{to}", $"tasks/9/cooperation-requests/{request}/escalation", new { reason = "不同意" });
        (await ItemAsync(request)).GetProperty("state").GetString().ShouldBe("withLeader");
        await api.RefusedAsync(403, "role-not-allowed", "office", $"tasks/9/cooperation-requests/{request}/decision", new { binding = true, limit = "2021-09-05", reason = "限期办理" });
        await api.AcceptedAsync("leader", $"tasks/9/cooperation-requests/{request}/decision", new { binding = true, limit = "2021-09-05", reason = "限期办理" });

        api.On("2021-09-10");
        var late = (await api.GetAsync($"coordination?unit={to}&late=true")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetGuid() == request);
        late.GetProperty("daysLate").GetInt32().ShouldBe(5);
        (await api.GetAsync("coordination?state=adjudicated&late=false")).GetProperty("total").GetInt32().ShouldBe(0);
        // As it was known on an earlier day.
        (await api.GetAsync("tasks/9/coordination?recordedBy=2021-06-02&effectiveOn=2021-06-02")).GetProperty("items")[1].GetProperty("steps").GetArrayLength().ShouldBe(1);
        var row = (await api.GetAsync($"responsibility?milestone={Milestone}")).GetProperty("items")[0];
        var accounts = row.GetProperty("delay").EnumerateArray().Select(d => (d.GetProperty("account").GetString(), d.GetProperty("units")[0].GetProperty("id").GetString(), d.GetProperty("days").GetInt32())).ToList();
        accounts.ShouldBe([("leads", "housing-construction-bureau", 36), ("cooperating", to, 5)]);
        row.GetProperty("delayDays").GetInt32().ShouldBe(41);

        await api.RefusedAsync(422, "evidence-missing", $"unit:{to}", $"tasks/9/cooperation-requests/{request}/fulfilment", new { narrative = "已提供" });
        await api.AcceptedAsync($"unit:{to}", $"tasks/9/cooperation-requests/{request}/fulfilment", new { narrative = "已提供", evidence = new[] { LedgerApi.Sha } });
        await api.AcceptedAsync(Lead, $"tasks/9/cooperation-requests/{request}/confirmation", new { fulfilled = true });
        await api.RefusedAsync(409, "nothing-to-confirm", Lead, $"tasks/9/cooperation-requests/{request}/confirmation", new { fulfilled = true });
        var done = await ItemAsync(request);
        done.GetProperty("state").GetString().ShouldBe("fulfilled");
        done.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("act").GetString()).ShouldBe(["asked", "refused", "adjudicated", "escalated", "adjudicated", "delivered", "confirmed"]);

        // Papers and the notice's ground, at the half-year's end.
        var instruction = await api.AcceptedAsync("leader", "tasks/9/instructions", new { units = new[] { "energy-bureau", to }, limit = "2021-09-30", text = "抓紧办理", milestones = new[] { Milestone } });
        await api.AcceptedAsync($"unit:{to}", $"tasks/9/instructions/{instruction}/replies", new { text = "已办理" });
        var urge = await api.AcceptedAsync("office", "tasks/9/urges", new { units = new[] { "energy-bureau" }, text = "请尽快报送" });
        await api.RefusedAsync(403, "not-addressed-to-you", $"unit:{to}", $"tasks/9/urges/{urge}/answers", new { text = "收到" });
        await api.AcceptedAsync("unit:energy-bureau", $"tasks/9/urges/{urge}/answers", new { text = "收到" });
        var order = await api.AcceptedAsync("office", "tasks/9/orders", new { units = new[] { "energy-bureau" }, limit = "2021-10-15", text = "限期整改" });
        await api.RefusedAsync(409, "order-not-signed", "unit:energy-bureau", $"tasks/9/orders/{order}/replies", new { text = "收到" });
        await api.RefusedAsync(403, "role-not-allowed", "office", $"tasks/9/orders/{order}/signature", new { });
        await api.AcceptedAsync("leader", $"tasks/9/orders/{order}/signature", new { });
        await api.RefusedAsync(409, "order-unanswered", "office/b", $"tasks/9/orders/{order}/closing", new { finding = "已答复" });

        api.On("2022-01-10");
        var view = (await api.GetAsync("inspections/2021H2")).GetProperty("view");
        var weak = view.GetProperty("proposed").EnumerateArray().Where(p => p.GetProperty("category").GetString() == "weak").ToList();
        weak.Select(w => (w.GetProperty("unit").GetProperty("id").GetString(), w.GetProperty("rule").GetString(), w.GetProperty("days").GetInt32()))
            .ShouldBe([("energy-bureau", "instruction-unanswered", 92), ("energy-bureau", "order-unanswered", 77)]);
        view.GetProperty("coordination").GetProperty("ordersOpen").GetInt32().ShouldBe(1);
        view.GetProperty("coordination").GetRawText().ShouldNotContain("限期整改");
        await api.AcceptedAsync("unit:energy-bureau", $"tasks/9/orders/{order}/replies", new { text = "已整改" });
        await api.RefusedAsync(403, "doer-never-verifies", "office", $"tasks/9/orders/{order}/closing", new { finding = "已答复" });
        await api.AcceptedAsync("office/b", $"tasks/9/orders/{order}/closing", new { finding = "已答复" });
        (await ItemAsync(order)).GetProperty("state").GetString().ShouldBe("closed");
    }

    private async Task<JsonElement> ItemAsync(Guid id) =>
        (await api.GetAsync("tasks/9/coordination?limit=500")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetGuid() == id);

    /// <summary>A single unit that cooperates on the milestone.</summary>
    private async Task<string> CooperatingAsync()
    {
        var milestone = (await api.GetAsync("milestones?task=9&limit=500")).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("id").GetString() == Milestone);
        return milestone.GetProperty("cooperating").EnumerateArray().Select(u => u.GetProperty("id").GetString()!).First(u => u is not "energy-bureau");
    }
}
