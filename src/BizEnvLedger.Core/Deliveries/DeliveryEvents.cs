namespace BizEnvLedger.Core.Deliveries;

/// <summary>The slice's event types with their stored names.</summary>
internal static class DeliveryEvents
{
    /// <summary>Kind of a delivery's stream.</summary>
    public const string Kind = "delivery";

    public static IReadOnlyList<(Type Type, string Alias)> All { get; } = [(typeof(DeliveryRetried), "delivery_retried")];
}
