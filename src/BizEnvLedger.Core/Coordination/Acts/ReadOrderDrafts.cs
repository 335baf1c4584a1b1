using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Coordination.Acts;

/// <summary>Reads supervision orders (督办单) that no leader has signed. Refused: who neither drafts nor signs nor audits; a unit learns of an order by its signature.</summary>
public sealed record ReadOrderDrafts
{
    public static Decision Decide(PlanState state, Caller who) =>
        RightsTable.Role(nameof(ReadOrderDrafts), who)
        ?? (Decision)Decision.Of(new ProtectedRead(nameof(ReadOrderDrafts), state.Plan.Id, null));
}
