using System.Text.Json;

namespace BizEnvLedger.Service.Tests.Http;

/// <summary>Requests of a unit, released by its approver and decided by another; what waits shows as a duty of whoever must answer.</summary>
public sealed class RequestsTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    private const string Milestone = "9.2.2-m1";

    [Fact]
    public async Task A_date_is_moved_by_request_release_and_decision_and_the_first_date_stays()
    {
        api.On("2021-12-01");
        var request = await api.AcceptedAsync("unit:energy-bureau", $"milestones/{Milestone}/extensions", new { newDue = "2022-03-31", reason = "设备到货延迟" });
        (await DutiesAsync("approver:energy-bureau", "release-extension")).ShouldHaveSingleItem().GetProperty("subject").GetString().ShouldBe(Milestone);
        (await DutiesAsync("leader", "decide-extension")).ShouldBeEmpty();
        await api.RefusedAsync(409, "request-not-released", "leader", $"milestones/{Milestone}/extensions/{request}/decision", new { granted = true, reason = "同意" });
        await api.AcceptedAsync("approver:energy-bureau", $"milestones/{Milestone}/extensions/{request}/release", new { });
        var duty = (await DutiesAsync("leader", "decide-extension")).ShouldHaveSingleItem();
        duty.GetProperty("limit").GetString().ShouldBe("2021-12-08");
        duty.GetProperty("zh").GetString().ShouldNotBeNullOrWhiteSpace();
        await api.AcceptedAsync("leader", $"milestones/{Milestone}/extensions/{request}/decision", new { granted = true, newDue = "2022-02-28", reason = "同意延至二月底" });
        (await DutiesAsync("leader", "decide-extension")).ShouldBeEmpty();
        var milestone = (await api.GetAsync("milestones?task=9&limit=500")).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("id").GetString() == Milestone);
        milestone.GetProperty("due").GetString().ShouldBe("2022-02-28");
        milestone.GetProperty("originalDue").GetString().ShouldBe("2021-12-31");
        var extension = milestone.GetProperty("extensions")[0];
        extension.GetProperty("state").GetString().ShouldBe("granted");
        extension.GetProperty("reason").GetString().ShouldBe("设备到货延迟");
        extension.GetProperty("events").GetArrayLength().ShouldBe(3);
        await api.RefusedAsync(409, "request-decided", "leader", $"milestones/{Milestone}/extensions/{request}/decision", new { granted = false, reason = "改变主意" });
        await api.RefusedAsync(404, "unknown-request", "leader", $"milestones/{Milestone}/extensions/{Guid.NewGuid()}/decision", new { granted = true, reason = "x" });
    }

    [Fact]
    public async Task What_nobody_has_decided_is_taken_back_by_the_unit_and_once_released_by_its_approver()
    {
        api.On("2021-12-01");
        const string other = "9.4.2-m2", lead = "unit:housing-construction-bureau", approver = "approver:housing-construction-bureau";
        var longer = await api.AcceptedAsync(lead, $"milestones/{other}/extensions", new { newDue = "2022-03-31", reason = "设备到货延迟" });
        await api.RefusedAsync(422, "text-empty", lead, $"milestones/{other}/extensions/{longer}/withdrawal", new { });
        await api.RefusedAsync(403, "not-your-request", "unit:energy-bureau", $"milestones/{other}/extensions/{longer}/withdrawal", new { reason = "不再需要" });
        await api.AcceptedAsync(lead, $"milestones/{other}/extensions/{longer}/withdrawal", new { reason = "不再需要" });
        await api.RefusedAsync(409, "request-withdrawn", approver, $"milestones/{other}/extensions/{longer}/release", new { });
        var resting = await api.AcceptedAsync(lead, $"milestones/{other}/suspensions", new { reviewOn = "2022-03-01", precondition = "标准未出台" });
        await api.AcceptedAsync(approver, $"milestones/{other}/suspensions/{resting}/release", new { });
        await api.RefusedAsync(403, "role-not-allowed", lead, $"milestones/{other}/suspensions/{resting}/withdrawal", new { reason = "标准已出台" });
        await api.AcceptedAsync(approver, $"milestones/{other}/suspensions/{resting}/withdrawal", new { reason = "标准已出台" });
        await api.RefusedAsync(404, "unknown-request", approver, $"milestones/{other}/suspensions/{longer}/withdrawal", new { reason = "x" });
        var milestone = (await api.GetAsync("milestones?task=9&limit=500")).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("id").GetString() == other);
        foreach (var kind in new[] { "extensions", "suspensions" })
        {
            var shown = milestone.GetProperty(kind).EnumerateArray().Last();
            shown.GetProperty("state").GetString().ShouldBe("withdrawn");
            shown.GetProperty("withdrawalReason").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task A_milestone_rests_by_decision_until_its_review()
    {
        api.On("2021-12-02");
        var request = await api.AcceptedAsync("unit:housing-construction-bureau", "milestones/9.3.1-m1/suspensions", new { reviewOn = "2022-03-01", precondition = "自治区标准未出台" });
        await api.AcceptedAsync("approver:housing-construction-bureau", $"milestones/9.3.1-m1/suspensions/{request}/release", new { });
        await api.RefusedAsync(403, "role-not-allowed", "office", $"milestones/9.3.1-m1/suspensions/{request}/decision", new { granted = true, reason = "x" });
        await api.AcceptedAsync("leader", $"milestones/9.3.1-m1/suspensions/{request}/decision", new { granted = true, reason = "同意" });
        var milestone = (await api.GetAsync("milestones?task=9&limit=500")).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("id").GetString() == "9.3.1-m1");
        (milestone.GetProperty("state").GetString(), milestone.GetProperty("light").GetString()).ShouldBe(("suspended", "grey"));
        await api.AcceptedAsync("leader", $"milestones/9.3.1-m1/suspensions/{request}/end", new { reason = "标准已出台" });
    }

    [Fact]
    public async Task What_is_typed_waits_for_the_approver_and_shows_as_waiting()
    {
        api.On("2021-12-03");
        var figure = await api.AcceptedAsync("unit:energy-bureau", "tasks/9/metrics", new { indicator = "9.2.2-i1", value = 18.5, effectiveOn = "2021-12-01" });
        var indicator = await IndicatorAsync();
        (indicator.GetProperty("readings").GetArrayLength(), indicator.GetProperty("waiting").GetArrayLength()).ShouldBe((0, 1));
        (await DutiesAsync("approver:energy-bureau", "release-figure")).ShouldHaveSingleItem();
        (await DutiesAsync("approver:tax-bureau", "release-figure")).ShouldBeEmpty();
        await api.RefusedAsync(403, "not-your-unit", "approver:tax-bureau", $"tasks/9/metrics/{figure}/release", new { });
        await api.AcceptedAsync("approver:energy-bureau", $"tasks/9/metrics/{figure}/release", new { });
        indicator = await IndicatorAsync();
        (indicator.GetProperty("readings").GetArrayLength(), indicator.GetProperty("waiting").GetArrayLength()).ShouldBe((1, 0));
        indicator.GetProperty("readings")[0].GetProperty("release").GetGuid().ShouldNotBe(Guid.Empty);
        await api.AcceptedAsync("unit:energy-bureau", "tasks/9/evidence", new { entry = figure, evidence = new[] { LedgerApi.Sha } });
        await api.RefusedAsync(409, "figure-released-already", "approver:energy-bureau", $"tasks/9/metrics/{figure}/release", new { });
    }

    [Fact]
    public async Task Everybody_sees_only_what_waits_for_them()
    {
        api.On("2021-12-04");
        (await api.GetAsync("/api/v1/me/duties?limit=500", "auditor")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await api.GetAsync("/api/v1/me/duties?limit=500", "admin")).GetProperty("items").GetArrayLength().ShouldBe(0);
        var mine = (await api.GetAsync("/api/v1/me/duties?limit=500", "unit:energy-bureau")).GetProperty("items").EnumerateArray().ToList();
        mine.ShouldNotBeEmpty();
        mine.ShouldAllBe(d => d.GetProperty("units").EnumerateArray().Any(u => u.GetProperty("id").GetString() == "energy-bureau") && d.GetProperty("events").GetArrayLength() > 0);
        mine.ShouldContain(d => d.GetProperty("kind").GetString() == "claim");
    }

    private async Task<JsonElement> IndicatorAsync() =>
        (await api.GetAsync("indicators?task=9&limit=500")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetString() == "9.2.2-i1");

    private async Task<IReadOnlyList<JsonElement>> DutiesAsync(string account, string kind) =>
        [.. (await api.GetAsync($"/api/v1/me/duties?kind={kind}&limit=500", account)).GetProperty("items").EnumerateArray()];
}
