using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace BizEnvLedger.Benchmarks;

/// <summary>The service's API, as far as the bench calls it outside a load.</summary>
internal sealed class Api(int port) : IDisposable
{
    public const string Plan = "tongliao-2021-2023";

    private readonly HttpClient client = new() { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(60) };

    public async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready", ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A token of a demonstration account. With a data folder it outlives a restart.</summary>
    public async Task<string> TokenAsync(string account, CancellationToken ct)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/demo/tokens", new { account }, ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("accessToken").GetString()!;
    }

    public async Task<byte[]> GetAsync(string path, string token, CancellationToken ct)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, token, null, null, ct);
        var body = await answer.Content.ReadAsByteArrayAsync(ct);
        return answer.IsSuccessStatusCode ? body : throw new InvalidOperationException($"GET {path}: {(int)answer.StatusCode} {Encoding.UTF8.GetString(body)}");
    }

    public async Task<JsonElement> JsonAsync(string path, string token, CancellationToken ct) => JsonSerializer.Deserialize<JsonElement>(await GetAsync(path, token, ct));

    public Task<HttpResponseMessage> PostAsync(string path, string token, string body, string? key, CancellationToken ct) => SendAsync(HttpMethod.Post, path, token, body, key, ct);

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string token, string? body, string? key, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/plans/{Plan}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.SendAsync(request, ct);
    }
}
