using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>
/// 问责建议 (四（四）: 追究相关责任): for an entry whose rectification is past its limit or has relapsed; the whole chain of events is listed with it, by nobody's choice.
/// Refused: another role, home unit named, unknown, a unit not under direct authority, struck or withdrawn, neither overdue nor relapsed, a review that waits, proposed already;
/// number, date or text as for a signature, the date no earlier than the day since which there is a ground.
/// </summary>
public sealed record ProposeAccountability(HalfYear HalfYear, string Entry, DraftText? Reason, string Number, DraftText? Signatory, DateOnly? SignedOn, string DocumentSha256, long Version)
{
    public static Decision Decide(PlanState state, ProposeAccountability command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, command.Entry, out var notice, out var entry) is { } unknown)
            return unknown;
        var day = command.SignedOn ?? now.On;
        return RightsTable.Check(nameof(ProposeAccountability), who, NoticeChecks.MatterOf(entry, now), state.Plan)
            ?? NoticeChecks.Named(entry)
            ?? (GroundOf(entry, now.On) is null ? Refusal.Conflict("not-overdue", null, ("entry", entry.Id)) : null)
            ?? Waits(entry)
            ?? (entry.Proposal is { Decided: null } or { Approved: true } ? Refusal.Conflict("accountability-proposed-already", null, ("entry", entry.Id)) : null)
            ?? Checks.Text(command.Reason, "reason", state.Plan)
            ?? NoticeChecks.Paper(state, notice, command.Number, command.Signatory, day, entry.Rectification!.Relapsed?.On ?? entry.Rectification.Limit, now, command.Version)
            ?? (Decision)Decision.Of(new AccountabilityProposed(
                command.HalfYear.ToString(), entry.Id, entry.Unit, GroundOf(entry, now.On)!.Value, entry.Rectification.DaysOver(now.On), entry.Chain, TextSeal.Of(command.Reason!))
            {
                Number = command.Number, Signatory = TextSeal.Of(command.Signatory!), SignedOn = day, DocumentSha256 = command.DocumentSha256,
            });
    }

    /// <summary>Nothing is proposed, approved or handed over while the unit waits for an answer.</summary>
    internal static Refusal? Waits(NoticeEntry entry) =>
        entry.Review is { Released: not null, Decided: null } review ? Refusal.Conflict("review-pending", null, ("review", review.Id))
        : entry.Rectification?.Waiting is { } report ? Refusal.Conflict("report-waits", null, ("report", report.Id))
        : null;

    /// <summary>The ground must last until the competent organ has it.</summary>
    internal static Refusal? Lasts(NoticeEntry entry, DateOnly day) =>
        NoticeChecks.Named(entry) ?? Waits(entry) ?? (GroundOf(entry, day) is null ? Refusal.Conflict("not-overdue", null, ("entry", entry.Id)) : null);

    /// <summary>Why accountability may be proposed on a day; null where there is no ground. A report that stands takes the ground away until it is returned.</summary>
    public static AccountabilityGround? GroundOf(NoticeEntry entry, DateOnly day) => entry.Rectification switch
    {
        null => null,
        var r when r.IsDischarged(day) || r.Waiting is not null => null,
        { Relapsed: not null } => AccountabilityGround.Relapsed,
        var r when r.IsOverdue(day) => AccountabilityGround.Overdue,
        _ => null,
    };
}

/// <summary>
/// 问责建议审批 by the government. Refused: not a leader, the proposer in person, unknown, no proposal or another one, decided already;
/// approval while a review or a report waits, or where the matter was mended meanwhile.
/// </summary>
public sealed record DecideProposal(HalfYear HalfYear, string Entry, Guid Proposal, bool Approved, DraftText? Reason)
{
    public static Decision Decide(PlanState state, DecideProposal command, Caller who, Moment now) =>
        Find(state, command.HalfYear, command.Entry, command.Proposal, out var entry, out var proposal)
        ?? RightsTable.Check(nameof(DecideProposal), who, NoticeChecks.MatterOf(entry, now, proposal.Made.User) with { NotTheDoer = "proposer-never-approves" }, state.Plan)
        ?? (proposal.Decided is null ? null : Refusal.Conflict("proposal-decided", null, ("proposal", proposal.Id)))
        ?? (command.Approved ? ProposeAccountability.Lasts(entry, now.On) : null)
        ?? Checks.Text(command.Reason, "reason", state.Plan)
        ?? (Decision)Decision.Of(new AccountabilityDecided(command.HalfYear.ToString(), entry.Id, proposal.Id, command.Approved, TextSeal.Of(command.Reason!)));

    internal static Refusal? Find(PlanState state, HalfYear half, string id, Guid proposalId, out NoticeEntry entry, out Proposal proposal)
    {
        proposal = null!;
        if (NoticeChecks.Find(state, half, id, out _, out entry) is { } unknown)
            return unknown;
        proposal = entry.Proposals.Find(p => p.Id == proposalId)!;
        return proposal is null ? Refusal.NotFound("unknown-proposal", "proposal", ("proposal", proposalId)) : null;
    }
}

/// <summary>
/// 移交 to the competent organ, by name and document. Refused: another role, home unit named, unknown, not approved, handed over already, a review or a report that waits,
/// mended or withdrawn meanwhile, a number in another form, of another year or taken.
/// </summary>
public sealed record HandOver(HalfYear HalfYear, string Entry, Guid Proposal, DraftText? Organ, string Number, IReadOnlyList<string> Evidence)
{
    public static Decision Decide(PlanState state, HandOver command, Caller who, Moment now) =>
        DecideProposal.Find(state, command.HalfYear, command.Entry, command.Proposal, out var entry, out var proposal)
        ?? RightsTable.Check(nameof(HandOver), who, NoticeChecks.MatterOf(entry, now), state.Plan)
        ?? (proposal.Approved ? null : Refusal.Conflict("proposal-not-approved", null, ("proposal", proposal.Id)))
        ?? (proposal.HandedOver is null ? null : Refusal.Conflict("handed-over-already", null, ("proposal", proposal.Id)))
        ?? ProposeAccountability.Lasts(entry, now.On)
        ?? Checks.Text(command.Organ, "organ", state.Plan)
        ?? DocumentNumber.Check(command.Number, now.On, state)
        ?? Checks.Evidence(command.Evidence)
        ?? (Decision)Decision.Of(new AccountabilityHandedOver(command.HalfYear.ToString(), entry.Id, proposal.Id, TextSeal.Of(command.Organ!), command.Number, command.Evidence));
}

/// <summary>处理结果, with the organ's document. Refused: another role, home unit named, unknown, not handed over, recorded already, a day before the hand-over or in the future, no evidence.</summary>
public sealed record RecordResult(HalfYear HalfYear, string Entry, Guid Proposal, DateOnly? ConcludedOn, DraftText? Result, IReadOnlyList<string> Evidence)
{
    public static Decision Decide(PlanState state, RecordResult command, Caller who, Moment now)
    {
        if (DecideProposal.Find(state, command.HalfYear, command.Entry, command.Proposal, out var entry, out var proposal) is { } unknown)
            return unknown;
        var day = command.ConcludedOn ?? now.On;
        return RightsTable.Check(nameof(RecordResult), who, NoticeChecks.MatterOf(entry, now), state.Plan)
            ?? (proposal.HandedOver is null ? Refusal.Conflict("not-handed-over", null, ("proposal", proposal.Id)) : null)
            ?? (proposal.Result is null ? null : Refusal.Conflict("result-recorded-already", null, ("proposal", proposal.Id)))
            ?? NoticeChecks.Between(day, proposal.HandedOver!.On, now, "concludedOn")
            ?? Checks.Text(command.Result, "result", state.Plan)
            ?? Checks.Evidence(command.Evidence, required: true)
            ?? (Decision)Decision.Of(new AccountabilityResultRecorded(command.HalfYear.ToString(), entry.Id, proposal.Id, day, TextSeal.Of(command.Result!), command.Evidence));
    }
}
