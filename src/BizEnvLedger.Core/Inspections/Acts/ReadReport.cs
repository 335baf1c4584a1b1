using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Inspections.Acts;

/// <summary>
/// Reads a half-year's report. Until its notice is signed it says what is proposed against units, and is protected; from then on everybody inside may read it.
/// Refused: whose role has no part in it.
/// </summary>
/// <param name="Document">File that is asked for.</param>
public sealed record ReadReport(HalfYear HalfYear, string Document)
{
    /// <summary>Row of the rights table once the notice is signed.</summary>
    public const string Issued = "ReadReport issued";

    public static Decision Decide(PlanState state, ReadReport command, Caller who) =>
        IsIssued(state, command.HalfYear)
            ? RightsTable.Role(Issued, who) ?? (Decision)Decision.Of()
            : RightsTable.Role(nameof(ReadReport), who) ?? (Decision)Decision.Of(new ProtectedRead(nameof(ReadReport), OpenInspection.StreamOf(state.Plan.Id, command.HalfYear), command.Document));

    /// <summary>Whether the caller sees what is proposed against units.</summary>
    public static bool MaySeeProposed(PlanState state, HalfYear half, Caller who) => RightsTable.Role(IsIssued(state, half) ? Issued : nameof(ReadReport), who) is null;

    private static bool IsIssued(PlanState state, HalfYear half) => state.Notices.GetValueOrDefault(half.ToString())?.Signed is not null;
}
