using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Notices.NoticeActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Notices;

public class SigningTests
{
    [Fact]
    public void Only_named_entries_are_fed_back_and_each_once()
    {
        Drafted.When(Feedback("2021-07-14")).Then(new NoticeFeedbackSent("2021H1", [Named])
        {
            Papers = [new(Named, "港政征〔2021〕1号", Evidence)], Signatory = Sealed("某处长"), SignedOn = Day("2021-07-14"),
        });
        FedBack.When(Feedback("2021-07-15")).Refused("nothing-to-feed-back", RefusalKind.Conflict);
        Drafted.And(Strike("2021-07-14")).When(Feedback("2021-07-14")).Refused("change-pending", RefusalKind.Conflict);
        var added = Behind.And(Feedback("2021-07-14"), Add("2021-07-15", "energy"), ConfirmLast("2021-07-15"));
        added.When(Approve("2021-07-22")).Refused("feedback-missing", RefusalKind.Conflict);
        var sent = (NoticeFeedbackSent)added.And(Feedback("2021-07-16")).Events[^1].Data;
        sent.Entries.ShouldBe([Of(added).Entries[^1].Id]);
    }

    [Theory]
    [InlineData("2021-07-21", null)] // Wednesday to Wednesday: five working days
    [InlineData("2021-07-22", "objection-late")]
    public void A_unit_has_five_working_days_to_object(string day, string? code) =>
        (FedBack.Decide(Object(day)).Refusal?.Code).ShouldBe(code);

    [Theory]
    [InlineData("2021-10-12", null)]
    [InlineData("2021-10-13", "objection-late")]
    public void Holidays_stop_the_feedback_days_and_a_worked_Saturday_counts(string day, string? code)
    {
        // Fed back on Wednesday 29 September: 30th; 1–7 October free; 8th, Saturday 9th, 11th and 12th.
        var late = Drafted.And(Feedback("2021-09-29"));
        Entry(late).FeedbackLimit(late.Plan).ShouldBe(Day("2021-10-12"));
        (late.Decide(Object(day)).Refusal?.Code).ShouldBe(code);
        (late.Decide(Approve(day)).Refusal?.Code).ShouldBe(code is null ? "feedback-running" : null);
    }

    [Fact]
    public void An_objection_counts_when_it_is_released_within_the_days()
    {
        Objected.When(LetGo("2021-07-22")).Refused("objection-late", RefusalKind.Conflict);
        // What was never released lapses with the days.
        Objected.When(Approve("2021-07-22")).Accepted();
        Released.When(Approve("2021-07-22")).Refused("objection-unanswered", RefusalKind.Conflict);
        Released.And(Answer("2021-07-19")).When(Approve("2021-07-22")).Accepted();
        Objected.When(LetGo("2021-07-16").By(People.Approver("energy") with { Sub = "energy-clerk" })).Refused("maker-never-releases", RefusalKind.NotAllowed);
        Released.When(LetGo("2021-07-16")).Refused("released-already", RefusalKind.Conflict);
        Objected.When(LetGo("2021-07-16", Guid.Empty)).Refused("unknown-objection", RefusalKind.NotFound, "objection");
        Objected.When(Object("2021-07-16")).Refused("objection-pending", RefusalKind.Conflict);
        Drafted.When(Object("2021-07-14")).Refused("not-fed-back", RefusalKind.Conflict);
        FedBack.When(Object("2021-07-15").By(People.Water)).Refused("not-your-matter", RefusalKind.NotAllowed);
        Signed.When(Object("2021-07-26")).Refused("notice-signed", RefusalKind.Conflict);
    }

    [Fact]
    public void An_objection_is_answered_by_another_than_who_proposed_the_entry()
    {
        Released.When(Answer("2021-07-19").By(People.Office)).Refused("proposer-never-answers", RefusalKind.NotAllowed);
        Objected.When(Answer("2021-07-19")).Refused("not-released", RefusalKind.Conflict);
        Released.When(Answer("2021-07-19", objection: Guid.Empty)).Refused("unknown-objection", RefusalKind.NotFound, "objection");
        Released.And(Answer("2021-07-19")).When(Answer("2021-07-20")).Refused("objection-answered", RefusalKind.Conflict);
    }

    [Fact]
    public void An_answer_that_strikes_takes_effect_when_a_second_person_agrees()
    {
        var answered = Released.And(Answer("2021-07-19", ObjectionOutcome.Struck));
        Entry(answered).Stands.ShouldBeTrue();
        answered.When(Approve("2021-07-22").By(Third)).Refused("change-pending", RefusalKind.Conflict);
        answered.When(ConfirmLast("2021-07-20")).Refused("proposer-never-confirms", RefusalKind.NotAllowed);
        answered.When(ConfirmLast("2021-07-20", by: People.Inspector("energy"))).Refused("home-unit-involved", RefusalKind.NotAllowed);
        answered.When(Strike("2021-07-20")).Refused("change-pending", RefusalKind.Conflict);
        NoticeDuties.Of(answered.State, Day("2021-07-20")).Single(d => d.Kind == "notice-change").NotBy.ShouldBe([Second.Sub]);
        var struck = answered.And(ConfirmLast("2021-07-20", by: Third));
        Entry(struck).Stands.ShouldBeFalse();
        struck.When(Approve("2021-07-22").By(Third with { Sub = "fourth-inspector" })).Accepted();
        // Without agreement the entry stands, and the objection waits for another answer.
        var kept = answered.And(ConfirmLast("2021-07-20", agreed: false, by: Third));
        Entry(kept).Stands.ShouldBeTrue();
        kept.When(Approve("2021-07-22").By(Third)).Refused("objection-unanswered", RefusalKind.Conflict);
        kept.And(Answer("2021-07-21").By(Third)).When(Approve("2021-07-22").By(Third)).Accepted();
    }

    [Fact]
    public void An_amended_entry_names_fewer_milestones_with_their_own_days()
    {
        // energy is behind with two: due 20 June (10 days by the last day) and 30 June (none).
        var two = Begun.And(Change(Amendment("am-1", "2021-02-01") with { AddMilestones = [new("1.1", InventedPlan.Dated("1.1-m8", "2021-06-20"))] }, "2021-02-01"))
            .And([.. Inspections.InspectionActs.Opened("2021H1", "2021-06-20"), Close("2021H1", "2021-07-12")]).And(Draft("2021-07-13"), Feedback("2021-07-14"), Object("2021-07-15"), LetGo("2021-07-15"));
        Entry(two).Facts.Days.ShouldBe(10);
        two.When(Answer("2021-07-19", ObjectionOutcome.Amended)).Refused("milestones-to-drop", RefusalKind.Invalid, "dropped");
        two.When(Answer("2021-07-19", ObjectionOutcome.Amended, ["1.1-m8", "1.1-m1"])).Refused("milestones-to-drop", RefusalKind.Invalid, "dropped");
        two.When(Answer("2021-07-19", ObjectionOutcome.Amended, ["1.1-m2"])).Refused("milestones-to-drop", RefusalKind.Invalid, "dropped");
        two.When(Answer("2021-07-19", ObjectionOutcome.Rejected, ["1.1-m8"])).Refused("milestones-to-drop", RefusalKind.Invalid, "dropped");
        var answered = two.And(Answer("2021-07-19", ObjectionOutcome.Amended, ["1.1-m8"]));
        Entry(answered).Facts.Milestones.Count.ShouldBe(2);
        var facts = Entry(answered.And(ConfirmLast("2021-07-20", by: Third))).Facts;
        facts.Milestones.ShouldBe(["1.1-m1"]);
        facts.OwnDays.ShouldBe([0]);
    }

    [Fact]
    public void Drafter_approver_and_signer_are_three_persons()
    {
        FedBack.When(Approve("2021-07-22").By(People.Office)).Refused("proposer-never-approves", RefusalKind.NotAllowed);
        FedBack.When(Approve("2021-07-22").By(People.Inspector("energy"))).Refused("home-unit-involved", RefusalKind.NotAllowed);
        // Whoever worded it or proposed a change has drafted it too.
        FedBack.And(Word("requirements", "{entries}，{reviewDays}", "2021-07-15").By(Second)).When(Approve("2021-07-22")).Refused("proposer-never-approves", RefusalKind.NotAllowed);
        Approved.When(Approve("2021-07-22").By(Third)).Refused("notice-approved-already", RefusalKind.Conflict);
        Approved.When(Sign("2021-07-23").By(People.Leader with { Sub = Second.Sub })).Refused("three-persons", RefusalKind.NotAllowed);
        Approved.When(Sign("2021-07-23").By(People.Leader with { Sub = People.Office.Sub })).Refused("three-persons", RefusalKind.NotAllowed);
    }

    [Fact]
    public void A_notice_is_signed_once_with_number_date_and_the_text_that_was_drawn()
    {
        Approved.When(Sign("2021-07-23", dated: "2021-07-22")).Then(new NoticeSigned("2021H1", "港政办字〔2021〕7号", Sealed("某副市长"), Day("2021-07-22"), Evidence));
        FedBack.When(Sign("2021-07-23")).Refused("notice-not-approved", RefusalKind.Conflict);
        Signed.When(Sign("2021-07-24")).Refused("notice-signed", RefusalKind.Conflict);
        Approved.When(Sign("2021-07-23", "第7号")).Refused("document-number-form", RefusalKind.Invalid, "number");
        Approved.When(Sign("2021-07-23", dated: "2021-07-24")).Refused("date-out-of-bounds", RefusalKind.Invalid, "signedOn");
        Approved.When(Sign("2021-07-23", dated: "2021-07-21")).Refused("date-out-of-bounds", RefusalKind.Invalid, "signedOn");
        Approved.When(Sign("2021-07-23", version: 2)).Refused("notice-moved", RefusalKind.Conflict);
        Of(Signed).Signed!.DocumentSha256.ShouldBe(Evidence);
        // Between approval and signature a proposed change stops it.
        Approved.And(Strike("2021-07-22")).When(Sign("2021-07-23")).Refused("change-pending", RefusalKind.Conflict);
    }

    [Fact]
    public void Publishing_is_an_act_of_its_own_by_another_than_who_drafted()
    {
        Of(Signed).Visibility.ShouldBeNull();
        var open = Signed.And(Publish("2021-07-26"));
        Of(open).Visibility.ShouldBe(Visibility.Public);
        open.When(Publish("2021-07-27")).Refused("published-so-already", RefusalKind.Conflict, "visibility");
        Of(open.And(Publish("2021-07-27", Visibility.Withheld))).Visibility.ShouldBe(Visibility.Withheld);
        Approved.When(Publish("2021-07-26")).Refused("notice-not-signed", RefusalKind.Conflict);
    }

    [Fact]
    public void A_unit_of_other_authority_gets_a_letter_and_its_reply_is_recorded()
    {
        Approved.When(Letter("2021-07-23", Named)).Refused("entry-is-noticed", RefusalKind.Conflict);
        FedBack.When(Letter("2021-07-23")).Refused("notice-not-approved", RefusalKind.Conflict);
        LetterSent.When(Letter("2021-07-23")).Refused("letter-signed", RefusalKind.Conflict);
        Approved.When(Letter("2021-07-23", superior: Text(""))).Refused("text-empty", RefusalKind.Invalid, "superior");
        Approved.When(Letter("2021-07-23", version: 1)).Refused("notice-moved", RefusalKind.Conflict);
        Approved.When(Reply("2021-08-02")).Refused("letter-not-signed", RefusalKind.Conflict);
        LetterSent.When(Reply("2021-08-02", "2021-07-22")).Refused("date-out-of-bounds", RefusalKind.Invalid, "repliedOn");
        var replied = LetterSent.And(Reply("2021-08-02", "2021-07-30"));
        Entry(replied, Lettered).RepliedOn.ShouldBe(Day("2021-07-30"));
        replied.When(Reply("2021-08-03")).Refused("reply-recorded-already", RefusalKind.Conflict);
        // It is never rectified, reviewed or proposed for accountability.
        var signed = LetterSent.And(Sign("2021-07-26"));
        signed.When(Order("2021-07-27", "2021-08-31", Lettered)).Refused("not-under-authority", RefusalKind.Conflict);
        signed.When(Propose("2021-09-05", Lettered)).Refused("not-under-authority", RefusalKind.Conflict);
        signed.When(Ask("2021-07-27", Lettered).By(People.Tax)).Refused("not-under-authority", RefusalKind.Conflict);
    }

    [Theory]
    [InlineData("2021-08-22", null)] // signed on 23 July: the thirtieth day
    [InlineData("2021-08-23", "review-late")]
    public void A_review_is_asked_and_released_within_thirty_days(string day, string? code)
    {
        (Signed.Decide(Ask(day)).Refusal?.Code).ShouldBe(code);
        (Asked.Decide(ReleaseAsked(day)).Refusal?.Code).ShouldBe(code);
    }

    [Fact]
    public void A_review_is_decided_by_none_who_proposed_answered_approved_or_signed()
    {
        foreach (var involved in new[] { People.Office.Sub, Second.Sub, People.Leader.Sub })
            AskedAndReleased.When(DecideAsked("2021-08-10").By(Third with { Sub = involved })).Refused("reviewer-is-another", RefusalKind.NotAllowed);
        Asked.When(DecideAsked("2021-08-10")).Refused("not-released", RefusalKind.Conflict);
        AskedAndReleased.When(DecideAsked("2021-08-10", review: Guid.Empty)).Refused("unknown-review", RefusalKind.NotFound, "review");
        Asked.When(Ask("2021-08-03")).Refused("review-asked-already", RefusalKind.Conflict);
        var kept = AskedAndReleased.And(DecideAsked("2021-08-10", upheld: false));
        Entry(kept).Stands.ShouldBeTrue();
        kept.When(DecideAsked("2021-08-11")).Refused("review-decided", RefusalKind.Conflict);
    }

    [Fact]
    public void Nor_by_who_confirmed_fed_back_or_answered_in_vain()
    {
        var confirmed = Behind.And(Add("2021-07-14", "energy"), ConfirmLast("2021-07-14", by: Third), Feedback("2021-07-14").By(People.Inspector("inspectorate", "sender")));
        var entry = Of(confirmed).Entries[^1];
        Of(confirmed).Participants(entry).ShouldBe([People.Office.Sub, Third.Sub, "sender"], ignoreOrder: true);
        var vain = Released.And(Answer("2021-07-19", ObjectionOutcome.Struck), ConfirmLast("2021-07-20", agreed: false, by: Third), Answer("2021-07-20").By(Third with { Sub = "fourth" }));
        Of(vain).Participants(Entry(vain)).ShouldBe([People.Office.Sub, Second.Sub, Third.Sub, "fourth"], ignoreOrder: true);
        var asked = vain.And(Approve("2021-07-22").By(Third), Sign("2021-07-23"), Ask("2021-08-02"), ReleaseAsked("2021-08-03"));
        foreach (var involved in new[] { Second.Sub, Third.Sub, "fourth", People.Leader.Sub })
            asked.When(DecideAsked("2021-08-10").By(Third with { Sub = involved })).Refused("reviewer-is-another", RefusalKind.NotAllowed);
        asked.When(DecideAsked("2021-08-10").By(Third with { Sub = "fifth" })).Accepted();
        NoticeDuties.Of(asked.State, Day("2021-08-10")).Single(d => d.Kind == "review-decision").NotBy.ShouldBe([.. Of(asked).Participants(Entry(asked))], ignoreOrder: true);
    }

    [Fact]
    public void An_entry_withdrawn_by_a_review_stays_listed_and_nothing_more_is_asked_of_it()
    {
        var withdrawn = Ordered.And(Ask("2021-08-02"), ReleaseAsked("2021-08-03"), DecideAsked("2021-08-10"));
        Of(withdrawn).Entries.Count.ShouldBe(2);
        Entry(withdrawn).Withdrawn.ShouldNotBeNull();
        withdrawn.When(Mend("2021-08-20")).Refused("entry-struck", RefusalKind.Conflict);
        withdrawn.When(Propose("2021-09-05")).Refused("entry-struck", RefusalKind.Conflict);
        OverdueRectifications.RectificationsOverdue(withdrawn.State, Day("2021-09-05")).ShouldBeEmpty();
    }

    [Fact]
    public void A_late_decision_stands_and_is_the_office_s_own_overrun()
    {
        NoticeOverruns.Of(Of(AskedAndReleased), AskedAndReleased.Plan, Day("2021-09-02")).ShouldBeEmpty();
        var late = AskedAndReleased.And(DecideAsked("2021-09-05"));
        NoticeOverruns.Of(Of(late), late.Plan, Day("2021-12-31")).Select(o => (o.Step, o.Entry, o.Limit, o.DoneOn, o.Days))
            .ShouldBe([("review-decision", Named, Day("2021-09-02"), (DateOnly?)Day("2021-09-05"), 3)]);
    }
}
