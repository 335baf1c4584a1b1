using System.Net;
using BizEnvLedger.Service.Tests.Http;

namespace BizEnvLedger.Service.Tests.Complaints;

public sealed class PublicLimitsTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task One_address_writes_ten_times_a_minute_and_others_are_not_held_up()
    {
        api.On("2021-05-10");
        const string Form = "/api/v1/public/150500/complaints";
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => api.PostAsync("", Form, new { text = "x" })));
        // Two windows may meet in one test; never more than two of them do.
        answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBeInRange(10, 20);
        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        await LedgerApi.ProblemAsync(refused, 429, "too-many-requests");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        // Reading, and whoever has an account, are counted elsewhere or nowhere.
        (await api.SendAsync(HttpMethod.Get, "", "/api/v1/public/150500/exposures")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await api.AcceptedAsync("office", "complaints", new { kind = "complaint", channel = "letter", text = "来信" });
    }
}
