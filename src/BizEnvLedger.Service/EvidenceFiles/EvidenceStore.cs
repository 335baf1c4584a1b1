using System.Buffers;
using System.Security.Cryptography;
using BizEnvLedger.Service.Store;
using Npgsql;
using NpgsqlTypes;

namespace BizEnvLedger.Service.EvidenceFiles;

/// <summary>The bytes of 佐证材料 in PostgreSQL, part by part; on their way in and out they lie in a nameless file that is gone when it is closed.</summary>
public sealed class EvidenceStore(NpgsqlDataSource database)
{
    private const int PartSize = 1024 * 1024;

    /// <summary>Takes a stream in and hashes it on the way; null where it is longer than the limit.</summary>
    public static async Task<SpooledFile?> SpoolAsync(Stream source, long limit, CancellationToken ct)
    {
        var file = new SpooledFile();
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            while (await source.ReadAsync(buffer, ct) is > 0 and var read)
            {
                if (file.Size + read > limit)
                {
                    await file.DisposeAsync();
                    return null;
                }

                await file.AddAsync(buffer.AsMemory(0, read), ct);
            }

            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes a file's parts in the caller's transaction.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, string jurisdiction, SpooledFile file, CancellationToken ct)
    {
        var sha256 = Convert.FromHexString(file.Sha256);
        await using var rows = await connection.BeginBinaryImportAsync($"copy {LedgerSchema.Name}.evidence (tenant_id, sha256, part, content) from stdin (format binary)", ct);
        var part = 0;
        await foreach (var content in file.PartsAsync(PartSize, ct))
        {
            await rows.StartRowAsync(ct);
            await rows.WriteAsync(jurisdiction, NpgsqlDbType.Text, ct);
            await rows.WriteAsync(sha256, NpgsqlDbType.Bytea, ct);
            await rows.WriteAsync(part++, NpgsqlDbType.Integer, ct);
            await rows.WriteAsync(content, NpgsqlDbType.Bytea, ct);
        }

        await rows.CompleteAsync(ct);
    }

    /// <summary>Reads a file back and hashes it again; what it finds may be another hash than was asked for.</summary>
    public async Task<SpooledFile> ReadAsync(string jurisdiction, string sha256, CancellationToken ct)
    {
        var file = new SpooledFile();
        try
        {
            await using var command = database.CreateCommand($"select content from {LedgerSchema.Name}.evidence where tenant_id = $1 and sha256 = $2 order by part");
            command.Parameters.Add(new NpgsqlParameter { Value = jurisdiction });
            command.Parameters.Add(new NpgsqlParameter { Value = Convert.FromHexString(sha256) });
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
                await file.AddAsync(rows.GetFieldValue<byte[]>(0), ct);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}

/// <summary>A file on its way: on disk without a lasting name, hashed as it grows.</summary>
public sealed class SpooledFile : IAsyncDisposable
{
    private readonly FileStream content = new(Path.Combine(Path.GetTempPath(), "bizenv-" + Guid.NewGuid().ToString("n")), Options());
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] begin = new byte[Core.EvidenceFiles.MediaTypes.Looked];

    public long Size { get; private set; }

    /// <summary>SHA-256 of what has come so far, lower-case hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(hash.GetCurrentHash());

    public ReadOnlyMemory<byte> Begin => begin.AsMemory(0, (int)Math.Min(Size, begin.Length));

    public async Task AddAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (Size < begin.Length)
            bytes[..(int)Math.Min(bytes.Length, begin.Length - Size)].CopyTo(begin.AsMemory((int)Size));
        hash.AppendData(bytes.Span);
        await content.WriteAsync(bytes, ct);
        Size += bytes.Length;
    }

    public async IAsyncEnumerable<byte[]> PartsAsync(int size, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        content.Position = 0;
        while (content.Position < Size)
        {
            var part = new byte[Math.Min(size, Size - content.Position)];
            await content.ReadExactlyAsync(part, ct);
            yield return part;
        }
    }

    /// <summary>The bytes from the first on.</summary>
    public Stream FromStart()
    {
        content.Position = 0;
        return content;
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    public async ValueTask DisposeAsync()
    {
        hash.Dispose();
        await content.DisposeAsync();
    }
}
