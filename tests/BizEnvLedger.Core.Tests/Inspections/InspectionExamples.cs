using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Tests.Events;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

[EventExamples]
internal static class InspectionExamples
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly TextSeal Seal = new("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");

    public static readonly IReadOnlyDictionary<string, object> ByAlias = new Dictionary<string, object>
    {
        ["inspection_scheme_drafted"] = new InspectionSchemeDrafted("small-2021", "2021H1", ["1"], [new("team-1", [new("inspector", "inspectorate")], ["1"])], Seal),
        ["inspection_scheme_approved"] = new InspectionSchemeApproved("small-2021", "2021H1", Id),
        ["spot_check_secret_revealed"] = new SpotCheckSecretRevealed("small-2021", "2021H1", Evidence),
        ["inspection_verdict_recorded"] = new InspectionVerdictRecorded("2021H1", "1", Light.Yellow, "inspectorate", Seal, [Evidence]),
        ["inspection_finding_recorded"] = new InspectionFindingRecorded("2021H1", "1", ["1.1-m1"], "energy", FindingCategory.Hollow, [Id], "inspectorate", Seal, [Evidence]),
        ["inspection_finding_upheld"] = new InspectionFindingUpheld("2021H1", Id, "inspectorate", Seal),
        ["spot_check_drawn"] = new SpotCheckDrawn("small-2021", "2021H1", 57, Evidence, Evidence, 12, Evidence, ["1.1-m1", "1.1-m3@2021H1"]),
        ["spot_check_recorded"] = new SpotCheckRecorded("2021H1", "1.1-m1", Id, CheckOutcome.Failed, "inspectorate", Seal, [Evidence]),
        ["milestone_reopened"] = new MilestoneReopened(Id, "1.1-m1", ReopenGround.SpotCheck, "2021H1", "inspectorate"),
    };
}
