using System.Collections.Concurrent;
using System.Diagnostics;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Deliveries;

/// <summary>
/// Sends what waits. A lane is one stream to one subscription: it is walked in order, by one node at a time, and a delivery that fails holds up
/// those behind it in its lane and nothing else. The lane's lock is the database session's: whoever dies lets go of it at once.
/// </summary>
public sealed class Postman(NpgsqlDataSource database, DeliverySettings settings, Channels channels, TimeProvider time)
{
    private const int LanesAtOnce = 4;

    private const string DueLanes =
        $"""
        select tenant_id, stream from (
          select distinct on (tenant_id, stream) tenant_id, stream, leaf, next_at from {DeliveryTables.Delivery}
          where state = 'waiting' and subscription = $1 order by tenant_id, stream, leaf) heads
        where next_at <= clock_timestamp() order by next_at, leaf limit 200
        """;

    private const string Head =
        $"""
        select id, tenant_id, body, attempts, next_at <= clock_timestamp() from {DeliveryTables.Delivery}
        where state = 'waiting' and subscription = $1 and tenant_id = $2 and stream = $3 order by leaf limit 1
        """;

    private const string Note =
        $"insert into {DeliveryTables.Attempt} (delivery_id, number, at, outcome, code, milliseconds) values ($1, $2, clock_timestamp(), $3, $4, $5)";

    private const string Delivered =
        $"update {DeliveryTables.Delivery} set state = 'delivered', attempts = $2, last_outcome = $3, delivered_at = clock_timestamp() where id = $1";

    private const string Failed =
        $"""
        update {DeliveryTables.Delivery} set attempts = $2, last_outcome = $3, next_at = clock_timestamp() + $4,
          state = case when clock_timestamp() - since > $5 then 'set-aside' else 'waiting' end
        where id = $1
        """;

    // What only waits because the receiver was away need not wait once it is back.
    private const string BringForward =
        $"update {DeliveryTables.Delivery} set next_at = clock_timestamp() where state = 'waiting' and subscription = $1 and last_outcome = 'down' and next_at > clock_timestamp()";

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>A subscription that did not answer, and until when it is left alone.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> away = new();

    /// <summary>Sends to one subscription whatever is due, and answers when nothing is, or when it does not answer.</summary>
    public async Task SendDueAsync(Subscription to, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && !IsAway(to))
        {
            IReadOnlyList<(string Tenant, string Stream)> lanes;
            await using (var connection = await database.OpenConnectionAsync(ct))
                lanes = await connection.ListAsync(DueLanes, row => (row.GetString(0), row.GetString(1)), ct, to.Id);
            var sent = 0;
            await Parallel.ForEachAsync(lanes, new ParallelOptions { MaxDegreeOfParallelism = LanesAtOnce, CancellationToken = ct }, async (lane, stop) =>
                Interlocked.Add(ref sent, await LaneAsync(to, lane.Tenant, lane.Stream, stop)));
            if (sent == 0)
                return;
        }
    }

    /// <summary>Walks a lane until it is empty, not due, or fails; answers how many were tried.</summary>
    private async Task<int> LaneAsync(Subscription to, string tenant, string stream, CancellationToken ct)
    {
        var tried = 0;
        var name = $"delivery {to.Id} {tenant} {stream}";
        await using var connection = await database.OpenConnectionAsync(ct);
        if (!await connection.ScalarAsync<bool>("select pg_try_advisory_lock(hashtextextended($1, 0))", ct, name))
            return tried;
        try
        {
            // Asked under the lock: what another node has just sent is no longer the head.
            while (!ct.IsCancellationRequested && !IsAway(to) && await HeadAsync(connection, to.Id, tenant, stream) is { } next)
            {
                tried++;
                // From here to the mark nothing is cut off by a polite stop; a crash in between repeats this one under the same id.
                var watch = Stopwatch.StartNew();
                var answer = await channels.SendAsync(to, next);
                await MarkAsync(connection, to, next, answer, (int)watch.ElapsedMilliseconds);
                if (answer.Word != Answer.Delivered)
                    break;
            }
        }
        finally
        {
            await connection.RunAsync("select pg_advisory_unlock(hashtextextended($1, 0))", CancellationToken.None, name);
        }

        return tried;
    }

    private static async Task<Outgoing?> HeadAsync(NpgsqlConnection connection, string subscription, string tenant, string stream)
    {
        var found = await connection.ListAsync(Head, row => row.GetBoolean(4) ? new Outgoing(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt32(3)) : null, default, subscription, tenant, stream);
        return found.Count == 0 ? null : found[0];
    }

    private async Task MarkAsync(NpgsqlConnection connection, Subscription to, Outgoing outgoing, Answer answer, int milliseconds)
    {
        var number = outgoing.Attempts + 1;
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, Note, outgoing.Id, number, answer.Word, (object?)answer.Code ?? DBNull.Value, milliseconds);
        if (answer.Word == Answer.Delivered)
        {
            Add(batch, Delivered, outgoing.Id, number, answer.Word);
            if (away.TryRemove(to.Id, out _) || outgoing.Attempts > 0)
                Add(batch, BringForward, to.Id);
        }
        else
        {
            var wait = settings.WaitAfter(number);
            Add(batch, Failed, outgoing.Id, number, answer.Word, wait, settings.SetAsideAfter);
            if (answer.Word == Answer.Down)
                away[to.Id] = time.GetUtcNow() + (wait < LongestPause ? wait : LongestPause);
        }

        await batch.ExecuteNonQueryAsync();
    }

    private bool IsAway(Subscription to) => away.TryGetValue(to.Id, out var until) && until > time.GetUtcNow();

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value is DBNull ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer } : new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
