using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Notices;

/// <summary>超期: a step of the office's own that came, or is still missing, after its limit.</summary>
/// <param name="Step">objection-answer, review-decision, discharge, follow-up, proposal-decision.</param>
/// <param name="DoneOn">Null while it is still missing.</param>
/// <param name="Event">The event that the limit runs from.</param>
public sealed record NoticeOverrun(string Step, string Entry, DateOnly Limit, DateOnly? DoneOn, int Days, Guid Event);

/// <summary>The office's own overruns; never the unit's delay.</summary>
public static class NoticeOverruns
{
    public static IReadOnlyList<NoticeOverrun> Of(Notice notice, ActionPlan plan, DateOnly day) =>
        [.. notice.Entries.SelectMany(n => OfEntry(n, plan, day))];

    private static IEnumerable<NoticeOverrun> OfEntry(NoticeEntry entry, ActionPlan plan, DateOnly day) =>
        new[]
        {
            entry.Objections.Select(o => Late("objection-answer", o.AnswerLimit(plan), o.Answered, o.Released)),
            entry.Review is { } review ? [Late("review-decision", review.DecisionLimit(plan), review.Decided, review.Released)] : [],
            entry.Rectifications.SelectMany(r => r.Reports).Select(r => Late("discharge", r.DecisionLimit(plan), r.Decided, r.Released)),
            entry.Rectifications.Where(r => r.Discharged is not null).Select(r => Late("follow-up", r.FollowUpLimit(plan), r.FollowedUp, r.Discharged)),
            entry.Proposals.Select(p => Late("proposal-decision", p.DecisionLimit(plan), p.Decided, p.Made)),
        }.SelectMany(x => x).OfType<NoticeOverrun>().Select(x => x with { Entry = entry.Id, Days = (x.DoneOn ?? day).DayNumber - x.Limit.DayNumber }).Where(x => x.Days > 0);

    private static NoticeOverrun? Late(string step, DateOnly? limit, NoticeAct? done, NoticeAct? from) =>
        limit is { } last && from is not null ? new(step, "", last, done?.On, 0, from.Event) : null;
}
