using BizEnvLedger.Core.Deliveries;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Tests.Reminders;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Reminders.ReminderActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Deliveries;

public class ToldTests
{
    private static readonly Story Begun = Given(Issued());
    private static readonly Story Claims = Begun.And(Claim("1.1-m1", People.Energy, "2021-06-20"));
    private static readonly Story Released = Claims.And(Release("1.1-m1", "energy", "2021-06-20"));

    [Fact]
    public void Every_line_is_of_an_event_of_the_catalogue_and_none_stands_twice()
    {
        Concerns.All.Select(c => c.Event).Except(EventCatalogue.All.Select(e => e.Alias)).ShouldBeEmpty();
        Concerns.All.Select(c => c.Event).ShouldBeUnique();
    }

    [Fact]
    public void A_reminder_is_told_to_whom_it_names()
    {
        var told = Last(Begun.Swept("2021-06-20"), "1.1-m1");
        (told.Event, told.Asked, told.Task, told.Subject, told.Kind, told.Due).ShouldBe(("reminder_issued", "report-or-claim", "1", "1.1-m1", "before-10", Day("2021-06-30")));
        told.Units.ShouldBe(["energy"]);
    }

    [Fact]
    public void An_assignment_is_told_to_everybody_in_the_task() =>
        Told.Of(Begun.State, Begun.Events.First(e => e.Stream == "harbour-2021:01")).ShouldNotBeNull().Units
            .ShouldBe(["energy", "water", "bureaus", "housing"], ignoreOrder: true);

    [Fact]
    public void A_claim_goes_to_its_approver_a_released_one_to_the_office_and_the_verdict_back()
    {
        Whom(Claims).ShouldBe("milestone_claimed release energy ");
        Whom(Released).ShouldBe("claim_released verify  Office");
        Whom(Released.And(Return("1.1-m1", "2021-06-25", ReturnGround.Incomplete))).ShouldBe("milestone_returned claim-again energy ");
        Whom(Released.And(Verify("1.1-m1", "2021-06-25"))).ShouldBe("milestone_verified take-note energy ");
    }

    [Fact]
    public void A_step_goes_to_its_owner_also_when_it_is_confirmed()
    {
        var added = Begun.And(Step("1.1-m1", "north", "2021-05-31", People.Energy, "2021-02-01"));
        Whom(added).ShouldBe("step_added deliver north Office");
        Whom(added.And(Confirm("1.1-m1-s1", "2021-05-20"))).ShouldBe("step_confirmed take-note north ");
    }

    [Fact]
    public void A_reassignment_goes_to_the_new_leads_and_to_who_goes_on_cooperating() =>
        Whom(Begun.And(Reassign("1.1", ["tax"], "2021-03-10"))).ShouldBe("lead_reassigned acknowledge tax,water,bureaus ");

    [Fact]
    public void A_report_concerns_nobody() => Told.Of(Begun.And(Report("1.1", People.Energy, "2021-03-01")).State, Begun.And(Report("1.1", People.Energy, "2021-03-01")).Events[^1]).ShouldBeNull();

    [Fact]
    public void A_retry_by_hand_is_recorded_and_what_was_delivered_is_not_sent_again()
    {
        Begun.When(DeliveryCases.Retry("2021-05-31")).Then(DeliveryExamples.ByAlias["delivery_retried"]);
        Begun.When(DeliveryCases.Retry("2021-05-31", delivered: true)).Refused("delivered-already", RefusalKind.Conflict);
    }

    private static Told Last(Story story, string milestone) =>
        story.Events.Reverse().Select(e => Told.Of(story.State, e)).OfType<Told>().First(t => t.Subject == milestone);

    private static string Whom(Story story)
    {
        var told = Told.Of(story.State, story.Events[^1]).ShouldNotBeNull();
        return $"{told.Event} {told.Asked} {string.Join(',', told.Units)} {string.Join(',', told.Roles)}";
    }
}
