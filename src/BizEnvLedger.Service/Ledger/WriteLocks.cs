using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Ledger;

/// <summary>What the locks found: the key's first answer, if any, and the versions of the locked streams.</summary>
internal sealed record Locked(IdempotentAnswer? Seen, IReadOnlyDictionary<string, long> Versions)
{
    public long VersionOf(string stream) => Versions.GetValueOrDefault(stream);
}

internal sealed record IdempotentAnswer(byte[] ContentHash, Guid[] EventIds);

/// <summary>
/// Takes a command's locks in one round trip, always in the same order: the idempotency key, the jurisdiction's document numbers, the plan where the command is the plan's,
/// then streams by key. Held until the transaction ends.
/// </summary>
internal static class WriteLocks
{
    private const string LockKey = "select pg_advisory_xact_lock(hashtextextended($1, 0))";
    private const string ShareKey = "select pg_advisory_xact_lock_shared(hashtextextended($1, 0))";
    private const string FindKey = $"select content_hash, event_ids from {LedgerSchema.Name}.idempotency where tenant_id = $1 and sub = $2 and key = $3";

    // The plan's own row is only read by a task's command: its version tells whether the plan in memory is the present one.
    private const string LockTask = $"select id, version from {LedgerSchema.Name}.mt_streams where tenant_id = $1 and id = $2 for update";
    private const string ReadPlan = $"select id, version from {LedgerSchema.Name}.mt_streams where tenant_id = $1 and id = $2";
    private const string LockPlan = $"select id, version from {LedgerSchema.Name}.mt_streams where tenant_id = $1 and (id = $2 or id like $3) order by id for update";

    public static async Task<Locked> TakeAsync(NpgsqlConnection connection, Write write, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (write.IdempotencyKey is { } key)
        {
            Add(batch, LockKey, $"key {write.Jurisdiction} {write.Who.Sub} {key}");
            Add(batch, FindKey, write.Jurisdiction, write.Who.Sub, key);
        }

        if (write.Numbers)
            Add(batch, LockKey, $"numbers {write.Jurisdiction}");
        if (write.Scope == WriteScope.Plan)
        {
            Add(batch, LockKey, $"plan {write.Jurisdiction} {write.Plan}");
            Add(batch, LockPlan, write.Jurisdiction, write.Plan, write.Plan.Replace("_", "\\_", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal) + ":%");
        }
        else
        {
            if (write.Scope == WriteScope.Stream)
            {
                // A stream that does not exist yet has no row to lock; shared with the plan's commands, which hold the plan's lock alone.
                Add(batch, ShareKey, $"plan {write.Jurisdiction} {write.Plan}");
                Add(batch, LockKey, $"stream {write.Jurisdiction} {write.Stream}");
            }

            Add(batch, LockTask, write.Jurisdiction, write.Stream);
            Add(batch, ReadPlan, write.Jurisdiction, write.Plan);
        }

        IdempotentAnswer? seen = null;
        var versions = new Dictionary<string, long>();
        await using var reader = await batch.ExecuteReaderAsync(ct);
        do
        {
            while (await reader.ReadAsync(ct))
                switch (reader.FieldCount, reader.GetName(0))
                {
                    case (2, "content_hash"):
                        seen = new(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<Guid[]>(1));
                        break;
                    case (2, "id"):
                        versions[reader.GetString(0)] = reader.GetInt64(1);
                        break;
                    default:
                        break;
                }
        }
        while (await reader.NextResultAsync(ct));
        return new(seen, versions);
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
