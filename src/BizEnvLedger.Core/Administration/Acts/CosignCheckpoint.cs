using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Administration.Acts;

/// <summary>Brings in a witness's line on a checkpoint. No event: the line stands beside the checkpoint, and proves itself.</summary>
public static class CosignCheckpoint
{
    public static Refusal? Check(Caller who) => RightsTable.Role(nameof(CosignCheckpoint), who);
}
