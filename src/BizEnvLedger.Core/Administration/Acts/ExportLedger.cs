using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Administration.Acts;

/// <summary>Takes the whole ledger out as a package. Refused: not an auditor.</summary>
public static class ExportLedger
{
    /// <summary>On record once a day for each person, like every reading of what is protected.</summary>
    public static Decision Decide(Caller who) => RightsTable.Role(nameof(ExportLedger), who) ?? Decision.Of(new ProtectedRead(nameof(ExportLedger), "ledger", null));
}
