using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>A rule set's numbers lie where a rule can use them.</summary>
internal static class RuleChecks
{
    public static void Check(RuleSet rules, string path, Mistakes mistakes)
    {
        mistakes.Slug(path + ".id", rules.Id);
        Within(".version", rules.Version, 1, 1_000_000);
        Within(".graceDays", rules.GraceDays, 0, 366);
        Within(".verificationWorkingDays", rules.VerificationWorkingDays, 1, 366);
        Within(".mendWorkingDays", rules.MendWorkingDays, 0, 366);
        Within(".reclaimDays", rules.ReclaimDays, 0, 366);
        Within(".dueSoonDays", rules.DueSoonDays, 0, 366);
        Within(".behindPoints", rules.BehindPoints, 0, 100);
        Within(".monthlyWithinDays", rules.MonthlyWithinDays, 0, 3660);
        Within(".monthlyDays", rules.MonthlyDays, 1, 366);
        Within(".quarterlyDays", rules.QuarterlyDays, 1, 366);
        Within(".noticeOverdueDays", rules.NoticeOverdueDays, 0, 366);
        Within(".noticeOverdueShare", rules.NoticeOverdueShare, 0, 1);
        Within(".noticeOverdueLeast", rules.NoticeOverdueLeast, 0, 1000);
        Within(".textLimit", rules.TextLimit, 1, 100_000);
        Within(".notices.feedbackWorkingDays", rules.Notices.FeedbackWorkingDays, 1, 60);
        Within(".notices.objectionAnswerWorkingDays", rules.Notices.ObjectionAnswerWorkingDays, 1, 60);
        Within(".notices.reviewAskDays", rules.Notices.ReviewAskDays, 1, 366);
        Within(".notices.reviewDecisionDays", rules.Notices.ReviewDecisionDays, 1, 366);
        Within(".notices.rectificationMostDays", rules.Notices.RectificationMostDays, 1, 732);
        Within(".notices.dischargeWorkingDays", rules.Notices.DischargeWorkingDays, 1, 366);
        Within(".notices.followUpLeastDays", rules.Notices.FollowUpLeastDays, 0, 366);
        Within(".notices.followUpMostDays", rules.Notices.FollowUpMostDays, rules.Notices.FollowUpLeastDays, 732);
        Within(".notices.proposalDecisionWorkingDays", rules.Notices.ProposalDecisionWorkingDays, 1, 366);
        Within(".notices.letterReplyWorkingDays", rules.Notices.LetterReplyWorkingDays, 1, 366);

        void Within(string name, decimal value, decimal least, decimal most)
        {
            if (value < least || value > most)
                mistakes.OutOfRange(path + name, value, least, most);
        }
    }

    public static void OutOfRange(this Mistakes mistakes, string path, decimal value, decimal least, decimal most) =>
        mistakes.Add(path, "number-out-of-range",
            $"{value} does not lie within {least}–{most}.", $"{value}不在{least}至{most}之间。",
            $"Write a number within {least}–{most}.", $"请写{least}至{most}之间的数。");
}
