using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Units;
using BizEnvLedger.Core.Units.Acts;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Reads;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using BizEnvLedger.Service.Units;
using static BizEnvLedger.Service.PlanTasks.TaskReads;

namespace BizEnvLedger.Service.Plans;

/// <summary>Units with what they answer for, and who was responsible when.</summary>
[Endpoints]
public static class UnitReads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var plan = routes.MapGroup("/api/v1/plans/{plan}").RequireAuthorization().WithTags("units");
        plan.MapGet("/units", ListAsync).Produces<Page<UnitRow>>()
            .Takes(QueryKey.Of<UnitKind>("kind", "Units of this kind."), QueryKey.Of<Authority>("authority", "Units under this authority."), QueryKey.Day("on", "Another word for effectiveOn."))
            .WithSummary("单位列表 / Units with what they lead and cooperate on, lights, delay, late entries, silence; days of units that it has succeeded stand apart. Filters: kind, authority; on (a day).");
        plan.MapGet("/units/{unit}", OneAsync).Produces<UnitShape>().Takes(QueryKey.Day("on", "Another word for effectiveOn."))
            .WithSummary("单位 / One unit: its measures, milestones, delays by milestone, late entries, silence; names, members, first responsible persons, successions, own plans, steps. A unit that is gone is still found. on: a day.");
        plan.MapGet("/responsibility", ResponsibilityAsync).Produces<Page<DelayRow>>()
            .Takes(QueryKey.Any("unit", "Where this unit, or one that it has succeeded, leads, cooperates or is late."), QueryKey.Any("milestone", "Of this milestone."), QueryKey.Day("on", "Who was responsible on this day."))
            .WithSummary("责任区间 / Who was responsible when, and days of delay by account. Filters: unit, milestone, on (who was responsible on a day).");
    }

    private static async Task<IResult> ListAsync(HttpContext http, string plan)
    {
        var (views, opened, problem) = await OpenOnAsync(http, plan);
        if (problem is not null)
            return problem;
        var (kind, authority) = (Query(http, "kind"), Query(http, "authority"));
        var duties = new UnitAnswers(opened!.Plan, opened.AsOf.Day, views!);
        var rows = opened.Plan.Plan.UnitsOn(opened.AsOf.Day).Where(u => (kind is null || Figures.Word(u.Kind) == kind) && (authority is null || Figures.Word(u.Authority) == authority)).Select(duties.Row).ToList();
        var (page, wrong) = Paging.Of(http, rows, opened.Position, u => u.Id, u => u);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> OneAsync(HttpContext http, ReadDesk reads, string plan, string unit)
    {
        var (views, opened, problem) = await OpenOnAsync(http, plan);
        if (problem is not null)
            return problem;
        var (state, day) = (opened!.Plan, opened.AsOf.Day);
        if (state.Plan.UnitOn(unit, day) is not { } found)
            return CommandDesk.Unknown("unknown-unit-path", "unit", unit);
        var texts = await http.RequestServices.GetRequiredService<LedgerTexts>()
            .OfAsync(opened.AsOf.Volume.Jurisdiction.Id, [.. UnitHistoryShape.TextEvents(state.Plan, unit)], http.RequestAborted);
        var (who, _) = Callers.Of(http.User);
        var history = UnitHistoryShape.Of(state.Plan, found, day, who, opened.AsOf.Today, texts);
        if (history.FirstResponsible.Any(t => t.Name is not null || t.Post is not null)
            && await reads.AllowAsync(opened.AsOf.Volume, who, (_, now) => SeeNames.Decide(state.Plan, found.Id, who, now.On), http.RequestAborted) is { } refusal)
            return refusal;
        return Results.Json(new UnitAnswers(state, day, views!).Whole(found, history, opened.Position), LedgerJson.Options);
    }

    /// <summary>As of the two times; <c>on</c> is another word for <c>effectiveOn</c>.</summary>
    private static async Task<(TaskViews? Views, Opened? State, IResult? Problem)> OpenOnAsync(HttpContext http, string plan)
    {
        var (views, opened, problem) = await OpenAsync(http, plan, _ => []);
        if (problem is not null || !TryDate(http, "on", out var on, out problem))
            return (null, null, problem);
        if (on is not { } day)
            return (views, opened, null);
        var asOf = opened!.AsOf with { Day = day };
        return (new(opened.Plan, asOf, opened.Position, new Dictionary<(Guid, string), string>()), opened with { AsOf = asOf }, null);
    }

    private static async Task<IResult> ResponsibilityAsync(HttpContext http, string plan)
    {
        var (views, opened, problem) = await OpenAsync(http, plan, TaskViews.LeaderEvents);
        if (problem is not null)
            return problem;
        if (!TryDate(http, "on", out var day, out problem))
            return problem!;
        var (unit, milestone) = (Query(http, "unit"), Query(http, "milestone"));
        var named = unit is null ? [] : opened!.Plan.Plan.Roster.Successions.FormerOf(unit, opened.AsOf.Day).Append(unit).ToHashSet();
        var rows = Rows(opened!, views!, milestone, unit, day)
            .Where(r => unit is null || r.Intervals.Any(i => i.Leads.Concat(i.Cooperating).Any(u => named.Contains(u.Id))) || r.Delay.Any(d => d.Units.Any(u => named.Contains(u.Id)))).ToList();
        if (milestone is not null && rows.Count == 0 && unit is null)
            return CommandDesk.Unknown("unknown-milestone", "milestone", milestone);
        var (page, wrong) = Paging.Of(http, rows, opened!.Position, r => r.Milestone, r => r);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static IEnumerable<DelayRow> Rows(Opened opened, TaskViews views, string? milestone, string? unit, DateOnly? day)
    {
        foreach (var task in opened.Plan.HeldBy(opened.AsOf.Day))
            foreach (var m in Judged.On(task, opened.Plan.Plan, opened.AsOf.Day).Milestones)
            {
                var placed = m.Standing.Milestone;
                if (milestone is not null && placed.Id != milestone && placed.Definition.Id != milestone)
                    continue;
                var intervals = views.ResponsibilityOf(task, placed.Measure).Where(i => day is null || (i.From <= day && (i.To is null || day < i.To))).ToList();
                yield return new(placed.Id, task.No, placed.Measure.Id, m.Standing.Due, m.Standing.ClosedOn, m.Delay.Sum(d => d.Days), intervals,
                    [.. m.Delay.Select(d => new DelayShape(Figures.Word(d.Account), views.Names(d.Units), d.From, d.To, d.Days, d.Joint, d.Events))])
                {
                    Answer = unit is null ? null : AnswerShape.Of(opened.Plan.Plan, m, unit, opened.AsOf.Day),
                };
            }
    }
}

/// <summary>A milestone's responsibility intervals and delay accounts; the accounts' days sum to its delay.</summary>
public sealed record DelayRow(string Milestone, string Task, string Measure, DateOnly? Due, DateOnly? ClosedOn, int DelayDays, IReadOnlyList<ResponsibilityShape> Intervals, IReadOnlyList<DelayShape> Delay)
{
    /// <summary>What the unit asked about answers for; null where none was.</summary>
    public AnswerShape? Answer { get; init; }
}

/// <summary>Days of delay that a unit answers for: its own, and apart from them those of units that are gone and that it has succeeded. A day on which two of them led counts once.</summary>
public sealed record AnswerShape(UnitName Unit, int Days, int OwnDays, IReadOnlyList<FormerAnswer> Former)
{
    public static AnswerShape Of(ActionPlan plan, MilestoneAssessment m, string unit, DateOnly day)
    {
        var former = plan.Roster.Successions.FormerOf(unit, day, m.Standing.Chain.Items);
        return new(plan.Name(unit, day), m.DaysAnsweredBy(unit, former), m.DaysOf(unit), [.. former.Where(f => m.DaysOf(f) > 0).Select(f => new FormerAnswer(plan.Name(f, day), m.DaysOf(f)))]);
    }
}

public sealed record FormerAnswer(UnitName Unit, int Days);

/// <summary>Days [from, to) of delay in one account: leads, cooperating, verifier or nobody. Joint leads each show whole days.</summary>
public sealed record DelayShape(string Account, IReadOnlyList<UnitName> Units, DateOnly From, DateOnly To, int Days, bool Joint, IReadOnlyList<Guid> Events);
