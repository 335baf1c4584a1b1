using System.Text.Json;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Audit;
using BizEnvLedger.Service.Tests.Http;

namespace BizEnvLedger.Service.Tests.Audit;

public sealed class DifferenceTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    private const string Milestone = "9.3.1-m1";
    private const string Housing = "housing-construction-bureau";

    [Fact]
    public async Task Between_two_moments_stands_what_changed_with_words_units_and_events()
    {
        api.On("2021-06-10");
        var claim = await api.AcceptedAsync($"unit:{Housing}", $"milestones/{Milestone}/claims", new { narrative = "已完成", evidence = new[] { LedgerApi.Sha } });
        await api.AcceptedAsync($"approver:{Housing}", $"milestones/{Milestone}/claims/{claim}/release", new { });
        api.On("2021-06-12");
        var diff = await api.GetAsync("/api/v1/audit/diff?from=2021-06-09&to=2021-06-11", "auditor");
        var items = diff.GetProperty("items").EnumerateArray().ToList();
        var state = items.Single(i => i.GetProperty("subject").GetString() == Milestone && i.GetProperty("what").GetString() == "state");
        (state.GetProperty("before").GetString(), state.GetProperty("after").GetString()).ShouldBe(("planned", "claimed"));
        state.GetProperty("zh").GetString().ShouldBe("9.3.1-m1 状态由“未启动”变为“已申报”");
        state.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("id").GetString()).ShouldContain(Housing);
        state.GetProperty("events").EnumerateArray().Select(e => e.GetGuid()).ShouldContain(claim);
        items.Where(i => i.GetProperty("what").GetString() is not ("daysLate" or "light")).ShouldAllBe(i => i.GetProperty("task").GetString() == "9");

        (await api.GetAsync("/api/v1/audit/diff?from=2021-06-11&to=2021-06-11", "auditor")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await api.GetAsync("/api/v1/audit/diff?from=2021-06-09&unit=finance-bureau", "auditor")).GetProperty("items").EnumerateArray().ShouldAllBe(i => i.GetProperty("subject").GetString() != Milestone);
        // Nothing was learned about a day before the claim's own.
        (await api.GetAsync("/api/v1/audit/diff?from=2021-06-09&effectiveOn=2021-06-01", "auditor")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("from=2021-06-12&to=2021-06-01", 422, "from-after-to")]
    [InlineData("to=2021-06-01", 422, "field-missing")]
    [InlineData("from=yesterday", 400, "malformed-time")]
    [InlineData("from=2021-04-20&to=later", 400, "malformed-time")]
    [InlineData("from=2021-04-20&plan=none", 404, "unknown-plan")]
    public async Task What_cannot_be_compared_is_said(string query, int status, string code) =>
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", "/api/v1/audit/diff?" + query), status, code);

    [Fact]
    public void Every_difference_has_its_words() =>
        Enum.GetValues<Differs>().Select(d => JsonNamingPolicy.CamelCase.ConvertName(d.ToString())).Except(DifferenceWords.Keys).ShouldBeEmpty();
}
