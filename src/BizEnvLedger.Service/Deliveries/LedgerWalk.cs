using BizEnvLedger.Core.Deliveries;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Reminders;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Deliveries;

/// <summary>
/// Walks each jurisdiction's leaves in order, and for each event that concerns somebody writes one delivery per subscription, in one transaction
/// with how far it has come: an event is met once, however often the walk is cut off, and by whichever node.
/// </summary>
public sealed class LedgerWalk(NpgsqlDataSource database, LedgerBook book, DeliverySettings settings, ReminderSweep sweep)
{
    private const int Stretch = 500;
    private const string Behind =
        $"select h.tenant_id from {LedgerSchema.Name}.seal_head h left join {DeliveryTables.Cursor} c using (tenant_id) where h.next_index > coalesce(c.position, 0) order by h.tenant_id";
    private const string Insert =
        $"""
        insert into {DeliveryTables.Delivery} (id, tenant_id, plan, stream, leaf, event_id, type, subscription, units, body, state, attempts, created_at, since, next_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting', 0, clock_timestamp(), clock_timestamp(), clock_timestamp()) on conflict (tenant_id, event_id, subscription) do nothing
        """;

    /// <summary>Before the first request: what the ledger held before anything was ever delivered from it is history, and is not sent.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await connection.RunAsync(
            $"""
            insert into {DeliveryTables.Cursor} (tenant_id, position)
            select j.id, coalesce(h.next_index, 0) from {LedgerSchema.Name}.jurisdictions j left join {LedgerSchema.Name}.seal_head h on h.tenant_id = j.id
            on conflict do nothing
            """, ct);
    }

    /// <summary>Walks on to the ledger's present end, everywhere.</summary>
    public async Task GoOnAsync(CancellationToken ct)
    {
        IReadOnlyList<string> behind;
        await using (var connection = await database.OpenConnectionAsync(ct))
            behind = await connection.ListAsync(Behind, row => row.GetString(0), ct);
        foreach (var jurisdiction in behind)
            while (await StretchAsync(jurisdiction, ct))
            {
            }
    }

    /// <summary>One stretch; whether there is more. A stretch that another node walks is left to it.</summary>
    private async Task<bool> StretchAsync(string jurisdiction, CancellationToken ct)
    {
        var volume = await book.OpenAsync(jurisdiction, ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        // A jurisdiction that came in while the service runs begins at its first leaf.
        await connection.RunAsync($"insert into {DeliveryTables.Cursor} (tenant_id, position) values ($1, 0) on conflict do nothing", ct, jurisdiction);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var cursor = await connection.ListAsync($"select position from {DeliveryTables.Cursor} where tenant_id = $1 for update skip locked", row => row.GetInt64(0), ct, jurisdiction);
        if (cursor is not [var from])
            return false;
        // The state is folded a moment after its last leaf is in the timeline: what is told of an event rests on a state that holds it.
        var state = volume.State;
        var end = (int)state.Size;
        var to = (int)Math.Min(from + Stretch, end);
        if (to <= from)
            return false;
        var history = HistoryEndsAt(volume, state, end);
        await using var batch = new NpgsqlBatch(connection);
        for (var leaf = (int)from; leaf < to; leaf++)
            if (volume.Timeline[leaf] is var e && !(e.Imported && leaf < history))
            {
                if (e.Data is PlanIssued issued && state.Plans.TryGetValue(issued.Plan.Id, out var plan))
                    await sweep.BeginAsync(volume, plan, ct);
                Tell(batch, jurisdiction, state, e);
            }

        var advance = new NpgsqlBatchCommand($"update {DeliveryTables.Cursor} set position = $2 where tenant_id = $1");
        Add(advance, jurisdiction, (long)to);
        batch.BatchCommands.Add(advance);
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return to < end;
    }

    private void Tell(NpgsqlBatch batch, string jurisdiction, LedgerState ledger, Recorded e)
    {
        var wanted = settings.Subscriptions.Where(s => s.Jurisdiction == jurisdiction).ToList();
        if (wanted.Count == 0 || !ledger.Plans.TryGetValue(StreamKey.Parse(e.Stream).Plan, out var state) || Told.Of(state, e) is not { } told)
            return;
        var units = told.Units.SelectMany(u => state.Plan.MembersOf(u, e.RecordedOn)).Distinct().ToArray();
        var body = System.Text.Json.JsonSerializer.Serialize(Messages.Of(jurisdiction, state, e, told, settings.BaseUrl), LedgerJson.Options);
        foreach (var subscription in wanted.Where(s => s.Wants(told.Event, units, told.Roles)))
        {
            var row = new NpgsqlBatchCommand(Insert);
            Add(row, Guid.CreateVersion7(), jurisdiction, state.Plan.Id, e.Stream, e.Leaf, e.Id, told.Event, subscription.Id, units, body);
            batch.BatchCommands.Add(row);
        }
    }

    /// <summary>Leaf at which the import of an older register ended; 0 where there was none. What came with it happened long ago, and is not sent.</summary>
    private static int HistoryEndsAt(Volume volume, LedgerState state, int end)
    {
        if (state.ImportEnded)
            for (var leaf = 0; leaf < end; leaf++)
                if (volume.Timeline[leaf].Data is ImportEnded)
                    return leaf;
        return 0;
    }

    private static void Add(NpgsqlBatchCommand command, params object[] values)
    {
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
    }
}
