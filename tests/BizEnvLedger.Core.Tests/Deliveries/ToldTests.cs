using BizEnvLedger.Core.Deliveries;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Tests.Reminders;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
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
    public void A_figure_typed_by_hand_goes_to_its_approver_and_one_of_a_registered_system_to_nobody()
    {
        var systems = Given(IssuedWithSystems());
        Whom(systems.And(Metric("1.1-i1", 4, People.Typist("energy"), "2021-04-05"))).ShouldBe("metric_reported release-figure energy ");
        Of(systems.And(Metric("1.1-i1", 4, People.Typist("energy"), "2021-04-05"))).Subject.ShouldBe("1.1-i1");
        var counting = systems.And(Metric("1.1-i1", 4, People.Energy, "2021-04-05"));
        Told.Of(counting.State, counting.Events[^1]).ShouldBeNull();
        // A correction of what counts waits too; of what waits itself it is mended there, whatever was released since.
        Whom(counting.And(Correct("1", People.Typist("energy"), "2021-04-06", value: 5))).ShouldBe("entry_corrected release-figure energy ");
        var typed = systems.And(Metric("1.1-i1", 4, People.Typist("energy"), "2021-04-05"));
        var mended = typed.And(Correct("1", People.Typist("energy"), "2021-04-06", value: 5), ReleaseFigure("1", "energy", "2021-04-07", typed.Last));
        Told.Of(mended.State, mended.Events[^2]).ShouldBeNull();
        Told.Of(mended.State, mended.Events[^1]).ShouldBeNull();
        var reported = systems.And(Report("1.1", People.Energy, "2021-03-01"), Correct("1", People.Energy, "2021-03-02", percent: 5));
        Told.Of(reported.State, reported.Events[^1]).ShouldBeNull();
    }

    [Fact]
    public void Whatever_waits_for_an_approver_is_told_to_its_unit()
    {
        // By the duties: what waits for a release was told when it was made.
        var releases = typeof(Core.Rights.RightsTable).Assembly.GetTypes()
            .Where(type => type.Namespace?.EndsWith(".Acts", StringComparison.Ordinal) == true && Core.Rights.RightsTable.All.Any(r => r.Command == type.Name && r is { Role: Role.Approver, Relation: Core.Rights.Relation.SecondPerson }))
            .Select(type => type.Name).Order();
        releases.ShouldBe(["DeclineClaim", "RegisterSystem", "ReleaseAnswer", "ReleaseClaim", "ReleaseDispute", "ReleaseEvidence", "ReleaseExtension", "ReleaseFigure", "ReleaseObjection", "ReleaseRectification", "ReleaseReview", "ReleaseSettlement", "ReleaseSuspension"]);
        foreach (var made in new[] { "complaint_answered", "milestone_claimed", "assignment_disputed", "evidence_attached", "extension_requested", "metric_reported", "notice_entry_objected", "rectification_reported", "notice_review_asked", "register_settlement_claimed", "suspension_requested" })
            Concerns.All.Single(c => c.Event == made).Units.ShouldHaveSingleItem().ShouldBeOneOf(Party.Unit, Party.Typing);
    }

    [Fact]
    public void Files_added_to_a_claim_that_is_out_go_to_its_approver_and_others_to_nobody()
    {
        var early = Claims.And(Attach("1", People.Energy, "2021-06-20", Claims.Last, Evidence));
        Told.Of(early.State, early.Events[^1]).ShouldBeNull();
        var added = Released.And(Attach("1", People.Energy, "2021-06-21", Claims.Last, Evidence));
        Whom(added).ShouldBe("evidence_attached release-evidence energy ");
        Whom(added.And(ReleaseEvidence("1", "energy", "2021-06-22"))).ShouldBe("evidence_released take-note  Office");
    }

    [Fact]
    public void A_paper_is_told_by_its_kind_its_number_its_limit_and_itself()
    {
        (string?, string?, int?, DateOnly?) Paper(Story story) => Of(story) is var told ? (told.Kind, told.Paper, told.Number, told.Due) : default;
        var drafted = Begun.And(Draft(["north"], "2021-05-31", "2021-05-10"), Draft(["energy"], "2021-06-15", "2021-05-10"));
        var signed = drafted.And(Sign("2021-05-11"));
        Paper(signed).ShouldBe(("order", drafted.Last.ToString(), 2, Day("2021-06-15")));
        var given = signed.And(Instruct(["energy"], "2021-05-31", "2021-05-10"));
        Paper(given).ShouldBe(("instruction", given.Last.ToString(), 1, Day("2021-05-31")));
        var urged = given.And(Urge(["energy"], null, "2021-05-10"));
        Paper(urged).ShouldBe(("urge", urged.Last.ToString(), 1, null));
        var asked = urged.And(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10"));
        Paper(asked).ShouldBe(("request", asked.Last.ToString(), 1, Day("2021-06-15")));
    }

    [Fact]
    public void A_step_goes_to_its_owner_also_when_it_is_confirmed()
    {
        var added = Begun.And(Step("1.1-m1", "north", "2021-05-31", People.Energy, "2021-02-01"));
        Whom(added).ShouldBe("step_added deliver north Office");
        Whom(added.And(StepDone("1.1-m1-s1", "north", "2021-05-19", "2021-05-20"))).ShouldBe("step_confirmed take-note north ");
    }

    [Fact]
    public void A_reassignment_goes_to_the_new_leads_and_to_who_goes_on_cooperating() =>
        Whom(Begun.And(Reassign("1.1", ["tax"], "2021-03-10"))).ShouldBe("lead_reassigned acknowledge tax,water,bureaus ");

    [Fact]
    public void A_report_concerns_nobody() => Told.Of(Begun.And(Report("1.1", People.Energy, "2021-03-01")).State, Begun.And(Report("1.1", People.Energy, "2021-03-01")).Events[^1]).ShouldBeNull();

    [Fact]
    public void A_request_goes_to_its_approver_then_to_who_decides_and_the_decision_to_the_leads()
    {
        var asked = Begun.And(AskExtension("1.1-m1", "2021-08-31", People.Energy, "2021-06-01"));
        Of(asked).Units.ShouldBe(["energy"]);
        var released = asked.And(ReleaseExtension("1.1-m1", "energy", "2021-06-01"));
        Of(released).Roles.ShouldBe([Role.Leader, Role.GroupOffice]);
        var told = Of(released.And(DecideExtension("1.1-m1", true, "2021-06-02")));
        (told.Asked, told.Subject).ShouldBe(("take-note", "1.1-m1"));
        told.Units.ShouldBe(["energy"]);
    }

    [Fact]
    public void A_request_for_cooperation_goes_to_whom_it_asks_and_an_order_only_when_it_is_signed()
    {
        Of(Begun.And(Coordination.CoordinationActs.Ask("1.1-m1", "water", "2021-06-20", People.Energy, "2021-05-10"))).Units.ShouldBe(["water"]);
        var drafted = Begun.And(Coordination.CoordinationActs.Draft(["energy", "water"], "2021-06-20", "2021-05-10"));
        Of(drafted).Units.ShouldBeEmpty();
        Of(drafted.And(Coordination.CoordinationActs.Sign("2021-05-11"))).Units.ShouldBe(["energy", "water"]);
    }

    [Fact]
    public void What_is_extended_is_reminded_of_by_its_new_day_and_what_rests_is_not_reminded_of()
    {
        var extended = Begun.And(Extended("1.1-m1", "energy", "2021-08-31", "2021-06-01", "2021-06-02"));
        Core.Reminders.Reminders.DueOn(extended.State, Day("2021-06-30")).ShouldNotContain(r => r.Milestone == "1.1-m1");
        Core.Reminders.Reminders.DueOn(extended.State, Day("2021-08-31")).ShouldContain(r => r.Milestone == "1.1-m1" && r.Kind == "on-day" && r.Due == Day("2021-08-31"));
        Core.Reminders.Reminders.DueOn(Begun.And(Suspended("1.1-m1", "energy", "2021-08-31", "2021-06-01", "2021-06-02")).State, Day("2021-06-30")).ShouldNotContain(r => r.Milestone == "1.1-m1");
    }

    private static Told Of(Story story) => Told.Of(story.State, story.Events[^1]).ShouldNotBeNull();

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
