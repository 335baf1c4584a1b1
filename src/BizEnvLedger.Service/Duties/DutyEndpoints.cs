using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Service.Deliveries;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Duties;

/// <summary>待办: what waits for the caller, and why.</summary>
[Endpoints]
public static class DutyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/me/duties", (Delegate)ListAsync).RequireAuthorization().WithTags("duties").Produces<Page<DutyShape>>()
            .Takes(QueryKey.Any("plan", "Of this plan."), QueryKey.Of("kind", "Of this kind.", [.. DutyWords.Kinds.Order(StringComparer.Ordinal)]), QueryKey.Flag("late", "Past their limit, or not."))
            .WithSummary("我的待办 / What waits for the caller and why, most pressing first. Filters: plan, kind, late.");

    private static async Task<IResult> ListAsync(HttpContext http, NpgsqlDataSource database)
    {
        var (asOf, problem) = await AsOf.ReadAsync(http);
        if (problem is not null)
            return problem;
        var (who, jurisdiction) = Callers.Of(http.User);
        var (wanted, kind, late) = (TaskReads.Query(http, "plan"), TaskReads.Query(http, "kind"), TaskReads.Query(http, "late"));
        var rows = new List<DutyShape>();
        // The log of deliveries knows the present only.
        var setAside = asOf!.RecordedBy is null && asOf.Day == asOf.Today ? await SetAside.DutiesAsync(database, jurisdiction, asOf.Volume.Zone, http.RequestAborted) : null;
        foreach (var id in asOf.Volume.State.Plans.Keys.Where(p => wanted is null || p == wanted).Order(StringComparer.Ordinal))
            if (asOf.Find(id).Plan is { } state)
                rows.AddRange(DutyList.Of(state, asOf.Day).Concat(setAside?[id] ?? []).Where(d => d.IsOf(who, asOf.Day, state.Plan)).Select(d => Shape(id, d, asOf.Day, u => state.Plan.Name(u))));
        rows = [.. rows.Where(r => (kind is null || r.Kind == kind) && (late is null || r.Late == (late == "true")))
            .OrderBy(r => r.Limit ?? DateOnly.MaxValue).ThenBy(r => r.Since).ThenBy(r => r.Id, StringComparer.Ordinal)];
        var (page, wrong) = Paging.Of(http, rows, (int)asOf.Volume.State.Size, r => r.Id, r => r);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static DutyShape Shape(string plan, Duty duty, DateOnly day, Func<string, UnitName> name)
    {
        var (zh, en) = DutyWords.Of(duty);
        return new($"{plan}:{duty.Kind}:{duty.Subject}:{string.Join(',', duty.Units)}:{duty.Events.LastOrDefault()}", plan, duty.Kind, duty.Subject, duty.Task, [.. duty.Units.Select(name)],
            duty.Since, duty.Limit, duty.IsLate(day), duty.Limit is { } limit && limit < day ? day.DayNumber - limit.DayNumber : 0, zh, en, duty.Command, duty.Events);
    }
}

/// <summary>One duty: <c>since</c> when it waits, <c>limit</c> its last day in time, <c>events</c> what it rests on, <c>command</c> what answers it.</summary>
public sealed record DutyShape(
    string Id, string Plan, string Kind, string Subject, string? Task, IReadOnlyList<UnitName> Units, DateOnly Since, DateOnly? Limit, bool Late, int DaysLate,
    string Zh, string En, string Command, IReadOnlyList<Guid> Events);
