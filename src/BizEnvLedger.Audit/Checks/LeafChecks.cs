using System.Text.Json;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Audit.Checks;

/// <summary>What the leaves say, read once from the first to the last.</summary>
/// <param name="Whole">The whole tree, where the package begins at leaf 0.</param>
/// <param name="FilesNamed">SHA-256 of files that events name.</param>
/// <param name="Sealed">Commitments to texts, by event and field.</param>
internal sealed record ReadLeaves(long Size, byte[] Root, MerkleTree? Whole, Timeline Timeline, IReadOnlySet<string> FilesNamed, IReadOnlyDictionary<(Guid Event, string Field), string> Sealed)
{
    public IEnumerable<Recorded> Events => Enumerable.Range(0, Timeline.Count).Select(i => Timeline[i]);

    public byte[]? RootAt(long size) => Whole is { } tree && size <= tree.Size ? tree.Root(size) : null;
}

/// <summary>
/// Leaves against each other and against every checkpoint: the root, the jurisdiction, gapless versions, ids once, times that follow each other,
/// and no recording time that the seal's own clock contradicts without the import mark.
/// </summary>
internal sealed class LeafChecks(Package package, Findings findings, TimeZoneInfo zone)
{
    /// <summary>The service's clock and the database's may differ by that much before an auditor should look.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, long> versions = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> ids = [];
    private readonly HashSet<string> named = [];
    private readonly Dictionary<(Guid, string), string> seals = [];

    // Texts that no package takes along.
    private readonly Dictionary<(Guid, string), string> shut = [];
    private readonly Timeline timeline = new();
    private readonly MerkleTree? whole = package.Ledger.Since == 0 ? new() : null;
    private DateTimeOffset lastSealed = DateTimeOffset.MinValue;

    /// <param name="heads">Signed checkpoints, by size; each is held against the leaves as they pass.</param>
    public ReadLeaves Run(IReadOnlyList<Checkpoint> heads, Action<long> progress)
    {
        var tree = MerklePeaks.From(package.Ledger.Since, [.. package.Ledger.Peaks.Select(Convert.FromBase64String)]);
        var waiting = new Queue<Checkpoint>(heads.Where(h => h.Size >= tree.Size).OrderBy(h => h.Size));
        var (held, broken) = (tree.Size, false);
        Meet();
        foreach (var bytes in package.Lines(PackageEntries.Leaves))
        {
            Look(bytes, tree.Size);
            var hash = MerkleRoot.LeafHash(bytes);
            tree.Append(hash);
            whole?.Append(hash);
            Meet();
            if (tree.Size % 50_000 == 0)
                progress(tree.Size);
        }

        foreach (var head in waiting)
            findings.Add(Finding.Fault("leaves-missing", ("size", head.Size), ("found", tree.Size)));
        return new(tree.Size, tree.Root(), whole, timeline, named, seals);

        void Meet()
        {
            while (waiting.TryPeek(out var head) && head.Size == tree.Size)
            {
                waiting.Dequeue();
                if (head.Root.AsSpan().SequenceEqual(tree.Root()))
                    held = broken ? held : head.Size;
                else if (!broken)
                {
                    broken = true;
                    findings.Add(Finding.Fault("root-differs", ("size", head.Size), ("from", held), ("to", head.Size - 1), ("told", Convert.ToBase64String(head.Root)), ("found", Convert.ToBase64String(tree.Root()))));
                }
            }
        }
    }

    private void Look(byte[] bytes, long index)
    {
        JsonElement leaf;
        Recorded read;
        try
        {
            leaf = JsonDocument.Parse(bytes).RootElement;
            read = LeafLine.Read(bytes, index, zone);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or NotSupportedException)
        {
            findings.Add(Finding.Fault("leaf-unreadable", ("index", index), ("why", e.Message)));
            // It keeps its place, so that those after it keep theirs.
            read = new(Guid.Empty, "", 0, index, lastSealed, default, lastSealed, "", false, new Unknown("unreadable"));
            Keep(read);
            return;
        }

        Keep(read);
        if (leaf.GetProperty("tenant").GetString() is var tenant && tenant != package.Ledger.Jurisdiction)
            findings.Add(Finding.Fault("leaf-of-another", ("index", index), ("told", tenant), ("expected", package.Ledger.Jurisdiction)));
        if (!ids.Add(read.Id))
            findings.Add(Finding.Fault("event-twice", ("index", index), ("event", read.Id)));
        if (read.SealedAt < lastSealed)
            findings.Add(Finding.Fault("sealed-before", ("index", index), ("at", read.SealedAt), ("before", lastSealed)));
        lastSealed = read.SealedAt;
        if (read.Data is Unknown unknown)
        {
            findings.Add(Finding.Remark(unknown.Type == "tombstone" ? "tombstone" : "type-unknown", ("index", index), ("type", unknown.Type)));
            return;
        }

        if (package.Ledger.Since == 0 || versions.ContainsKey(read.Stream))
            if (read.Version != versions.GetValueOrDefault(read.Stream) + 1)
                findings.Add(Finding.Fault("version-gap", ("index", index), ("stream", read.Stream), ("version", read.Version), ("expected", versions.GetValueOrDefault(read.Stream) + 1)));
        versions[read.Stream] = read.Version;
        if (!read.Imported && (read.RecordedAt - read.SealedAt).Duration() > Tolerance)
            findings.Add(Finding.Remark("times-differ", ("index", index), ("event", read.Id), ("recorded", read.RecordedAt), ("sealed", read.SealedAt)));
        Gather(leaf.GetProperty("data"), "", read);
    }

    private void Keep(Recorded read)
    {
        if (package.Ledger.Since == 0)
            timeline.Add(read);
    }

    /// <summary>Hashes of files and commitments to texts, wherever they stand in an event.</summary>
    private void Gather(JsonElement element, string path, Recorded read)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    if (property.Name == "hmac" && property.Value.ValueKind == JsonValueKind.String)
                        (Core.Reads.ProtectedTexts.Is(read.Data, path) ? shut : seals)[(read.Id, path)] = property.Value.GetString()!;
                    else if (IsFile(property.Name) && property.Value.ValueKind == JsonValueKind.String)
                        named.Add(property.Value.GetString()!);
                    else if (property.Name == "evidence" && property.Value.ValueKind == JsonValueKind.Array)
                        foreach (var file in property.Value.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.String))
                            named.Add(file.GetString()!);
                    Gather(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", read);
                }
                break;
            case JsonValueKind.Array:
                var i = 0;
                foreach (var item in element.EnumerateArray())
                    Gather(item, $"{path}[{i++}]", read);
                break;
        }
    }

    private static bool IsFile(string name) => name is "fileSha256" or "dataSetSha256" or "documentSha256" or "sheetsSha256" or "sha256";
}
