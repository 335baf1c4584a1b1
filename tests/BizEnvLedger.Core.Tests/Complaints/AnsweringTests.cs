using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Ledger;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Complaints.ComplaintActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Complaints;

public class AnsweringTests
{
    private static readonly Story Sent = Given(Issued()).And(Receive("2021-03-01"), Dispatch("2021-03-01"));
    private static readonly Story Resolved = Sent.And(Answered("2021-03-02"));

    private static ComplaintState StateOf(Story story) => story.State.Complaints["c1"].State;

    [Fact]
    public void A_unit_answers_and_it_counts_only_when_its_approver_releases_it()
    {
        Sent.When(Answer("2021-03-02", AnswerKind.Response, evidence: [Evidence])).Then(new ComplaintAnswered("c1", "energy", AnswerKind.Response, Sealed(), [Evidence]));
        var answered = Sent.And(Answer("2021-03-02", AnswerKind.Response));
        StateOf(answered).ShouldBe(ComplaintState.Dispatched);
        answered.When(Let("2021-03-02")).Then(new AnswerReleased("c1", answered.Last, "energy"));
        StateOf(answered.And(Let("2021-03-02"))).ShouldBe(ComplaintState.Responded);
        StateOf(Resolved).ShouldBe(ComplaintState.Resolved);
    }

    [Fact]
    public void Every_unit_that_it_was_dispatched_to_answers()
    {
        var both = Given(Issued()).And(Receive("2021-03-01"), Dispatch("2021-03-01", units: ["energy", "water"])).And(Answered("2021-03-02"));
        StateOf(both).ShouldBe(ComplaintState.Dispatched);
        StateOf(both.And(Answered("2021-03-02", unit: "water"))).ShouldBe(ComplaintState.Resolved);
    }

    [Fact]
    public void Only_whose_turn_it_is_answers_once_resolved_no_more()
    {
        Sent.When(Answer("2021-03-02", unit: "water")).Refused("not-your-complaint", RefusalKind.NotAllowed);
        Given(Issued()).And(Receive("2021-03-01")).When(Answer("2021-03-02")).Refused("not-your-complaint", RefusalKind.NotAllowed);
        Resolved.When(Answer("2021-03-03")).Refused("resolved-already", RefusalKind.Conflict);
        Sent.When(Answer("2021-03-02", text: Text(""))).Refused("text-empty", RefusalKind.Invalid, "answer");
        Sent.When(Answer("2021-03-02", evidence: ["x"])).Refused("evidence-not-a-hash", RefusalKind.Invalid, "evidence");
    }

    [Fact]
    public void Whoever_wrote_the_answer_does_not_release_it_nor_does_another_unit()
    {
        var answered = Sent.And(Answer("2021-03-02"));
        answered.When(Let("2021-03-02").By(People.Approver("energy") with { Sub = "energy-clerk" })).Refused("answerer-never-releases", RefusalKind.NotAllowed);
        answered.When(Let("2021-03-02").By(People.Approver("water"))).Refused("not-your-complaint", RefusalKind.NotAllowed);
        answered.When(Let("2021-03-02", answer: Guid.Empty)).Refused("unknown-answer", RefusalKind.NotFound, "answer");
        Resolved.When(Let("2021-03-02")).Refused("answer-released-already", RefusalKind.Conflict, "answer");
    }

    [Fact]
    public void A_later_answer_takes_the_place_of_one_that_was_not_released()
    {
        var first = Sent.And(Answer("2021-03-02"));
        first.And(Answer("2021-03-02")).When(Let("2021-03-02", answer: first.Last)).Refused("answer-superseded", RefusalKind.Conflict, "answer");
        first.And(Reassigned("2021-03-03", ["water"])).When(Let("2021-03-03")).Refused("turn-over", RefusalKind.Conflict);
    }

    [Fact]
    public void The_office_asks_and_not_the_unit()
    {
        Resolved.When(Ask("2021-03-03", Satisfaction.Unsatisfied, note: Text())).Then(new SatisfactionAsked("c1", Satisfaction.Unsatisfied, "inspectorate", Sealed()));
        Resolved.When(Ask("2021-03-03", Satisfaction.Satisfied).By(People.Energy)).Refused("role-not-allowed", RefusalKind.NotAllowed);
        Resolved.When(Ask("2021-03-03", Satisfaction.Satisfied).By(People.Inspector("energy"))).Refused("home-unit-involved", RefusalKind.NotAllowed);
        Resolved.When(Ask("2021-03-03", Satisfaction.Satisfied).By(People.Inspector(null))).Refused("home-unit-missing", RefusalKind.NotAllowed);
        Resolved.When(Ask("2021-03-03", Satisfaction.Satisfied, note: Text(" "))).Refused("text-empty", RefusalKind.Invalid, "note");
    }

    [Fact]
    public void Silence_may_be_asked_again_and_a_word_stands()
    {
        Sent.When(Ask("2021-03-02", Satisfaction.Satisfied)).Refused("not-resolved", RefusalKind.Conflict);
        var silent = Resolved.And(Ask("2021-03-03", Satisfaction.Silent));
        StateOf(silent).ShouldBe(ComplaintState.Resolved);
        silent.And(Ask("2021-03-04", Satisfaction.Satisfied)).When(Ask("2021-03-05", Satisfaction.Unsatisfied)).Refused("satisfaction-said-already", RefusalKind.Conflict);
        StateOf(silent.And(Ask("2021-03-04", Satisfaction.Satisfied))).ShouldBe(ComplaintState.Settled);
    }

    [Fact]
    public void Only_what_did_not_satisfy_is_handled_again_and_the_order_names_the_answers()
    {
        var asked = Given(Issued()).And(Receive("2021-03-01"), Dispatch("2021-03-01")).And(Answered("2021-03-02")).And(Ask("2021-03-03", Satisfaction.Unsatisfied));
        var complaint = asked.State.Complaints["c1"];
        asked.When(Again("2021-03-04")).Then(new ComplaintHandledAgain("c1", asked.Last, [complaint.Answers[0].Id], ["energy"], Sealed(), new(2021, 3, 5, 11, 0, 0, TimeSpan.FromHours(8)), Day("2021-03-25")));
        asked.When(Again("2021-03-04", reason: Text(""))).Refused("text-empty", RefusalKind.Invalid, "reason");
        asked.When(Again("2021-03-04", "c9")).Refused("unknown-complaint", RefusalKind.NotFound);
        asked.And(Again("2021-03-04")).When(Again("2021-03-05")).Refused("not-unsatisfied", RefusalKind.Conflict);
        Given(Issued()).And(Receive("2021-03-01"), Dispatch("2021-03-01")).When(Again("2021-03-02")).Refused("not-unsatisfied", RefusalKind.Conflict);
        Given(Issued()).And(Receive("2021-03-01"), Dispatch("2021-03-01")).And(Answered("2021-03-02")).And(Ask("2021-03-03", Satisfaction.Satisfied)).When(Again("2021-03-04")).Refused("not-unsatisfied", RefusalKind.Conflict);
        // It can be ordered again as often as it does not satisfy.
        asked.And(Again("2021-03-04")).And(Answered("2021-03-05")).And(Ask("2021-03-08", Satisfaction.Unsatisfied)).When(Again("2021-03-09")).Accepted().State.Complaints["c1"].Turns.Count.ShouldBe(3);
    }
}
