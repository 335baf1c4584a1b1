using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>
/// Reads what is not signed: the drafted notice, an entry's feedback or unsigned letter. A unit reads the entries that were fed back to it, and nothing else.
/// Refused: no such notice or entry, who has no part in it.
/// </summary>
/// <param name="Entry">Entry that it is about; null for the notice.</param>
/// <param name="Document">Document; null for the notice's entries as such, of which a unit gets its own.</param>
public sealed record ReadNoticeDraft(HalfYear HalfYear, string? Entry, string? Document)
{
    public static Decision Decide(PlanState state, ReadNoticeDraft command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, out var notice) is { } unknown)
            return unknown;
        if (command.Entry is { } id && NoticeChecks.Find(state, command.HalfYear, id, out notice, out _) is { } missing)
            return missing;
        var addressed = notice.Entries.Where(e => e.FedBack is not null && (command.Entry is null ? command.Document is null : e.Id == command.Entry)).Select(e => e.Unit);
        return RightsTable.Check(nameof(ReadNoticeDraft), who, MatterOf(notice, now.On, addressed), state.Plan)
            ?? (Decision)Decision.Of(new ProtectedRead(nameof(ReadNoticeDraft), Notice.StreamOf(state.Plan.Id, command.HalfYear), command.Entry is null ? command.Document : $"{command.Entry}/{command.Document}"));
    }

    /// <summary>Whether the caller sees an entry of the draft.</summary>
    public static bool MaySee(PlanState state, Notice notice, NoticeEntry entry, Caller who, DateOnly on) =>
        RightsTable.Check(nameof(ReadNoticeDraft), who, MatterOf(notice, on, entry.FedBack is null ? [] : [entry.Unit]), state.Plan) is null;

    private static Matter MatterOf(Notice notice, DateOnly on, IEnumerable<string> addressed) => new(notice.HalfYear.ToString(), on) { Addressees = addressed, NotYours = "draft-not-yours" };
}

/// <summary>Reads what was signed or issued; that needs no record.</summary>
public static class ReadNotice
{
    public static Refusal? Check(Caller who) => RightsTable.Role(nameof(ReadNotice), who);
}

/// <summary>Reads a proposal of accountability with its evidence chain, or that there is one. Refused: no such notice, who neither proposes nor decides nor audits.</summary>
public sealed record ReadProposal(HalfYear HalfYear, string? Entry)
{
    public static Decision Decide(PlanState state, ReadProposal command, Caller who) =>
        NoticeChecks.Find(state, command.HalfYear, out _)
        ?? RightsTable.Role(nameof(ReadProposal), who)
        ?? (Decision)Decision.Of(new ProtectedRead(nameof(ReadProposal), Notice.StreamOf(state.Plan.Id, command.HalfYear), command.Entry));
}
