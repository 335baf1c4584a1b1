using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Coordination;

/// <summary>What waits on requests, papers and disputes. A duty's subject is the id of the request, paper or dispute.</summary>
public static class CoordinationDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day) => state.HeldBy(day).SelectMany(t => Of(t, state.Plan, day));

    public static IEnumerable<Duty> Of(PlanTask task, ActionPlan plan, DateOnly day) =>
        task.Coordination.Requests.SelectMany(r => OfRequest(task, r, plan, day))
            .Concat(task.Coordination.Demands.SelectMany(d => OfDemand(task, d, plan, day)))
            .Concat(task.Coordination.Disputes.SelectMany(d => OfDispute(task, d, plan, day)));

    private static IEnumerable<Duty> OfRequest(PlanTask task, CooperationRequest request, ActionPlan plan, DateOnly day)
    {
        if (request.Entry.RecordedOn > day || task.On(day).Milestone(request.Milestone) is not { } milestone || task.ClosingOn(request.Milestone, day, plan) is not null)
            yield break;
        var (state, chain) = (request.StateOn(day, plan), task.ResponsibleOn(milestone.Measure, day));
        // A lead owes itself nothing; what lies delivered still waits for a word.
        if (state is not RequestState.Delivered && request.LapsedOn(task, day, plan) is not null)
            yield break;
        if (state is RequestState.Asked || (state is RequestState.WithOffice && !(request.Answer?.RecordedOn <= day)))
            yield return Duty("request-to-answer", nameof(AnswerRequest), [request.To], request.Entry.RecordedOn, request.AnswerLimit(plan));
        if (state is RequestState.WithOffice)
            yield return Duty("request-to-adjudicate", nameof(AdjudicateRequest), [], request.WithOfficeSince(plan), request.OfficeLimit(plan)) with
            {
                NotBy = [.. request.Persons], NotFrom = [request.Unit, request.To, .. chain.Leads, .. chain.Cooperating],
            };
        if (state is RequestState.WithLeader && request.EscalationOn(day) is { } escalation)
            yield return Duty("request-to-decide", nameof(DecideRequest), [], escalation.RecordedOn, plan.Calendar.After(escalation.RecordedOn, plan.Rules.Coordination.LeaderWorkingDays)) with
            {
                NotBy = [.. request.Persons], NotFrom = [request.Unit, request.To, .. chain.Leads, .. chain.Cooperating],
            };
        if (state is not (RequestState.Delivered or RequestState.Fulfilled) && request.BondOn(day) is { } bond && request.Concerns(task, chain, day, plan))
            yield return Duty("request-to-fulfil", nameof(FulfilRequest), [request.To], request.Entry.RecordedOn, bond.Limit);
        if (state is RequestState.Delivered && request.DeliveryOn(day) is { } delivery)
            yield return Duty("fulfilment-to-confirm", nameof(ConfirmFulfilment), chain.Leads, delivery.Entry.RecordedOn, delivery.ConfirmLimit(plan));

        Duty Duty(string kind, string command, IReadOnlyList<string> units, DateOnly since, DateOnly limit) => new(kind, command, request.Id.ToString(), task.No, units, since, limit, [request.Id]) { Items = chain.Items };
    }

    private static IEnumerable<Duty> OfDemand(PlanTask task, Demand demand, ActionPlan plan, DateOnly day)
    {
        if (demand.Entry.RecordedOn > day)
            yield break;
        var state = demand.StateOn(day);
        // It goes on waiting past its limit: whoever signs it then gives it another.
        if (state is DemandState.Drafted)
            yield return Duty("order-to-sign", nameof(SignOrder), [], demand.Entry.RecordedOn, Sooner(plan.Calendar.After(demand.Entry.RecordedOn, plan.Rules.Coordination.LeaderWorkingDays), demand.Limit!.Value))
                .Apart(OrderMatter.Of(task, demand.Units, demand.Milestones, day) with { Doers = [demand.Entry.User] });
        if (state is DemandState.Open)
            yield return demand.Kind switch
            {
                DemandKind.Instruction => Duty("instruction-to-answer", nameof(ReplyToInstruction), demand.UnansweredOn(day), demand.Issue!.RecordedOn, demand.Limit),
                DemandKind.Urge => Duty("urge-to-answer", nameof(AnswerUrge), demand.UnansweredOn(day), demand.Issue!.RecordedOn, demand.Limit),
                _ => Duty("order-to-answer", nameof(ReplyToOrder), demand.UnansweredOn(day), demand.Issue!.RecordedOn, demand.Limit),
            };
        if (state is DemandState.Answered && demand.Kind == DemandKind.Order && demand.Units.Max(u => demand.Replies.Find(r => r.Unit == u)!.Entry.RecordedOn) is var answered)
            yield return Duty("order-to-close", nameof(CloseOrder), [], answered, plan.Calendar.After(answered, plan.Rules.Coordination.OfficeWorkingDays))
                .Apart(OrderMatter.Of(task, demand.Units, demand.Milestones, day) with { Doers = demand.Persons });

        Duty Duty(string kind, string command, IReadOnlyList<string> units, DateOnly since, DateOnly? limit) => new(kind, command, demand.Id.ToString(), task.No, units, since, limit, [demand.Id]) { Items = DemandChecks.ItemsOf(task, demand) };
    }

    private static IEnumerable<Duty> OfDispute(PlanTask task, AssignmentDispute dispute, ActionPlan plan, DateOnly day)
    {
        if (dispute.Entry.RecordedOn > day)
            yield break;
        if (dispute.StateOn(day) is DisputeState.Made)
            yield return new("dispute-to-release", nameof(ReleaseDispute), dispute.Id.ToString(), task.No, [dispute.Unit], dispute.Entry.RecordedOn, dispute.Until, [dispute.Id])
            {
                NotBy = [dispute.Entry.User], Items = task.ItemsOf(dispute.Measure ?? task.No),
            };
        if (dispute.StateOn(day) is DisputeState.Released && dispute.Release is { } release)
            yield return new Duty("dispute-to-decide", nameof(DecideDispute), dispute.Id.ToString(), task.No, [], release.RecordedOn,
                plan.Calendar.After(release.RecordedOn, plan.Rules.Coordination.LeaderWorkingDays), [dispute.Id])
                .Apart(DecideDispute.MatterOf(task, dispute, day));
    }

    private static DateOnly Sooner(DateOnly a, DateOnly b) => a < b ? a : b;
}
