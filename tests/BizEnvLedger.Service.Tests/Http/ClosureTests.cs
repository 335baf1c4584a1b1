using System.Text.Json;

namespace BizEnvLedger.Service.Tests.Http;

/// <summary>Its own ledger: what was known when is asked, so days only go forward.</summary>
public sealed class ClosureTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task A_milestone_goes_from_assignment_to_closure_and_the_light_turns_blue()
    {
        api.On("2021-12-20");
        await api.RegisterSystemAsync("energy-bureau");
        await api.AcceptedAsync("unit:energy-bureau", "tasks/9/acknowledgements", new { });
        await api.AcceptedAsync("unit:energy-bureau", "tasks/9/progress", new { measure = "9.2.2", percent = 60, narrative = "并联办理流程已上线", effectiveOn = "2021-06-30" });
        var reading = await api.AcceptedAsync("system:energy-bureau", "tasks/9/metrics", new { indicator = "9.2.2-i1", value = 18.5, measuredIn = "工作日", source = "营销系统", effectiveOn = "2021-12-15" });
        var claim = await api.AcceptedAsync("unit:energy-bureau", "milestones/9.2.2-m1/claims", new { effectiveOn = "2021-12-20", narrative = "办电时间压减到位", evidence = new[] { LedgerApi.Sha } });
        await api.AcceptedAsync("approver:energy-bureau", $"milestones/9.2.2-m1/claims/{claim}/release", new { });
        api.On("2021-12-28");
        await api.AcceptedAsync("office", "milestones/9.2.2-m1/verifications", new { claim, finding = "抽查 20 户，属实" });

        var milestone = Item((await api.GetAsync("milestones?task=9&limit=500")).GetProperty("items"), "9.2.2-m1");
        milestone.GetProperty("state").GetString().ShouldBe("closed");
        milestone.GetProperty("light").GetString().ShouldBe("blue");
        milestone.GetProperty("closedOn").GetString().ShouldBe("2021-12-20");
        milestone.GetProperty("daysLate").GetInt32().ShouldBe(0);
        milestone.GetProperty("claims")[0].GetProperty("readings")[0].GetGuid().ShouldBe(reading);
        milestone.GetProperty("reasons").EnumerateArray().Last().GetProperty("zh").GetString()!.ShouldContain("2021-12-20");

        // As of the day before the verification the same milestone waits, claimed; as of June it was in progress.
        Item((await api.GetAsync("milestones?task=9&limit=500&recordedBy=2021-12-27")).GetProperty("items"), "9.2.2-m1").GetProperty("state").GetString().ShouldBe("claimed");
        Item((await api.GetAsync("milestones?task=9&limit=500&effectiveOn=2021-07-01")).GetProperty("items"), "9.2.2-m1").GetProperty("state").GetString().ShouldBe("inProgress");

        await api.RefusedAsync(409, "claim-decided", "office", "milestones/9.2.2-m1/verifications", new { claim, finding = "再次" });
        await api.RefusedAsync(409, "already-closed", "unit:energy-bureau", "milestones/9.2.2-m1/claims", new { narrative = "再次", evidence = new[] { LedgerApi.Sha } });
    }

    private static JsonElement Item(JsonElement items, string id) => items.EnumerateArray().Single(i => i.GetProperty("id").GetString() == id);
}
