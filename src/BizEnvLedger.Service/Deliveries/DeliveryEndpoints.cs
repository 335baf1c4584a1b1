using System.Globalization;
using BizEnvLedger.Core.Deliveries.Acts;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using Npgsql;
using static BizEnvLedger.Service.PlanTasks.TaskReads;

namespace BizEnvLedger.Service.Deliveries;

/// <summary>投递记录: what was sent to whom, each try, and one more by hand.</summary>
[Endpoints]
public static class DeliveryEndpoints
{
    private const string Matching = "d.tenant_id = $1 and d.plan = $2 and ($3 = '' or d.state = $3) and ($4 = '' or d.subscription = $4) and ($5 = '' or $5 = any(d.units)) and ($6::text[] is null or d.units && $6)";
    private const string Columns = "d.id, d.leaf, d.event_id, d.stream, d.type, d.subscription, d.units, d.state, d.attempts, d.created_at, d.next_at, d.delivered_at";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var deliveries = routes.MapGroup("/api/v1/plans/{plan}/deliveries").RequireAuthorization().WithTags("deliveries");
        deliveries.MapGet("", ListAsync).Produces<Page<DeliveryRow>>().AtPresent()
            .Takes(QueryKey.Of("state", "In this state.", "waiting", "delivered", "set-aside"), QueryKey.Any("subscription", "Of this subscription."), QueryKey.Any("unit", "That concern this unit."))
            .WithSummary("投递记录 / What was sent or waits, newest first, with every try. Filters: state (waiting, delivered, set-aside), subscription, unit. A unit sees its own.");
        deliveries.MapPost("/{id:guid}/retry", RetryAsync).Accepts<RetryBody>("application/json").Produces<Receipt>()
            .Produces<Problem>(StatusCodes.Status403Forbidden, "application/problem+json")
            .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
            .Produces<Problem>(StatusCodes.Status409Conflict, "application/problem+json")
            .WithSummary("重新投递 / Sends a waiting or set-aside delivery again at once, under the same id (office, admin).");
    }

    private static async Task<IResult> ListAsync(HttpContext http, NpgsqlDataSource database, string plan)
    {
        var (_, opened, problem) = await OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var (who, jurisdiction) = Callers.Of(http.User);
        var day = opened!.AsOf.Today;
        var whole = ReadDeliveries.Check(opened.Plan, [], who, day) is null;
        if (!whole && ReadDeliveries.Check(opened.Plan, [.. who.Units], who, day) is { } refusal)
            return Problems.Of(refusal);
        var (limit, cursor, wrong) = Paging.Read(http);
        if (wrong is not null)
            return wrong;
        if (!Cursor(cursor, out var leaf, out var after))
            return Paging.BadCursor();
        object[] filters = [jurisdiction, plan, Query(http, "state") ?? "", Query(http, "subscription") ?? "", Query(http, "unit") ?? "", whole ? DBNull.Value : who.Units.ToArray()];
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        // One moment: a delivery's state and its tries never contradict each other.
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, http.RequestAborted);
        var total = await CountAsync(connection, filters, http.RequestAborted);
        var found = await RowsAsync(connection, opened.Plan.Plan, [.. filters, leaf, after, limit + 1], http.RequestAborted);
        var items = found.Take(limit).ToList();
        await AddTriesAsync(connection, items, http.RequestAborted);
        var next = found.Count > limit ? Paging.Encode(string.Create(CultureInfo.InvariantCulture, $"{items[^1].Leaf} {items[^1].Id}")) : null;
        return Results.Json(new Page<DeliveryRow>(items, next, total, opened.Position), LedgerJson.Options);
    }

    private static async Task<IResult> RetryAsync(HttpContext http, CommandDesk desk, NpgsqlDataSource database, string plan, Guid id)
    {
        var (_, jurisdiction) = Callers.Of(http.User);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var found = await connection.ListAsync($"select event_id, subscription, state = 'delivered' from {DeliveryTables.Delivery} where tenant_id = $1 and plan = $2 and id = $3",
            row => new RetryDelivery(id, row.GetGuid(0), row.GetString(1), row.GetBoolean(2)), http.RequestAborted, jurisdiction, plan, id);
        if (found is not [var retry])
            return CommandDesk.Unknown("unknown-delivery", "delivery", id.ToString());
        var answer = await desk.OnMatterAsync<RetryBody>(http, plan, RetryDelivery.StreamOf(plan, id), WriteScope.Stream, _ => PlanAct.Of(retry, RetryDelivery.Decide));
        // Recorded first: should the service die here, the same call again does the rest.
        if (answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK })
            await connection.RunAsync($"update {DeliveryTables.Delivery} set state = 'waiting', since = clock_timestamp(), next_at = clock_timestamp() where id = $1 and state <> 'delivered'", http.RequestAborted, id);
        return answer;
    }

    private static async Task<int> CountAsync(NpgsqlConnection connection, object[] filters, CancellationToken ct)
    {
        await using var command = Command(connection, $"select count(*) from {DeliveryTables.Delivery} d where {Matching}", filters);
        return (int)(long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<List<DeliveryRow>> RowsAsync(NpgsqlConnection connection, ActionPlan plan, object[] values, CancellationToken ct)
    {
        await using var command = Command(connection, $"select {Columns} from {DeliveryTables.Delivery} d where {Matching} and (d.leaf, d.id) < ($7, $8) order by d.leaf desc, d.id desc limit $9", values);
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<DeliveryRow>();
        while (await row.ReadAsync(ct))
            rows.Add(new(row.GetGuid(0), row.GetInt64(1), row.GetGuid(2), row.GetString(3), row.GetString(4), row.GetString(5), [.. row.GetFieldValue<string[]>(6).Select(plan.Name)], row.GetString(7), row.GetInt32(8),
                Time(row, 9)!.Value, row.GetString(7) == "waiting" ? Time(row, 10) : null, Time(row, 11), []));
        return rows;
    }

    private static async Task AddTriesAsync(NpgsqlConnection connection, List<DeliveryRow> rows, CancellationToken ct)
    {
        var tries = (await connection.ListAsync($"select delivery_id, number, at, outcome, code, milliseconds from {DeliveryTables.Attempt} where delivery_id = any($1) order by number",
            row => (Delivery: row.GetGuid(0), Try: new DeliveryTry(row.GetInt32(1), Time(row, 2)!.Value, row.GetString(3), row.IsDBNull(4) ? null : row.GetInt32(4), row.GetInt32(5))), ct, rows.Select(r => r.Id).ToArray()))
            .ToLookup(t => t.Delivery, t => t.Try);
        for (var i = 0; i < rows.Count; i++)
            rows[i] = rows[i] with { Tries = [.. tries[rows[i].Id]] };
    }

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : new(row.GetDateTime(column), TimeSpan.Zero);

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(value is DBNull or string[] ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text } : new NpgsqlParameter { Value = value });
        return command;
    }

    /// <summary>The cursor names the delivery that came last, by leaf and id.</summary>
    private static bool Cursor(string? cursor, out long leaf, out Guid id)
    {
        (leaf, id) = (long.MaxValue, Guid.Empty);
        return cursor is null || (cursor.Split(' ') is [var first, var second] && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out leaf) && Guid.TryParse(second, out id));
    }
}

/// <summary>重新投递: nothing to say besides which.</summary>
public sealed record RetryBody;

/// <summary>One delivery. The id is the webhook's <c>webhook-id</c>, the mail's <c>Message-ID</c>. <c>nextTry</c> is set while it waits.</summary>
public sealed record DeliveryRow(
    Guid Id, long Leaf, Guid Event, string Stream, string Type, string Subscription, IReadOnlyList<UnitName> Units, string State, int Attempts,
    DateTimeOffset CreatedAt, DateTimeOffset? NextTry, DateTimeOffset? DeliveredAt, IReadOnlyList<DeliveryTry> Tries);

/// <summary>One try: delivered, down (no answer, or one that says later) or refused, with the receiver's own code where it gave one.</summary>
public sealed record DeliveryTry(int Number, DateTimeOffset At, string Outcome, int? Code, int Milliseconds);
