using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Store;
using static BizEnvLedger.Service.PlanTasks.TaskReads;

namespace BizEnvLedger.Service.Plans;

/// <summary>Units with what they answer for, and who was responsible when.</summary>
[Endpoints]
public static class UnitReads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var plan = routes.MapGroup("/api/v1/plans/{plan}").RequireAuthorization().WithTags("units");
        plan.MapGet("/units", ListAsync).Produces<Page<UnitRow>>().WithSummary("单位列表 / Units with what they lead and cooperate on, lights, delay, late entries, silence. Filters: kind, authority.");
        plan.MapGet("/units/{unit}", OneAsync).Produces<UnitShape>().WithSummary("单位 / One unit: its measures, milestones, delays by milestone, late entries, silence.");
        plan.MapGet("/responsibility", ResponsibilityAsync).Produces<Page<DelayRow>>()
            .WithSummary("责任区间 / Who was responsible when, and days of delay by account. Filters: unit, milestone, on (who was responsible on a day).");
    }

    private static async Task<IResult> ListAsync(HttpContext http, string plan)
    {
        var (views, opened, problem) = await OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var (kind, authority) = (Query(http, "kind"), Query(http, "authority"));
        var duties = new UnitDuties(opened!.Plan, opened.AsOf.Day, views!);
        var rows = opened.Plan.Plan.On(opened.AsOf.Day).Units.Where(u => (kind is null || Figures.Word(u.Kind) == kind) && (authority is null || Figures.Word(u.Authority) == authority)).Select(duties.Row).ToList();
        var (page, wrong) = Paging.Of(http, rows, opened.Position, u => u.Id, u => u);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> OneAsync(HttpContext http, string plan, string unit)
    {
        var (views, opened, problem) = await OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        if (opened!.Plan.Plan.On(opened.AsOf.Day).Units.FirstOrDefault(u => u.Id == unit) is not { } found)
            return CommandDesk.Unknown("unknown-unit-path", "unit", unit);
        return Results.Json(new UnitDuties(opened.Plan, opened.AsOf.Day, views!).Whole(found, opened.Position), LedgerJson.Options);
    }

    private static async Task<IResult> ResponsibilityAsync(HttpContext http, string plan)
    {
        var (views, opened, problem) = await OpenAsync(http, plan, TaskViews.LeaderEvents);
        if (problem is not null)
            return problem;
        if (!TryDate(http, "on", out var day, out problem))
            return problem!;
        var (unit, milestone) = (Query(http, "unit"), Query(http, "milestone"));
        var rows = Rows(opened!, views!, milestone, day).Where(r => unit is null || r.Intervals.Any(i => i.Leads.Concat(i.Cooperating).Any(u => u.Id == unit)) || r.Delay.Any(d => d.Units.Any(u => u.Id == unit))).ToList();
        if (milestone is not null && rows.Count == 0 && unit is null)
            return CommandDesk.Unknown("unknown-milestone", "milestone", milestone);
        var (page, wrong) = Paging.Of(http, rows, opened!.Position, r => r.Milestone, r => r);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static IEnumerable<DelayRow> Rows(Opened opened, TaskViews views, string? milestone, DateOnly? day)
    {
        foreach (var task in opened.Plan.HeldBy(opened.AsOf.Day))
            foreach (var m in Judged.On(task, opened.Plan.Plan, opened.AsOf.Day).Milestones)
            {
                var placed = m.Standing.Milestone;
                if (milestone is not null && placed.Id != milestone && placed.Definition.Id != milestone)
                    continue;
                var intervals = views.ResponsibilityOf(task, placed.Measure).Where(i => day is null || (i.From <= day && (i.To is null || day < i.To))).ToList();
                yield return new(placed.Id, task.No, placed.Measure.Id, m.Standing.Due, m.Standing.ClosedOn, m.Delay.Sum(d => d.Days), intervals,
                    [.. m.Delay.Select(d => new DelayShape(Figures.Word(d.Account), views.Names(d.Units), d.From, d.To, d.Days, d.Joint, d.Events))]);
            }
    }
}

/// <summary>A milestone's responsibility intervals and delay accounts; the accounts' days sum to its delay.</summary>
public sealed record DelayRow(string Milestone, string Task, string Measure, DateOnly? Due, DateOnly? ClosedOn, int DelayDays, IReadOnlyList<ResponsibilityShape> Intervals, IReadOnlyList<DelayShape> Delay);

/// <summary>Days [from, to) of delay in one account: leads, cooperating, verifier or nobody. Joint leads each show whole days.</summary>
public sealed record DelayShape(string Account, IReadOnlyList<UnitName> Units, DateOnly From, DateOnly To, int Days, bool Joint, IReadOnlyList<Guid> Events);
