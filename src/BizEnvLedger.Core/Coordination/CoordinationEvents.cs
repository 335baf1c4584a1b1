namespace BizEnvLedger.Core.Coordination;

/// <summary>The slice's event types with their stored names.</summary>
internal static class CoordinationEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        (typeof(CooperationRequested), "cooperation_requested"),
        (typeof(CooperationAnswered), "cooperation_answered"),
        (typeof(CooperationAdjudicated), "cooperation_adjudicated"),
        (typeof(CooperationEscalated), "cooperation_escalated"),
        (typeof(CooperationDecided), "cooperation_decided"),
        (typeof(CooperationFulfilled), "cooperation_fulfilled"),
        (typeof(FulfilmentConfirmed), "fulfilment_confirmed"),
        (typeof(InstructionGiven), "instruction_given"),
        (typeof(InstructionReplied), "instruction_replied"),
        (typeof(UrgeIssued), "urge_issued"),
        (typeof(UrgeAnswered), "urge_answered"),
        (typeof(OrderDrafted), "order_drafted"),
        (typeof(OrderSigned), "order_signed"),
        (typeof(OrderReplied), "order_replied"),
        (typeof(OrderClosed), "order_closed"),
        (typeof(AssignmentDisputed), "assignment_disputed"),
        (typeof(DisputeReleased), "dispute_released"),
        (typeof(DisputeDecided), "dispute_decided"),
    ];
}
