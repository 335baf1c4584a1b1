using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using Marten;
using Npgsql;
using static BizEnvLedger.Service.PlanTasks.TaskReads;

namespace BizEnvLedger.Service.Supervision;

/// <summary>Reads of the stored views. They follow the ledger within a second or so; <c>position</c> says how far they have come.</summary>
[Endpoints]
public static class SupervisionReads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var plan = routes.MapGroup("/api/v1/plans/{plan}").RequireAuthorization().WithTags("trail");
        plan.MapGet("/trail", TrailAsync).Produces<Page<TrailEntry>>().AtPresent()
            .Takes(QueryKey.Any("unit", "Of this unit."), QueryKey.Any("task", "Of this task."), QueryKey.Of("kind", "Events of this name.", [.. EventCatalogue.All.Select(e => e.Alias)]), QueryKey.Any("subject", "On this milestone, indicator or measure."))
            .WithSummary("问责留痕 / Every act and fact in a line, newest first. Filters: unit, task, kind, subject.");
        plan.MapGet("/activity", ActivityAsync).Produces<Page<UnitHalfYear>>().AtPresent()
            .Takes(QueryKey.Any("unit", "Of this unit."), QueryKey.Any("halfYear", "Of this half-year, as 2022H1."))
            .WithSummary("填报活动 / What each unit reported within each half-year. Filters: unit, halfYear.");
    }

    private static async Task<IResult> TrailAsync(HttpContext http, IDocumentStore store, NpgsqlDataSource database, string plan)
    {
        var (_, opened, problem) = await OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var (unit, task, kind, subject) = (Query(http, "unit"), Query(http, "task"), Query(http, "kind"), Query(http, "subject"));
        await using var session = store.QuerySession(opened!.AsOf.Volume.Jurisdiction.Id);
        var rows = session.Query<TrailEntry>().Where(x => x.Plan == plan);
        var hidden = TrailRights.HiddenFrom(Callers.Of(http.User).Who);
        rows = hidden.Length == 0 ? rows : rows.Where(x => !x.Kind.IsOneOf(hidden));
        rows = unit is null ? rows : rows.Where(x => x.Unit == unit);
        rows = task is null ? rows : rows.Where(x => x.Task == task);
        rows = kind is null ? rows : rows.Where(x => x.Kind == kind);
        rows = subject is null ? rows : rows.Where(x => x.Subject == subject);
        var (limit, cursor, wrong) = Paging.Read(http);
        if (wrong is not null)
            return wrong;
        var total = await rows.CountAsync(http.RequestAborted);
        // Ids are made in the order of recording, so the last one seen is where the next page begins.
        if (cursor is not null && !Guid.TryParse(cursor, out _))
            return Paging.BadCursor();
        rows = cursor is null ? rows : rows.Where(x => x.Id.CompareTo(Guid.Parse(cursor)) < 0);
        var found = await rows.OrderByDescending(x => x.Id).Take(limit + 1).ToListAsync(http.RequestAborted);
        var items = found.Take(limit).ToList();
        var next = found.Count > limit ? Paging.Encode(items[^1].Id.ToString()) : null;
        return Results.Json(new Page<TrailEntry>(items, next, total, await PositionAsync(database, opened.AsOf.Volume.Jurisdiction.Id, http.RequestAborted)), LedgerJson.Options);
    }

    private static async Task<IResult> ActivityAsync(HttpContext http, IDocumentStore store, NpgsqlDataSource database, string plan)
    {
        var (_, opened, problem) = await OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var (unit, half) = (Query(http, "unit"), Query(http, "halfYear"));
        await using var session = store.QuerySession(opened!.AsOf.Volume.Jurisdiction.Id);
        var rows = session.Query<UnitHalfYear>().Where(x => x.Plan == plan);
        rows = unit is null ? rows : rows.Where(x => x.Unit == unit);
        rows = half is null ? rows : rows.Where(x => x.HalfYear == half);
        var found = (await rows.ToListAsync(http.RequestAborted)).OrderBy(x => x.Id, StringComparer.Ordinal).ToList();
        var (page, wrong) = Paging.Of(http, found, await PositionAsync(database, opened.AsOf.Volume.Jurisdiction.Id, http.RequestAborted), x => x.Id, x => x);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    /// <summary>Tree size that the composite has come to: the leaves of the events that it has passed.</summary>
    internal static async Task<int> PositionAsync(NpgsqlDataSource database, string jurisdiction, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return (int)await connection.ScalarAsync<long>(
            $"""
            select count(*) from {LedgerSchema.Name}.mt_events where tenant_id = $1
            and seq_id <= coalesce((select max(last_seq_id) from {LedgerSchema.Name}.mt_event_progression where name like $2), 0)
            """, ct, jurisdiction, $"{SupervisionProjections.Name}:%{jurisdiction}%");
    }
}
