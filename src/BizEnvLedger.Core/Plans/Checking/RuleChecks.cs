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
        Within(".extension.most", rules.Extension.Most, 0, 100);
        Within(".extension.decisionWorkingDays", rules.Extension.DecisionWorkingDays, 1, 366);
        Within(".extension.latestDaysAfterPlan", rules.Extension.LatestDaysAfterPlan, 0, 3660);
        Within(".extension.longestSuspensionDays", rules.Extension.LongestSuspensionDays, 1, 3660);
        Within(".textLimit", rules.TextLimit, 1, 100_000);
        Within(".registers.textLimit", rules.Registers.TextLimit, 1, 30_000);
        Within(".registers.mostItems", rules.Registers.MostItems, 1, 1_000_000);
        Within(".registers.mostImportRows", rules.Registers.MostImportRows, 1, 10_000);
        Within(".registers.valueBound", rules.Registers.ValueBound, 1, 1_000_000_000_000_000);
        Within(".registers.mostDecimals", rules.Registers.MostDecimals, 0, 10);
        Within(".registers.confirmWorkingDays", rules.Registers.ConfirmWorkingDays, 1, 366);
        Within(".registers.dispatchDays", rules.Registers.DispatchDays, 0, 366);
        Within(".registers.behindDays", rules.Registers.BehindDays, 0, 3660);
        Within(".registers.behindItems", rules.Registers.BehindItems, 1, 1000);
        Within(".coordination.requestAheadWorkingDays", rules.Coordination.RequestAheadWorkingDays, 0, 366);
        Within(".coordination.answerWorkingDays", rules.Coordination.AnswerWorkingDays, 0, 366);
        Within(".coordination.officeWorkingDays", rules.Coordination.OfficeWorkingDays, 1, 366);
        Within(".coordination.leaderWorkingDays", rules.Coordination.LeaderWorkingDays, 1, 366);
        Within(".coordination.confirmWorkingDays", rules.Coordination.ConfirmWorkingDays, 0, 366);
        Within(".coordination.disputeWorkingDays", rules.Coordination.DisputeWorkingDays, 0, 366);
        Within(".complaints.dispatchHours", rules.Complaints.DispatchHours, 1, 1000);
        Within(".complaints.responseHours", rules.Complaints.ResponseHours, 1, 1000);
        Within(".complaints.resolveWorkingDays", rules.Complaints.ResolveWorkingDays, 1, 366);
        Within(".complaints.askWorkingDays", rules.Complaints.AskWorkingDays, 1, 366);
        Within(".complaints.visitWorkingDays", rules.Complaints.VisitWorkingDays, 1, 366);
        if (WorkingHours.TryParse(rules.Complaints.OfficeHours) is null)
            mistakes.Add(path + ".complaints.officeHours", "bad-office-hours",
                "Office hours are spans of the clock, in order and apart.", "工作时间应为先后相接、互不重叠的时段。",
                "Write them like \"09:00-12:00,14:00-17:00\".", "请写成\"09:00-12:00,14:00-17:00\"的形式。");
        Within(".inspections.spotCheckShare", rules.Inspections.SpotCheckShare, 0, 1);
        Within(".inspections.spotCheckLeast", rules.Inspections.SpotCheckLeast, 0, 1000);
        Within(".inspections.checkpointDays", rules.Inspections.CheckpointDays, 1, 30);
        if (rules.Inspections.RevealWorkingDays is { } reveal)
            Within(".inspections.revealWorkingDays", reveal, 1, 366);

        for (var i = 0; i < rules.Reminders.DaysBefore.Count; i++)
            Within($".reminders.daysBefore[{i}]", rules.Reminders.DaysBefore[i], 1, 366);
        Within(".reminders.overdueEveryDays", rules.Reminders.OverdueEveryDays, 1, 366);
        Within(".reminders.fromHour", rules.Reminders.FromHour, 0, 23);
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
