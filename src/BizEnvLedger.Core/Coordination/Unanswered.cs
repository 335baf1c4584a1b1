using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Coordination;

/// <summary>推动不力 (四（四）): an instruction, a signed order or an adjudicated request that a unit has left past its limit. Urges, reminders and accepted requests are no ground.</summary>
/// <param name="Rule"><c>order-unanswered</c>, <c>request-unanswered</c> or <c>instruction-unanswered</c>.</param>
/// <param name="Unit">Who had to answer; where it is gone, who holds its part on the day.</param>
/// <param name="Days">Days past the limit.</param>
public sealed record Unanswered(string Rule, string Unit, DateOnly Limit, int Days, IReadOnlyList<string> Milestones, IReadOnlyList<Guid> Events)
{
    /// <summary>The unit that was asked.</summary>
    public required string Asked { get; init; }

    public static IEnumerable<Unanswered> On(PlanTask task, DateOnly day, ActionPlan plan) =>
        task.Coordination.Demands.Where(d => d.Kind != DemandKind.Urge && d.Limit < day).SelectMany(d => d.UnansweredOn(day).Select(u => Of(task, d, u, day)))
            .Concat(task.Coordination.Requests.Where(r => r.IsPendingOn(task, day, plan) && r.BondOn(day) is { Adjudicated: true } bond && bond.Limit < day).Select(r => Of(task, r, day)));

    private static Unanswered Of(PlanTask task, Demand demand, string asked, DateOnly day) => new(
        demand.Kind == DemandKind.Order ? "order-unanswered" : "instruction-unanswered", task.Successions.Holder(asked, day, DemandChecks.ItemsOf(task, demand)), demand.Limit!.Value, day.DayNumber - demand.Limit.Value.DayNumber, demand.Milestones,
        [demand.Id, .. demand.Signature is { } signature ? new[] { signature.Event } : []])
    {
        Asked = asked,
    };

    private static Unanswered Of(PlanTask task, CooperationRequest request, DateOnly day)
    {
        var bond = request.BondOn(day)!;
        return new("request-unanswered", task.Successions.Holder(request.To, day, task.ItemsOf(request.Milestone)), bond.Limit, day.DayNumber - bond.Limit.DayNumber, [request.Milestone], bond.Events) { Asked = request.To };
    }
}
