using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Notices;

/// <summary>Last days of the chain's steps, all from the plan's rules and calendar; a limit's own day is still in time.</summary>
public static class NoticeClock
{
    /// <summary>Last day to object to an entry; null before it was fed back.</summary>
    public static DateOnly? FeedbackLimit(this NoticeEntry entry, ActionPlan plan) =>
        entry.FedBack is { } sent ? plan.Calendar.After(sent.On, plan.Rules.Notices.FeedbackWorkingDays) : null;

    /// <summary>Last day to answer an objection in time; null before its release.</summary>
    public static DateOnly? AnswerLimit(this Objection objection, ActionPlan plan) =>
        objection.Released is { } released ? plan.Calendar.After(released.On, plan.Rules.Notices.ObjectionAnswerWorkingDays) : null;

    /// <summary>Last day to ask for a review; null before signature.</summary>
    public static DateOnly? ReviewAskLimit(this Notice notice, ActionPlan plan) => notice.Signed?.By.On.AddDays(plan.Rules.Notices.ReviewAskDays);

    /// <summary>Last day to decide a review in time; null before its release.</summary>
    public static DateOnly? DecisionLimit(this Review review, ActionPlan plan) => review.Released?.On.AddDays(plan.Rules.Notices.ReviewDecisionDays);

    /// <summary>Last day to discharge or return a report in time; null before its release.</summary>
    public static DateOnly? DecisionLimit(this RectificationReport report, ActionPlan plan) =>
        report.Released is { } released ? plan.Calendar.After(released.On, plan.Rules.Notices.DischargeWorkingDays) : null;

    /// <summary>First day of the follow-up; null before the discharge.</summary>
    public static DateOnly? FollowUpFrom(this Rectification rectification, ActionPlan plan) => rectification.Discharged?.On.AddDays(plan.Rules.Notices.FollowUpLeastDays);

    /// <summary>Last day of the follow-up; null before the discharge.</summary>
    public static DateOnly? FollowUpLimit(this Rectification rectification, ActionPlan plan) => rectification.Discharged?.On.AddDays(plan.Rules.Notices.FollowUpMostDays);

    /// <summary>Last day to decide on a proposal in time.</summary>
    public static DateOnly DecisionLimit(this Proposal proposal, ActionPlan plan) => plan.Calendar.After(proposal.Made.On, plan.Rules.Notices.ProposalDecisionWorkingDays);

    /// <summary>Last day that the letter asks a reply by; null before its signature.</summary>
    public static DateOnly? ReplyLimit(this NoticeEntry entry, ActionPlan plan) =>
        entry.Letter is { } letter ? plan.Calendar.After(letter.By.On, plan.Rules.Notices.LetterReplyWorkingDays) : null;

    /// <summary>Whether a report stopped the clock by a day: released by then, never returned, and not made before a relapse.</summary>
    private static bool Stops(this RectificationReport report, Rectification of, DateOnly day) =>
        report is { Released: { } released, Returned: null } && released.On <= day && !(of.Relapsed is { } again && again.On <= day && report.Made.Leaf < again.Leaf);

    /// <summary>
    /// Days past the limit by a day. A released report stops the count on its release, unless it is returned: then it never did.
    /// After a relapse past the limit, only the days since the relapse count anew.
    /// </summary>
    public static int DaysOver(this Rectification rectification, DateOnly day)
    {
        if (rectification.Ordered.On > day)
            return 0;
        var from = rectification.Relapsed is { } again && again.On <= day && again.On > rectification.Limit ? again.On : rectification.Limit;
        var stop = rectification.Reports.Find(r => r.Stops(rectification, day))?.Released!.On ?? day;
        return Math.Max(0, stop.DayNumber - from.DayNumber);
    }

    /// <summary>Whether it is past its limit on a day and no report stands.</summary>
    public static bool IsOverdue(this Rectification rectification, DateOnly day) =>
        rectification.DaysOver(day) > 0 && !rectification.Reports.Exists(r => r.Stops(rectification, day));

    /// <summary>Whether it was discharged by a day: the accepted report was released by then, and no relapse was found by then.</summary>
    public static bool IsDischarged(this Rectification rectification, DateOnly day) =>
        rectification.Reports.Exists(r => r.Accepted is not null && r.Stops(rectification, day));
}
