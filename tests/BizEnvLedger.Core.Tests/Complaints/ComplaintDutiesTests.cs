using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Ledger;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Complaints.ComplaintActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Complaints;

public class ComplaintDutiesTests
{
    private static readonly Story Begun = Given(Issued());
    private static readonly Story Sent = Begun.And(Receive("2021-03-01"), Dispatch("2021-03-01"));

    private static Duty? One(Story story, string on = "2021-03-08") => ComplaintDuties.Of(story.State, Day(on)).SingleOrDefault(d => d.Kind != "complaint-finding");

    private static (string?, DateOnly?) Told(Story story, string on = "2021-03-08") => One(story, on) is { } duty ? (duty.Kind, duty.Limit) : (null, null);

    [Fact]
    public void A_complaint_waits_for_the_office_then_for_the_unit_then_for_the_approver_then_for_the_office()
    {
        Told(Begun.And(Receive("2021-03-01"))).ShouldBe(("complaint-dispatch", Day("2021-03-01")));
        Told(Sent).ShouldBe(("complaint-answer", Day("2021-03-02")));
        Told(Sent.And(Answer("2021-03-02"))).ShouldBe(("answer-release", Day("2021-03-02")));
        Told(Sent.And(Answered("2021-03-02", AnswerKind.Response))).ShouldBe(("complaint-resolve", Day("2021-03-22")));
        Told(Sent.And(Answered("2021-03-02"))).ShouldBe(("satisfaction-ask", Day("2021-03-16")));
        Told(Sent.And(Answered("2021-03-02")), "2021-03-17").ShouldBe(("satisfaction-ask", Day("2021-03-16")), "late, and still to be asked");
        Told(Sent.And(Answered("2021-03-02")).And(Ask("2021-03-03", Satisfaction.Silent))).ShouldBe(("satisfaction-ask", Day("2021-03-16")));
        Told(Sent.And(Answered("2021-03-02")).And(Ask("2021-03-03", Satisfaction.Unsatisfied))).ShouldBe((null, null));
    }

    [Fact]
    public void It_waits_for_whoever_may_answer_it()
    {
        bool IsOf(Story story, Caller who) => One(story)!.IsOf(who, Day("2021-03-08"), story.Plan);
        IsOf(Sent, People.Energy).ShouldBeTrue();
        IsOf(Sent, People.Water).ShouldBeFalse();
        var answered = Sent.And(Answer("2021-03-02"));
        IsOf(answered, People.Approver("energy")).ShouldBeTrue();
        IsOf(answered, People.Approver("energy") with { Sub = "energy-clerk" }).ShouldBeFalse();
        var resolved = Sent.And(Answered("2021-03-02"));
        IsOf(resolved, People.Office).ShouldBeTrue();
        IsOf(resolved, People.Inspector("energy")).ShouldBeFalse();
    }

    [Fact]
    public void Each_waits_for_an_inspector_s_finding_once_a_unit_has_answered_for_good_or_should_have()
    {
        Duty? Finding(Story story, string on) => ComplaintDuties.Of(story.State, Day(on)).SingleOrDefault(d => d.Kind == "complaint-finding");
        Finding(Sent, "2021-03-22").ShouldBeNull();
        Finding(Sent, "2021-03-23")!.Since.ShouldBe(Day("2021-03-23"));
        Finding(Sent.And(Answered("2021-03-02", AnswerKind.Response)), "2021-03-08").ShouldBeNull();
        var resolved = Sent.And(Answered("2021-03-02"));
        var duty = Finding(resolved, "2021-03-02")!;
        duty.IsOf(People.Inspector("inspectorate"), Day("2021-03-08"), resolved.Plan).ShouldBeTrue();
        duty.IsOf(People.Inspector("energy"), Day("2021-03-08"), resolved.Plan).ShouldBeFalse();
        Finding(resolved.And(Uphold("2021-03-08")), "2021-03-08").ShouldBeNull();
        Finding(resolved.And(Reject("2021-03-08")), "2021-03-08").ShouldBeNull();
    }

    [Fact]
    public void A_tip_waits_for_an_officer_and_then_for_that_officer_alone()
    {
        var told = Begun.And(Receive("2021-03-01", kind: ComplaintKind.Tip, unit: "north"));
        One(told)!.IsOf(People.Leader, Day("2021-03-08"), told.Plan).ShouldBeTrue();
        Told(told).ShouldBe(("tip-officer", Day("2021-03-01")));
        var named = told.And(Name("tip-officer", "2021-03-01"));
        Told(named).ShouldBe(("complaint-dispatch", Day("2021-03-01")));
        One(named)!.IsOf(Officer, Day("2021-03-08"), told.Plan).ShouldBeTrue();
        One(named)!.IsOf(People.Office, Day("2021-03-08"), told.Plan).ShouldBeFalse();
        One(named)!.IsOf(Officer with { HomeUnit = "north" }, Day("2021-03-08"), told.Plan).ShouldBeFalse();
    }

    [Fact]
    public void An_upheld_complaint_sends_an_inspector_to_a_closed_milestone_and_to_no_open_one()
    {
        var open = Sent.And(Answered("2021-03-02")).And(Ask("2021-03-03", Satisfaction.Unsatisfied), Uphold("2021-03-08"));
        Told(open).ShouldBe((null, null));
        var closed = Begun.And(Done("1.1-m1", "energy", "2021-02-20", verified: "2021-02-25")).And(Receive("2021-03-01"), Dispatch("2021-03-01")).And(Answered("2021-03-02"))
            .And(Ask("2021-03-03", Satisfaction.Unsatisfied), Uphold("2021-03-08"));
        var duty = One(closed)!;
        (duty.Kind, duty.Subject, duty.Task, duty.Limit).ShouldBe(("milestone-visit", "1.1-m1", "1", Day("2021-03-22")));
        duty.IsOf(People.Office, Day("2021-03-08"), closed.Plan).ShouldBeTrue();
        duty.IsOf(People.Inspector("water"), Day("2021-03-08"), closed.Plan).ShouldBeFalse();
        One(closed.And(VisitTo("1.1-m1", false, "2021-03-09"))).ShouldBeNull();
    }

    [Fact]
    public void A_proposed_exposure_waits_for_a_second_person()
    {
        var proposed = Sent.And(Answered("2021-03-02")).And(Ask("2021-03-03", Satisfaction.Unsatisfied), Uphold("2021-03-08"), Propose("2021-03-08"));
        Told(proposed).ShouldBe(("exposure-decide", null));
        One(proposed)!.IsOf(People.Leader, Day("2021-03-08"), proposed.Plan).ShouldBeTrue();
        One(proposed.And(DecideOn("2021-03-09"))).ShouldBeNull();
    }

    [Fact]
    public void Every_limit_is_a_duty_of_the_list() => DutyList.Of(Sent.State, Day("2021-03-08")).ShouldContain(d => d.Kind == "complaint-answer" && d.IsLate(Day("2021-03-08")));
}
