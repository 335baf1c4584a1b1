using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Notices.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Notices;

/// <summary>What waits between notice and accountability, with its limits.</summary>
public static class NoticeDuties
{
    public static IEnumerable<Duty> Of(PlanState state, DateOnly day) =>
        Undrafted(state).Concat(state.Notices.Values.OrderBy(n => n.HalfYear).SelectMany(n => OfNotice(n, state.Plan, day).Concat(n.Entries.SelectMany(e => OfEntry(n, e, state.Plan, day)))));

    private static IEnumerable<Duty> Undrafted(PlanState state) =>
        from round in state.Plan.Rounds
        where round.Closed is not null && !state.Notices.ContainsKey(round.HalfYear.ToString())
        select new Duty("notice-draft", nameof(DraftNotice), round.HalfYear.ToString(), null, [], DateOnly.FromDateTime(round.ClosedAt!.Value.Date), null, [round.ClosedBy!.Value]);

    private static IEnumerable<Duty> OfNotice(Notice notice, ActionPlan plan, DateOnly day)
    {
        var id = notice.HalfYear.ToString();
        foreach (var change in notice.Signed is null ? notice.Pending : [])
            yield return Step("notice-change", nameof(ConfirmChange), change.Entry, change.Proposed) with { NotBy = [change.Proposed.User], NotFrom = [change.Unit] };
        if (notice.Signed is not null)
        {
            if (notice.PublishedBy is null)
                yield return Step("notice-publication", nameof(PublishNotice), id, notice.Signed.By) with { NotBy = notice.Proposers };
            yield break;
        }

        if (!notice.Pending.Any() && notice.Entries.Find(e => e.IsNamed && e.FedBack is null) is { } unsent)
            yield return Step("notice-feedback", nameof(SendFeedback), id, unsent.Proposed);
        else if (notice.Approved is { } approved)
            yield return Step("notice-signature", nameof(SignNotice), id, approved) with { NotBy = [.. notice.Proposers, approved.User] };
        else if (NoticeChecks.Ripe(notice, plan, new(default, day)) is null)
            yield return Step("notice-approval", nameof(ApproveNotice), id, notice.Drafted) with { NotBy = notice.Proposers, NotFrom = [.. notice.Standing.Select(e => e.Unit).Distinct()] };
    }

    private static IEnumerable<Duty> OfEntry(Notice notice, NoticeEntry entry, ActionPlan plan, DateOnly day)
    {
        if (!entry.Stands)
            return [];
        return notice.Signed is null ? [.. Objecting(entry, plan, day), .. Letter(notice, entry, plan)]
            : entry.Facts.Kind == EntryKind.Letter ? Letter(notice, entry, plan)
            : [.. Reviewing(notice, entry, plan, day), .. Rectifying(notice, entry, plan, day), .. Accounting(entry, plan, day)];
    }

    private static IEnumerable<Duty> Objecting(NoticeEntry entry, ActionPlan plan, DateOnly day)
    {
        var limit = entry.FeedbackLimit(plan);
        if (limit >= day && entry.Objections.TrueForAll(o => o.Made.Leaf < entry.FedBack!.Leaf))
            yield return Step("notice-objection", nameof(ObjectToEntry), entry.Id, entry.FedBack!, limit) with { Units = [entry.Unit] };
        foreach (var objection in entry.Objections)
            if (objection.Released is null && limit >= day)
                yield return Step("notice-objection-release", nameof(ReleaseObjection), entry.Id, objection.Made, limit) with { Units = [entry.Unit], NotBy = [objection.Made.User] };
            else if (objection is { Released: { } released, Answered: null })
                yield return Step("notice-objection-answer", nameof(AnswerObjection), entry.Id, released, objection.AnswerLimit(plan)) with { NotBy = [entry.Proposed.User], NotFrom = [entry.Unit] };
    }

    private static IEnumerable<Duty> Letter(Notice notice, NoticeEntry entry, ActionPlan plan)
    {
        if (entry.Facts.Kind != EntryKind.Letter)
            yield break;
        if (entry is { Letter: null, LetterApproved: { } approved } && notice.Approved is not null)
            yield return Step("letter-signature", nameof(SignLetter), entry.Id, approved) with { NotBy = [.. notice.Proposers, .. notice.Approvers] };
        else if (entry is { Letter: null, LetterApproved: null } && notice.Signed is { } signed)
            yield return Step("letter-approval", nameof(ApproveLetter), entry.Id, notice.Wording.GetValueOrDefault($"letter-{entry.Id}") ?? signed.By) with { NotBy = notice.Proposers, NotFrom = [entry.Unit] };
        if (entry is { Letter: { } letter, Replied: null })
            yield return Step("letter-reply", nameof(RecordReply), entry.Id, letter.By, entry.ReplyLimit(plan)) with { NotFrom = [entry.Unit] };
    }

    private static IEnumerable<Duty> Reviewing(Notice notice, NoticeEntry entry, ActionPlan plan, DateOnly day)
    {
        if (entry.Review is { Released: null } asked && notice.ReviewAskLimit(plan) >= day)
            yield return Step("review-release", nameof(ReleaseReview), entry.Id, asked.Asked, notice.ReviewAskLimit(plan)) with { Units = [entry.Unit], NotBy = [asked.Asked.User] };
        if (entry.Review is { Released: { } released, Decided: null } review)
            yield return Step("review-decision", nameof(DecideReview), entry.Id, released, review.DecisionLimit(plan)) with
            {
                NotBy = notice.Participants(entry), NotFrom = [entry.Unit],
            };
    }

    private static IEnumerable<Duty> Rectifying(Notice notice, NoticeEntry entry, ActionPlan plan, DateOnly day)
    {
        if (entry.Rectification is not { } last)
        {
            yield return Step("rectification-order", nameof(OrderRectification), entry.Id, notice.Signed!.By) with { NotFrom = [entry.Unit] };
            yield break;
        }

        if (last.Unreleased is { } made)
            yield return Step("rectification-release", nameof(ReleaseRectification), entry.Id, made.Made, last.Limit) with { Units = [entry.Unit], NotBy = [made.Made.User] };
        else if (last.Waiting is { } report)
            yield return Step("rectification-discharge", nameof(DischargeRectification), entry.Id, report.Released!, report.DecisionLimit(plan)) with { NotBy = [report.Made.User, report.Released!.User], NotFrom = [entry.Unit] };
        else if (last.Discharged is null)
            yield return Step("rectification-report", nameof(ReportRectification), entry.Id, last.Relapsed ?? last.Ordered, last.Limit) with { Units = [entry.Unit] };
        else if (last.FollowedUp is not { } done || done.Leaf < last.Discharged.Leaf)
            if (last.FollowUpFrom(plan) <= day)
                yield return Step("rectification-follow-up", nameof(FollowUp), entry.Id, last.Discharged, last.FollowUpLimit(plan)) with { Since = last.FollowUpFrom(plan)!.Value, NotBy = [last.Discharged.User], NotFrom = [entry.Unit] };
    }

    private static IEnumerable<Duty> Accounting(NoticeEntry entry, ActionPlan plan, DateOnly day)
    {
        if (entry.Proposal is null or { Decided: not null, Approved: false } && ProposeAccountability.GroundOf(entry, day) is not null && entry.Review is not { Released: not null, Decided: null })
            yield return Step("accountability-proposal", nameof(ProposeAccountability), entry.Id, entry.Rectification!.Relapsed ?? entry.Rectification.Ordered) with { NotFrom = [entry.Unit] };
        if (entry.Proposal is { Decided: null } proposed && ProposeAccountability.Lasts(entry, day) is null)
            yield return Step("accountability-decision", nameof(DecideProposal), entry.Id, proposed.Made, proposed.DecisionLimit(plan)) with { NotBy = [proposed.Made.User] };
        if (entry.Proposal is { Approved: true, HandedOver: null } approved && ProposeAccountability.Lasts(entry, day) is null)
            yield return Step("accountability-hand-over", nameof(HandOver), entry.Id, approved.Decided!) with { NotFrom = [entry.Unit] };
        if (entry.Proposal is { HandedOver: { } handed, Result: null })
            yield return Step("accountability-result", nameof(RecordResult), entry.Id, handed) with { NotFrom = [entry.Unit] };
    }

    private static Duty Step(string kind, string command, string subject, NoticeAct since, DateOnly? limit = null) =>
        new(kind, command, subject, null, [], since.On, limit, [since.Event]);
}
