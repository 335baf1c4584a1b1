using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Tests.Events;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Coordination;

[EventExamples]
internal static class CoordinationExamples
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly TextSeal Seal = new("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");

    public static readonly IReadOnlyDictionary<string, object> ByAlias = new Dictionary<string, object>
    {
        ["cooperation_requested"] = new CooperationRequested("1.1-m1", "energy", "water", Day("2021-06-15"), Seal, [Evidence]),
        ["cooperation_answered"] = new CooperationAnswered(Id, "1.1-m1", "water", true, Seal),
        ["cooperation_adjudicated"] = new CooperationAdjudicated(Id, "1.1-m1", "inspectorate", true, Day("2021-06-20"), Seal),
        ["cooperation_escalated"] = new CooperationEscalated(Id, "1.1-m1", "water", Seal),
        ["cooperation_decided"] = new CooperationDecided(Id, "1.1-m1", true, Day("2021-06-25"), Seal),
        ["cooperation_fulfilled"] = new CooperationFulfilled(Id, "1.1-m1", "water", Seal, [Evidence]),
        ["fulfilment_confirmed"] = new FulfilmentConfirmed(Id, "1.1-m1", "energy", true, Seal),
        ["instruction_given"] = new InstructionGiven(["north", "water"], ["1.1-m1"], Day("2021-05-31"), Seal),
        ["instruction_replied"] = new InstructionReplied(Id, "north", Seal, [Evidence]),
        ["urge_issued"] = new UrgeIssued(["north"], ["1.1-m1"], Day("2021-05-31"), Seal),
        ["urge_answered"] = new UrgeAnswered(Id, "north", Seal, [Evidence]),
        ["order_drafted"] = new OrderDrafted(["north"], ["1.1-m1"], Day("2021-05-31"), "inspectorate", Seal),
        ["order_signed"] = new OrderSigned(Id),
        ["order_replied"] = new OrderReplied(Id, "north", Seal, [Evidence]),
        ["order_closed"] = new OrderClosed(Id, "inspectorate", Seal),
        ["assignment_disputed"] = new AssignmentDisputed("1.1", "energy", Day("2021-01-22"), Seal, [Evidence]),
        ["dispute_released"] = new DisputeReleased(Id, "energy"),
        ["dispute_decided"] = new DisputeDecided(Id, true, Seal),
    };
}
