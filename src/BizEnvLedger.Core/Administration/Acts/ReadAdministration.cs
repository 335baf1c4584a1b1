using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Administration.Acts;

/// <summary>Sees what the owner did.</summary>
public static class ReadAdministration
{
    public static Refusal? Check(Caller who) => RightsTable.Role(nameof(ReadAdministration), who);
}

/// <summary>Sees who read what is protected.</summary>
public static class ReadReadings
{
    public static Refusal? Check(Caller who) => RightsTable.Role(nameof(ReadReadings), who);
}
