namespace BizEnvLedger.Core.Deliveries;

/// <summary>重新投递: a delivery that was set aside or waits is tried again at once, by hand.</summary>
/// <param name="Delivery">Its id, which the receiver knows it by.</param>
/// <param name="Event">The event that it tells of.</param>
/// <param name="Subscription">The configured subscription.</param>
public sealed record DeliveryRetried(Guid Delivery, Guid Event, string Subscription);
