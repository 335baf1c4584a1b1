using System.IO.Compression;
using System.Xml;

namespace BizEnvLedger.Reports.Registers;

/// <summary>
/// A workbook from outside, opened within bounds: its parts are read straight from the zip, forward only, and never more of them than <see cref="MostUnpacked"/>,
/// whatever the zip declares. The document library would load whole parts before anything could be bounded. No external thing is ever resolved.
/// </summary>
internal sealed class WorkbookFile : IDisposable
{
    /// <summary>Most bytes of all parts together, unpacked: the largest honest register is a tenth of it.</summary>
    public const int MostUnpacked = 32 * 1024 * 1024;

    private const int MostEntries = 200;

    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = MostUnpacked, CloseInput = true,
    };

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries;
    private long left = MostUnpacked;

    /// <exception cref="WorkbookException">It is none, or not to be opened.</exception>
    public WorkbookFile(byte[] bytes)
    {
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
            throw new WorkbookException("workbook-old-or-encrypted");
        if (bytes is not [(byte)'P', (byte)'K', 3, 4, ..])
            throw new WorkbookException("workbook-unreadable");
        zip = new(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostEntries || zip.Entries.Sum(e => (decimal)e.Length) > MostUnpacked)
            throw new WorkbookException("workbook-too-large", ("limit", $"{MostUnpacked / 1024 / 1024}"));
        // Of two entries of one name programs take different ones: what one sees another would not.
        if (zip.Entries.GroupBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1))
            throw new WorkbookException("workbook-unreadable");
        entries = zip.Entries.ToDictionary(e => e.FullName, StringComparer.OrdinalIgnoreCase);
        if (entries.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw new WorkbookException("workbook-macros");
    }

    public bool Has(string part) => entries.ContainsKey(part);

    public XmlReader Open(string part) =>
        entries.TryGetValue(part, out var entry) ? XmlReader.Create(new Bounded(entry.Open(), this), Xml) : throw new WorkbookException("workbook-unreadable");

    /// <summary>Parts that a part points to, by the last word of the relationship's type.</summary>
    public IReadOnlyList<(string Id, string Type, string Part)> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var file = $"{part[..slash]}_rels/{part[slash..]}.rels";
        var found = new List<(string, string, string)>();
        if (!Has(file))
            return found;
        using var reader = Open(file);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External" && reader.GetAttribute("Target") is { } target)
                found.Add((reader.GetAttribute("Id") ?? "", reader.GetAttribute("Type")?.Split('/')[^1] ?? "", Resolved(part[..slash], target)));
        return found;
    }

    public void Dispose() => zip.Dispose();

    private static string Resolved(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step == ".." && path.Count > 0)
                path.RemoveAt(path.Count - 1);
            else if (step is not ("." or ".."))
                path.Add(step);
        return string.Join('/', path);
    }

    /// <summary>Counts what comes out, over all parts.</summary>
    private sealed class Bounded(Stream inner, WorkbookFile file) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            file.left -= read;
            return file.left >= 0 ? read : throw new WorkbookException("workbook-too-large", ("limit", $"{MostUnpacked / 1024 / 1024}"));
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
