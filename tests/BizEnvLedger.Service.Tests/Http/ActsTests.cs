using System.Text.Json;

namespace BizEnvLedger.Service.Tests.Http;

public sealed class ActsTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task The_doer_never_verifies_and_only_an_approver_releases()
    {
        api.On("2022-01-10");
        var claim = await api.AcceptedAsync("unit:housing-construction-bureau", "milestones/9.3.1-m1/claims", new { effectiveOn = "2022-01-10", narrative = "标准已出台", evidence = new[] { LedgerApi.Sha } });
        await api.RefusedAsync(403, "role-not-allowed", "unit:housing-construction-bureau", $"milestones/9.3.1-m1/claims/{claim}/release", new { });
        await api.RefusedAsync(403, "not-your-unit", "approver:energy-bureau", $"milestones/9.3.1-m1/claims/{claim}/release", new { });
        await api.RefusedAsync(409, "claim-not-released", "office", "milestones/9.3.1-m1/verifications", new { claim, finding = "属实" });
        await api.RefusedAsync(403, "role-not-allowed", "auditor", "milestones/9.3.1-m1/verifications", new { claim, finding = "属实" });
        await api.AcceptedAsync("approver:housing-construction-bureau", $"milestones/9.3.1-m1/claims/{claim}/release", new { });
        await api.RefusedAsync(422, "ground-missing", "office", "milestones/9.3.1-m1/returns", new { claim, reason = "无原件" });
        await api.AcceptedAsync("office", "milestones/9.3.1-m1/returns", new { claim, ground = "untrue", reason = "未见标准文本" });
        // What is sealed is worded as the golden events are: words in camelCase, for ever.
        (await api.GetAsync("tasks/9/events?limit=500")).GetProperty("items").EnumerateArray().Last(e => e.GetProperty("type").GetString() == "milestone_returned")
            .GetProperty("data").GetProperty("ground").GetString().ShouldBe("untrue");
        var milestone = Item((await api.GetAsync("milestones?task=9&limit=500")).GetProperty("items"), "9.3.1-m1");
        milestone.GetProperty("state").GetString().ShouldBe("returned");
        milestone.GetProperty("light").GetString().ShouldBe("red");
        milestone.GetProperty("daysLate").GetInt32().ShouldBeGreaterThan(150);
    }

    [Fact]
    public async Task A_lead_handed_over_late_keeps_its_own_days_of_delay()
    {
        api.On("2021-09-30");
        var request = new { measure = "9.4.2", leads = new[] { "energy-bureau" }, effectiveOn = "2021-09-01", reason = "职责调整", basis = "通政办字〔2021〕88号" };
        await api.AcceptedAsync("group-office", "tasks/9/lead", request);
        await api.RefusedAsync(409, "same-leads", "group-office", "tasks/9/lead", request);
        await api.RefusedAsync(403, "role-not-allowed", "unit:energy-bureau", "tasks/9/lead", request);
        await api.RefusedAsync(422, "unknown-unit", "leader", "tasks/9/lead", new { measure = "9.4.2", leads = new[] { "no-such-bureau" }, reason = "x", basis = "y" });
        await api.AcceptedAsync("group-office", "tasks/9/leader", new { leader = "vice-mayor-a", name = "某副市长", basis = "分工文件", effectiveOn = "2021-09-01" });

        var row = (await api.GetAsync("responsibility?milestone=9.4.2-m1")).GetProperty("items")[0];
        var delay = row.GetProperty("delay").EnumerateArray().ToList();
        delay[0].GetProperty("units")[0].GetProperty("id").GetString().ShouldBe("housing-construction-bureau");
        delay[0].GetProperty("days").GetInt32().ShouldBe(31);
        delay[1].GetProperty("units")[0].GetProperty("id").GetString().ShouldBe("energy-bureau");
        delay.Sum(d => d.GetProperty("days").GetInt32()).ShouldBe(row.GetProperty("delayDays").GetInt32());
        (await api.GetAsync("tasks/9")).GetProperty("leaderInCharge").GetProperty("name").GetString().ShouldBe("某副市长");
        // Recorded on the 30th for the 1st: late-entered, and shown so where responsibility is read, of both units.
        var intervals = row.GetProperty("intervals").EnumerateArray().ToList();
        intervals.Select(i => i.GetProperty("lateEntered").GetBoolean()).ShouldBe([false, true]);
        intervals[1].GetProperty("recordedOn").GetString().ShouldBe("2021-09-30");
        foreach (var of in new[] { "energy-bureau", "housing-construction-bureau" })
            (await api.GetAsync($"units/{of}")).GetProperty("lateEntries").EnumerateArray().ShouldContain(e => e.GetProperty("kind").GetString() == "leadChange" && e.GetProperty("subject").GetString() == "9.4.2");
        // The right to report is judged on the effective date.
        await api.AcceptedAsync("unit:housing-construction-bureau", "tasks/9/progress", new { measure = "9.4.2", narrative = "交接前进展", effectiveOn = "2021-08-31" });
        await api.RefusedAsync(403, "not-your-measure", "unit:housing-construction-bureau", "tasks/9/progress", new { measure = "9.4.2", narrative = "交接后", effectiveOn = "2021-09-02" });
    }

    [Fact]
    public async Task A_correction_is_an_event_and_the_old_answer_stays()
    {
        api.On("2021-09-10");
        await api.RegisterSystemAsync("admin-approval-bureau");
        var reading = await api.AcceptedAsync("system:admin-approval-bureau", "tasks/3/metrics", new { indicator = "3.1-i3", value = 0.8, effectiveOn = "2021-09-01" });
        var first = await api.AcceptedAsync("system:admin-approval-bureau", "tasks/3/corrections", new { entry = reading, value = 0.4, reason = "统计口径有误" });
        await api.AcceptedAsync("system:admin-approval-bureau", "tasks/3/corrections", new { entry = first, value = 0.45, reason = "再次核对" });
        await api.RefusedAsync(403, "not-your-entry", "unit:tax-bureau", "tasks/3/corrections", new { entry = reading, value = 0.1, reason = "x" });
        await api.RefusedAsync(422, "nothing-corrected", "unit:admin-approval-bureau", "tasks/3/corrections", new { entry = reading, value = 0.45, reason = "x" });
        await api.RefusedAsync(422, "field-not-of-entry", "unit:admin-approval-bureau", "tasks/3/corrections", new { entry = reading, percent = 5, reason = "x" });
        var indicator = Item((await api.GetAsync("indicators?task=3&limit=500")).GetProperty("items"), "3.1-i3");
        indicator.GetProperty("attainment").GetString().ShouldBe("met");
        indicator.GetProperty("readings")[0].GetProperty("value").GetDecimal().ShouldBe(0.45m);
        indicator.GetProperty("readings")[0].GetProperty("corrections").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Steps_break_a_milestone_into_parts_that_the_office_confirms()
    {
        api.On("2021-10-08");
        var step = new { milestone = "9.2.2-m2", owner = "state-grid-tongliao", due = "2022-06-30", deliverable = "移动终端配发到位" };
        await api.AcceptedAsync("unit:energy-bureau", "tasks/9/steps", step);
        await api.RefusedAsync(422, "owner-not-involved", "unit:energy-bureau", "tasks/9/steps", step with { owner = "education-bureau" });
        await api.RefusedAsync(422, "date-out-of-bounds", "unit:energy-bureau", "tasks/9/steps", step with { due = "2023-06-30" });
        await api.RefusedAsync(403, "role-not-allowed", "unit:energy-bureau", "tasks/9/steps/9.2.2-m2-s1/confirmation", new { });
        await api.RefusedAsync(409, "step-not-reported", "office", "tasks/9/steps/9.2.2-m2-s1/confirmation", new { });
        await api.AcceptedAsync("unit:state-grid-tongliao", "tasks/9/steps/9.2.2-m2-s1/reports", new { evidence = new[] { LedgerApi.Sha } });
        await api.AcceptedAsync("office", "tasks/9/steps/9.2.2-m2-s1/confirmation", new { });
        await api.RefusedAsync(409, "already-confirmed", "office", "tasks/9/steps/9.2.2-m2-s1/confirmation", new { });
        await api.RefusedAsync(404, "unknown-step", "office", "tasks/9/steps/9.2.2-m2-s9/confirmation", new { });
    }

    [Fact]
    public async Task No_free_text_sits_in_an_event_and_the_text_stands_beside_it()
    {
        api.On("2022-02-14");
        const string Narrative = "含有个人信息的叙述 13800138000";
        var id = await api.AcceptedAsync("unit:human-resources-bureau", "tasks/15/progress", new { measure = "15.1", narrative = Narrative });
        var e = (await api.GetAsync("tasks/15/events?limit=500")).GetProperty("items").EnumerateArray().Single(x => x.GetProperty("id").GetGuid() == id);
        e.GetProperty("data").GetRawText().ShouldNotContain("13800138000");
        e.GetProperty("data").GetProperty("narrative").GetProperty("hmac").GetString()!.Length.ShouldBe(64);
        e.GetProperty("texts").GetProperty("narrative").GetString().ShouldBe(Narrative);
        e.GetProperty("leafHash").GetString()!.Length.ShouldBe(64);
        e.GetProperty("user").GetString().ShouldBe("unit:human-resources-bureau");
    }

    public static TheoryData<int, string, string, string, object> Refusals => new()
    {
        { 422, "unknown-measure", "unit:energy-bureau", "tasks/9/progress", new { measure = "9.9", narrative = "x" } },
        { 422, "field-missing", "unit:energy-bureau", "tasks/9/progress", new { narrative = "x" } },
        { 422, "percent-out-of-bounds", "unit:energy-bureau", "tasks/9/progress", new { measure = "9.2.2", percent = 101, narrative = "x" } },
        { 422, "text-empty", "unit:energy-bureau", "tasks/9/progress", new { measure = "9.2.2", narrative = "  " } },
        { 422, "text-too-long", "unit:energy-bureau", "tasks/9/progress", new { measure = "9.2.2", narrative = new string('字', 4001) } },
        { 422, "text-control-character", "unit:energy-bureau", "tasks/9/progress", new { measure = "9.2.2", narrative = "a\0b" } },
        { 422, "date-in-future", "unit:energy-bureau", "tasks/9/progress", new { measure = "9.2.2", narrative = "x", effectiveOn = "2999-01-01" } },
        { 422, "date-out-of-bounds", "unit:energy-bureau", "tasks/9/progress", new { measure = "9.2.2", narrative = "x", effectiveOn = "2020-12-31" } },
        { 422, "evidence-not-a-hash", "unit:energy-bureau", "tasks/9/progress", new { measure = "9.2.2", narrative = "x", evidence = new[] { "abc" } } },
        { 422, "invalid-value", "unit:energy-bureau", "tasks/9/progress", "{\"measure\":\"9.2.2\",\"narrative\":\"x\",\"effectiveOn\":\"2021-02-30\"}" },
        { 422, "invalid-value", "unit:energy-bureau", "tasks/9/metrics", "{\"indicator\":\"9.2.2-i1\",\"value\":\"NaN\"}" },
        { 422, "invalid-value", "unit:energy-bureau", "tasks/9/metrics", "{\"indicator\":\"9.2.2-i1\",\"value\":1e999}" },
        { 422, "invalid-value", "unit:energy-bureau", "tasks/9/progress", "{\"measure\":\"9.2.2\",\"narrative\":\"\\ud800\"}" },
        { 422, "invalid-value", "group-office", "tasks/9/lead", "{\"leads\":[null],\"reason\":\"x\",\"basis\":\"y\"}" },
        { 422, "units-empty", "group-office", "tasks/9/lead", "{\"leads\":null,\"reason\":\"x\",\"basis\":\"y\"}" },
        { 422, "invalid-value", "unit:energy-bureau", "tasks/9/progress", "{\"measure\":\"9.2.2\",\"narrative\":\"x\",\"evidence\":[null]}" },
        { 422, "unknown-field", "unit:energy-bureau", "tasks/9/progress", "{\"measure\":\"9.2.2\",\"recordedAt\":\"2021-01-01\"}" },
        { 400, "malformed-json", "unit:energy-bureau", "tasks/9/progress", "{\"measure\":\"9.2.2\",\"measure\":\"9.2.1\"}" },
        { 400, "malformed-json", "unit:energy-bureau", "tasks/9/progress", "{\"measure\":" },
        { 400, "body-not-object", "unit:energy-bureau", "tasks/9/progress", "[]" },
        { 422, "unknown-indicator", "unit:energy-bureau", "tasks/9/metrics", new { indicator = "9.2.2-i99", value = 1 } },
        { 422, "wrong-unit-of-measure", "unit:energy-bureau", "tasks/9/metrics", new { indicator = "9.2.2-i1", value = 1, measuredIn = "小时" } },
        { 422, "value-out-of-bounds", "unit:energy-bureau", "tasks/9/metrics", new { indicator = "9.2.2-i1", value = 1e15 } },
        { 403, "not-your-indicator", "unit:tax-bureau", "tasks/9/metrics", new { indicator = "9.2.2-i1", value = 1 } },
        { 403, "not-your-measure", "unit:tax-bureau", "tasks/9/progress", new { measure = "9.2.2", narrative = "x" } },
        { 403, "not-your-unit", "unit:tax-bureau", "tasks/9/progress", new { measure = "9.2.2", narrative = "x", unit = "energy-bureau" } },
        { 403, "role-not-allowed", "auditor", "tasks/9/progress", new { measure = "9.2.2", narrative = "x" } },
        { 403, "not-your-task", "unit:tax-bureau", "tasks/15/acknowledgements", new { } },
        { 404, "unknown-item", "unit:tax-bureau", "tasks/99/progress", new { measure = "9.2.2", narrative = "x" } },
        { 404, "unknown-item", "unit:tax-bureau", "milestones/9.2.2-m99/claims", new { narrative = "x" } },
        { 404, "unknown-plan", "unit:tax-bureau", "/api/v1/plans/nowhere/tasks/9/progress", new { measure = "9.2.2", narrative = "x" } },
        { 422, "evidence-missing", "unit:energy-bureau", "milestones/9.2.1-m1/claims", new { narrative = "x" } },
        { 422, "reading-missing", "unit:energy-bureau", "milestones/9.2.2-m3/claims", new { narrative = "x", evidence = new[] { LedgerApi.Sha } } },
        { 409, "name-an-occurrence", "unit:market-regulation-bureau", "milestones/16.1-m1/claims", new { narrative = "x", evidence = new[] { LedgerApi.Sha } } },
        { 422, "unknown-entry", "unit:energy-bureau", "tasks/9/corrections", new { entry = Guid.Empty, reason = "x" } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Bad_input_is_refused_with_a_code_and_words_in_both_languages(int status, string code, string account, string path, object body)
    {
        api.On("2022-02-01");
        await api.RefusedAsync(status, code, account, path, body);
    }

    private static JsonElement Item(JsonElement items, string id) => items.EnumerateArray().Single(i => i.GetProperty("id").GetString() == id);
}
