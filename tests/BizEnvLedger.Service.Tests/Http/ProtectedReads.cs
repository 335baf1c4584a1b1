using System.Net;
using System.Text.Json;

namespace BizEnvLedger.Service.Tests.Http;

/// <summary>Who reads what is not for everybody, and what is on record of it.</summary>
public abstract class ProtectedReads(LedgerApi api)
{
    protected static readonly string[] Judging = ["office", "group-office", "leader", "auditor"];

    protected LedgerApi Api { get; } = api;

    protected async Task MayAsync(string[] accounts, params string[] paths)
    {
        foreach (var account in accounts)
            foreach (var path in paths)
                (await Api.SendAsync(HttpMethod.Get, account, path)).StatusCode.ShouldBe(HttpStatusCode.OK, $"{account} {path}");
    }

    protected async Task MayNotAsync(string[] accounts, params string[] paths)
    {
        foreach (var account in accounts)
            foreach (var path in paths)
                (await Api.SendAsync(HttpMethod.Get, account, path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{account} {path}");
    }

    protected async Task<IReadOnlyList<JsonElement>> ReadingsAsync() => [.. (await Api.GetAsync("/api/v1/readings?limit=500")).GetProperty("items").EnumerateArray()];

    protected async Task<int> PositionAsync() => (await Api.GetAsync("tasks")).GetProperty("position").GetInt32();

    protected static bool Has(JsonElement page, Guid id) => page.GetProperty("items").EnumerateArray().Any(r => r.GetProperty("id").GetGuid() == id);
}
