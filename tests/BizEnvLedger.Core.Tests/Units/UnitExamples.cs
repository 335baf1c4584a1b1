using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Tests.Events;
using BizEnvLedger.Core.Units;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Units;

[EventExamples]
internal static class UnitExamples
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");

    public static readonly IReadOnlyDictionary<string, object> ByAlias = new Dictionary<string, object>
    {
        ["members_set"] = new MembersSet("bureaus", [new("tax", Day("2021-03-01"), Day("2021-11-30"))], [UnitActs.Industry], Day("2021-03-01"), Sealed()),
        ["membership_ended"] = new MembershipEnded("bureaus", "tax", Day("2021-06-30"), Sealed()),
        ["first_responsible_named"] = new FirstResponsibleNamed("energy", Sealed("甲某"), Sealed("局长"), Day("2021-02-01"), Sealed()),
        ["term_ended"] = new TermEnded("energy", Id, Day("2021-06-30"), Sealed()),
        ["units_succeeded"] = new UnitsSucceeded(SuccessionKind.Split, ["energy"], ["industry", "water"], [UnitActs.Industry], [new("1.1", "water")], Day("2021-07-01"), Sealed()),
        ["implementation_plan_adopted"] = new ImplementationPlanAdopted("north", "北政发〔2021〕3号", Day("2021-03-10"), Visibility.OnRequest, [Evidence]),
        ["step_reported"] = new StepReported("1.1-m1-s1", "north", Day("2021-05-18"), Sealed(), [Evidence]),
    };
}
