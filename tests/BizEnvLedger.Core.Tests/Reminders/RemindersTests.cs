using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Reminders;
using BizEnvLedger.Core.Tests.Laws;
using CsCheck;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Reminders.ReminderActs;
using static BizEnvLedger.Core.Tests.Telling;
using Due = BizEnvLedger.Core.Reminders.Reminders;

namespace BizEnvLedger.Core.Tests.Reminders;

public class RemindersTests
{
    private static readonly Story Start = Given(Issued());

    [Theory]
    [InlineData("2021-07-31", null, null)]
    [InlineData("2021-08-01", "before-30", "2021-08-01")]
    [InlineData("2021-08-21", "before-10", "2021-08-21")]
    [InlineData("2021-08-28", "before-3", "2021-08-28")]
    [InlineData("2021-08-31", "on-day", "2021-08-31")]
    [InlineData("2021-09-06", "on-day", "2021-08-31")]
    [InlineData("2021-09-07", "overdue-7", "2021-09-07")]
    [InlineData("2022-01-04", "overdue-126", "2022-01-04")]
    public void A_milestone_is_reminded_of_before_it_is_due_on_the_day_and_then_weekly(string on, string? kind, string? falls) =>
        Of(Start, "1.2-m1", on).ShouldBe(kind is null ? null : (kind, Day(falls!)));

    [Fact]
    public void The_leads_of_the_day_are_reminded_and_each_reminder_is_issued_once()
    {
        var swept = Start.And(Reassign("1.2", ["tax"], "2021-07-20")).When(Sweep("1", "2021-08-01"));
        swept.Decision.Events.OfType<ReminderIssued>().Single(r => r.Milestone == "1.2-m1").Told()
            .ShouldBe(new ReminderIssued("1.2-m1", "before-30", Day("2021-08-31"), Day("2021-08-01"), ["tax"]).Told());
        var story = swept.Accepted();
        story.When(Sweep("1", "2021-08-01")).Refused("nothing-to-remind", RefusalKind.Conflict);
        Of(story.Swept("2021-08-20"), "1.2-m1", "2021-08-20").ShouldBeNull();
        Of(story, "1.2-m1", "2021-08-21")?.Kind.ShouldBe("before-10");
    }

    [Fact]
    public void What_was_missed_is_made_good_once_and_late_by_the_latest_alone()
    {
        var story = Start.Swept("2021-08-25");
        story.Task("1").Reminders.Where(r => r.Milestone == "1.2-m1").Select(r => r.Kind).ShouldBe(["before-10"]);
        story.Events.Select(e => e.Data).OfType<ReminderIssued>().Single(r => r.Milestone == "1.2-m1").Falls.ShouldBe(Day("2021-08-21"));
    }

    [Fact]
    public void Before_its_assignment_nothing_falls() =>
        // The plan of January comes in on 20 August: ten days before due are still to come, thirty are not.
        new[] { "2021-08-20", "2021-08-21" }.Select(on => Of(Given(Issued("2021-08-20")), "1.2-m1", on)?.Kind).ShouldBe([null, "before-10"]);

    [Fact]
    public void A_standing_claim_stops_it_and_a_return_sets_it_going_again()
    {
        var claimed = Start.And(Claimed("1.1-m1", "energy", "2021-06-25"));
        Of(Start, "1.1-m1", "2021-06-30")?.Kind.ShouldBe("on-day");
        Of(claimed, "1.1-m1", "2021-06-30").ShouldBeNull();
        Of(claimed.And(Return("1.1-m1", "2021-07-08", ReturnGround.Untrue)), "1.1-m1", "2021-07-08")?.Kind.ShouldBe("overdue-7");
        Of(claimed.And(Verify("1.1-m1", "2021-07-01")), "1.1-m1", "2021-07-30").ShouldBeNull();
    }

    [Fact]
    public void A_claim_that_waits_for_its_approver_stops_nothing() =>
        Of(Start.And(Claim("1.1-m1", People.Energy, "2021-06-25")), "1.1-m1", "2021-06-30")?.Kind.ShouldBe("on-day");

    [Fact]
    public void Where_nobody_leads_nobody_is_reminded() => Of(Start, "g1-m2", "2021-12-31", "goals").ShouldBeNull();

    [Fact]
    public void Every_occurrence_of_a_duty_is_reminded_of()
    {
        Of(Start, "2.1-m1@2021H1", "2021-06-20")?.Kind.ShouldBe("before-10");
        Of(Start, "2.1-m1@2021H2", "2021-06-20").ShouldBeNull();
    }

    [Fact]
    public void A_date_that_is_moved_is_reminded_of_anew_and_a_withdrawn_one_no_more()
    {
        var moved = Start.Swept("2021-09-20").And(Change(Amendment("am-1", "2021-09-21", InventedPlan.Dated("1.1-m2", "2021-10-10")), "2021-09-20"));
        Of(moved, "1.1-m2", "2021-09-30").ShouldBe(("before-10", Day("2021-09-30")));
        Of(Start.And(Change(Amendment("am-2", "2021-09-01") with { Withdraw = ["1.1-m2"] }, "2021-08-20")), "1.1-m2", "2021-09-30").ShouldBeNull();
    }

    [Fact]
    public void The_days_are_the_rule_sets()
    {
        var rules = Rulebook.Rules with { Reminders = new() { DaysBefore = [5], OverdueEveryDays = 10 } };
        var story = new Story([.. Start.Events.Select(e => e.Data is Core.Plans.PlanIssued x ? e with { Data = x with { Rules = rules } } : e)]);
        Of(story, "1.2-m1", "2021-08-25").ShouldBeNull();
        Of(story, "1.2-m1", "2021-08-26")?.Kind.ShouldBe("before-5");
        Of(story, "1.2-m1", "2021-09-11")?.Kind.ShouldBe("overdue-10");
    }

    [Fact]
    public void A_reminder_is_never_a_ground_and_changes_no_figure()
    {
        var late = Start.And(Reassign("1.2", ["tax"], "2021-09-20"));
        var reminded = late.Swept("2021-10-01").Swept("2021-11-05").Swept("2021-12-20").And(Remind("1.1-m1", "2021-12-21"));
        string View(Story s) => Json(s.HalfYear("2021H2", "2022-01-05") with { TreeSize = 0, RecordedBy = default });
        reminded.Events.Count.ShouldBeGreaterThan(late.Events.Count + 8);
        View(reminded).ShouldBe(View(late));
    }

    [Fact]
    public void Only_the_ledger_itself_sweeps() => Start.When(Sweep("1", "2021-08-01").By(People.Office)).Refused("role-not-allowed", RefusalKind.NotAllowed);

    [Fact]
    public void The_office_reminds_by_hand_once_a_day()
    {
        Start.When(Remind("1.1-m1", "2021-03-01")).Then(new ReminderIssued("1.1-m1", "by-hand", Day("2021-06-30"), Day("2021-03-01"), ["energy"]));
        Start.When(Remind("1.1-m5", "2021-03-01")).Then(new ReminderIssued("1.1-m5", "by-hand", null, Day("2021-03-01"), ["energy"]));
        var reminded = Start.And(Remind("1.1-m1", "2021-03-01"));
        reminded.When(Remind("1.1-m1", "2021-03-01")).Refused("reminded-today", RefusalKind.Conflict);
        reminded.When(Remind("1.1-m1", "2021-03-02")).Accepted();
    }

    [Fact]
    public void By_hand_only_what_is_open_and_led_is_reminded_of()
    {
        Start.When(Remind("1.1-m9", "2021-03-01")).Refused("unknown-milestone", RefusalKind.NotFound);
        Start.When(Remind("2.1-m1", "2021-03-01")).Refused("name-an-occurrence", RefusalKind.Conflict);
        Start.When(Remind("g1-m2", "2021-03-01", "goals")).Refused("nobody-leads", RefusalKind.Conflict);
        Start.And(Claimed("1.1-m1", "energy", "2021-06-25")).When(Remind("1.1-m1", "2021-06-26")).Refused("claim-pending", RefusalKind.Conflict);
        Start.And(Done("1.1-m1", "energy", "2021-06-25", "2021-06-28")).When(Remind("1.1-m1", "2021-06-29")).Refused("already-closed", RefusalKind.Conflict);
        Start.When(Remind("1.1-m1", "2021-03-01").By(People.Energy)).Refused("role-not-allowed", RefusalKind.NotAllowed);
    }

    [Fact]
    public void Whatever_happened_and_whenever_it_is_swept_none_is_issued_twice_and_none_is_left() =>
        Gen.Select(RandomStory.Stories, Gen.Int[0, 40].List[1, 12]).Sample((story, gaps) =>
        {
            var day = story.Events[^1].RecordedOn;
            foreach (var gap in gaps)
            {
                day = day.AddDays(gap);
                var before = story.Tasks.Sum(t => t.Reminders.Count);
                var asked = Due.DueOn(story.State, day).ToList();
                story = story.Swept(day.ToString("yyyy-MM-dd", null));
                asked.ShouldBeUnique();
                asked.Select(r => r.Milestone).ShouldBeUnique();
                story.Tasks.Sum(t => t.Reminders.Count).ShouldBe(before + asked.Count);
                Due.DueOn(story.State, day).ShouldBeEmpty();
            }

            foreach (var task in story.Tasks)
                task.Reminders.Select(r => (r.Milestone, r.Due, r.Kind)).ShouldBeUnique();
        }, iter: 60);

    private static (string Kind, DateOnly Falls)? Of(Story story, string milestone, string on, string? no = null) =>
        Due.DueOn(story.State, Day(on)).Where(r => r.Milestone == milestone && r.Task == (no ?? Story.NoOf(milestone)))
            .Select(r => ((string, DateOnly)?)(r.Kind, r.Falls)).SingleOrDefault();
}

file static class Words
{
    public static string Told(this object e) => System.Text.Json.JsonSerializer.Serialize(e, e.GetType(), PlanJson.Options);
}
