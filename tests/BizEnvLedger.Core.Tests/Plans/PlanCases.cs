using BizEnvLedger.Core.Plans.Acts;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Plans;

/// <summary>Issuing and changing a plan.</summary>
[RightsCases]
internal static class PlanCases
{
    public static IEnumerable<RightsCase> Cases() =>
    [
        new(nameof(IssuePlan), Story.Empty, Issued()) { Lead = "energy" },
        new(nameof(ChangePlan), Given(Issued()), Change(Amendment("am-1", "2021-04-01", InventedPlan.Dated("1.1-m2", "2021-10-31")), "2021-03-01")) { Lead = "energy" },
        new(nameof(RegisterSystem), Given(Issued()), Register("energy", "energy-billing", "2021-03-01")) { Owner = "energy", Doer = "energy-billing", Party = "water" },
        new(nameof(DeregisterSystem), Given(Issued(), Register("energy", "energy-billing", "2021-03-01")), Deregister("energy", "energy-billing", "2021-03-02")) { Owner = "energy", Party = "water" },
    ];
}
