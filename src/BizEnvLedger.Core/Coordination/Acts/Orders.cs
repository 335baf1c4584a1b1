using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Coordination.Acts;

/// <summary>督办单拟稿: the office drafts an order. Refused: not the office; own home unit asked or concerned; the same as of an instruction.</summary>
public sealed record DraftOrder(IReadOnlyList<string> Units, IReadOnlyList<string> Milestones, DateOnly Limit, DraftText? Text)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, DraftOrder command, Caller who, Moment now) =>
        RightsTable.Role(nameof(DraftOrder), who)
        ?? DemandChecks.Of(task, plan, command.Units, command.Milestones, command.Limit, command.Text, now)
        ?? RightsTable.Check(nameof(DraftOrder), who, OrderMatter.Of(task, command.Units, command.Milestones, now.On), plan)
        ?? (Decision)Decision.Of(new OrderDrafted(command.Units, command.Milestones, command.Limit, who.HomeUnit!, TextSeal.Of(command.Text!)));
}

/// <summary>督办单签发: a leader signs; only then it counts. Refused: unknown; not a leader; own home unit asked or concerned; the drafter in person; signed already; its limit passed meanwhile and no other given, or one out of bounds.</summary>
/// <param name="Limit">Another last day to answer than the draft's, where that has passed while it waited.</param>
public sealed record SignOrder(Guid Order, DateOnly? Limit = null)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, SignOrder command, Caller who, Moment now) =>
        OrderMatter.Find(task, command.Order, out var order)
        ?? RightsTable.Check(nameof(SignOrder), who, OrderMatter.Of(task, order.Units, order.Milestones, now.On) with { Doers = [order.Entry.User], NotTheDoer = "drafter-never-signs" }, plan)
        ?? (order.Signature is not null ? Refusal.Conflict("order-signed", "order", ("order", order.Id)) : null)
        ?? (command.Limit is { } day ? RequestMatter.Limit(day, now.On, plan.Horizon) : null)
        ?? (now.On > (command.Limit ?? order.Limit) ? Refusal.Conflict("limit-passed", "order", ("limit", order.Limit), ("today", now.On)) : null)
        ?? (Decision)Decision.Of(new OrderSigned(order.Id, command.Limit));
}

/// <summary>督办答复. Refused: unknown; not signed; closed; not a unit that was asked; no text.</summary>
public sealed record ReplyToOrder(Guid Order, DraftText? Text, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReplyToOrder command, Caller who, Moment now)
    {
        if (OrderMatter.Find(task, command.Order, out var order) is { } refusal)
            return refusal;
        return DemandChecks.Reply(nameof(ReplyToOrder), task, order, who, plan, command.Unit, command.Text, command.Evidence, now, out var unit)
            ?? OrderMatter.IsOpen(order)
            ?? (Decision)Decision.Of(new OrderReplied(order.Id, unit, TextSeal.Of(command.Text!), command.Evidence));
    }
}

/// <summary>
/// 督办办结: the office finds the order answered. Refused: unknown; not the office; own home unit asked or concerned; whoever drafted, signed or replied;
/// not signed; closed already; a unit that has not replied.
/// </summary>
public sealed record CloseOrder(Guid Order, DraftText? Finding)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, CloseOrder command, Caller who, Moment now)
    {
        if (OrderMatter.Find(task, command.Order, out var order) is { } refusal)
            return refusal;
        return RightsTable.Check(nameof(CloseOrder), who, OrderMatter.Of(task, order.Units, order.Milestones, now.On) with { Doers = order.Persons }, plan)
            ?? OrderMatter.IsOpen(order)
            ?? (order.UnansweredOn(now.On) is { Count: > 0 } silent ? Refusal.Conflict("order-unanswered", "order", ("units", string.Join(", ", silent))) : null)
            ?? Checks.Text(command.Finding, "finding", plan)
            ?? (Decision)Decision.Of(new OrderClosed(order.Id, who.HomeUnit!, TextSeal.Of(command.Finding!)));
    }
}

internal static class OrderMatter
{
    public static Refusal? Find(PlanTask task, Guid id, out Demand order)
    {
        order = task.Coordination.FindDemand(DemandKind.Order, id)!;
        return order is null ? Refusal.NotFound("unknown-order", "order", ("order", id)) : null;
    }

    public static Refusal? IsOpen(Demand order) =>
        order.Signature is null ? Refusal.Conflict("order-not-signed", "order", ("order", order.Id))
        : order.Closing is not null ? Refusal.Conflict("order-closed", "order", ("order", order.Id))
        : null;

    /// <summary>Whoever is asked, and whoever leads or cooperates on what it is about; without a milestone, on the whole task.</summary>
    public static Matter Of(PlanTask task, IReadOnlyList<string> units, IReadOnlyList<string> milestones, DateOnly on) => new(task.No, on)
    {
        Addressees = units,
        Parties = PartiesOf(task, milestones, on),
        Items = DemandChecks.ItemsOf(task, milestones),
    };

    private static IReadOnlyList<string> PartiesOf(PlanTask task, IReadOnlyList<string> milestones, DateOnly day) => milestones.Count == 0
        ? task.EveryoneOn(day)
        : [.. milestones.Select(m => task.On(day).Milestone(m)).OfType<PlacedMilestone>().Select(m => task.ResponsibleOn(m.Measure, day)).SelectMany(c => c.Leads.Concat(c.Cooperating)).Distinct()];
}
