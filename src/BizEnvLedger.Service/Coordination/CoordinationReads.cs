using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Reads;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using static BizEnvLedger.Service.PlanTasks.TaskReads;

namespace BizEnvLedger.Service.Coordination;

/// <summary>协调督办 of a task and of the whole plan, as of any two times.</summary>
[Endpoints]
public static class CoordinationReads
{
    private static readonly QueryKey[] Filters =
    [
        QueryKey.Any("unit", "Asking or asked."),
        QueryKey.Of("state", "In this state.", [.. QueryKey.WordsOf<RequestState>().Concat(QueryKey.WordsOf<DemandState>()).Concat(QueryKey.WordsOf<DisputeState>()).Distinct()]),
        QueryKey.Of("kind", "Of this kind.", ["request", "dispute", .. QueryKey.WordsOf<DemandKind>()]),
        QueryKey.Any("id", "Of this id."),
        QueryKey.Flag("late", "Past a limit, or not."),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var plan = routes.MapGroup("/api/v1/plans/{plan}").RequireAuthorization().WithTags("coordination");
        plan.MapGet("/tasks/{no}/coordination", OfTaskAsync).Produces<Page<CoordinationRow>>().Takes(Filters)
            .WithSummary("任务协调督办 / A task's requests, instructions, urges, orders and disputes, with state, limits, lateness and steps. Filters as of the whole plan's.");
        plan.MapGet("/coordination", OfPlanAsync).Produces<Page<CoordinationRow>>().Takes(Filters)
            .WithSummary("协调督办 / The same across tasks. Filters: unit (asking or asked), state, kind, id, late=true or false; also recordedBy, effectiveOn, cursor, limit.");
    }

    private static async Task<IResult> OfTaskAsync(HttpContext http, string plan, string no)
    {
        var (asOf, problem) = await AsOf.ReadAsync(http);
        if (problem is not null)
            return problem;
        var (state, position, unknown) = asOf!.Find(plan);
        if (unknown is not null)
            return unknown;
        return state!.Tasks.TryGetValue(no, out var task)
            ? await AnswerAsync(http, asOf, state, position, [task])
            : CommandDesk.Unknown("unknown-task", "task", no);
    }

    private static async Task<IResult> OfPlanAsync(HttpContext http, string plan)
    {
        var (asOf, problem) = await AsOf.ReadAsync(http);
        if (problem is not null)
            return problem;
        var (state, position, unknown) = asOf!.Find(plan);
        return unknown ?? await AnswerAsync(http, asOf, state!, position, state!.HeldBy(asOf.Day));
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, AsOf asOf, PlanState state, int position, IReadOnlyList<PlanTask> tasks)
    {
        var texts = await http.RequestServices.GetRequiredService<LedgerTexts>().OfAsync(asOf.Volume.Jurisdiction.Id, [.. tasks.SelectMany(CoordinationViews.TextEvents)], http.RequestAborted);
        var views = new CoordinationViews(state.Plan, asOf.Day, texts);
        var (unit, wanted, kind, late, id) = (Query(http, "unit"), Query(http, "state"), Query(http, "kind"), Query(http, "late"), Query(http, "id"));
        var (who, _) = Callers.Of(http.User);
        // An order that no leader has signed is seen by those who draft, sign and audit; whoever it names learns of it by the signature.
        var drafts = ReadOrderDrafts.Decide(state, who).Refusal is null;
        var rows = tasks.SelectMany(views.Rows).Where(r => (drafts || !r.IsDraft)
            && (unit is null || r.From?.Id == unit || r.Units.Any(u => u.Id == unit)) && (wanted is null || r.State == wanted) && (kind is null || r.Kind == kind)
            && (id is null || r.Id.ToString() == id)
            && (late is null || r.DaysLate > 0 == (late == "true"))).ToList();
        var (page, wrong) = Paging.Of(http, rows, position, r => r.Id.ToString(), r => r);
        if (page?.Items.Any(r => r.IsDraft) == true
            && await http.RequestServices.GetRequiredService<ReadDesk>().AllowAsync(asOf.Volume, who, (_, _) => ReadOrderDrafts.Decide(state, who), http.RequestAborted) is { } refusal)
            return refusal;
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }
}
