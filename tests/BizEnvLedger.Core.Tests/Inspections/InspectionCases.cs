using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

/// <summary>Opening and closing a round.</summary>
[RightsCases]
internal static class InspectionCases
{
    private static readonly Story Reported = Given([Issued(), .. Opened("2021H1", "2021-07-02"), Report("1.1", People.Energy, "2021-07-03")]);

    private static readonly Story Closed = Given([Issued(), .. Done("1.1-m1", "energy", "2021-06-20", verified: "2021-06-25").Select(a => a.Who.Sub == "other-inspector" ? a.By(People.Office) : a)])
        .And([.. Opened("2021H1", "2021-07-02"), Close("2021H1", "2021-07-10"), Report("1.2", People.Water, "2021-07-12")]);

    private static readonly Story Committed = Given([Issued(), Draft("2021H1", "2021-07-02"), Commit("2021H1", "2021-07-02", DrawSecret.CommitmentOf(SpotCheckSecretsTests.Secret)), Open("2021H1", "2021-07-02"), Close("2021H1", "2021-07-10")]);

    public static IEnumerable<RightsCase> Cases() =>
    [
        new(nameof(OpenInspection), Given([Issued(), .. Announced("2021H1", "2021-07-02")]), Open("2021H1", "2021-07-02")) { Lead = "energy" },
        new(nameof(CloseInspection), Given([Issued(), .. Opened("2021H1", "2021-07-02")]), Close("2021H1", "2021-07-10")) { Lead = "energy" },
        new(nameof(DraftScheme), Given(Issued()), Draft("2021H1", "2021-07-02")) { Lead = "energy" },
        new(nameof(ApproveScheme), Given(Issued(), Draft("2021H1", "2021-07-02")), Approve("2021H1", "2021-07-02")) { Lead = "energy", Doer = "inspector" },
        OfTask(nameof(RecordVerdict), Given([Issued(), .. Opened("2021H1", "2021-07-02")]), Judge("2021H1", "1", Light.Yellow, "2021-07-03")),
        OfTask(nameof(RecordFinding), Reported, Find("2021H1", "1", FindingCategory.Slow, "energy", "2021-07-05")),
        OfTask(nameof(UpholdFinding), Reported.And(Find("2021H1", "1", FindingCategory.Slow, "energy", "2021-07-05")), Uphold("2021H1", "2021-07-06")) with { Doer = "inspector" },
        new(nameof(RevealSecret), Committed, Reveal("2021H1", "2021-07-13", SpotCheckSecretsTests.Secret)) { Lead = "energy" },
        new(nameof(DrawSpotCheck), Closed, Draw("2021H1", "2021-07-13")) { Lead = "energy" },
        OfTask(nameof(RecordSpotCheck), Closed.And(Draw("2021H1", "2021-07-13")), Check("2021H1", "1.1-m1", CheckOutcome.Failed, "2021-07-20")) with { Owner = "energy", Doer = "inspector" },
    ];

    private static RightsCase OfTask(string command, Story given, Act when) => new(command, given, when) { Lead = "energy", Cooperating = "water" };
}
