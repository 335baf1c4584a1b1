using BizEnvLedger.Core.Deliveries.Acts;
using BizEnvLedger.Core.Duties;

namespace BizEnvLedger.Core.Deliveries;

/// <summary>What waits of deliveries: one that was set aside is sent again by hand or never. The log of deliveries lies beside the ledger, so whoever reads it says which.</summary>
public static class DeliveryDuties
{
    /// <summary>It tells of the event, and has failed since the day.</summary>
    public static Duty SetAside(Guid delivery, Guid told, DateOnly since) => new("delivery-set-aside", nameof(RetryDelivery), delivery.ToString(), null, [], since, null, [told]);
}
