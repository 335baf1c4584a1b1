using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Deliveries.Acts;

/// <summary>Sends a delivery again at once, with the same id. Refused: another role; delivered already.</summary>
/// <param name="Delivered">Whether the log has it as delivered.</param>
public sealed record RetryDelivery(Guid Delivery, Guid Event, string Subscription, bool Delivered)
{
    /// <summary>Key of the delivery's stream.</summary>
    public static string StreamOf(string plan, Guid delivery) => StreamKey.Of(plan, DeliveryEvents.Kind, delivery.ToString());

    public static Decision Decide(PlanState state, RetryDelivery command, Caller who, Moment now) =>
        RightsTable.Role(nameof(RetryDelivery), who)
        ?? (command.Delivered ? Refusal.Conflict("delivered-already", null, ("delivery", command.Delivery)) : null)
        ?? Decision.Of(new DeliveryRetried(command.Delivery, command.Event, command.Subscription));
}

/// <summary>Reads the log of a plan's deliveries: the whole of it, where the role alone gives the right; else what concerns the caller's own units.</summary>
public static class ReadDeliveries
{
    /// <summary>Refuses a caller who may not see what went to these units.</summary>
    public static Refusal? Check(PlanState state, IReadOnlyList<string> units, Caller who, DateOnly day) =>
        RightsTable.Check(nameof(ReadDeliveries), who, new("deliveries", day) { Addressees = units }, state.Plan);
}
