using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;

namespace BizEnvLedger.Service.Tests.Http;

/// <summary>Whoever sends slowly holds up nobody but itself, and not for ever.</summary>
public sealed class SlowUploadsTests(TestServer server) : IAsyncLifetime
{
    private readonly LedgerApi api = new(server)
    {
        Configure = builder =>
        {
            builder.Configuration["Evidence:LeastBytesPerSecond"] = "100000";
            builder.Configuration["Evidence:Grace"] = "00:00:04";
        },
    };

    public ValueTask InitializeAsync() => api.InitializeAsync();

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task Slow_uploads_end_with_a_word_and_others_go_by_meanwhile()
    {
        var clock = Stopwatch.StartNew();
        var slow = Enumerable.Range(0, 2).Select(i => api.SendAsync(HttpMethod.Put, "unit:energy-bureau", $"/api/v1/evidence/{Hash([(byte)i])}", new Trickle(), ("Declaration", "not-classified"))).ToList();
        await Task.Delay(500, TestContext.Current.CancellationToken);
        // Everybody else goes by; the same caller waits for one of its own places.
        byte[] file = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(3000)], mine = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(3000)];
        var own = api.UploadAsync("unit:energy-bureau", Hash(mine), mine);
        (await api.UploadAsync("office", Hash(file), file)).StatusCode.ShouldBe(HttpStatusCode.Created);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3.5));
        own.IsCompleted.ShouldBeFalse();
        foreach (var answer in slow)
            await LedgerApi.ProblemAsync(await answer, 408, "upload-too-slow");
        (await own).StatusCode.ShouldBe(HttpStatusCode.Created);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    private static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>A megabyte of which some bytes come now and then.</summary>
    private sealed class Trickle : HttpContent
    {
        public Trickle() => Headers.ContentType = new("application/pdf");

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var sent = 0; sent < 200; sent++)
            {
                await stream.WriteAsync("%PDF-1.7\n"u8.ToArray());
                await stream.FlushAsync();
                await Task.Delay(200);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 1_000_000;
            return true;
        }
    }
}
