using BizEnvLedger.Core.Deliveries.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Deliveries;

[RightsCases]
internal static class DeliveryCases
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly Story Begun = Given(Issued());

    public static Act Retry(string on, bool delivered = false) =>
        new(RetryDelivery.StreamOf(InventedPlan.Id, Id), People.Office, Day(on), (s, who, now) => RetryDelivery.Decide(s.State, new(Id, Id, "office-platform", delivered), who, now));

    private static Act Read(string on) =>
        new(InventedPlan.Id, People.Office, Day(on), (s, who, now) => ReadDeliveries.Check(s.State, ["energy"], who, now.On) ?? Decision.Of());

    public static IEnumerable<RightsCase> Cases() =>
    [
        new(nameof(ReadDeliveries), Begun, Read("2021-05-31")) { Addressee = "energy" },
        new(nameof(RetryDelivery), Begun, Retry("2021-05-31")) { Addressee = "energy" },
    ];
}
