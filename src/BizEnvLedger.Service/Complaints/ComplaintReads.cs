using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Complaints.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Complaints;

/// <summary>Reads of complaints, as of any two times, by those who handle or judge them; a unit knows of those that were dispatched to it.</summary>
[Endpoints]
public static class ComplaintReads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/v1/plans/{plan}/complaints").RequireAuthorization().WithTags("complaints");
        all.MapGet("", ListAsync).Produces<Page<ComplaintRow>>()
            .Takes(QueryKey.Any("unit", "Complaints that were with this unit, or name it."), QueryKey.Any("task", "Of this task."), QueryKey.Of<ComplaintState>("state", "In this state."), QueryKey.Of<ComplaintKind>("kind", "Complaints or tips."), QueryKey.Flag("late", "Past a limit, or not."))
            .WithSummary("诉求列表 / Complaints and tips that the caller may know of, latest first. Filters: unit, task, state, kind, late=true.");
        all.MapGet("/rates", RatesAsync).Produces<RatesShape>()
            .Takes(QueryKey.Day("from", "First day that counts; the plan's first where none is given."), QueryKey.Day("to", "Last day that counts."), QueryKey.Of("by", "Each unit's or each task's rates beside.", "unit", "task"))
            .WithSummary("三率 / Responded, resolved, satisfied: what fell due from–to, each complaint once, with its events; by=unit or by=task.");
        all.MapGet("/{id}", OneAsync).Produces<ComplaintShape>().WithSummary("诉求详情 / One complaint with its turns, answers and findings. ETag is its version.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, LedgerClock clock, string plan)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var (who, _) = Callers.Of(http.User);
        // Whoever is party to no complaint at all reads no list; an empty one would say that there is none.
        if (Core.Rights.RightsTable.Role(nameof(ReadContact), who) is { } refusal)
            return Problems.Of(refusal);
        var (unit, task, wanted, kind, late) = (Query("unit"), Query("task"), Query("state"), Query("kind"), Query("late"));
        var at = At(opened!, clock);
        var rows = Rates.Ordered(opened!.Plan).Reverse().Where(c => ReadContact.MayKnow(opened.Plan, c, who, opened.AsOf.Day) is null)
            .Select(c => ComplaintRow.Of(opened.Plan, c, at, opened.AsOf.Day))
            .Where(r => (unit is null || r.Turns.Any(t => t.Unit.Id == unit) || r.Unit?.Id == unit) && (task is null || r.Task == task)
                && (wanted is null || Word(r.State) == wanted) && (kind is null || Word(r.Kind) == kind) && (late is null || r.Late == (late == "true"))).ToList();
        var (page, wrong) = Paging.Of(http, rows, opened.Position, r => r.Id, r => r);
        return wrong ?? Results.Json(page, LedgerJson.Options);

        string? Query(string name) => TaskReads.Query(http, name);
    }

    private static async Task<IResult> OneAsync(HttpContext http, LedgerClock clock, LedgerTexts texts, string plan, string id)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var (who, _) = Callers.Of(http.User);
        if (opened!.Plan.Complaints.GetValueOrDefault(id) is not { } complaint)
            return CommandDesk.Unknown("unknown-complaint", "complaint", id);
        if (ReadContact.MayKnow(opened.Plan, complaint, who, opened.AsOf.Day) is { } refusal)
            return Problems.Of(refusal);
        var words = await texts.OfAsync(opened.AsOf.Volume.Jurisdiction.Id, ComplaintShape.TextEvents(complaint), http.RequestAborted);
        http.Response.Headers.ETag = $"\"{complaint.Version}\"";
        return Results.Json(ComplaintShape.Of(opened.Plan, complaint, At(opened, clock), opened.AsOf.Day, opened.Position, words), LedgerJson.Options);
    }

    private static async Task<IResult> RatesAsync(HttpContext http, string plan)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        if (!TaskReads.TryDate(http, "from", out var from, out problem) || !TaskReads.TryDate(http, "to", out var to, out problem))
            return problem!;
        var (state, day) = (opened!.Plan, opened.AsOf.Day);
        var (first, last) = (from ?? state.Plan.Period.From, to < day ? to.Value : day);
        var by = TaskReads.Query(http, "by");
        var all = Rates.Ordered(state).ToList();
        return Results.Json(new RatesShape(first, last, Rates.Dispatched(all, first, last), Rates.Of(all, state.Plan, first, last),
            by == "unit" ? Rates.ByUnit(state, first, last) : null, by == "task" ? Rates.ByTask(state, first, last) : null, opened.Position), LedgerJson.Options);
    }

    /// <summary>The moment by which limits have passed: the ledger's now, or the earlier one that is asked about.</summary>
    private static DateTimeOffset At(TaskReads.Opened opened, LedgerClock clock) =>
        clock.Now(opened.AsOf.Volume.Zone).At is var now && opened.AsOf.RecordedBy is { } by && by < now ? by : now;

    private static string Word<T>(T value) where T : struct, Enum => Core.Inspections.View.Figures.Word(value);
}
