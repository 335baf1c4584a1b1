namespace BizEnvLedger.Service.Tests.Http;

/// <summary>Its own ledger: changes are recorded in the order of their effect.</summary>
public sealed class AmendmentsTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task A_later_document_adds_a_task_a_measure_and_members_and_they_are_there_from_its_day_on()
    {
        api.On("2022-03-05");
        await api.AcceptedAsync("group-office", "amendments", new
        {
            format = "bizenv-amendment/1", id = "amendment-2", plan = LedgerApi.Plan, title = "增补任务", documentNumber = "通政字〔2022〕12号", effectiveOn = "2022-04-01",
            units = new[] { new { id = "data-bureau", name = "市数据局", kind = "department" } },
            addTasks = new[] { new { number = 24, area = "1", title = "数据共享", clause = "增补一", leads = new[] { "data-bureau" }, measures = new[] { new { id = "24.1", title = "目录", clause = "增补一（1）", milestones = new[] { new { id = "24.1-m1", statement = "编制目录", due = "2022-12-31", dueText = "2022年底前" } } } } } },
            addMeasures = new[] { new { under = "15", measure = new { id = "15.4", title = "新措施", clause = "增补二" } } },
        });
        await api.AcceptedAsync("group-office", "clarifications", new
        {
            format = "bizenv-clarification/1", id = "clarification-1", plan = LedgerApi.Plan, title = "明确市直相关部门", documentNumber = "领导小组会议纪要〔2022〕1号", effectiveOn = "2022-04-01",
            groups = new[] { new { group = "municipal-departments", members = new[] { "education-bureau", "health-commission" } } },
        });
        // Not before its day: neither the task, nor the group's right to report.
        (await api.GetAsync("tasks?limit=500")).GetProperty("total").GetInt32().ShouldBe(23);
        await api.RefusedAsync(403, "not-your-measure", "unit:education-bureau", "tasks/1/progress", new { measure = "1.1", narrative = "x" });
        api.On("2022-04-02");
        (await api.GetAsync("tasks?limit=500")).GetProperty("total").GetInt32().ShouldBe(24);
        (await api.GetAsync("tasks?limit=500&effectiveOn=2022-03-31")).GetProperty("total").GetInt32().ShouldBe(23);
        await api.AcceptedAsync("unit:data-bureau", "tasks/24/progress", new { measure = "24.1", narrative = "启动" });
        await api.AcceptedAsync("unit:education-bureau", "tasks/1/progress", new { measure = "1.1", narrative = "权力清单梳理" });
        await api.RefusedAsync(403, "not-your-measure", "unit:education-bureau", "tasks/1/progress", new { measure = "1.1", narrative = "x", effectiveOn = "2022-03-31" });
        (await api.GetAsync("tasks/15")).GetProperty("measures").EnumerateArray().Select(m => m.GetProperty("id").GetString()).ShouldContain("15.4");
        await api.AcceptedAsync("group-office", "amendments", new
        {
            format = "bizenv-amendment/1", id = "amendment-3", plan = LedgerApi.Plan, title = "撤销", documentNumber = "通政字〔2022〕13号", effectiveOn = "2022-04-02", withdraw = new[] { "24.1-m1" },
        });
        var withdrawn = (await api.GetAsync("milestones?task=24")).GetProperty("items")[0];
        withdrawn.GetProperty("state").GetString().ShouldBe("withdrawn");
        withdrawn.GetProperty("originalDue").GetString().ShouldBe("2022-12-31");
    }
}
