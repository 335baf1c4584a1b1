using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Appraisals.Measures;

/// <summary>How a unit serves others: the leads that asked it for something, and the enterprises that complained.</summary>
internal static class Serving
{
    /// <summary>协作按期率: of the requests that bound the unit and fell due within the year, those that it delivered by their limit.</summary>
    public static Measured Cooperation(YearLook look, string unit)
    {
        var own = (from task in look.Tasks
            from request in task.Task.Coordination.Requests
            where look.Holder(request.To, task.Task, request.Milestone) == unit
            let bond = request.BondOn(look.Last)
            where bond is not null && look.Contains(bond.Limit) && HadPart(look, task.Task, request, bond.Limit)
            select (Request: request, Bond: bond)).ToList();
        return Measured.Share(own, r => r.Request.DeliveryOn(r.Bond.Limit) is not null,
            r => r.Request.DeliveryOn(look.Last) is { } delivery ? [.. r.Bond.Events, delivery.Entry.Event] : r.Bond.Events);
    }

    /// <summary>What the unit no longer had part in when its limit came had lapsed, whoever came after it; so had what it was to do for itself as a lead.</summary>
    private static bool HadPart(YearLook look, PlanTask task, CooperationRequest request, DateOnly limit) =>
        task.On(limit).Milestone(request.Milestone) is not { } milestone
        || (request.Concerns(task, task.ResponsibleOn(milestone.Measure, limit), limit, look.Plan) && request.LapsedOn(task, limit, look.Plan) is null);

    /// <summary>诉求满意率: of the complaints on which the unit was to be asked about within the year, those whose complainants were satisfied; silence is none.</summary>
    public static Measured Satisfaction(YearLook look, string unit)
    {
        var rate = Rates.Of(look.Complaints, look.Plan, look.First, look.Last, turn => look.Plan.Roster.Successions.Holder(turn.Unit, look.Last, []) == unit).Satisfied;
        return new(rate.Met, rate.Due, rate.Due, rate.Events);
    }
}
