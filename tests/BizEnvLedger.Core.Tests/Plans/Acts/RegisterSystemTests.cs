using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Plans.Acts;

public class RegisterSystemTests
{
    private static readonly Story Registered = Given(Issued(), Register("energy", "energy-billing", "2021-03-01"));

    [Fact]
    public void The_units_approver_answers_for_a_system_from_the_day_on() =>
        Given(Issued()).When(Register("energy", "energy-billing", "2021-03-01")).Then(new SystemRegistered("energy", "energy-billing", Sealed(), Day("2021-03-01")));

    [Fact]
    public void The_approver_does_not_register_its_own_name() =>
        Given(Issued()).When(Register("energy", "energy-approver", "2021-03-01")).Refused("not-a-system", RefusalKind.NotAllowed);

    [Fact]
    public void Another_units_approver_does_not() =>
        Given(Issued()).When(Register("energy", "energy-billing", "2021-03-01").By(People.Approver("water"))).Refused("not-your-unit", RefusalKind.NotAllowed);

    [Fact]
    public void A_unit_that_the_plan_does_not_know_is_refused() =>
        Given(Issued()).When(Register("nobody", "billing", "2021-03-01")).Refused("unknown-unit", RefusalKind.NotFound, "unit");

    [Theory]
    [InlineData("")]
    [InlineData("系统")]
    [InlineData("a b")]
    public void A_name_that_no_account_has_is_refused(string system) =>
        Given(Issued()).When(Register("energy", system, "2021-03-01")).Refused("not-an-account", RefusalKind.Invalid, "system");

    [Fact]
    public void What_is_registered_is_not_registered_again() =>
        Registered.When(Register("energy", "energy-billing", "2021-03-02")).Refused("system-registered-already", RefusalKind.Conflict, "system");

    [Fact]
    public void What_is_not_registered_cannot_be_struck_off() =>
        Given(Issued()).When(Deregister("energy", "energy-billing", "2021-03-02")).Refused("unknown-system", RefusalKind.NotFound, "system");

    [Fact]
    public void From_the_day_of_its_end_a_registration_releases_nothing()
    {
        var ended = Registered.And(Deregister("energy", "energy-billing", "2021-03-10"));
        ended.Plan.Registration("energy-billing", "energy", Day("2021-03-09")).ShouldNotBeNull();
        ended.Plan.Registration("energy-billing", "energy", Day("2021-03-10")).ShouldBeNull();
    }
}
