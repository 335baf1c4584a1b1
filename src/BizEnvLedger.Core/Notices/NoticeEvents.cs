namespace BizEnvLedger.Core.Notices;

/// <summary>The slice's event types with their stored names.</summary>
internal static class NoticeEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        (typeof(NoticeDrafted), "notice_drafted"),
        (typeof(EntryStrikeProposed), "entry_strike_proposed"),
        (typeof(EntryAdditionProposed), "entry_addition_proposed"),
        (typeof(EntryChangeDecided), "entry_change_decided"),
        (typeof(NoticeFeedbackSent), "notice_feedback_sent"),
        (typeof(NoticeEntryObjected), "notice_entry_objected"),
        (typeof(NoticeObjectionReleased), "notice_objection_released"),
        (typeof(NoticeObjectionAnswered), "notice_objection_answered"),
        (typeof(NoticeWordingEdited), "notice_wording_edited"),
        (typeof(NoticeApproved), "notice_approved"),
        (typeof(NoticeSigned), "notice_signed"),
        (typeof(NoticePublished), "notice_published"),
        (typeof(NoticeReviewAsked), "notice_review_asked"),
        (typeof(NoticeReviewReleased), "notice_review_released"),
        (typeof(NoticeReviewDecided), "notice_review_decided"),
        (typeof(RectificationOrdered), "rectification_ordered"),
        (typeof(RectificationReported), "rectification_reported"),
        (typeof(RectificationReleased), "rectification_released"),
        (typeof(RectificationDischarged), "rectification_discharged"),
        (typeof(RectificationReturned), "rectification_returned"),
        (typeof(RectificationFollowedUp), "rectification_followed_up"),
        (typeof(AccountabilityProposed), "accountability_proposed"),
        (typeof(AccountabilityDecided), "accountability_decided"),
        (typeof(AccountabilityHandedOver), "accountability_handed_over"),
        (typeof(AccountabilityResultRecorded), "accountability_result_recorded"),
        (typeof(NoticeLetterSigned), "notice_letter_signed"),
        (typeof(NoticeLetterApproved), "notice_letter_approved"),
        (typeof(NoticeLetterReplied), "notice_letter_replied"),
    ];
}
