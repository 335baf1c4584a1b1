using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Tests.Rights;
using BizEnvLedger.Core.Units;
using BizEnvLedger.Core.Units.Acts;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;
using static BizEnvLedger.Core.Tests.Units.UnitActs;

namespace BizEnvLedger.Core.Tests.Units;

/// <summary>Every command on units, in a situation in which the right caller is accepted.</summary>
[RightsCases]
internal static class UnitCases
{
    private static readonly Story Begun = Given(Issued());
    private static readonly Story Named = Begun.And(Name("energy", "2021-02-01"));

    public static IEnumerable<RightsCase> Cases() =>
    [
        new(nameof(SetMembers), Begun, Join("bureaus", "2021-04-01", new Core.Plans.Membership("tax"))),
        new(nameof(EndMembership), Begun, Leave("bureaus", "housing", "2021-04-01")),
        new(nameof(NameFirstResponsible), Begun, Name("energy", "2021-04-01")),
        new(nameof(EndTerm), Named, EndOf("energy", Named.Last, "2021-04-01")),
        new(nameof(SucceedUnit), Begun, Renamed("2021-04-01")),
        new(nameof(CorrectRoster), Named, CorrectUnits("2021-04-01", withdrawn: true)),
        new(nameof(AdoptImplementationPlan), Begun, Adopt("north", "2021-04-01")) { Owner = "north" },
        new(nameof(ReportStep), Begun.And(Step("1.1-m1", "north", "2021-05-31", People.Energy, "2021-02-01")), Reported("1.1-m1-s1", People.North, "2021-05-20")) { Owner = "north", Lead = "energy" },
        new(nameof(SeeNames), Begun, new(InventedPlan.Id, People.Office, Day("2021-04-01"), (s, who, now) => SeeNames.Decide(s.Plan, "energy", who, now.On))) { Owner = "energy" },
    ];
}
