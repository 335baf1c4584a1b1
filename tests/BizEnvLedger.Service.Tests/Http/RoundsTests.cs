using System.Security.Cryptography;

namespace BizEnvLedger.Service.Tests.Http;

public sealed class RoundsTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task Rounds_close_once_in_order_after_their_last_day_and_their_reports_never_change()
    {
        api.On("2021-06-20");
        await api.RegisterSystemAsync("admin-approval-bureau");
        await api.RefusedAsync(403, "role-not-allowed", "auditor", "inspections", new { halfYear = "2021H1" });
        await api.RefusedAsync(422, "malformed-half-year", "office", "inspections", new { halfYear = "2021-1" });
        await api.RefusedAsync(422, "half-year-outside-plan", "office", "inspections", new { halfYear = "2019H1" });
        await api.RefusedAsync(409, "half-year-not-begun", "office", "inspections", new { halfYear = "2021H2" });
        await api.OpenRoundAsync("2021H1");
        await api.RefusedAsync(409, "round-open-already", "office", "inspections", new { halfYear = "2021H1" });
        await api.RefusedAsync(409, "half-year-not-over", "office", "inspections/2021H1/close", new { });
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "office", "inspections/2021H1/report.docx"), 409, "round-not-closed");
        var reading = await api.AcceptedAsync("system:admin-approval-bureau", "tasks/3/metrics", new { indicator = "3.1-i3", value = 0.9, effectiveOn = "2021-06-15" });

        api.On("2021-07-12");
        await api.RefusedAsync(404, "unknown-round", "office", "inspections/2021H2/close", new { });
        await api.OpenRoundAsync("2021H2");
        await api.AcceptedAsync("office", "inspections/2021H1/close", new { });
        await api.RefusedAsync(409, "round-closed-already", "office", "inspections/2021H1/close", new { });
        var round = (await api.GetAsync("inspections")).GetProperty("items")[0];
        round.GetProperty("state").GetString().ShouldBe("closed");

        foreach (var format in new[] { "json", "xlsx", "docx" })
        {
            var first = await BytesAsync(format);
            api.On("2021-07-13");
            if (format == "json")
                Convert.ToHexStringLower(SHA256.HashData(first)).ShouldBe(round.GetProperty("dataSetSha256").GetString());
            await api.AcceptedAsync("system:admin-approval-bureau", "tasks/3/metrics", new { indicator = "3.1-i3", value = 0.8, effectiveOn = "2021-06-20" });
            (await BytesAsync(format)).ShouldBe(first);
        }

        // What comes later is restated, never folded in.
        await api.AcceptedAsync("system:admin-approval-bureau", "tasks/3/corrections", new { entry = reading, value = 1.2, reason = "核对后更正" });
        var restated = await api.GetAsync("inspections/2021H1/restated");
        restated.GetProperty("corrections")[0].GetProperty("after").GetDecimal().ShouldBe(1.2m);
        restated.GetProperty("lateEntries").GetArrayLength().ShouldBe(3);
        (await api.GetAsync("indicators?task=3")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetString() == "3.1-i3")
            .GetProperty("readings")[1].GetProperty("lateEntered").GetBoolean().ShouldBeTrue();
        var view = (await api.GetAsync("inspections/2021H1")).GetProperty("view").GetProperty("totals");
        view.GetProperty("due").GetInt32().ShouldBe(view.GetProperty("onTime").GetInt32() + view.GetProperty("extended").GetInt32() + view.GetProperty("late").GetInt32() + view.GetProperty("open").GetInt32());
    }

    private async Task<byte[]> BytesAsync(string format)
    {
        var answer = await api.SendAsync(HttpMethod.Get, "auditor", $"inspections/2021H1/report.{format}");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
