using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BizEnvLedger.Service.Tests.Http;

public sealed class PlansTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task The_reference_plan_has_23_tasks_with_their_leads_in_order()
    {
        var tasks = (await api.GetAsync("tasks?limit=500")).GetProperty("items").EnumerateArray().ToList();
        tasks.Count.ShouldBe(23);
        Leads(tasks[8]).ShouldBe(["市行政审批和政务服务局", "市发改委", "市市场监管局", "市住建局", "市水务局", "市能源局"]);
        Leads(tasks[6]).ShouldBe(["市商务局", "通辽海关"]);
        tasks[14].GetProperty("cooperating").GetArrayLength().ShouldBe(0);
        tasks[18].GetProperty("cooperating").GetArrayLength().ShouldBe(12);
        (await api.GetAsync("tasks?lead=energy-bureau")).GetProperty("items").EnumerateArray().Select(t => t.GetProperty("number").GetInt32()).ShouldBe([9]);
    }

    [Fact]
    public async Task A_plan_with_mistakes_tells_all_of_them_and_loads_nothing()
    {
        var plan = JsonNode.Parse(LedgerApi.PlanBytes)!.AsObject();
        plan["id"] = "broken-plan";
        plan["tasks"]![0]!["leads"]![0] = "no-such-unit";
        plan["tasks"]![1]!["area"] = "9";
        var answer = await api.PostRawAsync("group-office", "/api/v1/plans?file=broken.json", Encoding.UTF8.GetBytes(plan.ToJsonString(new() { WriteIndented = true })));
        var problem = await LedgerApi.ProblemAsync(answer, 422, "plan-mistakes");
        var mistakes = problem.GetProperty("mistakes").EnumerateArray().ToList();
        mistakes.Select(m => m.GetProperty("code").GetString()).ShouldContain("unknown-unit");
        mistakes.Count.ShouldBeGreaterThanOrEqualTo(2);
        mistakes.ShouldAllBe(m => m.GetProperty("line").GetInt32() > 1 && m.GetProperty("remedyZh").GetString()!.Length > 0);
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", "/api/v1/plans/broken-plan"), 404, "unknown-plan");
        await LedgerApi.ProblemAsync(await api.PostRawAsync("office", "/api/v1/plans", LedgerApi.PlanBytes), 403, "role-not-allowed");
        await LedgerApi.ProblemAsync(await api.PostRawAsync("group-office", "/api/v1/plans", LedgerApi.PlanBytes), 409, "plan-issued-already");
        await LedgerApi.ProblemAsync(await api.PostRawAsync("group-office", "/api/v1/plans", "{"u8.ToArray()), 400, "plan-mistakes");
    }

    [Fact]
    public async Task An_amendment_moves_a_date_from_its_day_on_and_the_past_stays_as_it_stood()
    {
        api.On("2022-03-01");
        var amendment = new
        {
            format = "bizenv-amendment/1", id = "amendment-1", plan = LedgerApi.Plan, title = "调整燃气储气设施建设时限", documentNumber = "通政字〔2022〕9号", effectiveOn = "2022-03-01",
            changeMilestones = new[] { new { id = "9.3.3-m1", statement = "完成部分储气设施建设", due = "2023-06-30", dueText = "2023年6月底", binding = "own", strength = "firm" } },
        };
        await api.RefusedAsync(403, "role-not-allowed", "office", "amendments", amendment);
        await api.RefusedAsync(422, "plan-mistakes", "group-office", "amendments", amendment with { effectiveOn = "2022-02-28" });
        await api.AcceptedAsync("group-office", "amendments", amendment);
        (await MilestoneAsync("9.3.3-m1", "")).GetProperty("due").GetString().ShouldBe("2023-06-30");
        (await MilestoneAsync("9.3.3-m1", "")).GetProperty("originalDue").GetString().ShouldBe("2022-12-31");
        (await MilestoneAsync("9.3.3-m1", "&effectiveOn=2022-02-28")).GetProperty("due").GetString().ShouldBe("2022-12-31");
        (await MilestoneAsync("9.3.3-m1", "&recordedBy=2022-02-28")).GetProperty("due").GetString().ShouldBe("2022-12-31");
        (await api.GetAsync("/api/v1/plans/" + LedgerApi.Plan)).GetProperty("changes").GetArrayLength().ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Another_city_plan_of_other_shape_loads_beside_it_and_neither_sees_the_other()
    {
        api.On("2024-01-20");
        var token = await LedgerApi.JsonAsync(await api.PostAsync("", "/api/v1/demo/tokens", new { account = "group-office", jurisdiction = "150400" }));
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "plans", "example-two-years", "plan.json"), TestContext.Current.CancellationToken);
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/json");
        var bearer = ("Authorization", "Bearer " + token.GetProperty("accessToken").GetString());
        var issued = await api.SendAsync(HttpMethod.Post, "", "/api/v1/plans", content, bearer);
        issued.StatusCode.ShouldBe(HttpStatusCode.Created, await issued.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var plans = await LedgerApi.JsonAsync(await api.SendAsync(HttpMethod.Get, "", "/api/v1/plans", null, bearer));
        plans.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()).ShouldBe(["yunling-2024-2025"]);
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "", "tasks", null, bearer), 404, "unknown-plan");
        (await api.GetAsync("/api/v1/plans")).GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()).ShouldBe([LedgerApi.Plan]);
    }

    [Fact]
    public async Task Units_show_what_they_answer_for()
    {
        var unit = await api.GetAsync("units/energy-bureau");
        unit.GetProperty("leading").EnumerateArray().Select(m => m.GetProperty("measure").GetString()).ShouldContain("9.2.2");
        (await api.GetAsync("units?limit=500")).GetProperty("total").GetInt32().ShouldBeGreaterThan(50);
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", "units/nobody"), 404, "unknown-unit-path");
    }

    private async Task<JsonElement> MilestoneAsync(string id, string query) =>
        (await api.GetAsync($"milestones?task=9&limit=500{query}")).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("id").GetString() == id);

    private static IEnumerable<string> Leads(JsonElement task) => task.GetProperty("leads").EnumerateArray().Select(u => u.GetProperty("name").GetString()!);
}
