using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Tests.Sealing;

/// <summary>A stored leaf.</summary>
public sealed record StoredLeaf(long Index, long Version, DateTimeOffset SealedAt, byte[] Hash, byte[] Bytes);

public static class Leaves
{
    /// <summary>The leaves of one stream, by index.</summary>
    public static async Task<IReadOnlyList<StoredLeaf>> OfAsync(TestDatabase database, string tenant, string stream)
    {
        await using var connection = await database.OpenRuntimeAsync();
        return await connection.ListAsync(
            "select leaf_index, version, sealed_at, hash, bytes from ledger.seal_leaf where tenant_id = $1 and stream = $2 order by 1",
            row => new StoredLeaf(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4)),
            default, tenant, stream);
    }
}
