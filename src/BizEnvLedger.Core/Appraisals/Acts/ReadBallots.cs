using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Appraisals.Acts;

/// <summary>Sees ballots that nobody has published. They are counts of a body's ballots, of no person.</summary>
public static class ReadBallots
{
    public static Refusal? Check(Caller who) => RightsTable.Role(nameof(ReadBallots), who);
}
