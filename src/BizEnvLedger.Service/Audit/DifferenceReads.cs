using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Plans;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Audit;

/// <summary>What changed between two moments, by task and unit, in the users' words and with the events that it rests on.</summary>
[Endpoints]
public static class DifferenceReads
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/audit").RequireAuthorization().WithTags("audit")
            .MapGet("/diff", ReadAsync).AtPresent().Produces<DifferencesShape>().Produces<Problem>(400).Produces<Problem>(404).Produces<Problem>(422)
            .Takes(
                new QueryKey("from", "As known at this moment (RFC 3339; a date means its end).") { Format = "date-time" },
                new QueryKey("to", "As known at this moment; the present where it is left out.") { Format = "date-time" },
                QueryKey.Day("effectiveOn", "Both judged on this day: what was learned or restated about it. Left out, each on its own moment's day: what happened."),
                QueryKey.Any("plan", "Of this plan; every plan of the jurisdiction where it is left out."),
                QueryKey.Any("unit", "Where this unit leads or cooperates, before or after."))
            .WithSummary("两时点差异 / What changed between two moments: milestones and indicators with value before and after, the units concerned and the events in between. The auditor's tool gives the same from an export.");

    private static async Task<IResult> ReadAsync(HttpContext http, LedgerClock clock)
    {
        var (from, to, problem) = await MomentsAsync(http);
        if (problem is not null)
            return problem;
        var volume = from!.Volume;
        var end = to!.RecordedBy ?? clock.Now(volume.Zone).At;
        if (from.RecordedBy > end)
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "from-after-to", "from");
        var timeline = volume.Timeline;
        var (early, late) = (timeline.SizeAt(from.RecordedBy!.Value), timeline.SizeAt(end));
        var (unit, wanted) = (http.Request.Query["unit"].ToString(), http.Request.Query["plan"].ToString());
        var plans = volume.State.Plans.Keys.Where(p => wanted.Length == 0 || p == wanted).Order(StringComparer.Ordinal).ToList();
        if (plans.Count == 0)
            return CommandDesk.Unknown("unknown-plan", "plan", wanted);
        var items = new List<DifferenceShape>();
        foreach (var plan in plans)
            if (volume.At(plan, late) is { } after)
            {
                var before = volume.At(plan, early);
                foreach (var difference in Differences.Between(before, from.Day, after, to.Day))
                    if (ShapeOf(plan, before, after, difference, from.Day, to.Day) is var shape && (unit.Length == 0 || shape.Units.Any(u => u.Id == unit)))
                        items.Add(shape);
            }

        return Results.Json(new DifferencesShape(early, late, from.Day, to.Day, items), LedgerJson.Options);
    }

    /// <summary>Both moments are read by the words of <c>recordedBy</c>, so that a date means its end here too.</summary>
    private static async Task<(AsOf? From, AsOf? To, IResult? Problem)> MomentsAsync(HttpContext http)
    {
        if (!http.Request.Query.ContainsKey("from"))
            return (null, null, Problems.Of(StatusCodes.Status422UnprocessableEntity, "field-missing", "from", new Dictionary<string, string> { ["field"] = "from" }));
        var (from, problem) = await AsOf.ReadAsync(http, "from");
        if (problem is not null)
            return (null, null, problem);
        var (to, wrong) = await AsOf.ReadAsync(http, "to");
        return (from, to, wrong);
    }

    private static DifferenceShape ShapeOf(string plan, PlanState? before, PlanState after, Difference difference, DateOnly on, DateOnly until)
    {
        var units = UnitsOf(before, difference, on).Concat(UnitsOf(after, difference, until)).Distinct().Order(StringComparer.Ordinal);
        var (zh, en) = DifferenceWords.Of(difference, id => after.Plan.Name(id).Name);
        return new(plan, difference.Task, difference.Subject, difference.What, difference.Before, difference.After, [.. units.Select(after.Plan.Name)], zh, en, difference.Events);
    }

    private static IEnumerable<string> UnitsOf(PlanState? state, Difference difference, DateOnly day)
    {
        if (state?.Tasks.GetValueOrDefault(difference.Task) is not { } task)
            return [];
        var measure = task.On(day).Milestone(difference.Subject)?.Measure ?? task.On(day).Indicators.FirstOrDefault(i => i.Id == difference.Subject)?.Measure;
        var chain = Core.PlanTasks.Chain.ResponsibleOn(task, measure, day);
        return chain.Leads.Concat(chain.Cooperating);
    }
}

/// <param name="From">Tree size at the first moment.</param>
/// <param name="To">Tree size at the second.</param>
public sealed record DifferencesShape(int From, int To, DateOnly DayBefore, DateOnly DayAfter, IReadOnlyList<DifferenceShape> Items);

/// <summary>One difference; units are those that lead or cooperate, before or after.</summary>
public sealed record DifferenceShape(
    string Plan, string Task, string Subject, Differs What, string? Before, string? After, IReadOnlyList<UnitName> Units, string Zh, string En, IReadOnlyList<Guid> Events);
