using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>申请复核: within the days after signature. Refused: not the named unit, unknown, struck or withdrawn, a letter, not signed, the days over, asked already.</summary>
public sealed record AskReview(HalfYear HalfYear, string Entry, DraftText? Grounds, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanState state, AskReview command, Caller who, Moment now) =>
        NoticeChecks.Find(state, command.HalfYear, command.Entry, out var notice, out var entry)
        ?? RightsTable.Check(nameof(AskReview), who, NoticeChecks.MatterOf(entry, now), state.Plan, command.Unit, out var unit)
        ?? NoticeChecks.Signed(notice)
        ?? NoticeChecks.Named(entry)
        ?? (entry.Review is { } review ? Refusal.Conflict("review-asked-already", null, ("review", review.Id)) : null)
        ?? InTime(notice, state, now)
        ?? Checks.Text(command.Grounds, "grounds", state.Plan)
        ?? Checks.Evidence(command.Evidence)
        ?? (Decision)Decision.Of(new NoticeReviewAsked(command.HalfYear.ToString(), entry.Id, unit, TextSeal.Of(command.Grounds!), command.Evidence));

    internal static Refusal? InTime(Notice notice, PlanState state, Moment now) =>
        notice.ReviewAskLimit(state.Plan) is { } limit && now.On > limit ? Refusal.Conflict("review-late", null, ("limit", limit)) : null;
}

/// <summary>复核申请审签, still within the days. Refused: unknown, not the unit's approver, who asked in person, released already, the days over.</summary>
public sealed record ReleaseReview(HalfYear HalfYear, string Entry, Guid Review)
{
    public static Decision Decide(PlanState state, ReleaseReview command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, command.Entry, out var notice, out var entry) is { } unknown)
            return unknown;
        if (entry.Review is not { } review || review.Id != command.Review)
            return Refusal.NotFound("unknown-review", "review", ("review", command.Review));
        return RightsTable.Check(nameof(ReleaseReview), who, NoticeChecks.MatterOf(entry, now, review.Asked.User) with { NotTheDoer = "maker-never-releases" }, state.Plan)
            ?? (review.Released is null ? null : Refusal.Conflict("released-already", null, ("act", review.Id)))
            ?? AskReview.InTime(notice, state, now)
            ?? (Decision)Decision.Of(new NoticeReviewReleased(command.HalfYear.ToString(), entry.Id, review.Id, entry.Unit));
    }
}

/// <summary>
/// 复核决定, by none who proposed, added, confirmed, fed back, answered, approved or signed: upheld, the entry is withdrawn, listed and never erased. After its limit it still stands,
/// and is listed as the office's own overrun. Refused: another role, one of these persons, home unit named, unknown, not released, decided already.
/// </summary>
public sealed record DecideReview(HalfYear HalfYear, string Entry, Guid Review, bool Upheld, DraftText? Reason)
{
    public static Decision Decide(PlanState state, DecideReview command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, command.Entry, out var notice, out var entry) is { } unknown)
            return unknown;
        if (entry.Review is not { } review || review.Id != command.Review)
            return Refusal.NotFound("unknown-review", "review", ("review", command.Review));
        var matter = NoticeChecks.MatterOf(entry, now,
            [.. notice.Participants(entry), review.Asked.User, review.Released?.User]) with { NotTheDoer = "reviewer-is-another" };
        return RightsTable.Check(nameof(DecideReview), who, matter, state.Plan)
            ?? (review.Released is null ? Refusal.Conflict("not-released", null, ("act", review.Id)) : null)
            ?? (review.Decided is null ? null : Refusal.Conflict("review-decided", null, ("review", review.Id)))
            ?? Checks.Text(command.Reason, "reason", state.Plan)
            ?? (Decision)Decision.Of(new NoticeReviewDecided(command.HalfYear.ToString(), entry.Id, review.Id, command.Upheld, TextSeal.Of(command.Reason!)));
    }
}
