using BizEnvLedger.Proof;
using BizEnvLedger.Service.Store;
using Npgsql;
using NpgsqlTypes;

namespace BizEnvLedger.Service.Audit;

/// <summary>
/// One jurisdiction's leaves as a transparency log: the tree over their hashes, the key, and the last checkpoint.
/// A checkpoint is signed only where it extends the last one; where the database no longer does, nothing is signed any more and the fault says why.
/// </summary>
public sealed class LedgerLog(NpgsqlDataSource database, KeyFolder folder, string jurisdiction, string origin, string? externalKey)
{
    private const string NextHashes = $"select hash from {LedgerSchema.Name}.seal_leaf where tenant_id = $1 and leaf_index >= $2 order by leaf_index";
    private const string Stored = $"select note from {LedgerSchema.Name}.checkpoint where tenant_id = $1 order by tree_size desc limit 1";

    private readonly SemaphoreSlim gate = new(1);
    private readonly MerkleTree tree = new();
    private SigningKey? key;
    private SignedNote? last;
    private Checkpoint? head;

    public string Jurisdiction => jurisdiction;

    /// <summary>Why nothing is signed, in both languages; null while all is well.</summary>
    public string? Fault { get; private set; }

    /// <summary>Brings the tree up to the leaves that stand now, and signs a checkpoint over them if there are any new ones. Answers the last checkpoint.</summary>
    public async Task<SignedNote?> SignAsync(CancellationToken ct) => await WithinAsync(async () =>
    {
        if (Fault is not null)
            return last;
        await ReadOnAsync(ct);
        if (tree.Size == 0 || !await IsReadyAsync(ct))
            return last;
        if (head is not null && tree.Size == head.Size)
            return last;
        var next = new Checkpoint(origin, tree.Size, tree.Root(tree.Size));
        var note = new SignedNote(next.Text, [key!.Sign(next.Text)]);
        folder.Keep(jurisdiction, note);
        (last, head) = (note, next);
        await StoreAsync(next, note, ct);
        return last;
    }, ct);

    /// <summary>The key that verifies the log; null before the first checkpoint.</summary>
    public async Task<VerifierKey?> VerifierAsync(CancellationToken ct)
    {
        await SignAsync(ct);
        return key?.Verifier;
    }

    /// <summary>Audit path of a leaf in the last checkpoint; null where the checkpoint does not hold it yet.</summary>
    public Task<(SignedNote Note, Checkpoint Head, IReadOnlyList<byte[]> Path)?> InclusionAsync(long index, CancellationToken ct) => WithinAsync(() =>
        Task.FromResult<(SignedNote, Checkpoint, IReadOnlyList<byte[]>)?>(last is { } note && head is { } at && index < at.Size ? (note, at, tree.Inclusion(index, at.Size)) : null), ct);

    /// <summary>Proof between two sizes, neither beyond the last checkpoint; null where one is.</summary>
    public Task<IReadOnlyList<byte[]>?> ConsistencyAsync(long from, long to, CancellationToken ct) => WithinAsync(() =>
        Task.FromResult(head is { } at && to <= at.Size && from >= 1 && from <= to ? tree.Consistency(from, to) : null), ct);

    /// <summary>Complete subtrees of the first leaves, for a package that goes on from there.</summary>
    public Task<IReadOnlyList<byte[]>> PeaksAsync(long size, CancellationToken ct) => WithinAsync(() => Task.FromResult(tree.Peaks(size)), ct);

    /// <summary>Once: takes up the key and the last checkpoint, and holds the database against it.</summary>
    private async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        if (key is not null)
            return true;
        var kept = folder.LastCheckpoint(jurisdiction);
        var stored = await StoredAsync(ct);
        var found = folder.Key(jurisdiction, externalKey);
        if (found is null && (kept ?? stored) is not null)
        {
            return Stop($"签名密钥 {folder.KeyFile(jurisdiction)} 不见了，而台账已有签名的检查点。请从保管处放回，或由管理员更换密钥",
                $"the signing key {folder.KeyFile(jurisdiction)} is gone, though checkpoints have been signed; put it back, or have it rotated");
        }

        found ??= folder.Generate(jurisdiction, origin);
        if (found.Verifier.Name != origin)
            return Stop($"签名密钥属于 {found.Verifier.Name}，不属于本日志 {origin}", $"the signing key is of {found.Verifier.Name}, not of this log, {origin}");
        foreach (var note in new[] { stored, kept }.OfType<SignedNote>())
        {
            var checkpoint = Checkpoint.Parse(note.Text);
            if (checkpoint.Size > tree.Size)
            {
                return Stop($"数据库只有 {tree.Size} 片叶，而已签名的检查点有 {checkpoint.Size} 片：数据库被恢复到了更早的备份，或有叶被删除。自 {checkpoint.Size} 片的检查点起不再签名",
                    $"the database has {tree.Size} leaves, but a checkpoint was signed over {checkpoint.Size}: an older backup was restored, or leaves were removed; nothing is signed after the checkpoint of {checkpoint.Size}");
            }

            if (!tree.Root(checkpoint.Size).AsSpan().SequenceEqual(checkpoint.Root))
            {
                return Stop($"前 {checkpoint.Size} 片叶已不是检查点所签的内容：历史被改动。自该检查点起不再签名",
                    $"the first {checkpoint.Size} leaves are no longer what the checkpoint was signed over: history was changed; nothing is signed after it");
            }
        }

        key = found;
        last = kept ?? stored;
        head = last is null ? null : Checkpoint.Parse(last.Text);
        if (kept is not null && (stored is null || Checkpoint.Parse(stored.Text).Size < head!.Size))
            await StoreAsync(head!, kept, ct);
        return true;
    }

    private bool Stop(string zh, string en)
    {
        Fault = $"{jurisdiction}：{zh} / {en}";
        return false;
    }

    private async Task ReadOnAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(NextHashes);
        command.Parameters.Add(new NpgsqlParameter { Value = jurisdiction });
        command.Parameters.Add(new NpgsqlParameter { Value = tree.Size, NpgsqlDbType = NpgsqlDbType.Bigint });
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            tree.Append(rows.GetFieldValue<byte[]>(0));
    }

    private async Task<SignedNote?> StoredAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(Stored);
        command.Parameters.Add(new NpgsqlParameter { Value = jurisdiction });
        return await command.ExecuteScalarAsync(ct) is string note ? SignedNote.Parse(note) : null;
    }

    private async Task StoreAsync(Checkpoint checkpoint, SignedNote note, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"insert into {LedgerSchema.Name}.checkpoint values ($1, $2, $3, clock_timestamp()) on conflict do nothing");
        command.Parameters.Add(new NpgsqlParameter { Value = jurisdiction });
        command.Parameters.Add(new NpgsqlParameter { Value = checkpoint.Size, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new NpgsqlParameter { Value = note.ToString() });
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<T> WithinAsync<T>(Func<Task<T>> act, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            return await act();
        }
        finally
        {
            gate.Release();
        }
    }
}
