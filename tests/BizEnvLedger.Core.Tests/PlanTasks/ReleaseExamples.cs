using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Tests.Events;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks;

/// <summary>Releases, extensions and suspensions, with every field set.</summary>
[EventExamples]
internal static class ReleaseExamples
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly TextSeal Seal = new("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");

    public static readonly IReadOnlyDictionary<string, object> ByAlias = new Dictionary<string, object>
    {
        ["system_registered"] = new SystemRegistered("energy", "energy-billing", Seal, Day("2021-02-01")),
        ["system_deregistered"] = new SystemDeregistered("energy", "energy-billing", Day("2021-03-01")),
        ["figure_released"] = new FigureReleased(Id, "energy"),
        ["claim_withdrawn"] = new ClaimWithdrawn(Id, "1.1-m1", "energy", Seal),
        ["claim_declined"] = new ClaimDeclined(Id, "1.1-m1", "energy", Seal),
        ["evidence_released"] = new EvidenceReleased(Id, Id, "energy"),
        ["evidence_attached"] = new EvidenceAttached(Id, "energy", [Evidence]),
        ["extension_requested"] = new ExtensionRequested("1.1-m1", "energy", Day("2021-08-31"), Seal, [Evidence]),
        ["extension_released"] = new ExtensionReleased(Id, "1.1-m1", "energy"),
        ["extension_granted"] = new ExtensionGranted(Id, "1.1-m1", Day("2021-08-15"), true, Seal),
        ["extension_refused"] = new ExtensionRefused(Id, "1.1-m1", true, Seal),
        ["suspension_requested"] = new SuspensionRequested("1.1-m1", "energy", Day("2021-08-31"), Seal, [Evidence]),
        ["suspension_released"] = new SuspensionReleased(Id, "1.1-m1", "energy"),
        ["suspension_granted"] = new SuspensionGranted(Id, "1.1-m1", Day("2021-06-01"), Day("2021-08-31"), Seal),
        ["suspension_refused"] = new SuspensionRefused(Id, "1.1-m1", Seal),
        ["suspension_ended"] = new SuspensionEnded(Id, "1.1-m1", Day("2021-07-01"), Seal),
        ["request_withdrawn"] = new RequestWithdrawn(Id, RequestKind.Cooperation, "1.1-m1", "energy", "water", Seal),
    };
}
