using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Audit.Checks;

/// <summary>An export package that is being read. Nothing in it is believed before it is checked.</summary>
internal sealed class Package : IDisposable
{
    private const int MostSmall = 64 * 1024 * 1024;
    private readonly ZipArchive zip;

    private Package(ZipArchive zip, PackageManifest manifest, PackageLedger ledger)
    {
        this.zip = zip;
        Manifest = manifest;
        Ledger = ledger;
    }

    public PackageManifest Manifest { get; }
    public PackageLedger Ledger { get; }

    public static Package Open(string file)
    {
        var zip = ZipFile.OpenRead(file);
        try
        {
            var twice = zip.Entries.GroupBy(e => e.FullName, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
            if (twice is not null)
                throw new ProofRefusal("package-entry-twice", "An entry stands twice.", ("path", twice.Key));
            return new(zip, Json<PackageManifest>(zip, PackageManifest.Entry), Json<PackageLedger>(zip, PackageLedger.Entry));
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public bool Has(string path) => zip.GetEntry(path) is not null;

    public IEnumerable<string> Paths => zip.Entries.Select(e => e.FullName);

    public Stream Stream(string path) => (zip.GetEntry(path) ?? throw new ProofRefusal("package-entry-missing", "An entry is missing.", ("path", path))).Open();

    /// <summary>A file that is known to be small; a larger one is no package of ours.</summary>
    public byte[] Bytes(string path)
    {
        using var stream = Stream(path);
        return Read(stream, path);
    }

    /// <summary>Lines of a file, one at a time, without their line feeds; the last must have one.</summary>
    public IEnumerable<byte[]> Lines(string path)
    {
        using var stream = Stream(path);
        var buffer = new byte[1 << 16];
        using var line = new MemoryStream();
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            var rest = buffer.AsMemory(0, read);
            for (int at; (at = rest.Span.IndexOf((byte)'\n')) >= 0; rest = rest[(at + 1)..])
            {
                line.Write(rest.Span[..at]);
                yield return line.ToArray();
                line.SetLength(0);
            }
            line.Write(rest.Span);
            if (line.Length > MostSmall)
                throw new ProofRefusal("package-line-too-long", "A line is too long.", ("path", path));
        }
        if (line.Length > 0)
            throw new ProofRefusal("package-cut-off", "The file is cut off in the middle of a line.", ("path", path));
    }

    /// <summary>Length and SHA-256 of an entry.</summary>
    public (long Bytes, string Sha256) Measure(string path)
    {
        using var stream = Stream(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        long length = 0;
        for (int read; (read = stream.Read(buffer)) > 0; length += read)
            hash.AppendData(buffer, 0, read);
        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public void Dispose() => zip.Dispose();

    private static T Json<T>(ZipArchive zip, string path)
    {
        using var stream = (zip.GetEntry(path) ?? throw new ProofRefusal("package-entry-missing", "An entry is missing.", ("path", path))).Open();
        try
        {
            return JsonSerializer.Deserialize<T>(Read(stream, path), JsonSerializerOptions.Web) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new ProofRefusal("package-json", "An entry is no JSON of its kind.", ("path", path));
        }
    }

    private static byte[] Read(Stream stream, string path)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostSmall)
                throw new ProofRefusal("package-entry-too-large", "An entry is too large.", ("path", path));
        }
        return bytes.ToArray();
    }
}
