using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Reminders.ReminderActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

public class SuspensionTests
{
    private static readonly Story Begun = Given(Issued());
    private static readonly Story Resting = Begun.And(Suspended("1.1-m1", "energy", "2021-08-31", "2021-07-05", "2021-07-11"));

    [Fact]
    public void Its_days_fall_to_nobody_and_the_days_before_and_after_to_the_leads() =>
        Resting.Delay("1.1-m1", "2021-09-05").Select(s => (s.Account, s.From, s.Days)).ShouldBe(
            [(Account.Leads, Day("2021-07-01"), 10), (Account.Nobody, Day("2021-07-11"), 52), (Account.Leads, Day("2021-09-01"), 5)]);

    [Fact]
    public void It_is_grey_while_it_rests_and_red_again_after_its_review()
    {
        Resting.Lit("1.1-m1", "2021-08-31").Light.ShouldBe(Light.Grey);
        Resting.Standing("1.1-m1", "2021-08-31").State.ShouldBe(MilestoneState.Suspended);
        Resting.Lit("1.1-m1", "2021-09-01").Light.ShouldBe(Light.Red);
        Resting.Lit("1.1-m1", "2021-07-10").Light.ShouldBe(Light.Red);
    }

    [Fact]
    public void Ended_early_the_clock_runs_from_that_day()
    {
        var ended = Resting.And(EndSuspension("1.1-m1", "2021-08-01", from: "2021-08-02"));
        ended.Delay("1.1-m1", "2021-08-05").Select(s => (s.Account, s.Days)).ShouldBe([(Account.Leads, 10), (Account.Nobody, 22), (Account.Leads, 4)]);
        ended.When(EndSuspension("1.1-m1", "2021-08-03")).Refused("not-suspended", RefusalKind.Conflict);
    }

    [Fact]
    public void What_rests_is_no_ground_for_a_notice()
    {
        Given(Issued()).HalfYear("2021H2", "2022-01-10").Proposed.ShouldContain(p => p.Milestones.Contains("1.1-m1"));
        Begun.And(Suspended("1.1-m1", "energy", "2021-12-31", "2021-07-05", "2021-07-11")).HalfYear("2021H2", "2022-01-10")
            .Proposed.ShouldNotContain(p => p.Milestones.Contains("1.1-m1"));
    }

    [Fact]
    public void A_request_needs_a_lead_a_near_review_and_a_precondition()
    {
        Begun.When(AskSuspension("1.1-m1", "2021-08-31", People.Water, "2021-06-01")).Refused("not-your-milestone", RefusalKind.NotAllowed);
        Begun.When(AskSuspension("1.1-m1", "2021-06-01", People.Energy, "2021-06-01")).Refused("date-out-of-bounds", RefusalKind.Invalid, "reviewOn");
        Begun.When(AskSuspension("1.1-m1", "2022-06-01", People.Energy, "2021-06-01")).Refused("date-out-of-bounds", RefusalKind.Invalid, "reviewOn");
        Begun.When(AskSuspension("1.1-m1", "2021-08-31", People.Energy, "2021-06-01", precondition: Text(""))).Refused("text-empty", RefusalKind.Invalid, "precondition");
        Begun.And(AskSuspension("1.1-m1", "2021-08-31", People.Energy, "2021-06-01")).When(AskSuspension("1.1-m1", "2021-08-31", People.Energy, "2021-06-02")).Refused("request-waits", RefusalKind.Conflict);
        Resting.When(Remind("1.1-m1", "2021-08-01")).Refused("suspended-already", RefusalKind.Conflict);
        Resting.When(AskSuspension("1.1-m1", "2021-12-01", People.Energy, "2021-08-01")).Refused("suspended-already", RefusalKind.Conflict);
    }

    [Fact]
    public void It_takes_effect_no_earlier_than_the_unit_released_its_request()
    {
        var waiting = Begun.And(AskSuspension("1.1-m1", "2021-08-31", People.Energy, "2021-07-01"), ReleaseSuspension("1.1-m1", "energy", "2021-07-05"));
        waiting.When(DecideSuspension("1.1-m1", true, "2021-07-11", from: "2021-07-04")).Refused("date-out-of-bounds", RefusalKind.Invalid, "effectiveOn");
        waiting.When(DecideSuspension("1.1-m1", true, "2021-07-11", from: "2021-07-05")).Accepted().Delay("1.1-m1", "2021-07-11")[0].Days.ShouldBe(4);
        waiting.When(DecideSuspension("1.1-m1", true, "2021-07-11", reviewOn: "2022-07-04")).Refused("date-out-of-bounds", RefusalKind.Invalid, "reviewOn");
        waiting.When(DecideSuspension("1.1-m1", null, "2021-07-11")).Refused("field-missing", RefusalKind.Invalid, "granted");
        waiting.When(DecideSuspension("1.1-m1", false, "2021-07-11")).Accepted().DelayDays("1.1-m1", "2021-07-20").ShouldBe(20);
        waiting.When(EndSuspension("1.1-m1", "2021-07-12")).Refused("not-suspended", RefusalKind.Conflict);
        waiting.When(DecideSuspension("1.1-m1", true, "2021-07-11", request: Guid.NewGuid())).Refused("unknown-request", RefusalKind.NotFound, "request");
    }
}
