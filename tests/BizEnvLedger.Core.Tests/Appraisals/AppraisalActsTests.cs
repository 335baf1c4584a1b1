using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Ledger;
using static BizEnvLedger.Core.Ledger.RefusalKind;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Appraisals.AppraisalActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Appraisals;

public class AppraisalActsTests
{
    private static readonly Story Adopted = Given(Issued(), Adopt("2021-03-01"));
    private static readonly Story Opened = Adopted.And(Appraise("2021-12-01"));
    private static readonly Story Voted = Opened.And(Ballots("energy", "2021-12-10"));
    private static readonly Story Public = Voted.And(Publish("2021-12-20"), Scored("2022-01-20"), LetOut("2022-02-01"));

    [Fact]
    public void Rules_are_adopted_whole_with_the_hash_of_their_file() =>
        Given(Issued()).When(Adopt("2021-03-01", Rulings.Plain)).Then(new AppraisalRulesAdopted(InventedPlan.Id, 2021, new('c', 64), Rulings.Plain));

    [Fact]
    public void Rules_can_be_replaced_until_the_appraisal_is_opened_and_never_after()
    {
        var replaced = Adopted.And(Adopt("2021-06-01", Rulings.Plain), Appraise("2021-12-01"));
        replaced.State.Appraisals["2021"].Rules!.Rules.Id.ShouldBe("plain");
        replaced.When(Adopt("2021-12-02")).Refused("appraisal-rules-fixed", Conflict);
    }

    [Fact]
    public void An_id_and_version_stand_for_one_content_for_ever_in_whatever_year()
    {
        Adopted.When(Adopt("2022-03-01", Rulings.Delivered with { Title = "另一办法" }, 2022)).Refused("appraisal-rules-version-taken", Conflict, "version");
        Adopted.And(Adopt("2022-03-01", Rulings.Delivered, 2022), Adopt("2022-03-02", Rulings.Delivered with { Version = 2, Title = "另一办法" }, 2022));
    }

    [Theory]
    [InlineData(2020)]
    [InlineData(2023)]
    public void A_year_that_is_not_of_the_plan_is_refused(int year)
    {
        Given(Issued()).When(Adopt("2021-03-01", year: year)).Refused("year-outside-plan", Invalid, "year");
        Opened.When(Scored("2024-03-01", year)).Refused("year-outside-plan", Invalid, "year");
    }

    [Fact]
    public void An_appraisal_opens_once_its_year_has_begun_and_its_rules_are_adopted()
    {
        Adopted.When(Appraise("2021-03-01")).Then(new AppraisalOpened(InventedPlan.Id, 2021, "default", 1));
        Adopted.When(Appraise("2021-12-31", 2022)).Refused("year-not-begun", Conflict, "year");
        Given(Issued()).When(Appraise("2021-12-01")).Refused("appraisal-rules-missing", Conflict);
        Opened.When(Appraise("2021-12-02")).Refused("appraisal-open-already", Conflict);
    }

    [Fact]
    public void Ballots_are_entered_as_counts_of_each_grade() =>
        Opened.When(Ballots("energy", "2021-12-10", counts: Marks(30, 6, 4))).Then(new BallotsEntered("energy", "congress", 40, Marks(30, 6, 4), null, null));

    [Fact]
    public void Ballots_need_an_open_appraisal()
    {
        Adopted.When(Ballots("energy", "2021-12-10")).Refused("appraisal-not-open", Conflict);
        Public.When(Ballots("water", "2022-02-10")).Refused("appraisal-scored-already", Conflict);
    }

    [Fact]
    public void Ballots_are_on_a_unit_that_is_appraised()
    {
        Opened.When(Ballots("nobody", "2021-12-10")).Refused("unknown-unit", Invalid, "unit");
        Opened.When(Ballots("bureaus", "2021-12-10")).Refused("unit-not-appraised", Invalid, "unit");
        Opened.When(Ballots("city", "2021-12-10")).Refused("unit-not-appraised", Invalid, "unit");
    }

    [Fact]
    public void Ballots_are_of_bodies_aspects_and_grades_that_the_rules_name()
    {
        Opened.When(Ballots("energy", "2021-12-10", "union")).Refused("unknown-ballot-body", Invalid, "body");
        Opened.When(Ballots("energy", "2021-12-10", counts: [new("attitude", "superb", 1)])).Refused("unknown-grade", Invalid, "counts");
        Opened.When(Ballots("energy", "2021-12-10", counts: [new("looks", "poor", 1)])).Refused("unknown-grade", Invalid, "counts");
        Opened.When(Ballots("energy", "2021-12-10", counts: [new("attitude", "poor", 1), new("attitude", "poor", 2)])).Refused("grade-twice", Invalid, "counts");
    }

    [Theory]
    [InlineData(0, 0, 0, 0, "ballots-out-of-bounds", "ballots")]
    [InlineData(5001, 1, 0, 0, "ballots-out-of-bounds", "ballots")]
    [InlineData(40, -1, 0, 0, "grade-count-out-of-bounds", "counts")]
    [InlineData(40, 41, 0, 0, "grade-count-out-of-bounds", "counts")]
    [InlineData(40, 30, 10, 1, "grades-exceed-ballots", "counts")]
    [InlineData(40, 0, 0, 0, "ballots-blank", "counts")]
    public void Counts_fit_the_ballots(int ballots, int satisfied, int fairly, int poor, string code, string field) =>
        Opened.When(Ballots("energy", "2021-12-10", ballots: ballots, counts: Marks(satisfied, fairly, poor))).Refused(code, Invalid, field);

    [Fact]
    public void A_slip_is_corrected_by_a_later_entry_that_names_it_and_says_why()
    {
        var first = Voted.Last;
        Voted.When(Ballots("energy", "2021-12-11")).Refused("ballots-entered-already", Conflict, "unit");
        Voted.When(Ballots("energy", "2021-12-11", corrects: Guid.NewGuid())).Refused("unknown-ballots", Invalid, "corrects");
        Voted.When(Ballots("water", "2021-12-11", corrects: first)).Refused("unknown-ballots", Invalid, "corrects");
        Voted.When(Ballots("energy", "2021-12-11", corrects: first, reason: Text(" "))).Refused("text-empty", Invalid, "reason");
        var corrected = Voted.And(Ballots("energy", "2021-12-11", counts: Marks(20, 0, 20), corrects: first));
        var standing = corrected.State.Appraisals["2021"].InForce.ShouldHaveSingleItem();
        (standing.Event, standing.Corrects).ShouldBe((corrected.Last, first));
        corrected.When(Ballots("energy", "2021-12-12", corrects: first)).Refused("unknown-ballots", Invalid, "corrects");
        corrected.And(Ballots("energy", "2021-12-12", body: "cppcc")).State.Appraisals["2021"].InForce.Count().ShouldBe(2);
    }

    [Fact]
    public void Ballots_are_published_by_another_person_than_who_entered_them_and_only_once()
    {
        Voted.When(Publish("2021-12-20")).Then(new BallotsPublished([Voted.Last], Day("2021-12-20")));
        Voted.When(Publish("2021-12-20").By(Clerk)).Refused("own-ballots-unpublished", NotAllowed);
        Opened.When(Publish("2021-12-20")).Refused("no-ballots-to-publish", Conflict);
        Voted.And(Publish("2021-12-20")).When(Publish("2021-12-21")).Refused("no-ballots-to-publish", Conflict);
        Voted.When(Publish("2021-12-20", "2021-12-09")).Refused("date-out-of-bounds", Invalid, "effectiveOn");
        Voted.When(Publish("2021-12-20", "2021-12-21")).Refused("date-in-future", Invalid, "effectiveOn");
    }

    [Fact]
    public void A_year_is_scored_once_it_is_over_and_what_was_entered_is_published()
    {
        var ready = Voted.And(Publish("2021-12-20"));
        ready.When(Scored("2022-01-01")).Accepted();
        ready.When(Scored("2021-12-31")).Refused("year-not-over", Conflict);
        Voted.When(Scored("2022-01-20")).Refused("ballots-not-published", Conflict);
        Adopted.When(Scored("2022-01-20")).Refused("appraisal-not-open", Conflict);
        Public.When(Scored("2022-03-01")).Refused("appraisal-scored-already", Conflict);
    }

    [Fact]
    public void A_correction_after_publishing_has_to_be_published_too()
    {
        var corrected = Voted.And(Publish("2021-12-20"));
        corrected = corrected.And(Ballots("energy", "2021-12-21", counts: Marks(1, 0, 0), corrects: corrected.State.Appraisals["2021"].Entries[0].Event));
        corrected.When(Scored("2022-01-20")).Refused("ballots-not-published", Conflict);
        corrected.And(Publish("2021-12-22")).When(Scored("2022-01-20")).Accepted();
    }

    [Fact]
    public void Years_are_scored_in_order()
    {
        var both = Opened.And(Adopt("2022-03-01", year: 2022), Appraise("2022-12-01", 2022));
        both.When(Scored("2023-01-20", 2022)).Refused("earlier-year-not-scored", Conflict);
        both.And(Scored("2023-01-20")).When(Scored("2023-01-20", 2022)).Accepted();
    }

    [Fact]
    public void Sheets_drawn_before_the_appraisals_last_word_are_not_frozen()
    {
        var ready = Voted.And(Publish("2021-12-20"));
        ready.When(Scored("2022-01-20", treeSize: ready.Events.Count - 1)).Refused("sheets-moved", Conflict);
    }

    [Fact]
    public void What_is_frozen_names_its_leaves_rules_and_hash()
    {
        var ready = Voted.And(Publish("2021-12-20"));
        var at = ready.Sheets("2022-01-20").RecordedBy;
        ready.When(Scored("2022-01-20")).Then(new AppraisalScored(InventedPlan.Id, 2021, ready.Events.Count, new('0', 64), at, Day("2021-12-31"), "default", 1, new('d', 64)));
    }

    [Fact]
    public void The_scorer_never_lets_the_result_out()
    {
        var frozen = Voted.And(Publish("2021-12-20"), Scored("2022-01-20"));
        frozen.When(LetOut("2022-02-01", "2022-01-31")).Then(new AppraisalPublished(new('d', 64), Day("2022-01-31")));
        frozen.When(LetOut("2022-02-01").By(Second)).Accepted();
        frozen.When(LetOut("2022-02-01").By(People.GroupOffice)).Refused("scorer-never-publishes", NotAllowed);
        frozen.When(LetOut("2022-02-01", "2022-01-19")).Refused("date-out-of-bounds", Invalid, "effectiveOn");
        frozen.When(LetOut("2022-02-01", "2022-02-02")).Refused("date-in-future", Invalid, "effectiveOn");
        Voted.When(LetOut("2022-02-01")).Refused("appraisal-not-scored", Conflict);
        Public.When(LetOut("2022-02-02")).Refused("appraisal-published-already", Conflict);
    }

    [Fact]
    public void An_award_rests_on_a_published_appraisal_and_holds_no_name()
    {
        Public.When(Reward("energy", "2022-03-01", Text("某某"), effective: "2022-02-28")).Then(new AwardRecorded("2021-1", "energy", Sealed("某某"), Sealed(), [], Day("2022-02-28")));
        Public.And(Reward("energy", "2022-03-01")).When(Reward("water", "2022-03-01")).Then(new AwardRecorded("2021-2", "water", null, Sealed(), [], Day("2022-03-01")));
        Voted.And(Publish("2021-12-20"), Scored("2022-01-20")).When(Reward("energy", "2022-03-01")).Refused("appraisal-not-published", Conflict);
        Voted.When(Reward("energy", "2022-03-01")).Refused("appraisal-not-scored", Conflict);
        Public.When(Reward("nobody", "2022-03-01")).Refused("unknown-unit", Invalid, "unit");
        Public.When(Reward("energy", "2022-03-01", basis: Text(""))).Refused("text-empty", Invalid, "basis");
        Public.When(Reward("energy", "2022-03-01", Text(" "))).Refused("text-empty", Invalid, "person");
        Public.When(Reward("energy", "2022-03-01", evidence: ["abc"])).Refused("evidence-not-a-hash", Invalid, "evidence");
        Public.When(Reward("energy", "2022-03-01", effective: "2022-01-31")).Refused("date-out-of-bounds", Invalid, "effectiveOn");
    }

    [Fact]
    public void An_award_is_taken_back_or_moved_and_stays_in_sight()
    {
        var awarded = Public.And(Reward("energy", "2022-03-01"));
        awarded.When(CorrectAward("2022-03-02", withdrawn: true)).Then(new Core.PlanTasks.EntryCorrected(awarded.Last, null, null, null, true, null, Sealed()));
        var back = awarded.And(CorrectAward("2022-03-02", withdrawn: true));
        var award = back.State.Appraisals["2021"].Awards.ShouldHaveSingleItem();
        (award.Withdrawn, award.Corrections.Count).ShouldBe((true, 1));
        // The next one takes no number that was given before.
        back.When(Reward("water", "2022-03-03")).Then(new AwardRecorded("2021-2", "water", null, Sealed(), [], Day("2022-03-03")));
        back.When(CorrectAward("2022-03-03", award.Event, withdrawn: true)).Refused("already-withdrawn", Conflict, "entry");
        awarded.And(CorrectAward("2022-03-02", effective: "2022-02-20")).State.Appraisals["2021"].Awards[0].On.ShouldBe(Day("2022-02-20"));
        awarded.When(CorrectAward("2022-03-02", effective: "2022-01-01")).Refused("date-out-of-bounds", Invalid, "effectiveOn");
        awarded.When(CorrectAward("2022-03-02", effective: "2022-03-01")).Refused("nothing-corrected", Invalid);
        awarded.When(CorrectAward("2022-03-02", effective: "2022-02-20", withdrawn: true)).Refused("only-taken-back", Invalid, "effectiveOn");
        awarded.When(CorrectAward("2022-03-02", Guid.NewGuid(), withdrawn: true)).Refused("unknown-award", Invalid, "entry");
        awarded.When(CorrectAward("2022-03-02", withdrawn: true, reason: Text(""))).Refused("text-empty", Invalid, "reason");
    }

    [Fact]
    public void Nobody_but_whom_the_table_names_may()
    {
        Given(Issued()).When(Adopt("2021-03-01").By(People.Office)).Refused("role-not-allowed", NotAllowed);
        Opened.When(Ballots("energy", "2021-12-10").By(People.GroupOffice)).Refused("role-not-allowed", NotAllowed);
    }
}
