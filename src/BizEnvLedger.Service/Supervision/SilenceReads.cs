using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using static BizEnvLedger.Service.PlanTasks.TaskReads;

namespace BizEnvLedger.Service.Supervision;

/// <summary>Who was assigned something and does not act: units by task and milestone, verifiers by claim.</summary>
[Endpoints]
public static class SilenceReads
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/plans/{plan}").RequireAuthorization().WithTags("trail")
            .MapGet("/silence", SilenceAsync).Produces<SilenceShape>().Takes(QueryKey.Any("unit", "Of this unit alone."))
            .WithSummary("沉默责任主体 / Assigned and never acted, silent milestones, verifiers past their limit; each with its days and events. Filter: unit. As of recordedBy and effectiveOn.");

    private static async Task<IResult> SilenceAsync(HttpContext http, string plan)
    {
        var (_, opened, problem) = await OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var (state, day, unit) = (opened!.Plan, opened.AsOf.Day, Query(http, "unit"));
        var never = SilentUnits.NeverActed(state, day).Where(n => unit is null || n.Unit == unit).ToList();
        var silent = SilentUnits.Milestones(state, day).Where(s => unit is null || s.Unit == unit).ToList();
        var late = SilentUnits.Verdicts(state, day).Where(v => unit is null || v.VerifiedBy == unit).ToList();
        return Results.Json(new SilenceShape(
            [.. never.GroupBy(n => n.Unit).OrderByDescending(g => g.Max(n => n.Days)).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new NeverActedShape(state.Plan.Name(g.Key), g.Max(n => n.Days), [.. g.Select(n => new NeverActedRow(n.Task, n.Leads, n.Since, n.Days, n.Events))]))],
            [.. silent.Select(s => new SilentMilestoneShape(state.Plan.Name(s.Unit), s.Task, s.Milestone, s.LastReport, s.Days, s.Limit, s.Events))],
            [.. late.Select(v => new LateVerdictShape(v.Milestone, v.Task, v.Claim, v.ReleasedOn, v.Limit, v.DecidedOn, v.Days, v.VerifiedBy, v.Events))],
            opened.Position, day), LedgerJson.Options);
    }
}

/// <summary>沉默责任主体 on a day.</summary>
public sealed record SilenceShape(
    IReadOnlyList<NeverActedShape> NeverActed, IReadOnlyList<SilentMilestoneShape> Milestones, IReadOnlyList<LateVerdictShape> Verifiers, int Position, DateOnly EffectiveOn);

/// <summary>A unit with the tasks on which it has never acted; <c>days</c> is the longest.</summary>
public sealed record NeverActedShape(UnitName Unit, int Days, IReadOnlyList<NeverActedRow> Tasks);

public sealed record NeverActedRow(string Task, bool Leads, DateOnly Since, int Days, IReadOnlyList<Guid> Events);

public sealed record SilentMilestoneShape(UnitName Unit, string Task, string Milestone, DateOnly? LastReport, int Days, int Limit, IReadOnlyList<Guid> Events);

public sealed record LateVerdictShape(string Milestone, string Task, Guid Claim, DateOnly ReleasedOn, DateOnly Limit, DateOnly? DecidedOn, int Days, string? VerifiedBy, IReadOnlyList<Guid> Events);
