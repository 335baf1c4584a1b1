namespace BizEnvLedger.Core.Registers;

/// <summary>The slice's event types with their stored names.</summary>
internal static class RegisterEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        (typeof(RegisterItemAdded), "register_item_added"),
        (typeof(RegisterItemChanged), "register_item_changed"),
        (typeof(RegisterSettlementClaimed), "register_settlement_claimed"),
        (typeof(RegisterSettlementReleased), "register_settlement_released"),
        (typeof(RegisterItemSettled), "register_item_settled"),
        (typeof(RegisterSettlementReturned), "register_settlement_returned"),
        (typeof(RegisterItemWithdrawn), "register_item_withdrawn"),
        (typeof(RegisterDispatched), "register_dispatched"),
        (typeof(RegisterExported), "register_exported"),
    ];
}
