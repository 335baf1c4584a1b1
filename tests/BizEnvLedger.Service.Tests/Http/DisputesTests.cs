namespace BizEnvLedger.Service.Tests.Http;

public sealed class DisputesTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task A_dispute_is_raised_released_and_decided_with_the_reassignment_beside()
    {
        api.On("2021-04-28");
        var dispute = await api.AcceptedAsync("unit:housing-construction-bureau", "tasks/9/disputes", new { measure = "9.4.2", reason = "不属本单位职责" });
        await api.RefusedAsync(409, "disputed-already", "unit:housing-construction-bureau", "tasks/9/disputes", new { measure = "9.4.2", reason = "不属本单位职责" });
        await api.RefusedAsync(409, "dispute-not-released", "leader", $"tasks/9/disputes/{dispute}/decision", new { upheld = false, reason = "职责清楚" });
        await api.AcceptedAsync("approver:housing-construction-bureau", $"tasks/9/disputes/{dispute}/release", new { });
        await api.RefusedAsync(422, "units-empty", "leader", $"tasks/9/disputes/{dispute}/decision", new { upheld = true, reason = "改由能源局牵头", basis = "三定方案" });
        await api.AcceptedAsync("leader", $"tasks/9/disputes/{dispute}/decision", new { upheld = true, leads = new[] { "energy-bureau" }, reason = "改由能源局牵头", basis = "三定方案" });
        await api.RefusedAsync(409, "dispute-decided", "leader", $"tasks/9/disputes/{dispute}/decision", new { upheld = false, reason = "职责清楚" });

        var events = (await api.GetAsync("tasks/9/events?limit=500")).GetProperty("items").EnumerateArray().TakeLast(2).ToList();
        events.Select(e => e.GetProperty("type").GetString()).ShouldBe(["dispute_decided", "lead_reassigned"]);
        // One text, two commitments: it stands beside both.
        events.ShouldAllBe(e => e.GetProperty("texts").GetProperty("reason").GetString() == "改由能源局牵头");
        events[1].GetProperty("texts").GetProperty("basis").GetString().ShouldBe("三定方案");
        var row = (await api.GetAsync("coordination?kind=dispute")).GetProperty("items")[0];
        row.GetProperty("state").GetString().ShouldBe("upheld");
        row.GetProperty("from").GetProperty("id").GetString().ShouldBe("housing-construction-bureau");

        // Taken back, nothing of it waits, and it stays in sight.
        var other = await api.AcceptedAsync("unit:energy-bureau", "tasks/9/disputes", new { reason = "牵头单位有误" });
        await api.AcceptedAsync("unit:energy-bureau", $"tasks/9/disputes/{other}/withdrawal", new { reason = "填报错误" });
        await api.RefusedAsync(409, "request-withdrawn", "approver:energy-bureau", $"tasks/9/disputes/{other}/release", new { });
        await api.RefusedAsync(404, "unknown-dispute", "unit:energy-bureau", $"tasks/9/disputes/{Guid.NewGuid()}/withdrawal", new { reason = "填报错误" });
        var taken = (await api.GetAsync("coordination?kind=dispute&limit=500")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetGuid() == other);
        taken.GetProperty("state").GetString().ShouldBe("withdrawn");
        taken.GetProperty("steps")[1].GetProperty("text").GetString().ShouldBe("填报错误");

        api.On("2021-05-20");
        await api.RefusedAsync(409, "dispute-too-late", "unit:energy-bureau", "tasks/9/disputes", new { measure = "9.4.2", reason = "不属本单位职责" });
    }
}
