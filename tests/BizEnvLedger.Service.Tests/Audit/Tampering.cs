using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Service.Tests.Audit;

/// <summary>A package taken apart by somebody who knows the format: what he puts together again has a manifest that fits.</summary>
internal sealed class Tampering
{
    private readonly Dictionary<string, byte[]> files = [];

    public static Tampering With(byte[] package)
    {
        var tampering = new Tampering();
        using var zip = new ZipArchive(new MemoryStream(package));
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(bytes);
            tampering.files[entry.FullName] = bytes.ToArray();
        }
        return tampering;
    }

    public IEnumerable<string> Paths => files.Keys;

    public byte[] this[string path]
    {
        get => files[path];
        set => files[path] = value;
    }

    public void Remove(string path) => files.Remove(path);

    /// <summary>The leaves as lines, to be put back changed.</summary>
    public void Leaves(Action<List<string>> change)
    {
        var lines = Encoding.UTF8.GetString(files[PackageEntries.Leaves]).Split('\n')[..^1].ToList();
        var before = lines.ToList();
        change(lines);
        lines.ShouldNotBe(before);
        files[PackageEntries.Leaves] = Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));
    }

    public void Replace(string path, string old, string with)
    {
        var text = Encoding.UTF8.GetString(files[path]);
        text.ShouldContain(old, Case.Sensitive);
        files[path] = Encoding.UTF8.GetBytes(text[..text.IndexOf(old, StringComparison.Ordinal)] + with + text[(text.IndexOf(old, StringComparison.Ordinal) + old.Length)..]);
    }

    /// <summary>Put together again, by default with the manifest made to fit.</summary>
    public byte[] Build(bool mended = true)
    {
        if (mended)
            files[PackageManifest.Entry] = JsonSerializer.SerializeToUtf8Bytes(new PackageManifest([.. files.Where(f => f.Key != PackageManifest.Entry)
                .Select(f => new PackageFile(f.Key, f.Value.Length, Convert.ToHexStringLower(SHA256.HashData(f.Value))))]), JsonSerializerOptions.Web);
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, bytes) in files)
            {
                using var stream = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                stream.Write(bytes);
            }
        return target.ToArray();
    }
}
