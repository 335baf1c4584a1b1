using BizEnvLedger.Core.Deliveries;
using BizEnvLedger.Core.Tests.Events;

namespace BizEnvLedger.Core.Tests.Deliveries;

[EventExamples]
internal static class DeliveryExamples
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");

    public static readonly IReadOnlyDictionary<string, object> ByAlias = new Dictionary<string, object>
    {
        ["delivery_retried"] = new DeliveryRetried(Id, Id, "office-platform"),
    };
}
