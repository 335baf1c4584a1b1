using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.Http;

/// <summary>The service over real HTTP and a real database of its own, with the reference plan issued on 2021-04-26 and the clock where the test sets it.</summary>
public class LedgerApi(TestServer server) : IAsyncLifetime
{
    public const string Plan = "tongliao-2021-2023";
    private readonly Dictionary<string, string> tokens = [];
    private readonly HashSet<string> bringers = [];
    private WebApplication? app;

    public HttpClient Client { get; private set; } = null!;
    public LedgerConnections Connections { get; private set; } = null!;
    public IServiceProvider Services => app!.Services;

    /// <summary>What a test adds to the service before it is built.</summary>
    public Action<WebApplicationBuilder> Configure { get; init; } = _ => { };

    public static byte[] PlanBytes { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "plans", Plan, "plan.json"));

    /// <summary>Whether the sample file is in from the start; an import goes on from what it brought itself.</summary>
    protected virtual bool HoldsSample => true;

    public async ValueTask InitializeAsync()
    {
        Connections = await server.CreateDatabaseAsync();
        var builder = LedgerApp.CreateBuilder(Connections.Runtime);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        Configure(builder);
        app = LedgerApp.Build(builder);
        Services.GetRequiredService<DemoIssuer>().Open();
        On("2021-04-26");
        await app.StartAsync();
        Client = new() { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
        (await PostRawAsync("group-office", "/api/v1/plans", PlanBytes)).StatusCode.ShouldBe(HttpStatusCode.Created);
        if (HoldsSample)
            (await UploadAsync("office", Sha, SampleFile)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    /// <summary>A file that acts may cite; the ledger holds it from the start.</summary>
    public static byte[] SampleFile { get; } = [.. "%PDF-1.7\n"u8, .. Encoding.UTF8.GetBytes("佐证材料样本")];

    /// <summary>SHA-256 of <see cref="SampleFile"/>.</summary>
    public static string Sha { get; } = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(SampleFile));

    public Task<HttpResponseMessage> UploadAsync(string account, string sha256, byte[] file, string type = "application/pdf", string? declaration = "not-classified")
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return SendAsync(HttpMethod.Put, account, $"/api/v1/evidence/{sha256}", content, declaration is null ? [] : [("Declaration", declaration)]);
    }

    /// <summary>Registers a unit's business system, so that its figures count at once.</summary>
    public Task RegisterSystemAsync(string unit) => AcceptedAsync($"approver:{unit}", $"units/{unit}/systems", new { system = $"system:{unit}", name = "业务系统" });

    /// <summary>Sets the ledger's day; it then runs on from nine o'clock.</summary>
    public void On(string day) => Services.GetRequiredService<LedgerClock>().DemonstrationOffset =
        new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).ToDateTime(new(9, 0)), TimeSpan.FromHours(8)) - DateTimeOffset.UtcNow;

    public async Task<string> TokenAsync(string account)
    {
        if (tokens.TryGetValue(account, out var known))
            return known;
        var (name, person) = account.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? (account[..slash], account[(slash + 1)..]) : (account, null);
        var answer = await Client.PostAsJsonAsync("/api/v1/demo/tokens", new { account = name, person }, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return tokens[account] = json.GetProperty("accessToken").GetString()!;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string account, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/plans/{Plan}/{path}") { Content = content };
        if (account.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(account));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Posts. Whoever is about to cite the sample file brings it in first: to know its hash is not to hold it.</summary>
    public async Task<HttpResponseMessage> PostAsync(string account, string path, object body, params (string Name, string Value)[] headers)
    {
        var text = body as string ?? JsonSerializer.Serialize(body, LedgerJson.Options);
        if (text.Contains(Sha, StringComparison.Ordinal) && account.StartsWith("unit:", StringComparison.Ordinal) && bringers.Add(account))
            (await UploadAsync(account, Sha, SampleFile)).IsSuccessStatusCode.ShouldBeTrue();
        return await SendAsync(HttpMethod.Post, account, path, new StringContent(text, Encoding.UTF8, "application/json"), headers);
    }

    public Task<HttpResponseMessage> PostRawAsync(string account, string path, byte[] body, string type = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return SendAsync(HttpMethod.Post, account, path, content);
    }

    /// <summary>Posts, expects a receipt, and gives the first event's id.</summary>
    public async Task<Guid> AcceptedAsync(string account, string path, object body, params (string Name, string Value)[] headers)
    {
        var answer = await PostAsync(account, path, body, headers);
        var json = await JsonAsync(answer);
        ((int)answer.StatusCode).ShouldBeInRange(200, 299, json.ToString());
        return json.GetProperty("eventIds")[0].GetGuid();
    }

    /// <summary>Posts, and expects a problem of this status and code, with words in both languages.</summary>
    public async Task<JsonElement> RefusedAsync(int status, string code, string account, string path, object body, params (string Name, string Value)[] headers) =>
        await ProblemAsync(await PostAsync(account, path, body, headers), status, code);

    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, int status, string code)
    {
        var json = await JsonAsync(answer);
        ((int)answer.StatusCode).ShouldBe(status, json.ToString());
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        json.GetProperty("code").GetString().ShouldBe(code, json.ToString());
        json.GetProperty("status").GetInt32().ShouldBe(status);
        foreach (var word in new[] { "title", "titleEn", "detail", "detailEn" })
            json.GetProperty(word).GetString().ShouldNotBeNullOrWhiteSpace();
        return json;
    }

    public async Task<JsonElement> GetAsync(string path, string account = "auditor")
    {
        var answer = await SendAsync(HttpMethod.Get, account, path);
        var json = await JsonAsync(answer);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, json.ToString());
        return json;
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Stops the service; the database stays until the run ends.</summary>
    public async Task StopAsync()
    {
        if (app is not null)
            await app.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await StopAsync();
        if (app is not null)
            await app.DisposeAsync();
    }
}

/// <summary>The same with nothing but the plan in the ledger.</summary>
public sealed class BareLedgerApi(TestServer server) : LedgerApi(server)
{
    protected override bool HoldsSample => false;
}
