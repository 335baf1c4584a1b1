using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>
/// 通报审核: the draft is approved for signature, with its letters. Refused: not the office, who drafted, changed or worded it in person, home unit named,
/// unknown, approved or signed already, a change that waits, an entry not fed back, feedback days not over, an objection not answered.
/// </summary>
public sealed record ApproveNotice(HalfYear HalfYear)
{
    public static Decision Decide(PlanState state, ApproveNotice command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, out var notice) is { } unknown)
            return unknown;
        var matter = new Matter(command.HalfYear.ToString(), now.On) { Parties = notice.Standing.Select(e => e.Unit), Doers = notice.Proposers, NotTheDoer = "proposer-never-approves" };
        return RightsTable.Check(nameof(ApproveNotice), who, matter, state.Plan)
            ?? NoticeChecks.Unsigned(notice)
            ?? (notice.Approved is null ? null : Refusal.Conflict("notice-approved-already", null, ("halfYear", notice.HalfYear)))
            ?? NoticeChecks.Ripe(notice, state.Plan, now)
            ?? (Decision)Decision.Of(new NoticeApproved(command.HalfYear.ToString()));
    }
}

/// <summary>
/// 通报签发: number, signatory, date, and the hash of the text that is signed. Refused: not a leader, who proposed or approved it in person, unknown, signed already,
/// not approved, not ripe any more, a number in another form, a date before the approval or in the future, a text drawn from another state of the draft.
/// </summary>
/// <param name="DocumentSha256">Hash of the docx that was drawn for signature.</param>
/// <param name="Version">Version of the notice that it was drawn from.</param>
public sealed record SignNotice(HalfYear HalfYear, string Number, DraftText? Signatory, DateOnly? SignedOn, string DocumentSha256, long Version)
{
    public static Decision Decide(PlanState state, SignNotice command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, out var notice) is { } unknown)
            return unknown;
        var matter = new Matter(command.HalfYear.ToString(), now.On) { Doers = [.. notice.Proposers, .. Approver(notice)], NotTheDoer = "three-persons" };
        var day = command.SignedOn ?? now.On;
        return RightsTable.Check(nameof(SignNotice), who, matter, state.Plan)
            ?? NoticeChecks.Unsigned(notice)
            ?? Approved(notice)
            ?? NoticeChecks.Ripe(notice, state.Plan, now)
            ?? NoticeChecks.Paper(state, notice, command.Number, command.Signatory, day, notice.Approved!.On, now, command.Version)
            ?? (Decision)Decision.Of(new NoticeSigned(command.HalfYear.ToString(), command.Number, TextSeal.Of(command.Signatory!), day, command.DocumentSha256));
    }

    internal static IEnumerable<string> Approver(Notice notice) => notice.Approved is { } approved ? [approved.User] : [];

    internal static Refusal? Approved(Notice notice) =>
        notice.Approved is null ? Refusal.Conflict("notice-not-approved", null, ("halfYear", notice.HalfYear)) : null;
}

/// <summary>
/// 通报公开: publishing, and closing again, is an approved act of its own. Refused: neither the leading group's office nor a leader, who proposed it in person,
/// unknown, not signed, open so already.
/// </summary>
public sealed record PublishNotice(HalfYear HalfYear, Visibility Visibility)
{
    public static Decision Decide(PlanState state, PublishNotice command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, out var notice) is { } unknown)
            return unknown;
        var matter = new Matter(command.HalfYear.ToString(), now.On) { Doers = notice.Proposers, NotTheDoer = "proposer-never-approves" };
        return RightsTable.Check(nameof(PublishNotice), who, matter, state.Plan)
            ?? NoticeChecks.Signed(notice)
            ?? (notice.Visibility == command.Visibility ? Refusal.Conflict("published-so-already", "visibility", ("halfYear", notice.HalfYear)) : null)
            ?? (Decision)Decision.Of(new NoticePublished(command.HalfYear.ToString(), command.Visibility));
    }
}

/// <summary>
/// 商请函签发: a letter to a unit that is not under the city's direct authority, copied to its superior. Refused: not a leader, who proposed or approved in person,
/// unknown, struck, an entry of the notice itself, signed already, draft or letter not approved or changed since, number or date as for the notice, a text drawn from another state.
/// </summary>
public sealed record SignLetter(HalfYear HalfYear, string Entry, string Number, DraftText? Signatory, DraftText? Superior, DateOnly? SignedOn, string DocumentSha256, long Version)
{
    public static Decision Decide(PlanState state, SignLetter command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, command.Entry, out var notice, out var entry) is { } unknown)
            return unknown;
        var matter = NoticeChecks.MatterOf(entry, now, [.. notice.Proposers, .. notice.Approvers]) with { NotTheDoer = "three-persons" };
        var day = command.SignedOn ?? now.On;
        return RightsTable.Check(nameof(SignLetter), who, matter, state.Plan)
            ?? NoticeChecks.Stands(entry)
            ?? (entry.Facts.Kind == EntryKind.Letter ? null : Refusal.Conflict("entry-is-noticed", null, ("entry", entry.Id)))
            ?? (entry.Letter is null ? null : Refusal.Conflict("letter-signed", null, ("entry", entry.Id)))
            ?? SignNotice.Approved(notice)
            ?? (entry.LetterApproved is null ? Refusal.Conflict("letter-not-approved", null, ("entry", entry.Id)) : null)
            ?? Checks.Text(command.Superior, "superior", state.Plan)
            ?? NoticeChecks.Paper(state, notice, command.Number, command.Signatory, day, entry.LetterApproved!.On, now, command.Version)
            ?? (Decision)Decision.Of(new NoticeLetterSigned(
                command.HalfYear.ToString(), entry.Id, entry.Unit, command.Number, TextSeal.Of(command.Signatory!), day, TextSeal.Of(command.Superior!), command.DocumentSha256));
    }
}

/// <summary>
/// 商请函审核: a letter whose words were changed after the notice's signature is approved anew. Refused: not the office, who drafted, changed or worded it in person,
/// home unit addressed, unknown, struck, an entry of the notice itself, signed already, the notice not signed, approved already.
/// </summary>
public sealed record ApproveLetter(HalfYear HalfYear, string Entry)
{
    public static Decision Decide(PlanState state, ApproveLetter command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, command.Entry, out var notice, out var entry) is { } unknown)
            return unknown;
        return RightsTable.Check(nameof(ApproveLetter), who, NoticeChecks.MatterOf(entry, now, notice.Proposers) with { NotTheDoer = "proposer-never-approves" }, state.Plan)
            ?? NoticeChecks.Stands(entry)
            ?? (entry.Facts.Kind == EntryKind.Letter ? null : Refusal.Conflict("entry-is-noticed", null, ("entry", entry.Id)))
            ?? (entry.Letter is null ? null : Refusal.Conflict("letter-signed", null, ("entry", entry.Id)))
            ?? NoticeChecks.Signed(notice)
            ?? (entry.LetterApproved is null ? null : Refusal.Conflict("letter-approved-already", null, ("entry", entry.Id)))
            ?? (Decision)Decision.Of(new NoticeLetterApproved(command.HalfYear.ToString(), entry.Id, entry.Unit));
    }
}

/// <summary>复函: what the unit answered, as the office takes it in. Refused: not the office, home unit addressed, unknown, no signed letter, recorded already, a day before the letter or in the future.</summary>
public sealed record RecordReply(HalfYear HalfYear, string Entry, DateOnly? RepliedOn, DraftText? Reply, IReadOnlyList<string> Evidence)
{
    public static Decision Decide(PlanState state, RecordReply command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, command.Entry, out _, out var entry) is { } unknown)
            return unknown;
        var day = command.RepliedOn ?? now.On;
        return RightsTable.Check(nameof(RecordReply), who, NoticeChecks.MatterOf(entry, now), state.Plan)
            ?? (entry.Letter is null ? Refusal.Conflict("letter-not-signed", null, ("entry", entry.Id)) : null)
            ?? (entry.Replied is null ? null : Refusal.Conflict("reply-recorded-already", null, ("entry", entry.Id)))
            ?? NoticeChecks.Between(day, entry.Letter!.SignedOn, now, "repliedOn")
            ?? Checks.Text(command.Reply, "reply", state.Plan)
            ?? Checks.Evidence(command.Evidence)
            ?? (Decision)Decision.Of(new NoticeLetterReplied(command.HalfYear.ToString(), entry.Id, entry.Unit, day, TextSeal.Of(command.Reply!), command.Evidence));
    }
}
