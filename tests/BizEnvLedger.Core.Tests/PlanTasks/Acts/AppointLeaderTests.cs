using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

public class AppointLeaderTests
{
    private static Story Start => Given(Issued());

    [Fact]
    public void A_leader_in_charge_is_appointed_and_the_name_stays_outside_the_event() =>
        Start.When(Appoint(null, "vice-mayor-1", "2021-02-01", name: Text("王五")))
            .Then(new LeaderAppointed(null, "vice-mayor-1", Sealed("王五"), Day("2021-02-01"), Sealed()));

    [Fact]
    public void A_measure_can_have_its_own_leader() =>
        Start.When(Appoint("1.2", "vice-mayor-2", "2021-02-01", effective: "2021-03-01"))
            .Then(new LeaderAppointed("1.2", "vice-mayor-2", Sealed(), Day("2021-03-01"), Sealed()));

    [Fact]
    public void Only_the_group_office_appoints() =>
        Start.When(Appoint(null, "vice-mayor-1", "2021-02-01").By(People.Leader)).Refused("role-not-allowed", RefusalKind.NotAllowed);

    [Fact]
    public void A_measure_that_is_not_in_the_task_is_unknown() =>
        Start.When(Appoint("1.9", "vice-mayor-1", "2021-02-01")).Refused("unknown-measure", RefusalKind.Invalid, "measure");

    [Theory]
    [InlineData("")]
    [InlineData("王五")]
    [InlineData("Vice-Mayor")]
    [InlineData("vice--mayor")]
    [InlineData("vice-mayor\n")]
    public void A_post_is_a_slug(string leader) =>
        Start.When(Appoint(null, leader, "2021-02-01")).Refused("not-a-slug", RefusalKind.Invalid, "leader");

    [Fact]
    public void A_decision_lies_within_the_plan() =>
        Start.When(Appoint(null, "vice-mayor-1", "2021-02-01", effective: "2020-12-31")).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");

    [Fact]
    public void It_needs_a_name_and_a_basis()
    {
        Start.When(Appoint(null, "vice-mayor-1", "2021-02-01", name: Text(""))).Refused("text-empty", RefusalKind.Invalid, "name");
        Start.When(Appoint(null, "vice-mayor-1", "2021-02-01", basis: Text(""))).Refused("text-empty", RefusalKind.Invalid, "basis");
    }

    [Fact]
    public void The_same_leader_again_is_no_appointment() =>
        Start.And(Appoint(null, "vice-mayor-1", "2021-02-01")).When(Appoint("1.2", "vice-mayor-1", "2021-02-02"))
            .Refused("same-leader", RefusalKind.Conflict, "leader");
}
