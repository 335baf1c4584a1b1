using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Ledger;

/// <summary>What every accepted write answers: where its events stand in the ledger, with the hashes that prove it.</summary>
/// <param name="Position">Tree size after the last of the events.</param>
/// <param name="StreamVersion">Version of the command's own stream; also the ETag.</param>
/// <param name="RecordedAt">When the ledger took it in.</param>
public sealed record Receipt(long Position, long StreamVersion, IReadOnlyList<Guid> EventIds, DateTimeOffset RecordedAt, IReadOnlyList<ReceiptLeaf> Leaves)
{
    private const string Select =
        $"""
        select l.event_id, l.stream, l.version, l.leaf_index, l.hash, e.timestamp, l.sealed_at, l.bytes
        from {LedgerSchema.Name}.seal_leaf l join {LedgerSchema.Name}.mt_events e on e.tenant_id = l.tenant_id and e.stream_id = l.stream and e.version = l.version
        where l.tenant_id = $1 and l.event_id = any($2) order by l.leaf_index
        """;

    /// <summary>Read from the ledger itself, so that a repeated request gets the first answer for ever.</summary>
    public static Task<Receipt> ReadAsync(NpgsqlConnection connection, string jurisdiction, IReadOnlyList<Guid> eventIds, CancellationToken ct) =>
        ReadAsync(connection, jurisdiction, eventIds, commit: false, (_, _) => { }, ct);

    /// <summary>Commits, and reads what was sealed with it in the same round trip; <paramref name="taken"/> gets each leaf's bytes.</summary>
    public static Task<Receipt> CommitAsync(NpgsqlConnection connection, string jurisdiction, IReadOnlyList<Guid> eventIds, Action<long, byte[]> taken, CancellationToken ct) =>
        ReadAsync(connection, jurisdiction, eventIds, commit: true, taken, ct);

    private static async Task<Receipt> ReadAsync(NpgsqlConnection connection, string jurisdiction, IReadOnlyList<Guid> eventIds, bool commit, Action<long, byte[]> taken, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (commit)
            batch.BatchCommands.Add(new("commit"));
        batch.BatchCommands.Add(new(Select)
        {
            Parameters = { new() { Value = jurisdiction }, new() { Value = eventIds.ToArray() } },
        });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        var leaves = new Dictionary<Guid, ReceiptLeaf>();
        var recordedAt = DateTimeOffset.MinValue;
        while (await rows.ReadAsync(ct))
        {
            var leaf = new ReceiptLeaf(rows.GetGuid(0), rows.GetString(1), rows.GetInt64(2), rows.GetInt64(3), Convert.ToHexStringLower(rows.GetFieldValue<byte[]>(4)), rows.GetFieldValue<DateTimeOffset>(6));
            leaves[leaf.EventId] = leaf;
            recordedAt = rows.GetFieldValue<DateTimeOffset>(5);
            taken(leaf.LeafIndex, rows.GetFieldValue<byte[]>(7));
        }

        if (leaves.Count != eventIds.Count)
            throw new InvalidOperationException($"{eventIds.Count} events were committed and {leaves.Count} of them are sealed.");
        var own = leaves[eventIds[0]].Stream;
        return new(leaves.Values.Max(l => l.LeafIndex) + 1, leaves.Values.Where(l => l.Stream == own).Max(l => l.Version), eventIds, recordedAt, [.. eventIds.Select(id => leaves[id])]);
    }
}

/// <summary>An event's leaf. <paramref name="SealedAt"/> is the database's own time: <c>recordedBy</c> from then on includes the event.</summary>
public sealed record ReceiptLeaf(Guid EventId, string Stream, long Version, long LeafIndex, string LeafHash, DateTimeOffset SealedAt);
