using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Notices.NoticeActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Notices;

public class RectifyingTests
{
    [Fact]
    public void Rectification_is_ordered_once_for_a_signed_entry_with_a_limit_that_the_rules_let()
    {
        Signed.When(Order("2021-07-26", "2021-08-31")).Then(new RectificationOrdered("2021H1", Named, "energy", Day("2021-08-31"), Sealed())
        {
            Number = "港政改〔2021〕1号", Signatory = Sealed("某处长"), SignedOn = Day("2021-07-26"), DocumentSha256 = Evidence,
        });
        Approved.When(Order("2021-07-26", "2021-08-31")).Refused("notice-not-signed", RefusalKind.Conflict);
        Ordered.When(Order("2021-07-27", "2021-08-31")).Refused("rectification-ordered-already", RefusalKind.Conflict);
        Signed.When(Order("2021-07-26", "2021-07-26")).Refused("date-out-of-bounds", RefusalKind.Invalid, "limit");
        Signed.When(Order("2021-07-26", "2022-01-22")).Accepted();
        Signed.When(Order("2021-07-26", "2022-01-23")).Refused("date-out-of-bounds", RefusalKind.Invalid, "limit");
    }

    [Fact]
    public void A_report_needs_evidence_and_its_approver_and_another_person_discharges()
    {
        Ordered.When(Mend("2021-08-20", [])).Refused("evidence-missing", RefusalKind.Invalid, "evidence");
        Signed.When(Mend("2021-08-20")).Refused("rectification-not-ordered", RefusalKind.Conflict);
        Reported.When(Mend("2021-08-21")).Refused("report-pending", RefusalKind.Conflict);
        Reported.When(Discharge("2021-08-21")).Refused("not-released", RefusalKind.Conflict);
        Waiting.When(Discharge("2021-08-25", Guid.Empty)).Refused("unknown-report", RefusalKind.NotFound, "report");
        Waiting.When(Discharge("2021-08-25").By(People.Inspector("inspectorate", "energy-approver"))).Refused("doer-never-verifies", RefusalKind.NotAllowed);
        Waiting.When(ReleaseMended("2021-08-25")).Refused("released-already", RefusalKind.Conflict);
        Discharged.When(Discharge("2021-08-26")).Refused("report-decided", RefusalKind.Conflict);
        Discharged.When(Mend("2021-08-26")).Refused("rectification-discharged", RefusalKind.Conflict);
    }

    [Fact]
    public void A_released_report_stops_the_clock_and_a_returned_one_never_did()
    {
        int Over(Story story, string day) => Entry(story).Rectification!.DaysOver(Day(day));
        Over(Ordered, "2021-08-31").ShouldBe(0);
        Over(Ordered, "2021-09-01").ShouldBe(1);
        // Written in time but released by nobody: it counts for nothing.
        Over(Reported, "2021-09-05").ShouldBe(5);
        Over(Waiting, "2021-09-05").ShouldBe(0);
        Over(Waiting.And(SendBack("2021-09-03")), "2021-09-05").ShouldBe(5);
        // Released three days late and accepted: three days, and overdue no more.
        var late = Ordered.And(Mend("2021-09-03"), ReleaseMended("2021-09-03"));
        Over(late, "2021-10-05").ShouldBe(3);
        Entry(late).Rectification!.IsOverdue(Day("2021-10-05")).ShouldBeFalse();
        Entry(late).Rectification!.IsOverdue(Day("2021-09-02")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2021-09-23", "follow-up-too-soon")]
    [InlineData("2021-09-24", null)] // thirty days after 25 August
    public void A_follow_up_comes_no_sooner_than_the_rules_let(string day, string? code) =>
        (Discharged.Decide(LookBack(day)).Refusal?.Code).ShouldBe(code);

    [Fact]
    public void A_follow_up_is_another_person_s_and_a_relapse_opens_the_rectification_again()
    {
        Discharged.When(LookBack("2021-09-24").By(People.Office)).Refused("discharger-never-follows-up", RefusalKind.NotAllowed);
        Waiting.When(LookBack("2021-09-24")).Refused("rectification-not-discharged", RefusalKind.Conflict);
        Discharged.And(LookBack("2021-09-24")).When(LookBack("2021-10-24")).Refused("followed-up-already", RefusalKind.Conflict);

        var relapsed = Discharged.And(LookBack("2021-09-24", FollowUpOutcome.Relapsed));
        var open = Entry(relapsed).Rectification!;
        open.Discharged.ShouldBeNull();
        // Only the days since the relapse are counted anew, and as of a day before it nothing was.
        (open.DaysOver(Day("2021-09-24")), open.DaysOver(Day("2021-09-30")), open.IsOverdue(Day("2021-09-20"))).ShouldBe((0, 6, false));
        open.IsDischarged(Day("2021-09-20")).ShouldBeTrue();
        open.IsDischarged(Day("2021-09-24")).ShouldBeFalse();
        var again = relapsed.And(Order("2021-09-27", "2021-10-31"));
        Entry(again).Rectifications.Count.ShouldBe(2);
        Entry(again).Rectification!.IsOverdue(Day("2021-10-31")).ShouldBeFalse();
        // Or it is mended under the old order, discharged and looked at once more.
        var mended = relapsed.And(Mend("2021-09-27"), ReleaseMended("2021-09-28"), Discharge("2021-09-30"));
        Entry(mended).Rectification!.DaysOver(Day("2021-12-31")).ShouldBe(4);
        mended.When(LookBack("2021-10-30")).Accepted();
        mended.When(Order("2021-10-01", "2021-10-31")).Refused("rectification-ordered-already", RefusalKind.Conflict);
    }

    [Fact]
    public void Accountability_is_proposed_for_what_is_past_its_limit_or_has_relapsed_with_the_whole_chain()
    {
        Ordered.When(Propose("2021-08-31")).Refused("not-overdue", RefusalKind.Conflict);
        Signed.When(Propose("2021-08-31")).Refused("not-overdue", RefusalKind.Conflict);
        Waiting.When(Propose("2021-09-05")).Refused("not-overdue", RefusalKind.Conflict);
        Discharged.When(Propose("2021-09-05")).Refused("not-overdue", RefusalKind.Conflict);
        Ordered.When(Propose("2021-09-05", dated: "2021-08-30")).Refused("date-out-of-bounds", RefusalKind.Invalid, "signedOn");
        Ordered.And(Ask("2021-08-02"), ReleaseAsked("2021-08-03")).When(Propose("2021-09-05")).Refused("review-pending", RefusalKind.Conflict);

        var proposal = Entry(Proposed).Proposal!;
        (proposal.Ground, proposal.Days).ShouldBe((AccountabilityGround.Overdue, 5));
        // The claim, its release and return; then every event of the notice that bears on the entry.
        proposal.Chain.ShouldBe([.. Entry(Ordered).Facts.Events, .. Ordered.Events.Where(e => e.Stream == Notice.StreamOf(InventedPlan.Id, Covered)).Select(e => e.Id)]);
        Proposed.When(Propose("2021-09-06")).Refused("accountability-proposed-already", RefusalKind.Conflict);
        ProposalApproved.When(Propose("2021-09-09")).Refused("accountability-proposed-already", RefusalKind.Conflict);

        var relapsed = Discharged.And(LookBack("2021-09-24", FollowUpOutcome.Relapsed), Propose("2021-09-24"));
        Entry(relapsed).Proposal!.Ground.ShouldBe(AccountabilityGround.Relapsed);
    }

    [Fact]
    public void A_proposal_is_approved_by_another_handed_over_and_its_result_recorded()
    {
        Proposed.When(DecideOn("2021-09-08").By(People.Leader with { Sub = People.Office.Sub })).Refused("proposer-never-approves", RefusalKind.NotAllowed);
        Proposed.When(DecideOn("2021-09-08", proposal: Guid.Empty)).Refused("unknown-proposal", RefusalKind.NotFound, "proposal");
        ProposalApproved.When(DecideOn("2021-09-09")).Refused("proposal-decided", RefusalKind.Conflict);
        Proposed.When(Hand("2021-09-10")).Refused("proposal-not-approved", RefusalKind.Conflict);
        ProposalApproved.When(Hand("2021-09-10", "九号")).Refused("document-number-form", RefusalKind.Invalid, "number");
        ProposalApproved.When(Hand("2021-09-10", "港政办字〔2021〕7号")).Refused("document-number-taken", RefusalKind.Conflict, "number");
        ProposalApproved.When(Hand("2021-09-10", "港政办字〔2020〕9号")).Refused("document-number-year", RefusalKind.Invalid, "number");
        HandedOver.When(Hand("2021-09-11")).Refused("handed-over-already", RefusalKind.Conflict);
        ProposalApproved.When(Conclude("2021-10-20")).Refused("not-handed-over", RefusalKind.Conflict);
        HandedOver.When(Conclude("2021-10-20", evidence: [])).Refused("evidence-missing", RefusalKind.Invalid, "evidence");
        HandedOver.When(Conclude("2021-10-20", "2021-09-09")).Refused("date-out-of-bounds", RefusalKind.Invalid, "concludedOn");
        var done = HandedOver.And(Conclude("2021-10-20", "2021-10-18"));
        Entry(done).Proposal!.ConcludedOn.ShouldBe(Day("2021-10-18"));
        done.When(Conclude("2021-10-21")).Refused("result-recorded-already", RefusalKind.Conflict);
        // Declined, it may be proposed again.
        var declined = Proposed.And(DecideOn("2021-09-08", approved: false));
        declined.When(Hand("2021-09-10")).Refused("proposal-not-approved", RefusalKind.Conflict);
        declined.When(Propose("2021-10-08")).Accepted();
    }

    [Fact]
    public void Nothing_is_approved_or_handed_over_while_a_report_waits_or_once_it_was_mended()
    {
        var late = Proposed.And(Mend("2021-09-06"), ReleaseMended("2021-09-07"));
        late.When(DecideOn("2021-09-08")).Refused("report-waits", RefusalKind.Conflict);
        late.When(DecideOn("2021-09-08", approved: false)).Accepted();
        var waiting = ProposalApproved.And(Mend("2021-09-09"), ReleaseMended("2021-09-09"));
        waiting.When(Hand("2021-09-10")).Refused("report-waits", RefusalKind.Conflict);
        NoticeDuties.Of(waiting.State, Day("2021-09-10")).ShouldNotContain(d => d.Kind == "accountability-hand-over");
        waiting.And(Discharge("2021-09-10")).When(Hand("2021-09-11")).Refused("not-overdue", RefusalKind.Conflict);
        waiting.And(SendBack("2021-09-10")).When(Hand("2021-09-11")).Accepted();
        // A unit that asked for a review in time has its answer first.
        ProposalApproved.When(Hand("2021-09-10")).Accepted();
    }

    [Fact]
    public void Nothing_is_discharged_while_what_it_is_named_for_is_still_open()
    {
        // Due on 30 September, returned as untrue, and never claimed again.
        var late = Ordered.And(Mend("2021-10-08"), ReleaseMended("2021-10-08"));
        late.When(Discharge("2021-10-11")).Refused("still-open", RefusalKind.Conflict, "report");
        late.Decide(Discharge("2021-10-11")).Refusal!.Values["milestones"].ShouldBe("1.1-m2");
        late.And(Done("1.1-m2", "energy", "2021-10-09", "2021-10-10")).When(Discharge("2021-10-11")).Accepted();
        late.And(Suspended("1.1-m2", "energy", "2021-12-31", "2021-10-09", "2021-10-10")).When(Discharge("2021-10-11")).Accepted();
        Ordered.And(Extended("1.1-m2", "energy", "2021-12-31", "2021-09-20", "2021-09-22")).And(Mend("2021-10-08"), ReleaseMended("2021-10-08")).When(Discharge("2021-10-11")).Accepted();
        // Led by another since, it is not this unit's to close.
        late.And(Reassign("1.1", ["water"], "2021-10-09")).When(Discharge("2021-10-11")).Accepted();
    }

    [Fact]
    public void What_was_left_unanswered_is_answered_before_it_is_discharged()
    {
        var entry = Of(Behind).Entries.Single(e => e.Unit == "north").Id;
        var named = Behind.And(Feedback("2021-07-14"), Approve("2021-07-22"), Sign("2021-07-23"), Order("2021-07-26", "2021-08-31", entry));
        var asked = named.And(Mend("2021-08-20", entry: entry).By(People.North), ReleaseMended("2021-08-20", entry: entry).By(People.Approver("north")));
        asked.When(Discharge("2021-08-25", entry: entry)).Refused("still-unanswered", RefusalKind.Conflict, "report");
        asked.And(Coordination.CoordinationActs.ReplyTo(Core.Coordination.DemandKind.Instruction, People.North, "2021-08-24")).When(Discharge("2021-08-25", entry: entry)).Accepted();
    }
}
