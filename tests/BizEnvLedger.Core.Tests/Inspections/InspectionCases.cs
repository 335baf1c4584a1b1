using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

/// <summary>Opening and closing a round.</summary>
[RightsCases]
internal static class InspectionCases
{
    public static IEnumerable<RightsCase> Cases() =>
    [
        new(nameof(OpenInspection), Given(Issued()), Open("2021H1", "2021-07-02")) { Lead = "energy" },
        new(nameof(CloseInspection), Given(Issued(), Open("2021H1", "2021-07-02")), Close("2021H1", "2021-07-10")) { Lead = "energy" },
    ];
}
