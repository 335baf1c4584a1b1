namespace BizEnvLedger.Service.Tests.Http;

public sealed class UnitsTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    private const string Region = "kezuo-middle-banner";

    [Fact]
    public async Task Groups_get_members_regions_their_own_plans_and_units_successors()
    {
        var sha = LedgerApi.Sha;

        // 各旗县市区人民政府 is open in the document: its members are introduced with it.
        api.On("2021-05-10");
        await api.RefusedAsync(403, "role-not-allowed", "office", "units/region-governments/members", new { members = new[] { new { unit = Region } }, basis = "通办字" });
        await api.RefusedAsync(422, "unknown-unit", "group-office", "units/region-governments/members", new { members = new[] { new { unit = Region } }, basis = "通办字" });
        await api.RefusedAsync(404, "unknown-unit-path", "group-office", "units/no-such-group/members", new { members = new[] { new { unit = Region } }, basis = "通办字" });
        await api.AcceptedAsync("group-office", "units/region-governments/members", new
        {
            members = new[] { new { unit = Region, from = "2021-04-26" } },
            @new = new[] { new { id = Region, name = "科左中旗", kind = "region" } },
            basis = "通办字〔2021〕5号",
        });
        var group = await api.GetAsync("units/region-governments");
        var member = group.GetProperty("history").GetProperty("members")[0];
        (member.GetProperty("unit").GetProperty("name").GetString(), member.GetProperty("from").GetString(), member.GetProperty("lateEntered").GetBoolean()).ShouldBe(("科左中旗", "2021-04-26", true));

        // 落实方案: who has none, for how many days.
        var missing = (await api.GetAsync("implementation-plans?kind=region&missing=true")).GetProperty("items");
        (missing.GetArrayLength(), missing[0].GetProperty("daysWithout").GetInt32()).ShouldBe((1, 14));
        await api.RefusedAsync(422, "evidence-unknown", $"unit:{Region}", $"units/{Region}/implementation-plans", new { documentNumber = "中旗政发〔2021〕12号", visibility = "public", evidence = new[] { new string('b', 64) } });
        await api.RefusedAsync(403, "not-your-unit", "unit:housing-construction-bureau", $"units/{Region}/implementation-plans", new { documentNumber = "中旗政发〔2021〕12号", visibility = "public", evidence = new[] { sha } });
        await api.RefusedAsync(404, "unknown-unit-path", "group-office", "units/a:b/implementation-plans", new { documentNumber = "中旗政发〔2021〕12号", visibility = "public", evidence = new[] { sha } });
        await api.AcceptedAsync($"unit:{Region}", $"units/{Region}/implementation-plans", new { documentNumber = "中旗政发〔2021〕12号", effectiveOn = "2021-05-08", visibility = "public", evidence = new[] { sha } });
        (await api.GetAsync("implementation-plans?kind=region&missing=true")).GetProperty("total").GetInt32().ShouldBe(0);

        // A region owns a step, reports it, and the office confirms it.
        await api.AcceptedAsync("unit:housing-construction-bureau", "tasks/9/steps", new { milestone = "9.4.2-m1", owner = Region, due = "2021-06-30", deliverable = "开通网上办理" });
        await api.RefusedAsync(403, "not-your-step", "unit:housing-construction-bureau", "tasks/9/steps/9.4.2-m1-s1/reports", new { evidence = new[] { sha } });
        await api.AcceptedAsync($"unit:{Region}", "tasks/9/steps/9.4.2-m1-s1/reports", new { narrative = "已开通", evidence = new[] { sha } });
        await api.AcceptedAsync("office", "tasks/9/steps/9.4.2-m1-s1/confirmation", new { });
        var step = (await api.GetAsync($"units/{Region}")).GetProperty("steps")[0];
        (step.GetProperty("reportedOn").GetString(), step.GetProperty("doneOn").GetString()).ShouldBe(("2021-05-10", "2021-05-10"));

        // 主要负责人: the name stands beside the ledger and only those who may see it do.
        var term = await api.AcceptedAsync("group-office", "units/housing-construction-bureau/first-responsible", new { name = "王某", post = "局长", effectiveOn = "2021-05-01" });
        foreach (var (account, name) in new[] { ("auditor", "王某"), ("unit:housing-construction-bureau", "王某"), ("unit:water-bureau", null), ("admin", null) })
            (await api.GetAsync("units/housing-construction-bureau", account)).GetProperty("history").GetProperty("firstResponsible")[0].GetProperty("name").GetString().ShouldBe(name, account);
        await api.RefusedAsync(404, "unknown-term", "group-office", "units/water-bureau/first-responsible/end", new { term, reason = "调离" });
        await api.AcceptedAsync("group-office", "units/housing-construction-bureau/first-responsible/end", new { term, until = "2021-05-09", reason = "调离" });

        // What was entered wrongly is taken back, stays in sight and counts for nothing.
        var mistaken = await api.AcceptedAsync("group-office", "units/water-bureau/first-responsible", new { name = "李某", post = "局长" });
        await api.RefusedAsync(403, "role-not-allowed", "office", "units/corrections", new { entry = mistaken, withdrawn = true, reason = "任免文件有误" });
        await api.RefusedAsync(422, "unknown-roster-entry", "group-office", "units/corrections", new { entry = Guid.NewGuid(), withdrawn = true, reason = "任免文件有误" });
        await api.AcceptedAsync("group-office", "units/corrections", new { entry = mistaken, withdrawn = true, reason = "任免文件有误" });
        await api.RefusedAsync(404, "unknown-term", "group-office", "units/water-bureau/first-responsible/end", new { term = mistaken, reason = "调离" });
        var shown = (await api.GetAsync("units/water-bureau")).GetProperty("history").GetProperty("firstResponsible")[0];
        (shown.GetProperty("withdrawn").GetBoolean(), shown.GetProperty("name").GetString(), shown.GetProperty("corrections").GetArrayLength()).ShouldBe((true, "李某", 1));
        var merger = await api.AcceptedAsync("group-office", "units/successions", new
        {
            kind = "rename", from = new[] { "water-bureau" }, to = new[] { "water-affairs" }, basis = "通编办〔2021〕9号", @new = new[] { new { id = "water-affairs", name = "市水务局局", kind = "department" } },
        });
        await api.AcceptedAsync("group-office", "units/corrections", new { entry = merger, withdrawn = true, reason = "名称有误" });
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", "units/water-affairs"), 404, "unknown-unit-path");
        var taken = (await api.GetAsync("units/successions")).GetProperty("items").EnumerateArray().Single(s => s.GetProperty("event").GetGuid() == merger);
        (taken.GetProperty("withdrawn").GetBoolean(), taken.GetProperty("to")[0].GetProperty("name").GetString()).ShouldBe((true, "市水务局局"));

        // 更名: the housing bureau takes another name on 1 September; its claim goes on.
        api.On("2021-08-25");
        var claim = await api.AcceptedAsync("unit:housing-construction-bureau", "milestones/9.4.2-m2/claims", new { narrative = "已完成", evidence = new[] { sha } });
        var succession = new
        {
            kind = "rename", from = new[] { "housing-construction-bureau" }, to = new[] { "housing-urban-bureau" }, effectiveOn = "2021-09-01", basis = "通编办〔2021〕30号",
            @new = new[] { new { id = "housing-urban-bureau", name = "市住房和城乡管理局", kind = "department" } },
        };
        await api.RefusedAsync(403, "role-not-allowed", "office", "units/successions", succession);
        var became = await api.AcceptedAsync("group-office", "units/successions", succession);
        await api.RefusedAsync(409, "unit-known-already", "group-office", "units/successions", succession);
        await api.RefusedAsync(403, "not-your-unit", "approver:housing-urban-bureau", $"milestones/9.4.2-m2/claims/{claim}/release", new { });

        api.On("2021-09-02");
        var refusal = await api.RefusedAsync(403, "unit-succeeded", "approver:housing-construction-bureau", $"milestones/9.4.2-m2/claims/{claim}/release", new { });
        refusal.GetProperty("title").GetString()!.ShouldContain("市住房和城乡管理局");
        await api.RefusedAsync(403, "unit-succeeded", "unit:housing-construction-bureau", "tasks/9/progress", new { measure = "9.4.1", narrative = "进展", effectiveOn = "2021-08-31" });
        await api.AcceptedAsync("unit:housing-urban-bureau", "tasks/9/progress", new { measure = "9.4.1", narrative = "进展", effectiveOn = "2021-08-31" });
        await api.AcceptedAsync("approver:housing-urban-bureau", $"milestones/9.4.2-m2/claims/{claim}/release", new { });

        var refused = await api.RefusedAsync(409, "succession-rested-on", "group-office", "units/corrections", new { entry = became, withdrawn = true, reason = "名称有误" });
        refused.GetProperty("title").GetString()!.ShouldContain("tongliao-2021-2023:09");

        // Days before stay with the old id; the successor answers, told apart.
        var row = (await api.GetAsync("responsibility?milestone=9.4.2-m1&unit=housing-urban-bureau")).GetProperty("items")[0];
        var answer = row.GetProperty("answer");
        (answer.GetProperty("ownDays").GetInt32(), answer.GetProperty("former")[0].GetProperty("days").GetInt32(), answer.GetProperty("days").GetInt32()).ShouldBe((2, 31, 33));
        answer.GetProperty("former")[0].GetProperty("unit").GetProperty("name").GetString().ShouldBe("市住建局（现市住房和城乡管理局）");
        row.GetProperty("delay").EnumerateArray().Sum(d => d.GetProperty("days").GetInt32()).ShouldBe(row.GetProperty("delayDays").GetInt32());

        var old = await api.GetAsync("units/housing-construction-bureau");
        old.GetProperty("history").GetProperty("succeededBy")[0].GetProperty("id").GetString().ShouldBe("housing-urban-bureau");
        old.GetProperty("summary").GetProperty("leads").GetInt32().ShouldBe(0);
        (await api.GetAsync("units/housing-construction-bureau?on=2021-08-31")).GetProperty("summary").GetProperty("leads").GetInt32().ShouldBeGreaterThan(0);
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", "units/housing-urban-bureau?on=2021-08-31"), 404, "unknown-unit-path");
        var present = await api.GetAsync("units/housing-urban-bureau");
        present.GetProperty("summary").GetProperty("formerly")[0].GetProperty("id").GetString().ShouldBe("housing-construction-bureau");
        present.GetProperty("summary").GetProperty("formerDelayDays").GetInt32().ShouldBeGreaterThan(31);
        present.GetProperty("history").GetProperty("successions")[0].GetProperty("event").GetGuid().ShouldBe(became);
        // What was known before it was recorded does not know it.
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", "units/housing-urban-bureau?recordedBy=2021-08-24&on=2021-09-02"), 404, "unknown-unit-path");
        (await api.GetAsync("units?limit=500")).GetProperty("items").EnumerateArray().Select(u => u.GetProperty("id").GetString()).ShouldNotContain("housing-construction-bureau");
        (await api.GetAsync("units/successions")).GetProperty("items").EnumerateArray().First(s => !s.GetProperty("withdrawn").GetBoolean()).GetProperty("from")[0].GetProperty("name").GetString().ShouldBe("市住建局");

        var view = (await api.GetAsync("inspections/2021H2")).GetProperty("view");
        var figures = view.GetProperty("units").EnumerateArray().Single(u => u.GetProperty("id").GetString() == "housing-urban-bureau");
        figures.GetProperty("formerly")[0].GetProperty("name").GetString().ShouldBe("市住建局");
        view.GetProperty("regions")[0].GetProperty("documentNumber").GetString().ShouldBe("中旗政发〔2021〕12号");
    }
}
