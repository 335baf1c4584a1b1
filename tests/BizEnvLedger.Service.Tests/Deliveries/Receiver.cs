using System.Collections.Concurrent;
using System.Text.Json;
using BizEnvLedger.Service.Deliveries;
using BizEnvLedger.Service.Tests.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BizEnvLedger.Service.Tests.Deliveries;

/// <summary>One message as it arrived.</summary>
public sealed record Arrival(string Id, string Path, JsonElement Body)
{
    public string Type => Body.GetProperty("type").GetString()!;

    public Guid Event => Body.GetProperty("data").GetProperty("event").GetGuid();

    public string? Task => Body.GetProperty("data").GetProperty("task") is { ValueKind: JsonValueKind.Object } task ? task.GetProperty("number").GetString() : null;
}

/// <summary>A receiver of webhooks and robot messages at an address of its own, which can be down, refuse, and come back.</summary>
public sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private readonly int port = LedgerProcess.FreePort();
    private WebApplication? app;

    /// <summary>Everything that was answered with success, in order of arrival.</summary>
    public ConcurrentQueue<Arrival> Arrived { get; } = [];

    /// <summary>What it answers with.</summary>
    public int Status { get; set; } = StatusCodes.Status204NoContent;

    /// <summary>What a robot says in its body.</summary>
    public string Says { get; set; } = "";

    /// <summary>How long it thinks.</summary>
    public TimeSpan Thinks { get; set; }

    public Uri Url => new($"http://127.0.0.1:{port}/hook");

    public string BadSignatures { get; private set; } = "";

    public Subscription Subscription(string id = "platform", params string[] events) =>
        new() { Id = id, Kind = ChannelKind.Webhook, Jurisdiction = "150500", Url = Url, Secrets = [Secret], Events = events.ToHashSet() };

    public async Task UpAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        app = builder.Build();
        app.MapPost("/{**path}", (Delegate)TakeAsync);
        await app.StartAsync();
    }

    public async Task DownAsync()
    {
        await app!.DisposeAsync();
        app = null;
    }

    public async Task HasAsync(int count, int seconds = 60)
    {
        for (var waited = 0; Arrived.Count < count && waited < seconds * 20; waited++)
            await Task.Delay(50);
        Arrived.Count.ShouldBeGreaterThanOrEqualTo(count);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var id = http.Request.Headers["webhook-id"].ToString();
        if (id.Length > 0)
        {
            var timestamp = long.Parse(http.Request.Headers["webhook-timestamp"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
            if (http.Request.Headers["webhook-signature"] != WebhookSignature.Of([Secret], id, timestamp, body) || Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - timestamp) > 60)
                BadSignatures += id + " ";
        }

        if (Thinks > TimeSpan.Zero)
            await Task.Delay(Thinks);
        if (Status is >= 200 and < 300)
            Arrived.Enqueue(new(id, http.Request.Path + http.Request.QueryString, JsonSerializer.Deserialize<JsonElement>(body)));
        return Says.Length > 0 ? Results.Text(Says, "application/json", statusCode: Status) : Results.StatusCode(Status);
    }
}
