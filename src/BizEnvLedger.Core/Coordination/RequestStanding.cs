using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Coordination;

/// <summary>
/// A request on a day, by the acts recorded up to that day. No act reaches back: an acceptance, a ruling, a delivery or the lead's word on it
/// changes nothing about the days before.
/// </summary>
public static class RequestStanding
{
    public static DateOnly AnswerLimit(this CooperationRequest request, ActionPlan plan) =>
        plan.Calendar.After(request.Entry.RecordedOn, plan.Rules.Coordination.AnswerWorkingDays);

    /// <summary>Since when it is the office's turn: the refusal, or the last day to answer.</summary>
    public static DateOnly WithOfficeSince(this CooperationRequest request, ActionPlan plan) =>
        request.Answer is { } refusal && refusal.RecordedOn < request.AnswerLimit(plan) ? refusal.RecordedOn : request.AnswerLimit(plan);

    public static DateOnly OfficeLimit(this CooperationRequest request, ActionPlan plan) =>
        plan.Calendar.After(request.WithOfficeSince(plan), plan.Rules.Coordination.OfficeWorkingDays);

    /// <summary>Last day on which the lead can say that a delivery is none.</summary>
    public static DateOnly ConfirmLimit(this Delivery delivery, ActionPlan plan) =>
        plan.Calendar.After(delivery.Entry.RecordedOn, plan.Rules.Coordination.ConfirmWorkingDays);

    /// <summary>The limit that binds on a day, and the acts that set it; null where none does.</summary>
    public static Bond? BondOn(this CooperationRequest request, DateOnly day) => request.RulingOn(day) switch
    {
        _ when request.IsWithdrawnOn(day) => null,
        { Binding: true } ruling => new(ruling.Limit!.Value, true, [request.Id, ruling.Entry.Event]),
        { Binding: false } => null,
        _ when request.Accepted && request.Answer!.RecordedOn <= day => new(request.Limit, false, [request.Id, request.Answer.Event]),
        _ => null,
    };

    public static bool IsWithdrawnOn(this CooperationRequest request, DateOnly day) => request.Withdrawal?.RecordedOn <= day;

    /// <summary>The delivery that stands on a day: the last one that the lead had not refused.</summary>
    public static Delivery? DeliveryOn(this CooperationRequest request, DateOnly day) =>
        request.Deliveries.FindLast(d => d.Entry.RecordedOn <= day) is { } last && !IsRefused(last, day) ? last : null;

    /// <summary>Taken to the leader, who has not decided since.</summary>
    public static Entry? EscalationOn(this CooperationRequest request, DateOnly day) =>
        request.Escalations.FindLast(e => e.RecordedOn <= day) is { } last && !request.Rulings.Exists(r => r.Final && r.Entry.Leaf > last.Leaf && r.Entry.RecordedOn <= day) ? last : null;

    public static RequestState StateOn(this CooperationRequest request, DateOnly day, ActionPlan plan)
    {
        if (request.IsWithdrawnOn(day))
            return RequestState.Withdrawn;
        if (request.DeliveryOn(day) is { } delivery)
            return (delivery.Taken && delivery.Word!.RecordedOn <= day) || day > delivery.ConfirmLimit(plan) ? RequestState.Fulfilled : RequestState.Delivered;
        if (request.EscalationOn(day) is not null)
            return RequestState.WithLeader;
        if (request.RulingOn(day) is { } ruling)
            return ruling.Binding ? RequestState.Adjudicated : RequestState.Dismissed;
        var answered = request.Answer?.RecordedOn <= day;
        return answered && request.Accepted ? RequestState.Accepted
            : answered || day > request.AnswerLimit(plan) ? RequestState.WithOffice
            : RequestState.Asked;
    }

    /// <summary>Whether there is something for the leader to settle: an office past its limit, an office's ruling, or a delivery that the lead does not take.</summary>
    public static bool IsDisputedOn(this CooperationRequest request, DateOnly day, ActionPlan plan) => request.StateOn(day, plan) switch
    {
        RequestState.WithOffice => day > request.OfficeLimit(plan),
        RequestState.Accepted or RequestState.Adjudicated or RequestState.Dismissed => LastQuarrel(request, day) is { } quarrel && !request.Rulings.Exists(r => r.Final && r.Entry.Leaf > quarrel.Leaf && r.Entry.RecordedOn <= day),
        _ => false,
    };

    /// <summary>Past the limit that binds, nothing delivered when the day began. The day of the delivery is still a late one.</summary>
    public static bool IsLateOn(this CooperationRequest request, DateOnly day) =>
        request.BondOn(day) is { } bond && day > bond.Limit && request.DeliveryOn(day.AddDays(-1)) is null;

    /// <summary>Whether the unit that was asked, or who has succeeded it, cooperates on the milestone that day: what it no longer has part in binds it no more.</summary>
    public static bool Concerns(this CooperationRequest request, PlanTask task, Responsible chain, DateOnly day, ActionPlan plan) =>
        request.AskedOn(task, chain, day, plan) is { } asked && Cooperates(asked, chain, day, plan);

    /// <summary>
    /// Who has to deliver on a day: the unit that was asked; where it is gone, its successor. What had lapsed by the day before a unit went is not handed down:
    /// that its successor cooperates in its own right does not make the request bind again.
    /// </summary>
    private static string? AskedOn(this CooperationRequest request, PlanTask task, Responsible chain, DateOnly day, ActionPlan plan)
    {
        var asked = request.To;
        foreach (var succession in plan.Roster.Successions.InOrder.TakeWhile(s => s.On <= day))
        {
            if (!succession.From.Contains(asked) || succession.SuccessorIn(chain.Items) is var successor && successor == asked)
                continue;
            var before = succession.On.AddDays(-1);
            if (before >= request.Entry.RecordedOn
                && !(task.On(before).Milestone(request.Milestone) is { } then && Cooperates(asked, task.ResponsibleOn(then.Measure, before), before, plan)))
                return null;
            asked = successor;
        }

        return asked;
    }

    private static bool Cooperates(string unit, Responsible chain, DateOnly day, ActionPlan plan) => chain.Cooperating.Any(c => plan.MembersOf(c, day, chain.Items).Contains(unit));

    /// <summary>Whether a unit that still has part in it owes a delivery on a milestone that is still to be done.</summary>
    public static bool IsPendingOn(this CooperationRequest request, PlanTask task, DateOnly day, ActionPlan plan) =>
        request.Entry.RecordedOn <= day && !request.IsWithdrawnOn(day) && request.DeliveryOn(day) is null
        && task.On(day).Milestone(request.Milestone) is { } milestone && task.ClosingOn(request.Milestone, day, plan) is null
        && request.Concerns(task, task.ResponsibleOn(milestone.Measure, day), day, plan) && request.LapsedOn(task, day, plan) is null;

    /// <summary>Requests on a milestone that a cooperating unit leaves undone past their limit on a day.</summary>
    public static (Account Account, IReadOnlyList<string> Units, IReadOnlyList<Guid> Events)? LateCooperation(this PlanTask task, string milestone, Responsible chain, DateOnly day, ActionPlan plan)
    {
        var late = task.Coordination.Requests.FindAll(r => r.Milestone == milestone && r.IsLateOn(day) && r.Concerns(task, chain, day, plan) && r.LapsedOn(task, day, plan) is null);
        return late.Count == 0 ? null : (Account.Cooperating, [.. late.Select(r => r.AskedOn(task, chain, day, plan)!).Distinct()], [.. late.SelectMany(r => r.BondOn(day)!.Events)]);
    }

    /// <summary>Days on which <see cref="LateCooperation"/> can change, besides those of the chain.</summary>
    public static IEnumerable<DateOnly> CooperationTurns(this PlanTask task, string milestone, ActionPlan plan)
    {
        var requests = task.Coordination.Requests.FindAll(r => r.Milestone == milestone);
        if (requests.Count == 0)
            return [];
        return requests.SelectMany(TurnsOf).Concat(plan.MembershipTurns());
    }

    /// <summary>Days on which a group's members change, or a unit comes in another's place.</summary>
    public static IEnumerable<DateOnly> MembershipTurns(this ActionPlan plan) =>
        plan.Versions.Select(v => v.From)
            .Concat(from version in plan.Versions
                from unit in version.Document.Units
                from member in plan.Roster.MembershipsOf(unit.Id, unit.Members)
                from day in new[] { member.From, member.Until < DateOnly.MaxValue ? member.Until?.AddDays(1) : null }
                where day is not null
                select day.Value)
            .Concat(plan.Roster.Successions.InOrder.Select(s => s.On))
            .Where(d => d > DateOnly.MinValue).Distinct();

    private static IEnumerable<DateOnly> TurnsOf(CooperationRequest request)
    {
        if (request.Accepted)
        {
            yield return request.Answer!.RecordedOn;
            yield return request.Limit.AddDays(1);
        }

        if (request.Withdrawal is { } withdrawal)
            yield return withdrawal.RecordedOn;
        foreach (var ruling in request.Rulings)
        {
            yield return ruling.Entry.RecordedOn;
            if (ruling.Limit is { } limit)
                yield return limit.AddDays(1);
        }

        foreach (var delivery in request.Deliveries)
        {
            yield return delivery.Entry.RecordedOn.AddDays(1);
            if (delivery.Word is { } word)
                yield return word.RecordedOn.AddDays(1);
        }
    }

    private static Ruling? RulingOn(this CooperationRequest request, DateOnly day) => request.Rulings.FindLast(r => r.Entry.RecordedOn <= day);

    private static bool IsRefused(Delivery delivery, DateOnly day) => delivery is { Taken: false, Word: { } word } && word.RecordedOn <= day;

    private static Entry? LastQuarrel(CooperationRequest request, DateOnly day) =>
        request.Rulings.Where(r => !r.Final && r.Entry.RecordedOn <= day).Select(r => r.Entry)
            .Concat(request.Deliveries.Where(d => IsRefused(d, day)).Select(d => d.Word!)).MaxBy(e => e.Leaf);
}

/// <summary>A limit that binds the unit that was asked.</summary>
/// <param name="Adjudicated">Set by the office or the leader, not by the unit's own acceptance.</param>
public sealed record Bond(DateOnly Limit, bool Adjudicated, IReadOnlyList<Guid> Events);
