using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Tests.Events;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Notices;

[EventExamples]
internal static class NoticeExamples
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly TextSeal Seal = new("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    private static readonly EntryFacts Facts = new("2021H1-01", "slow", "energy", EntryKind.Notice, ["1.1-m1", "1.1-m2"], [31, 12], 31, 4, 2, "overdue-days", [Id])
    {
        Formerly = [new(new("coal", "煤炭局"), Day("2021-05-01"), [9, 0])],
    };

    public static readonly IReadOnlyDictionary<string, object> ByAlias = new Dictionary<string, object>
    {
        ["notice_drafted"] = new NoticeDrafted("2021H1", Evidence, [Facts]),
        ["entry_strike_proposed"] = new EntryStrikeProposed("2021H1", "2021H1-01", "energy", Seal),
        ["entry_addition_proposed"] = new EntryAdditionProposed("2021H1", "tax", Facts with { Unit = "tax", Kind = EntryKind.Letter, Rule = "added", Ground = "overdue-days" }, Seal),
        ["entry_change_decided"] = new EntryChangeDecided("2021H1", Id, true),
        ["notice_feedback_sent"] = new NoticeFeedbackSent("2021H1", ["2021H1-01"]) { Papers = [new("2021H1-01", "港政征〔2021〕1号", Evidence)], Signatory = Seal, SignedOn = Day("2021-07-14") },
        ["notice_entry_objected"] = new NoticeEntryObjected("2021H1", "2021H1-01", "energy", Seal, [Evidence]),
        ["notice_objection_released"] = new NoticeObjectionReleased("2021H1", "2021H1-01", Id, "energy"),
        ["notice_objection_answered"] = new NoticeObjectionAnswered("2021H1", "2021H1-01", Id, ObjectionOutcome.Amended, ["1.1-m2"], Seal),
        ["notice_wording_edited"] = new NoticeWordingEdited("2021H1", "entry-2021H1-01", Seal) { Undoes = ["feedback", "approval"] },
        ["notice_approved"] = new NoticeApproved("2021H1"),
        ["notice_signed"] = new NoticeSigned("2021H1", "港政办字〔2021〕7号", Seal, Day("2021-07-23"), Evidence),
        ["notice_published"] = new NoticePublished("2021H1", Visibility.Public),
        ["notice_review_asked"] = new NoticeReviewAsked("2021H1", "2021H1-01", "energy", Seal, [Evidence]),
        ["notice_review_released"] = new NoticeReviewReleased("2021H1", "2021H1-01", Id, "energy"),
        ["notice_review_decided"] = new NoticeReviewDecided("2021H1", "2021H1-01", Id, true, Seal),
        ["rectification_ordered"] = new RectificationOrdered("2021H1", "2021H1-01", "energy", Day("2021-08-31"), Seal) { Number = "港政改〔2021〕1号", Signatory = Seal, SignedOn = Day("2021-07-26"), DocumentSha256 = Evidence },
        ["rectification_reported"] = new RectificationReported("2021H1", "2021H1-01", "energy", Seal, [Evidence]),
        ["rectification_released"] = new RectificationReleased("2021H1", "2021H1-01", Id, "energy"),
        ["rectification_discharged"] = new RectificationDischarged("2021H1", "2021H1-01", Id, "inspectorate", Seal),
        ["rectification_returned"] = new RectificationReturned("2021H1", "2021H1-01", Id, "inspectorate", Seal),
        ["rectification_followed_up"] = new RectificationFollowedUp("2021H1", "2021H1-01", "inspectorate", FollowUpOutcome.Relapsed, Seal, [Evidence]),
        ["accountability_proposed"] = new AccountabilityProposed("2021H1", "2021H1-01", "energy", AccountabilityGround.Overdue, 5, [Id], Seal) { Number = "港政请〔2021〕1号", Signatory = Seal, SignedOn = Day("2021-09-05"), DocumentSha256 = Evidence },
        ["accountability_decided"] = new AccountabilityDecided("2021H1", "2021H1-01", Id, true, Seal),
        ["accountability_handed_over"] = new AccountabilityHandedOver("2021H1", "2021H1-01", Id, Seal, "港政办函〔2021〕9号", [Evidence]),
        ["accountability_result_recorded"] = new AccountabilityResultRecorded("2021H1", "2021H1-01", Id, Day("2021-10-20"), Seal, [Evidence]),
        ["notice_letter_signed"] = new NoticeLetterSigned("2021H1", "2021H1-02", "tax", "港政办函〔2021〕8号", Seal, Day("2021-07-23"), Seal, Evidence),
        ["notice_letter_approved"] = new NoticeLetterApproved("2021H1", "2021H1-02", "tax"),
        ["notice_letter_replied"] = new NoticeLetterReplied("2021H1", "2021H1-02", "tax", Day("2021-08-02"), Seal, [Evidence]),
    };
}
