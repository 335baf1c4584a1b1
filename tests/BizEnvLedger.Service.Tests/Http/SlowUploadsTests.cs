using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

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
        var token = await api.TokenAsync("unit:energy-bureau");
        var slow = Enumerable.Range(0, 2).Select(i => TrickleAsync(api.Client.BaseAddress!, token, Hash([(byte)i]))).ToList();
        await Task.Delay(500, TestContext.Current.CancellationToken);
        // Everybody else goes by; the same caller waits for one of its own places.
        byte[] file = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(3000)], mine = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(3000)];
        var own = api.UploadAsync("unit:energy-bureau", Hash(mine), mine);
        (await api.UploadAsync("office", Hash(file), file)).StatusCode.ShouldBe(HttpStatusCode.Created);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3.5));
        own.IsCompleted.ShouldBeFalse();
        foreach (var answer in slow)
            (await answer).ShouldSatisfyAllConditions(a => a.ShouldStartWith("HTTP/1.1 408 "), a => a.ShouldContain("\"code\":\"upload-too-slow\""));
        (await own).StatusCode.ShouldBe(HttpStatusCode.Created);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    private static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>Announces a megabyte, sends some bytes now and then, and gives what comes back.</summary>
    private static async Task<string> TrickleAsync(Uri address, string token, string sha256)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"PUT /api/v1/evidence/{sha256} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nDeclaration: not-classified\r\n"
            + "Content-Type: application/pdf\r\nContent-Length: 1000000\r\nConnection: close\r\n\r\n%PDF-1.7\n"));
        var answer = new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            while (!answer.IsCompleted)
            {
                await stream.WriteAsync("x"u8.ToArray());
                await Task.WhenAny(answer, Task.Delay(200));
            }
        }
        catch (IOException)
        {
            // The service has said its word and hung up.
        }

        return await answer;
    }
}
