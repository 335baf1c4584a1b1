using System.Text.Json;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.PlanTasks;

/// <summary>An event as it was sealed, with its leaf. <c>data</c> and <c>headers</c> are verbatim; texts stand beside while they are not erased.</summary>
public sealed record EventShape(
    Guid Id, string Stream, long Version, string Type, JsonElement Data, JsonElement Headers, string User, DateTimeOffset RecordedAt, DateTimeOffset SealedAt, bool Imported,
    long LeafIndex, string LeafHash, IReadOnlyDictionary<string, string> Texts);

/// <summary>Reads events back from their leaves.</summary>
public static class EventShapes
{
    public static async Task<IReadOnlyList<EventShape>> ReadAsync(NpgsqlDataSource database, LedgerTexts texts, string jurisdiction, IReadOnlyList<Recorded> events, CancellationToken ct)
    {
        if (events.Count == 0)
            return [];
        var beside = (await texts.OfAsync(jurisdiction, [.. events.Select(e => e.Id)], ct)).ToLookup(t => t.Key.Event, t => (t.Key.Field, t.Value));
        await using var command = database.CreateCommand($"select leaf_index, hash, bytes from {LedgerSchema.Name}.seal_leaf where tenant_id = $1 and leaf_index = any($2) order by leaf_index");
        command.Parameters.Add(new NpgsqlParameter { Value = jurisdiction });
        command.Parameters.Add(new NpgsqlParameter { Value = events.Select(e => e.Leaf).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var known = events.ToDictionary(e => e.Leaf);
        var shapes = new List<EventShape>();
        while (await rows.ReadAsync(ct))
        {
            var e = known[rows.GetInt64(0)];
            using var line = JsonDocument.Parse(rows.GetFieldValue<byte[]>(2));
            shapes.Add(new(e.Id, e.Stream, e.Version, line.RootElement.GetProperty("type").GetString()!, line.RootElement.GetProperty("data").Clone(), line.RootElement.GetProperty("headers").Clone(),
                e.User, e.RecordedAt, e.SealedAt, e.Imported, e.Leaf, Convert.ToHexStringLower(rows.GetFieldValue<byte[]>(1)), beside[e.Id].ToDictionary(t => t.Field, t => t.Value)));
        }

        return shapes;
    }
}
