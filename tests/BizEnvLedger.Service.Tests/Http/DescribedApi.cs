using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Tests.Import;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace BizEnvLedger.Service.Tests.Http;

/// <summary>The service on the loaded demonstration, with its own description, and with an ear on what of a query each endpoint reads.</summary>
internal sealed class DescribedApi : IStartupFilter, IAsyncDisposable
{
    private readonly HashSet<string> read = [];
    private WebApplication? app;
    private HttpClient? client;

    public JsonElement Description { get; private set; }

    public static async Task<DescribedApi> StartAsync(LoadedDemonstration demonstration)
    {
        var api = new DescribedApi();
        var builder = LedgerApp.CreateBuilder(demonstration.Connections.Runtime);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IStartupFilter>(api);
        api.app = LedgerApp.Build(builder);
        api.app.Services.GetRequiredService<DemoIssuer>().Open();
        api.app.Services.GetRequiredService<LedgerClock>().DemonstrationOffset = new DateTimeOffset(2023, 7, 10, 9, 0, 0, TimeSpan.FromHours(8)) - DateTimeOffset.UtcNow;
        await api.app.StartAsync();
        api.client = new() { BaseAddress = new Uri(api.app.Urls.First()) };
        await api.AsAsync("office");
        api.Description = await api.client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        return api;
    }

    /// <summary>From here on this account calls.</summary>
    public async Task AsAsync(string account)
    {
        var token = await (await client!.PostAsJsonAsync("/api/v1/demo/tokens", new { account })).Content.ReadFromJsonAsync<JsonElement>();
        client!.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("accessToken").GetString());
    }

    public Task<JsonElement> GetAsync(string address) => client!.GetFromJsonAsync<JsonElement>(address);

    /// <summary>Every operation of the API, with its address filled in so that it means something in the demonstration.</summary>
    public IEnumerable<Operation> Operations() =>
        from path in Description.GetProperty("paths").EnumerateObject()
        where path.Name.StartsWith("/api/v1/", StringComparison.Ordinal)
        from method in path.Value.EnumerateObject()
        select new Operation(method.Name.ToUpperInvariant(), path.Name, method.Value);

    /// <summary>Sends, and tells the answer with the query keys that were looked for on the way.</summary>
    public async Task<(int Status, string Body, IReadOnlySet<string> Read)> SendAsync(Operation operation, string query = "", string? body = null)
    {
        read.Clear();
        var request = new HttpRequestMessage(new(operation.Method), operation.Address + query) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, operation.Takes) };
        var answer = await client!.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), new HashSet<string>(read));
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(following => http =>
        {
            http.Request.Query = new Heard(http.Request.Query, read);
            return following(http);
        });
        next(app);
    };

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await app!.StopAsync();
        await app.DisposeAsync();
    }

    private sealed class Heard(IQueryCollection query, HashSet<string> read) : IQueryCollection
    {
        public int Count => query.Count;
        public ICollection<string> Keys => query.Keys;
        public StringValues this[string key] => read.Add(key) ? query[key] : query[key];

        public bool ContainsKey(string key) => read.Add(key) ? query.ContainsKey(key) : query.ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out StringValues value)
        {
            read.Add(key);
            return query.TryGetValue(key, out value);
        }

        public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => query.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>One method of one path, as described.</summary>
internal sealed record Operation(string Method, string Path, JsonElement Described)
{
    public string Name => $"{Method} {Path}";

    public IReadOnlyList<JsonElement> Parameters => Described.TryGetProperty("parameters", out var all) ? [.. all.EnumerateArray()] : [];

    public IReadOnlySet<string> Query => Named("query").ToHashSet();

    public IEnumerable<string> Statuses => Described.GetProperty("responses").EnumerateObject().Select(r => r.Name);

    /// <summary>The name of its body's schema, where it takes JSON.</summary>
    public string? Body => Described.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json)
        ? json.GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1] : null;

    /// <summary>The media type of its body.</summary>
    public string Takes => Described.TryGetProperty("requestBody", out var body) && body.GetProperty("content").EnumerateObject().All(t => t.Name == "text/plain") ? "text/plain" : "application/json";

    public string Address => Named("path").Aggregate(Path, (path, name) => path.Replace("{" + name + "}", ValueOf(name), StringComparison.Ordinal));

    private IEnumerable<string> Named(string place) => Parameters.Where(p => p.GetProperty("in").GetString() == place).Select(p => p.GetProperty("name").GetString()!);

    private string ValueOf(string name) =>
        Parameters.Single(p => p.GetProperty("name").GetString() == name).GetProperty("schema") is var schema && schema.TryGetProperty("format", out var format) && format.GetString() == "uuid" ? Guid.Empty.ToString()
        : (name, Path.Contains("/complaints/", StringComparison.Ordinal)) switch
        {
            ("plan", _) => LoadedDemonstration.Plan,
            ("jurisdiction", _) => "150500",
            ("id", true) => "h-2022-01",
            ("id" or "milestone", _) => "9.2.2-m1",
            ("no", _) => "9",
            ("halfYear", _) => "2022H2",
            ("year", _) => "2022",
            ("register", _) => "arrears",
            ("unit", _) => "energy-bureau",
            ("entry", _) => "2022H2-01",
            ("format", _) => "json",
            _ => "none",
        };
}
