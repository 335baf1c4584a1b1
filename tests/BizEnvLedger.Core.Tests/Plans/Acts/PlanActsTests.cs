using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Plans.Acts;

/// <summary>IssuePlan and ChangePlan.</summary>
public class PlanActsTests
{
    private static readonly Story Start = Given(Issued());

    private static TaskDefinition Added => new()
    {
        Number = 3, Area = "a1", Title = "新任务", Clause = "补", Leads = ["water"],
        Measures = [new() { Id = "3.1", Title = "新措施", Clause = "补", Milestones = [InventedPlan.Dated("3.1-m1", "2021-10-31")] }],
    };

    [Fact]
    public void Issuing_opens_a_stream_for_the_plan_each_task_the_goals_and_the_mechanisms()
    {
        var decision = Story.Empty.When(Issued("2021-01-20")).Decision;
        decision.Events[0].ShouldBe(new PlanIssued(InventedPlan.Document, Evidence, Day("2021-01-15"), Rulebook.Rules, Rulebook.Calendar));
        decision.Events.Skip(1).Cast<Addressed>().Select(a => (a.Stream, ((TaskAssigned)a.Event).No)).ShouldBe(
            [("harbour-2021:01", "1"), ("harbour-2021:02", "2"), ("harbour-2021:goals", "goals"), ("harbour-2021:mechanisms", "mechanisms")]);
    }

    [Fact]
    public void The_assignment_is_of_the_day_of_recording_where_that_is_later_than_the_issue() =>
        Given(Issued("2021-02-01")).Task("1").AssignedOn.ShouldBe(Day("2021-02-01"));

    [Fact]
    public void A_plan_without_a_printed_day_holds_from_its_recording() =>
        Given(Issued("2021-01-20", InventedPlan.Document with { IssuedOn = null })).Plan.IssuedOn.ShouldBe(Day("2021-01-20"));

    [Fact]
    public void Only_the_group_office_issues_and_only_once()
    {
        Story.Empty.When(Issued().By(People.Office)).Refused("role-not-allowed", RefusalKind.NotAllowed);
        Start.When(Issued("2021-01-16")).Refused("plan-issued-already", RefusalKind.Conflict, "id");
        Story.Empty.When(Issued("2021-01-14")).Refused("date-in-future", RefusalKind.Invalid, "issuedOn");
    }

    [Fact]
    public void An_amendment_goes_to_the_plan_and_to_the_touched_tasks_only()
    {
        var amendment = Amendment("am-1", "2021-03-01", InventedPlan.Dated("1.1-m1", "2021-09-30"));
        var events = Start.When(Change(amendment, "2021-03-01")).Decision.Events;
        events[0].ShouldBe(new PlanAmended(amendment, Evidence, Day("2021-03-01")));
        var touched = events.Skip(1).ShouldHaveSingleItem().ShouldBeOfType<Addressed>();
        touched.Stream.ShouldBe("harbour-2021:01");
        var changed = touched.Event.ShouldBeOfType<TaskChanged>();
        (changed.Change, changed.EffectiveOn).ShouldBe(("am-1", Day("2021-03-01")));
        changed.Definition.Measures[0].Milestones[0].Due.ShouldBe(Day("2021-09-30"));
    }

    [Fact]
    public void A_clarification_settles_a_group_and_touches_no_task()
    {
        var clarification = Amendment("cl-1", "2021-03-01") with { Format = PlanChange.ClarificationFormat, Groups = [new("bureaus", ["tax"])] };
        Start.When(Change(clarification, "2021-03-01")).Then(new PlanClarified(clarification, Evidence, Day("2021-03-01")));
        var after = Start.And(Change(clarification, "2021-03-01"));
        after.Plan.MembersOf("bureaus", Day("2021-02-28")).ShouldNotContain("tax");
        after.Plan.MembersOf("bureaus", Day("2021-03-01")).ShouldContain("tax");
    }

    [Fact]
    public void A_new_task_is_assigned_from_the_day_of_effect() =>
        Start.And(Change(Amendment("am-1", "2021-03-01") with { AddTasks = [Added] }, "2021-02-20")).Task("3").AssignedOn.ShouldBe(Day("2021-03-01"));

    [Fact]
    public void A_task_that_is_taken_up_again_keeps_its_history()
    {
        var story = Start.And(
            Change(Amendment("am-1", "2021-02-01") with { AddTasks = [Added] }, "2021-02-01"),
            Report("3.1", People.Water, "2021-02-10"),
            Change(Amendment("am-2", "2021-03-01") with { Withdraw = ["task:3"] }, "2021-03-01"),
            Change(Amendment("am-3", "2021-04-01") with { AddTasks = [Added] }, "2021-04-01"));
        story.Task("3").AssignedOn.ShouldBe(Day("2021-02-01"));
        story.Task("3").Reports.ShouldHaveSingleItem();
        story.Standing("3.1-m1", "2021-03-15").State.ShouldBe(MilestoneState.Withdrawn);
        story.Standing("3.1-m1", "2021-04-01").State.ShouldBe(MilestoneState.InProgress);
    }

    [Fact]
    public void A_change_is_never_retroactive_and_in_order_of_effect()
    {
        Start.When(Change(Amendment("am-1", "2021-02-28"), "2021-03-01")).Refused("retroactive", RefusalKind.Invalid, "effectiveOn");
        var changed = Start.And(Change(Amendment("am-1", "2021-06-01"), "2021-03-01"));
        changed.When(Change(Amendment("am-2", "2021-05-31"), "2021-03-02")).Refused("before-earlier-change", RefusalKind.Conflict, "effectiveOn");
        changed.When(Change(Amendment("am-1", "2021-06-01"), "2021-03-02")).Refused("change-recorded-already", RefusalKind.Conflict, "id");
        changed.When(Change(Amendment("am-2", "2021-06-01"), "2021-03-02")).Accepted();
    }

    [Fact]
    public void Only_the_group_office_changes_the_plan() =>
        Start.When(Change(Amendment("am-1", "2021-03-01"), "2021-03-01").By(People.Leader)).Refused("role-not-allowed", RefusalKind.NotAllowed);
}
