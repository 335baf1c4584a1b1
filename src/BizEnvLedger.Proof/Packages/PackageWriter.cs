using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace BizEnvLedger.Proof;

/// <summary>Writes a package entry by entry to a stream that need not seek; a file of any length passes through a small buffer.</summary>
public sealed class PackageWriter : IAsyncDisposable
{
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive zip;
    private readonly List<PackageFile> files = [];

    private PackageWriter(ZipArchive zip) => this.zip = zip;

    public static async Task<PackageWriter> CreateAsync(Stream target, CancellationToken ct) =>
        new(await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct));

    /// <summary>One file, whose bytes the callback writes.</summary>
    public async Task AddAsync(string path, Func<Stream, Task> write, CancellationToken ct, bool compress = true)
    {
        var entry = zip.CreateEntry(path, compress ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
        entry.LastWriteTime = Fixed;
        await using var target = await entry.OpenAsync(ct);
        using var counted = new Counted(target);
        await write(counted);
        files.Add(new(path, counted.Count, counted.Sha256()));
    }

    public Task AddAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken ct, bool compress = true) =>
        AddAsync(path, stream => stream.WriteAsync(bytes, ct).AsTask(), ct, compress);

    /// <summary>An object as one line of JSON.</summary>
    public Task AddJsonAsync<T>(string path, T value, CancellationToken ct) => AddAsync(path, JsonSerializer.SerializeToUtf8Bytes(value, PackageManifest.Json), ct);

    /// <summary>The manifest, last.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        await AddJsonAsync(PackageManifest.Entry, new PackageManifest([.. files]), ct);
        await zip.DisposeAsync();
    }

    /// <summary>What was not finished stays a torso without a directory, so that nobody takes it for a package.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Counts and hashes what passes.</summary>
    private sealed class Counted(Stream target) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Count { get; private set; }

        public string Sha256() => Convert.ToHexStringLower(hash.GetHashAndReset());

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            hash.AppendData(buffer.Span);
            Count += buffer.Length;
            await target.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count)
        {
            hash.AppendData(buffer, offset, count);
            Count += count;
            target.Write(buffer, offset, count);
        }

        public override bool CanWrite => true;
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Count; set => throw new NotSupportedException(); }
        public override void Flush()
        {
            // The archive flushes.
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
