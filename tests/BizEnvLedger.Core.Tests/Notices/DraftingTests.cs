using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Notices.NoticeActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Notices;

public class DraftingTests
{
    private const string Reworded = "经核查，{unit}存在下列问题：{facts}";

    [Fact]
    public void The_draft_takes_the_frozen_entries_the_city_s_own_units_in_the_notice_and_the_others_in_letters()
    {
        var notice = Of(Drafted);
        notice.Entries.Select(e => (e.Id, e.Unit, e.Facts.Category, e.Facts.Kind)).ShouldBe([(Named, "energy", "hollow", EntryKind.Notice), (Lettered, "tax", "slow", EntryKind.Letter)]);
        notice.DataSetSha256.ShouldBe(Closed.Plan.FindRound(Covered)!.Closed!.DataSetSha256);
        Entry(Drafted).Facts.Events.ShouldNotBeEmpty();
        Entry(Drafted, Lettered).Facts.Milestones.ShouldBe(["2.1-m1@2021H1", "2.1-m3", "2.1-m4"]);
    }

    [Fact]
    public void A_notice_needs_its_round_closed_and_is_drafted_once()
    {
        Closed.When(Draft("2021-07-13", "2021H2")).Refused("unknown-round", RefusalKind.NotFound);
        Closed.And(Inspections.InspectionActs.Opened("2021H2", "2021-07-12")).When(Draft("2021-07-13", "2021H2")).Refused("round-not-closed", RefusalKind.Conflict);
        Drafted.When(Draft("2021-07-14")).Refused("notice-drafted-already", RefusalKind.Conflict);
        Closed.When(Feedback("2021-07-14")).Refused("unknown-notice", RefusalKind.NotFound);
        Closed.When(Draft("2021-07-13").By(People.Leader)).Refused("role-not-allowed", RefusalKind.NotAllowed);
    }

    [Fact]
    public void An_entry_is_struck_only_with_a_reason_and_a_second_person()
    {
        var asked = Drafted.And(Strike("2021-07-14"));
        Entry(asked).Stands.ShouldBeTrue();
        asked.When(ConfirmLast("2021-07-14").By(People.Office)).Refused("proposer-never-confirms", RefusalKind.NotAllowed);
        var struck = asked.And(ConfirmLast("2021-07-15"));
        Entry(struck).Stands.ShouldBeFalse();
        Of(struck).Entries.Count.ShouldBe(2);
        Entry(asked.And(ConfirmLast("2021-07-15", agreed: false))).Stands.ShouldBeTrue();
        Drafted.When(Strike("2021-07-14", reason: Text(" "))).Refused("text-empty", RefusalKind.Invalid, "reason");
        Drafted.When(Strike("2021-07-14", "2021H1-09")).Refused("unknown-notice-entry", RefusalKind.NotFound, "entry");
        asked.When(Strike("2021-07-14")).Refused("change-pending", RefusalKind.Conflict);
        struck.When(Strike("2021-07-16")).Refused("entry-struck", RefusalKind.Conflict);
        struck.When(ConfirmLast("2021-07-16")).Refused("change-decided", RefusalKind.Conflict);
        struck.When(ConfirmLast("2021-07-16", change: Guid.Empty)).Refused("unknown-change", RefusalKind.NotFound, "change");
        Signed.When(Strike("2021-07-26")).Refused("notice-signed", RefusalKind.Conflict);
        LetterSent.When(Strike("2021-07-26", Lettered)).Refused("letter-signed", RefusalKind.Conflict);
    }

    [Fact]
    public void An_added_entry_has_its_figures_from_the_leaves_and_nobody_types_them()
    {
        var asked = Drafted.And(Add("2021-07-14", "energy"));
        Of(asked).Entries.Count.ShouldBe(2);
        var facts = Entry(asked.And(ConfirmLast("2021-07-15")), "2021H1-03").Facts;
        // Due on the last day itself: none of the days that came after the half-year counts.
        (facts.Unit, facts.Rule, facts.Days, facts.DueCount, facts.OpenCount).ShouldBe(("energy", "added", 0, 1, 1));
        facts.Milestones.ShouldBe(["1.1-m1"]);
        facts.Events.ShouldNotBeEmpty();
        // A refused addition keeps its number for itself.
        Of(asked.And(ConfirmLast("2021-07-15", agreed: false)).And(Add("2021-07-16", "energy"), ConfirmLast("2021-07-16"))).Entries[^1].Id.ShouldBe("2021H1-04");
        // Nothing was recorded of it, and nothing of it was overdue by the half-year's last day.
        Drafted.When(Add("2021-07-14", "housing", milestones: ["1.2.1-m1"])).Refused("entry-without-events", RefusalKind.Invalid, "milestones");
        Drafted.When(Add("2021-07-14", "nobody")).Refused("unknown-unit", RefusalKind.Invalid, "unit");
        Drafted.When(Add("2021-07-14", "bureaus")).Refused("group-not-named", RefusalKind.Invalid, "unit");
        Drafted.When(Add("2021-07-14", category: "late")).Refused("unknown-category", RefusalKind.Invalid, "category");
        Drafted.When(Add("2021-07-14", milestones: [])).Refused("unknown-milestone", RefusalKind.Invalid, "milestones");
        Drafted.When(Add("2021-07-14", milestones: ["1.1-m9"])).Refused("unknown-milestone", RefusalKind.Invalid, "milestones");
    }

    [Fact]
    public void A_change_after_approval_undoes_it()
    {
        Of(Approved).Approved.ShouldNotBeNull();
        var later = Approved.And(Word("entry-2021H1-01", Reworded, "2021-07-22"));
        Of(later).Approved.ShouldBeNull();
        later.When(Sign("2021-07-23")).Refused("notice-not-approved", RefusalKind.Conflict);
    }

    [Fact]
    public void Wording_keeps_its_placeholders_and_holds_no_figure_of_its_own()
    {
        Drafted.When(Word("entry-2021H1-01", Reworded, "2021-07-14")).Then(new NoticeWordingEdited("2021H1", "entry-2021H1-01", Sealed(Reworded)));
        Drafted.When(Word("entry-2021H1-01", "{unit}已核实。", "2021-07-14")).Refused("placeholder-missing", RefusalKind.Invalid, "text");
        Drafted.When(Word("entry-2021H1-01", "{unit}{unit}：{facts}", "2021-07-14")).Refused("placeholder-missing", RefusalKind.Invalid, "text");
        Drafted.When(Word("entry-2021H1-01", "{unit}：{facts}{days}", "2021-07-14")).Refused("placeholder-unknown", RefusalKind.Invalid, "text");
        Drafted.When(Word("entry-2021H1-01", "{unit}逾期31天：{facts}", "2021-07-14")).Refused("figure-typed", RefusalKind.Invalid, "text");
        Drafted.When(Word("entry-2021H1-01", "{unit}逾期３天：{facts}", "2021-07-14")).Refused("figure-typed", RefusalKind.Invalid, "text");
        Drafted.When(Word("entry-2021H1-09", Reworded, "2021-07-14")).Refused("unknown-paragraph", RefusalKind.Invalid, "paragraph");
        Drafted.When(Word("ending", "完", "2021-07-14")).Refused("unknown-paragraph", RefusalKind.Invalid, "paragraph");
    }

    [Fact]
    public void Each_wording_is_locked_when_its_document_has_gone_out()
    {
        Signed.When(Word("entry-2021H1-01", Reworded, "2021-07-26")).Refused("wording-locked", RefusalKind.Conflict, "paragraph");
        FedBack.When(Word("feedback-2021H1-01", "{round}：{facts}，{feedbackDays}", "2021-07-14")).Refused("wording-locked", RefusalKind.Conflict, "paragraph");
        LetterSent.When(Word("letter-2021H1-02", "{round}：{facts}，{replyDays}", "2021-07-26")).Refused("wording-locked", RefusalKind.Conflict, "paragraph");
        Signed.When(Word("rectification-2021H1-01", "{round}：{facts}，{limit}，{measures}", "2021-07-26")).Accepted();
        Ordered.When(Word("rectification-2021H1-01", "{round}：{facts}，{limit}，{measures}", "2021-07-27")).Refused("wording-locked", RefusalKind.Conflict, "paragraph");
        Proposed.When(Word("proposal-2021H1-01", "{round}{unit}：{facts}，{limit}，{days}，{reason}", "2021-09-06")).Accepted();
        ProposalApproved.When(Word("proposal-2021H1-01", "{round}{unit}：{facts}，{limit}，{days}，{reason}", "2021-09-09")).Refused("wording-locked", RefusalKind.Conflict, "paragraph");
    }
}
