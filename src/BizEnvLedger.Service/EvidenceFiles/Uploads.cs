using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.EvidenceFiles;

/// <summary>
/// Files on their way in over the line. Each caller has so many at once, further ones of the same caller wait for them, and one that is slower than the least rate
/// ends: so nobody holds another's place, and nobody its own for ever.
/// </summary>
/// <param name="PerCaller">Uploads of one caller at once. Two: while one is written the next comes in.</param>
/// <param name="LeastRate">Bytes a second, on the whole, below which an upload ends. 16 KB/s is a line of 128 kbit/s: the largest file takes three and a half hours on it.</param>
/// <param name="Grace">Time before the rate is asked for: to set out over a slow line.</param>
public sealed record Uploads(int PerCaller, long LeastRate, TimeSpan Grace)
{
    public const string Section = "Evidence";

    private readonly ConcurrentDictionary<string, Turns> callers = new();

    /// <summary>From the settings <c>Evidence:UploadsPerCaller</c>, <c>Evidence:LeastBytesPerSecond</c>, <c>Evidence:Grace</c>; what cannot work stops the start.</summary>
    public static Uploads Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section);
        var uploads = new Uploads(settings.GetValue("UploadsPerCaller", 2), settings.GetValue("LeastBytesPerSecond", 16L * 1024), settings.GetValue("Grace", TimeSpan.FromSeconds(10)));
        return uploads is { PerCaller: > 0, LeastRate: > 0 } && uploads.Grace > TimeSpan.Zero
            ? uploads
            : throw new InvalidOperationException("Evidence:UploadsPerCaller, Evidence:LeastBytesPerSecond and Evidence:Grace must be above zero.");
    }

    /// <summary>Waits until fewer of the caller's own are on their way.</summary>
    public async Task<IDisposable> EnterAsync(string caller, CancellationToken ct)
    {
        Turns turns;
        lock (callers)
        {
            turns = callers.GetOrAdd(caller, _ => new(new(PerCaller)));
            turns.Users++;
        }

        var place = new Place(this, caller, turns);
        try
        {
            await turns.Places.WaitAsync(ct);
            place.Holds = true;
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>A body that must come at the least rate.</summary>
    public Stream Paced(Stream body) => new PacedStream(body, this);

    private sealed class Turns(SemaphoreSlim places)
    {
        public SemaphoreSlim Places => places;

        /// <summary>Who holds or waits; the last to leave takes it away.</summary>
        public int Users { get; set; }
    }

    private sealed class Place(Uploads uploads, string caller, Turns turns) : IDisposable
    {
        public bool Holds { get; set; }

        public void Dispose()
        {
            if (Holds)
                turns.Places.Release();
            lock (uploads.callers)
                if (--turns.Users == 0)
                    uploads.callers.TryRemove(caller, out _);
        }
    }

    /// <summary>Each read may take as long as what has come so far has earned: the grace, and a second for each so many bytes.</summary>
    private sealed class PacedStream(Stream body, Uploads pace) : Stream
    {
        private readonly Stopwatch clock = Stopwatch.StartNew();
        private long received;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var left = pace.Grace + TimeSpan.FromSeconds((double)received / pace.LeastRate) - clock.Elapsed;
            using var slow = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (left <= TimeSpan.Zero)
                throw TooSlow();
            slow.CancelAfter(left);
            try
            {
                var read = await body.ReadAsync(buffer, slow.Token);
                received += read;
                return read;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw TooSlow();
            }
        }

        private ProblemException TooSlow() => new(Problems.Of(StatusCodes.Status408RequestTimeout, "upload-too-slow", "body", new Dictionary<string, string>
        {
            ["received"] = Text(received), ["seconds"] = Text((long)clock.Elapsed.TotalSeconds), ["rate"] = Text(pace.LeastRate),
        }));

        private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush()
        {
        }
    }
}
