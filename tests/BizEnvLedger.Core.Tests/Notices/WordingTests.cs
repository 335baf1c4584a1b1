using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using static BizEnvLedger.Core.Tests.Notices.NoticeActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Notices;

/// <summary>Words are the office's, names and figures the ledger's; and what was fed back or approved is what goes out.</summary>
public class WordingTests
{
    private const string Paragraph = "entry-2021H1-01";
    private const string Reworded = "经核查，{unit}存在下列问题：{facts}";

    [Fact]
    public void Each_placeholder_stands_once_and_the_unit_before_its_facts()
    {
        Drafted.When(Word(Paragraph, Reworded, "2021-07-14")).Then(new NoticeWordingEdited("2021H1", Paragraph, Sealed(Reworded)));
        Drafted.When(Word(Paragraph, "{unit}已核实。", "2021-07-14")).Refused("placeholder-missing", RefusalKind.Invalid, "text");
        Drafted.When(Word(Paragraph, "{unit}{unit}：{facts}", "2021-07-14")).Refused("placeholder-missing", RefusalKind.Invalid, "text");
        Drafted.When(Word(Paragraph, "{unit}：{facts}{days}", "2021-07-14")).Refused("placeholder-unknown", RefusalKind.Invalid, "text");
        Drafted.When(Word(Paragraph, "{facts}以上是{unit}的问题。", "2021-07-14")).Refused("placeholder-order", RefusalKind.Invalid, "text");
        Drafted.When(Word("entry-2021H1-09", Reworded, "2021-07-14")).Refused("unknown-paragraph", RefusalKind.Invalid, "paragraph");
        Drafted.When(Word("ending", "完", "2021-07-14")).Refused("unknown-paragraph", RefusalKind.Invalid, "paragraph");
    }

    [Theory]
    [InlineData("逾期31天")]
    [InlineData("逾期３天")]
    [InlineData("另逾期九百九十九天")]
    [InlineData("共三百项")]
    [InlineData("共计一百零八项")]
    [InlineData("共 三 项")]
    [InlineData("两项未办")]
    [InlineData("拖了半年多，数十家企业反映")]
    [InlineData("几项未办")]
    [InlineData("①②天")]
    [InlineData("Ⅷ项")]
    [InlineData("ⅰ类")]
    [InlineData("VIII 项")]
    [InlineData("½未办")]
    [InlineData("三分之二未办")]
    [InlineData("百分之九十")]
    [InlineData("一半未办")]
    [InlineData("过半数")]
    [InlineData("三成未办")]
    [InlineData("㈠项")]
    [InlineData("㊀项")]
    [InlineData("٣项")] // Arabic-Indic
    [InlineData("३项")] // Devanagari
    [InlineData("〣项")] // Suzhou
    [InlineData("叁项")]
    [InlineData("二〇二一年")]
    [InlineData("百余天")]
    public void No_figure_is_typed_in_any_script(string words) =>
        Drafted.When(Word(Paragraph, "{unit}" + words + "：{facts}", "2021-07-14")).Refused("figure-typed", RefusalKind.Invalid, "text");

    [Theory]
    [InlineData("统一部署、一致推进、进一步压实责任")]
    [InlineData("未落实一次性告知，窗口仍不能一网通办")]
    [InlineData("十分重视，切实举一反三")]
    [InlineData("千方百计推动，上半年问题仍未解决")]
    public void Words_that_only_look_like_a_count_stand(string words) =>
        Drafted.When(Word(Paragraph, "{unit}" + words + "：{facts}", "2021-07-14")).Accepted();

    [Theory]
    [InlineData("\u202E")] // right-to-left override
    [InlineData("\u200B")]
    [InlineData("\uFEFF")]
    [InlineData("\u2028")]
    [InlineData("\uE000")]
    [InlineData("\t")]
    public void What_cannot_be_seen_is_not_written(string sign) =>
        Drafted.When(Word(Paragraph, "{unit}未" + sign + "办：{facts}", "2021-07-14")).Refused("unseen-character", RefusalKind.Invalid, "text");

    [Fact]
    public void A_paragraph_names_no_unit_but_its_own()
    {
        Drafted.When(Word(Paragraph, "{unit}会同水务局：{facts}", "2021-07-14")).Refused("other-unit-named", RefusalKind.Invalid, "text");
        Drafted.When(Word("requirements", "{entries}，能源局须在{reviewDays}内说明", "2021-07-14")).Refused("other-unit-named", RefusalKind.Invalid, "text");
        Drafted.When(Word(Paragraph, "{unit}：{facts}能源局须查明原因，向港城市政府报告。", "2021-07-14")).Accepted();
    }

    [Fact]
    public void Each_wording_is_locked_when_its_document_has_gone_out()
    {
        Signed.When(Word(Paragraph, Reworded, "2021-07-26")).Refused("wording-locked", RefusalKind.Conflict, "paragraph");
        FedBack.When(Word("feedback-2021H1-01", "{round}：{facts}，{feedbackDays}", "2021-07-14")).Refused("wording-locked", RefusalKind.Conflict, "paragraph");
        LetterSent.When(Word("letter-2021H1-02", "{round}：{facts}，{replyDays}", "2021-07-26")).Refused("wording-locked", RefusalKind.Conflict, "paragraph");
        Signed.When(Word("rectification-2021H1-01", "{round}：{facts}，{limit}，{measures}", "2021-07-26")).Accepted();
        Ordered.When(Word("rectification-2021H1-01", "{round}：{facts}，{limit}，{measures}", "2021-07-27")).Refused("wording-locked", RefusalKind.Conflict, "paragraph");
        const string proposal = "{round}{unit}：{facts}，{limit}，{days}，{reason}";
        Ordered.When(Word("proposal-2021H1-01", proposal, "2021-09-04")).Accepted();
        Proposed.When(Word("proposal-2021H1-01", proposal, "2021-09-06")).Refused("wording-locked", RefusalKind.Conflict, "paragraph");
        Proposed.And(DecideOn("2021-09-08", approved: false)).When(Word("proposal-2021H1-01", proposal, "2021-09-09")).Accepted();
    }

    [Fact]
    public void A_change_after_approval_undoes_it_and_the_event_says_so()
    {
        Of(Approved).Approved.ShouldNotBeNull();
        var later = Approved.And(Word("requirements", "{entries}，{reviewDays}", "2021-07-22"));
        Last(later).Undoes.ShouldBe(["approval"]);
        (Of(later).Approved, Entry(later, Lettered).LetterApproved).ShouldBe((null, null));
        later.When(Sign("2021-07-23")).Refused("notice-not-approved", RefusalKind.Conflict);
        later.When(Letter("2021-07-23")).Refused("notice-not-approved", RefusalKind.Conflict);
    }

    [Fact]
    public void Other_words_for_an_entry_are_fed_back_again_before_anybody_approves()
    {
        Last(Drafted.And(Word(Paragraph, Reworded, "2021-07-14"))).Undoes.ShouldBeNull();
        var changed = FedBack.And(Word(Paragraph, "{unit}弄虚作假、欺上瞒下：{facts}", "2021-07-22"));
        Last(changed).Undoes.ShouldBe(["feedback"]);
        (Entry(changed).FedBack, Entry(changed).FeedbackUndone).ShouldBe((null, Of(changed).Wording[Paragraph]));
        changed.When(Approve("2021-07-23")).Refused("feedback-missing", RefusalKind.Conflict);
        changed.When(Object("2021-07-22")).Refused("not-fed-back", RefusalKind.Conflict);
        // The right of reply begins anew, by a letter of its own; the first one stays as it went out.
        var again = changed.And(Feedback("2021-07-23"));
        Entry(again).FeedbackPapers.Select(p => p.Number).ShouldBe(["港政征〔2021〕1号", "港政征〔2021〕2号"]);
        again.When(Approve("2021-07-30")).Refused("feedback-running", RefusalKind.Conflict);
        again.When(Object("2021-07-30")).Accepted();
        again.When(Approve("2021-07-31")).Accepted();
        Last(Approved.And(Word(Paragraph, Reworded, "2021-07-22"))).Undoes.ShouldBe(["feedback", "approval"]);
    }

    [Fact]
    public void A_letter_in_other_words_is_approved_again_before_it_is_signed()
    {
        const string letter = "letter-2021H1-02";
        var changed = Signed.And(Word(letter, "{round}，你单位弄虚作假：{facts}请于{replyDays}内函复。", "2021-07-26"));
        Last(changed).Undoes.ShouldBe(["letterApproval"]);
        changed.When(Letter("2021-07-27")).Refused("letter-not-approved", RefusalKind.Conflict);
        changed.When(ApproveAnew("2021-07-27").By(People.Office)).Refused("proposer-never-approves", RefusalKind.NotAllowed);
        changed.When(ApproveAnew("2021-07-27", Named)).Refused("entry-is-noticed", RefusalKind.Conflict);
        Signed.When(ApproveAnew("2021-07-27")).Refused("letter-approved-already", RefusalKind.Conflict);
        FedBack.When(ApproveAnew("2021-07-27")).Refused("notice-not-signed", RefusalKind.Conflict);
        Only(changed, "2021-07-26", "letter-approval").ShouldBe(Lettered);
        var approved = changed.And(ApproveAnew("2021-07-27"));
        approved.When(Letter("2021-07-27", dated: "2021-07-26")).Refused("date-out-of-bounds", RefusalKind.Invalid, "signedOn");
        approved.When(Letter("2021-07-27").By(People.Leader with { Sub = Second.Sub })).Refused("three-persons", RefusalKind.NotAllowed);
        Entry(approved.And(Letter("2021-07-27")), Lettered).Letter.ShouldNotBeNull();
        Of(approved).Signed.ShouldBe(Of(Signed).Signed);
    }

    private static string Only(Story story, string day, string kind) => NoticeDuties.Of(story.State, Day(day)).Where(d => d.Kind == kind).ShouldHaveSingleItem(kind).Subject;

    private static NoticeWordingEdited Last(Story story) => (NoticeWordingEdited)story.Events[^1].Data;
}
