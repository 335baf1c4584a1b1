using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

public class AcknowledgeTaskTests
{
    [Fact]
    public void A_lead_takes_its_assignment() =>
        Given(Issued()).When(Acknowledge("1", People.Energy, "2021-01-18")).Then(new TaskAcknowledged("energy", Day("2021-01-18")));

    [Fact]
    public void A_cooperating_unit_takes_it_with_an_earlier_date() =>
        Given(Issued()).When(Acknowledge("1", People.Water, "2021-01-20", effective: "2021-01-15")).Then(new TaskAcknowledged("water", Day("2021-01-15")));

    [Fact]
    public void A_member_of_a_cooperating_group_takes_it_as_itself() =>
        Given(Issued()).When(Acknowledge("1", People.Housing, "2021-01-20")).Then(new TaskAcknowledged("housing", Day("2021-01-20")));

    [Fact]
    public void Nobody_takes_an_assignment_before_it_was_made() =>
        Given(Issued()).When(Acknowledge("1", People.Energy, "2021-01-18", effective: "2021-01-14")).Refused("before-assignment", RefusalKind.Invalid, "effectiveOn");

    [Fact]
    public void Nobody_takes_an_assignment_tomorrow() =>
        Given(Issued()).When(Acknowledge("1", People.Energy, "2021-01-18", effective: "2021-01-19")).Refused("date-in-future", RefusalKind.Invalid, "effectiveOn");

    [Fact]
    public void Nobody_takes_an_assignment_before_the_plan_began() =>
        Given(Issued()).When(Acknowledge("1", People.Energy, "2021-01-18", effective: "2020-12-31")).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");

    [Fact]
    public void A_unit_that_has_no_part_in_the_task_cannot_take_it() =>
        Given(Issued()).When(Acknowledge("1", People.Tax, "2021-01-18")).Refused("not-your-task", RefusalKind.NotAllowed);

    [Fact]
    public void A_caller_cannot_take_it_for_a_unit_that_is_not_the_callers() =>
        Given(Issued()).When(Acknowledge("1", People.Energy, "2021-01-18", unit: "water")).Refused("not-your-unit", RefusalKind.NotAllowed, "unit");

    [Fact]
    public void An_auditor_takes_nothing() =>
        Given(Issued()).When(Acknowledge("1", People.Auditor, "2021-01-18")).Refused("role-not-allowed", RefusalKind.NotAllowed);

    [Fact]
    public void A_unit_takes_it_once() =>
        Given(Issued(), Acknowledge("1", People.Energy, "2021-01-18")).When(Acknowledge("1", People.Energy, "2021-01-19"))
            .Refused("already-acknowledged", RefusalKind.Conflict);

    [Fact]
    public void The_first_report_has_taken_the_assignment() =>
        Given(Issued(), Report("1.1", People.Energy, "2021-01-18")).When(Acknowledge("1", People.Energy, "2021-01-19"))
            .Refused("already-acknowledged", RefusalKind.Conflict);
}
