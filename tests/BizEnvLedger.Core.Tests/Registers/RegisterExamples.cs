using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Tests.Events;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Registers;

[EventExamples]
internal static class RegisterExamples
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly TextSeal Seal = new("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");

    public static readonly IReadOnlyDictionary<string, object> ByAlias = new Dictionary<string, object>
    {
        ["register_item_added"] = new RegisterItemAdded(
            "arrears", "arrears-1", "housing", [new("debtor", Unit: "north"), new("amount", Number: 120.5m), new("due", Day: Day("2021-06-30"))], Seal, Day("2021-02-01")),
        ["register_item_changed"] = new RegisterItemChanged("arrears", "arrears-1", "housing", [new("paid", Number: 20m), new("due")], Seal, Day("2021-03-01")),
        ["register_settlement_claimed"] = new RegisterSettlementClaimed("arrears", "arrears-1", "north", Day("2021-05-31"), Seal, [Evidence]),
        ["register_settlement_released"] = new RegisterSettlementReleased("arrears", "arrears-1", "north", Id),
        ["register_item_settled"] = new RegisterItemSettled("arrears", "arrears-1", "inspectorate", Id, Seal),
        ["register_settlement_returned"] = new RegisterSettlementReturned("arrears", "arrears-1", "inspectorate", Id, Seal),
        ["register_item_withdrawn"] = new RegisterItemWithdrawn("arrears", "arrears-1", "housing", Seal),
        ["register_dispatched"] = new RegisterDispatched(
            "arrears", "2021-05", Day("2021-05-31"), 7, new(2, 1, 0, 1, 0, 1, 1, 1, 220.5m, 100m), [new("north", 1, 31, 100.5m, [Id])], [Id], Seal),
        ["register_exported"] = new RegisterExported("arrears", 3, Evidence),
    };
}
