using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Reads;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.PlanTasks;

/// <summary>Reads of tasks, milestones and indicators, as of any two times.</summary>
[Endpoints]
public static class TaskReads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var plan = routes.MapGroup("/api/v1/plans/{plan}").RequireAuthorization().WithTags("tasks");
        plan.MapGet("/tasks", ListAsync).Produces<Page<TaskRow>>()
            .Takes(QueryKey.Any("lead", "Led by this unit, in whole or in part."), QueryKey.Any("cooperating", "On which this unit cooperates."), QueryKey.Of<Light>("light", "Of this light."), QueryKey.Any("area", "Of this area."))
            .WithSummary("任务列表 / Tasks, with light, counts, stated progress and next due date. Filters: lead, cooperating, light, area; also recordedBy, effectiveOn, cursor, limit.");
        plan.MapGet("/tasks/{no}", OneAsync).Produces<TaskShape>()
            .WithSummary("任务详情 / A whole task: measures with effective leads, milestones with state, light and reasons, indicators with targets and readings, responsibility. ETag is its version.");
        plan.MapGet("/tasks/{no}/events", EventsAsync).Produces<Page<EventShape>>()
            .WithSummary("事件流 / The task's stream as sealed, with metadata and leaf; texts that were not erased stand beside.");
        plan.MapGet("/milestones", MilestonesAsync).Produces<Page<MilestoneShape>>()
            .Takes(QueryKey.Day("dueFrom", "Due on this day or later."), QueryKey.Day("dueTo", "Due on this day or before."), QueryKey.Any("lead", "Led by this unit."), QueryKey.Of<Light>("light", "Of this light."),
                QueryKey.Of<MilestoneState>("state", "In this state."), QueryKey.Flag("recurring", "Recurring, or not."), QueryKey.Any("task", "Of this task."), QueryKey.Flag("occurrences", "Each occurrence of a recurring one singly."))
            .WithSummary("节点列表 / Milestones across tasks. Filters: dueFrom, dueTo, lead, light, state, recurring, task, occurrences=true (each occurrence singly).");
        plan.MapGet("/indicators", IndicatorsAsync).Produces<Page<IndicatorShape>>()
            .Takes(QueryKey.Any("task", "Of this task."), QueryKey.Of<Attained>("attainment", "So attained."))
            .WithSummary("指标列表 / Indicators with stepped targets and readings. Filters: task, attainment.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, string plan)
    {
        var (views, state, problem) = await OpenAsync(http, plan, TaskViews.LeaderEvents);
        if (problem is not null)
            return problem;
        var (lead, cooperating, light, area) = (Query(http, "lead"), Query(http, "cooperating"), Query(http, "light"), Query(http, "area"));
        var rows = state!.Plan.HeldBy(state.AsOf.Day).Where(t => t.Latest.Task.Number > 0).Select(views!.Row)
            .Where(r => (lead is null || r.Leads.Any(u => u.Id == lead) || LeadsWithin(state, r.No, lead))
                && (cooperating is null || r.Cooperating.Any(u => u.Id == cooperating)) && (light is null || r.Light == light) && (area is null || r.Area == area)).ToList();
        var (page, wrong) = Paging.Of(http, rows, state.Position, r => r.No, r => r);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    /// <summary>A sub-item's own lead counts as a lead within the task.</summary>
    private static bool LeadsWithin(Opened state, string no, string lead) =>
        state.Plan.Tasks[no].On(state.AsOf.Day).Measures.Any(m => state.Plan.Tasks[no].ResponsibleOn(m, state.AsOf.Day).Leads.Contains(lead));

    private static async Task<IResult> OneAsync(HttpContext http, string plan, string no)
    {
        var (views, state, problem) = await OpenAsync(http, plan, s => s.Tasks.TryGetValue(no, out var t) ? TaskViews.TextEvents(t) : []);
        if (problem is not null)
            return problem;
        if (!state!.Plan.Tasks.TryGetValue(no, out var task))
            return CommandDesk.Unknown("unknown-task", "task", no);
        http.Response.Headers.ETag = $"\"{task.Version}\"";
        return Results.Json(views!.Whole(task), LedgerJson.Options);
    }

    private static async Task<IResult> MilestonesAsync(HttpContext http, string plan)
    {
        var (views, state, problem) = await OpenAsync(http, plan, s => TaskViews.LeaderEvents(s).Concat(s.Tasks.Values.SelectMany(TaskViews.RequestEvents)));
        if (problem is not null)
            return problem;
        if (!TryDate(http, "dueFrom", out var from, out problem) || !TryDate(http, "dueTo", out var to, out problem))
            return problem!;
        var (lead, light, wanted, recurring, no) = (Query(http, "lead"), Query(http, "light"), Query(http, "state"), Query(http, "recurring"), Query(http, "task"));
        var singly = Query(http, "occurrences") == "true" || from is not null || to is not null;
        var rows = state!.Plan.HeldBy(state.AsOf.Day).Where(t => no is null || t.No == no).SelectMany(t => views!.MilestonesOf(t, singly))
            .Where(m => (from is null || m.Due >= from) && (to is null || m.Due <= to)
                && (lead is null || m.Leads.Any(u => u.Id == lead)) && (light is null || m.Light == light) && (wanted is null || m.State == wanted)
                && (recurring is null || m.Recurrence is not null == (recurring == "true"))).ToList();
        var (page, wrong) = Paging.Of(http, rows, state.Position, m => m.Id, m => m);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> IndicatorsAsync(HttpContext http, string plan)
    {
        var (views, state, problem) = await OpenAsync(http, plan, s => s.Tasks.Values.SelectMany(t => t.Readings.Concat(t.WaitingReadings)).Select(r => r.Entry.Event));
        if (problem is not null)
            return problem;
        var (no, attainment) = (Query(http, "task"), Query(http, "attainment"));
        var rows = state!.Plan.HeldBy(state.AsOf.Day).Where(t => no is null || t.No == no).SelectMany(views!.IndicatorsOf).Where(i => attainment is null || i.Attainment == attainment).ToList();
        var (page, wrong) = Paging.Of(http, rows, state.Position, i => i.Id, i => i);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> EventsAsync(HttpContext http, string plan, string no)
    {
        var (_, state, problem) = await OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        if (!state!.Plan.Tasks.ContainsKey(no))
            return CommandDesk.Unknown("unknown-task", "task", no);
        var (who, _) = Callers.Of(http.User);
        var drafts = ReadOrderDrafts.Decide(state.Plan, who).Refusal is null;
        var unsigned = state.Plan.Tasks[no].Coordination.Demands.Where(d => d.Issue is null).Select(d => d.Id).ToHashSet();
        var events = state.AsOf.Volume.Timeline.OfStream(PlanTask.StreamOf(plan, no), state.Position).Where(e => drafts || !unsigned.Contains(e.Id)).ToList();
        var (page, wrong) = Paging.Of(http, events, state.Position, e => e.Id.ToString(), e => e);
        if (wrong is not null)
            return wrong;
        if (page!.Items.Any(e => unsigned.Contains(e.Id))
            && await http.RequestServices.GetRequiredService<ReadDesk>().AllowAsync(state.AsOf.Volume, who, (_, _) => ReadOrderDrafts.Decide(state.Plan, who), http.RequestAborted) is { } refusal)
            return refusal;
        var shaped = await EventShapes.ReadAsync(http.RequestServices.GetRequiredService<NpgsqlDataSource>(), http.RequestServices.GetRequiredService<LedgerTexts>(), state.AsOf.Volume.Jurisdiction.Id, page!.Items, http.RequestAborted);
        return Results.Json(new Page<EventShape>(shaped, page.Next, page.Total, page.Position), LedgerJson.Options);
    }

    internal static async Task<(TaskViews? Views, Opened? State, IResult? Problem)> OpenAsync(HttpContext http, string plan, Func<PlanState, IEnumerable<Guid>> textEvents)
    {
        var (asOf, problem) = await AsOf.ReadAsync(http);
        if (problem is not null)
            return (null, null, problem);
        var (state, position, unknown) = asOf!.Find(plan);
        if (unknown is not null)
            return (null, null, unknown);
        var texts = await http.RequestServices.GetRequiredService<LedgerTexts>().OfAsync(asOf.Volume.Jurisdiction.Id, [.. textEvents(state!)], http.RequestAborted);
        return (new(state!, asOf, position, texts), new(state!, asOf, position), null);
    }

    internal sealed record Opened(PlanState Plan, AsOf AsOf, int Position);

    /// <summary>A query's value, an empty one being none; none of ours holds a control character, and the database takes no NUL.</summary>
    internal static string? Query(HttpContext http, string name) =>
        !http.Request.Query.TryGetValue(name, out var value) || value.ToString().Length == 0 ? null
        : value.ToString() is var text && text.Any(char.IsControl) ? throw new ProblemException(Problems.Of(StatusCodes.Status400BadRequest, "malformed-query", name, new Dictionary<string, string> { ["field"] = name }))
        : text;

    internal static bool TryDate(HttpContext http, string name, out DateOnly? day, out IResult? problem)
    {
        (day, problem) = (null, null);
        if (Query(http, name) is not { } text)
            return true;
        if (Dates.TryRead(text, out var read))
        {
            day = read;
            return true;
        }

        problem = AsOf.Malformed(name, text);
        return false;
    }
}
