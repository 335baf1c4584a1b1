using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Coordination.Acts;

/// <summary>What every act on a request checks first.</summary>
internal static class RequestMatter
{
    /// <summary>The request, with who is party to it. Refused: unknown, its milestone withdrawn or closed meanwhile.</summary>
    public static Refusal? Find(PlanTask task, Guid id, Moment now, out CooperationRequest request, out Matter matter)
    {
        (request, matter) = (task.Coordination.FindRequest(id)!, null!);
        if (request is null)
            return Refusal.NotFound("unknown-cooperation-request", "request", ("request", id));
        if (Requests.Standing(id, request.Withdrawal) is { } withdrawn)
            return withdrawn;
        if (OpenMilestone(task, request.Milestone, now, out var milestone) is { } refusal)
            return refusal;
        matter = Checks.MatterOf(task.ResponsibleOn(milestone.Measure, now.On), milestone.Id, now.On) with
        {
            Addressees = [request.To], Owners = [request.Unit], Doers = request.Persons, NotYours = "not-your-request",
        };
        return null;
    }

    /// <summary>Refuses what comes after the unit that was asked has led the milestone itself.</summary>
    public static Refusal? Stands(PlanTask task, CooperationRequest request, ActionPlan plan, Moment now) =>
        request.LapsedOn(task, now.On, plan) is { } lapsed ? Refusal.Conflict("request-lapsed", "request", ("request", request.Id), ("unit", request.To), ("day", lapsed)) : null;

    public static Refusal? OpenMilestone(PlanTask task, string id, Moment now, out PlacedMilestone milestone)
    {
        milestone = task.On(now.On).Milestone(id)!;
        return milestone is null ? ClaimMilestone.Unknown(task, id)
            : task.Claims.Exists(c => c.Milestone == id && c.Verification is not null) ? Refusal.Conflict("already-closed", null, ("milestone", id))
            : null;
    }

    public static Refusal? Limit(DateOnly limit, DateOnly from, DateOnly to) =>
        limit < from || limit > to ? Refusal.Invalid("date-out-of-bounds", "limit", ("day", limit), ("from", from), ("to", to)) : null;

    /// <summary>Units that answer for themselves: known, none twice, none that is gone, no groups, whose members are named instead.</summary>
    public static Refusal? Units(IReadOnlyList<string> units, string field, ActionPlan plan, Moment now) =>
        Checks.Units(units, field, plan, required: true)
        ?? plan.Succeeded(units, now.On, field)
        ?? (units.FirstOrDefault(u => plan.FindUnit(u)!.Kind == UnitKind.Group) is { } group ? Refusal.Invalid("name-the-members", field, ("unit", group)) : null);
}
