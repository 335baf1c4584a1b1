using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BizEnvLedger.Benchmarks;

/// <summary>What came of a load.</summary>
/// <param name="Accepted">Answers 2xx.</param>
/// <param name="Refused">All others.</param>
/// <param name="Milliseconds">Of each request, from the first byte sent to the last byte read.</param>
internal sealed record LoadResult(int Accepted, int Refused, TimeSpan Took, IReadOnlyList<double> Milliseconds, string? FirstRefusal)
{
    public double PerSecond => Accepted / Took.TotalSeconds;
}

/// <summary>
/// Keep-alive connections, a thread and a socket each, as pgbench has them: HttpClient would take a share of the two cores that
/// belongs to what is measured.
/// </summary>
internal static class Load
{
    /// <param name="next">The whole request, by connection and count; null ends that connection's part.</param>
    /// <param name="pause">Between two requests of a connection.</param>
    public static async Task<LoadResult> RunAsync(int port, int connections, TimeSpan time, Func<int, int, byte[]?> next, TimeSpan pause, CancellationToken ct)
    {
        var samples = new ConcurrentBag<List<double>>();
        var (accepted, refused, first) = (0, 0, (string?)null);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(connection => Task.Factory.StartNew(
            () =>
            {
                var mine = new List<double>();
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
                socket.Connect(IPAddress.Loopback, port);
                var answer = new Answer(socket);
                for (var i = 0; watch.Elapsed < time && !ct.IsCancellationRequested && next(connection, i) is { } request; i++)
                {
                    var began = Stopwatch.GetTimestamp();
                    socket.Send(request);
                    var status = answer.Read();
                    mine.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    if (status is >= 200 and < 300)
                    {
                        Interlocked.Increment(ref accepted);
                    }
                    else
                    {
                        Interlocked.Increment(ref refused);
                        Interlocked.CompareExchange(ref first, answer.Text, null);
                    }

                    if (pause > TimeSpan.Zero)
                        Thread.Sleep(pause);
                }

                samples.Add(mine);
            },
            ct, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return new(accepted, refused, watch.Elapsed, [.. samples.SelectMany(s => s)], first);
    }

    /// <summary>A request as bytes.</summary>
    public static byte[] Request(string method, string path, string token, string? key = null, string? body = null)
    {
        var content = body is null ? "" : $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n";
        var header = key is null ? "" : $"Idempotency-Key: {key}\r\n";
        return Encoding.UTF8.GetBytes($"{method} /api/v1/plans/{Api.Plan}/{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n{header}{content}\r\n{body}");
    }

    /// <summary>Answers read from one connection: by length, or in chunks.</summary>
    private sealed class Answer(Socket socket)
    {
        private byte[] buffer = new byte[16 * 1024];
        private int filled;

        public string Text => Encoding.UTF8.GetString(buffer, 0, filled);

        public int Read()
        {
            filled = 0;
            int head;
            while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
                More();
            var headers = Encoding.ASCII.GetString(buffer, 0, head);
            var status = int.Parse(headers.AsSpan(9, 3));
            if (headers.IndexOf("\r\nContent-Length: ", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                var end = headers.IndexOf('\r', at + 2);
                var length = int.Parse(headers.AsSpan(at + 18, (end < 0 ? headers.Length : end) - at - 18));
                while (filled < head + 4 + length)
                    More();
            }
            else if (status != 204)
            {
                while (!buffer.AsSpan(0, filled).EndsWith("\r\n0\r\n\r\n"u8))
                    More();
            }

            return status;
        }

        private void More()
        {
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = socket.Receive(buffer, filled, buffer.Length - filled, SocketFlags.None);
            if (read == 0)
                throw new IOException($"The service closed the connection after: {Text}");
            filled += read;
        }
    }
}
