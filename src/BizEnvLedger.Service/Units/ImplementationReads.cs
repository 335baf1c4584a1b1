using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using static BizEnvLedger.Service.PlanTasks.TaskReads;

namespace BizEnvLedger.Service.Units;

/// <summary>落实方案: who has one and who has none, and the successions of a plan's units.</summary>
[Endpoints]
public static class ImplementationReads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var plan = routes.MapGroup("/api/v1/plans/{plan}").RequireAuthorization().WithTags("units");
        plan.MapGet("/implementation-plans", ListAsync).Produces<Page<ImplementationRow>>()
            .Takes(QueryKey.Of<UnitKind>("kind", "Units of this kind."), QueryKey.Flag("missing", "Units without a plan of their own, or with one."))
            .WithSummary("落实方案清单 / Units of which the plan asks a plan of their own; who has none, for how many days since the plan's issue. Filters: kind, missing=true.");
        plan.MapGet("/units/successions", SuccessionsAsync).Produces<Page<SuccessionShape>>()
            .WithSummary("更名、合并、分设 / Successions of units, by their day.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, string plan)
    {
        var (_, opened, problem) = await OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var (kind, missing) = (Query(http, "kind"), Query(http, "missing"));
        var rows = opened!.Plan.Plan.UnitsOn(opened.AsOf.Day).Where(u => ImplementationPlan.IsAskedOf(u, opened.Plan.Plan, opened.AsOf.Day)).Select(u => ImplementationRow.Of(opened.Plan, u, opened.AsOf.Day))
            .Where(r => (kind is null || r.Kind == kind) && (missing is null || r.Plans.Count == 0 == (missing == "true"))).ToList();
        var (page, wrong) = Paging.Of(http, rows, opened.Position, r => r.Unit.Id, r => r);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> SuccessionsAsync(HttpContext http, string plan)
    {
        var (_, opened, problem) = await OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var roster = opened!.Plan.Plan.Roster;
        var rows = roster.Successions.InOrder.Concat(roster.WithdrawnSuccessions).Select(s => SuccessionShape.Of(opened.Plan.Plan, s)).ToList();
        var (page, wrong) = Paging.Of(http, rows, opened.Position, r => r.Event.ToString(), r => r);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }
}

/// <summary>A unit that has to have its own plan. <c>daysWithout</c> counts from the plan's issue to the first adoption, or to the day asked about.</summary>
public sealed record ImplementationRow(UnitName Unit, string Kind, IReadOnlyList<AdoptedPlanShape> Plans, int DaysWithout)
{
    public static ImplementationRow Of(PlanState state, Unit unit, DateOnly day)
    {
        var adopted = ImplementationPlan.Of(state, unit.Id, day);
        var until = adopted.Count > 0 ? adopted[0].Entry.EffectiveOn : day;
        return new(new(unit.Id, unit.Name), Figures.Word(unit.Kind), [.. adopted.Select((a, i) => AdoptedPlanShape.Of(state.Plan, a, i))], Math.Max(0, until.DayNumber - state.Plan.IssuedOn.DayNumber));
    }
}

/// <summary>A 落实方案; revision 0 is the first.</summary>
public sealed record AdoptedPlanShape(int Revision, string DocumentNumber, DateOnly AdoptedOn, DateTimeOffset RecordedAt, bool LateEntered, string Visibility, IReadOnlyList<string> Evidence, Guid Event)
{
    public static AdoptedPlanShape Of(ActionPlan plan, Adopted a, int revision) =>
        new(revision, a.DocumentNumber, a.Entry.EffectiveOn, a.Entry.RecordedAt, Core.PlanTasks.Lateness.IsLate(plan, a.Entry), Figures.Word(a.Visibility), a.Evidence, a.Entry.Event);
}

/// <summary>更名、合并、分设, with the names of the day before and of the day itself. One that was taken back stays, and changed nothing.</summary>
public sealed record SuccessionShape(
    string Kind, IReadOnlyList<UnitName> From, IReadOnlyList<UnitName> To, IReadOnlyList<Given> Given, DateOnly EffectiveOn, DateTimeOffset RecordedAt, bool LateEntered, bool Withdrawn, IReadOnlyList<Guid> Corrections, Guid Event)
{
    public static SuccessionShape Of(ActionPlan plan, Succession s) => new(
        Figures.Word(s.Kind), [.. s.From.Select(u => new UnitName(u, plan.OwnName(u, s.On.AddDays(-1))))], [.. s.To.Select(u => new UnitName(u, s.New.FirstOrDefault(n => n.Id == u)?.Name ?? plan.OwnName(u, s.On)))], s.Given,
        s.On, s.Entry.RecordedAt, Core.PlanTasks.Lateness.IsLate(plan, s.Entry), s.Entry.Withdrawn, s.Entry.Corrections, s.Entry.Event);
}
