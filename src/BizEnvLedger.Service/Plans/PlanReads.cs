using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using static BizEnvLedger.Service.PlanTasks.TaskReads;

namespace BizEnvLedger.Service.Plans;

/// <summary>Reads of plans as they stood.</summary>
[Endpoints]
public static class PlanReads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var plans = routes.MapGroup("/api/v1/plans").RequireAuthorization().WithTags("plans");
        plans.MapGet("", (Delegate)ListAsync).Produces<Page<PlanRow>>().WithSummary("计划列表 / Plans of the caller's jurisdiction.");
        plans.MapGet("/{plan}", OneAsync).Produces<PlanShape>().WithSummary("计划 / A plan as it stood: areas, goals, tasks, measures, mechanisms, registers, units, rule set, changes, counts.");
    }

    private static async Task<IResult> ListAsync(HttpContext http)
    {
        var (asOf, problem) = await AsOf.ReadAsync(http);
        if (problem is not null)
            return problem;
        var position = (int)asOf!.Volume.State.Size;
        var rows = new List<PlanRow>();
        foreach (var id in asOf.Volume.State.Plans.Keys.Order(StringComparer.Ordinal))
        {
            var (state, size, _) = asOf.Find(id);
            position = size;
            if (state is not null)
                rows.Add(Row(state.Plan, asOf.Day));
        }

        var (page, wrong) = Paging.Of(http, rows, position, r => r.Id, r => r);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> OneAsync(HttpContext http, string plan)
    {
        var (_, opened, problem) = await OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var found = opened!.Plan.Plan;
        var document = found.On(opened.AsOf.Day);
        http.Response.Headers.ETag = $"\"{found.Version}\"";
        return Results.Json(new PlanShape
        {
            Id = found.Id,
            Title = document.Title,
            DocumentNumber = document.DocumentNumber,
            Issuer = found.Name(document.Issuer),
            IssuedOn = found.IssuedOn,
            Period = document.Period,
            Visibility = document.Visibility,
            Recipients = document.Recipients,
            CopiesTo = document.CopiesTo,
            Counts = Count(document),
            Areas = document.Areas,
            Goals = document.Goals,
            Tasks = document.Tasks,
            Mechanisms = document.Mechanisms,
            Registers = document.Registers,
            Units = document.Units,
            Rules = found.Rules,
            Calendar = found.Calendar.Id,
            Changes = [.. found.Versions.Where(v => v.Change is not null).Select(v => new ChangeRow(v.Change!.Id, v.Change.Format, v.Change.Title, v.Change.DocumentNumber, v.From, v.Event))],
            FileSha256 = found.FileSha256,
            Version = found.Version,
            Position = opened.Position,
            EffectiveOn = opened.AsOf.Day,
        }, LedgerJson.Options);
    }

    private static PlanRow Row(ActionPlan plan, DateOnly day)
    {
        var document = plan.On(day);
        return new(plan.Id, document.Title, document.DocumentNumber, plan.Name(document.Issuer), plan.IssuedOn, document.Period, Count(document), plan.Version);
    }

    private static PlanCounts Count(PlanDocument plan)
    {
        var milestones = plan.EveryMilestone().ToList();
        return new(
            plan.Areas.Count, plan.Goals.Count, plan.Tasks.Count, plan.Tasks.SelectMany(t => t.Measures).Flatten().Count(),
            milestones.Count(m => m.Recurrence is null), milestones.Count(m => m.Recurrence is not null), milestones.Sum(m => Occurrences.Of(m, plan.Period).Count()),
            plan.EveryIndicator().Count(), plan.EveryIndicator().Sum(i => i.Targets.Count), plan.Units.Count, plan.Mechanisms.Count, plan.Registers.Count);
    }
}
