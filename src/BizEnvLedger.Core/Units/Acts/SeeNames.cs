using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Units.Acts;

/// <summary>Reads names and posts of a unit's first responsible persons. Refused: who neither works with them, nor audits, nor belongs to the unit.</summary>
public static class SeeNames
{
    public static Decision Decide(ActionPlan plan, string unit, Caller who, DateOnly today) =>
        RightsTable.Check(nameof(SeeNames), who, new Matter(unit, today) { Owners = [unit] }, plan)
        ?? (Decision)Decision.Of(new ProtectedRead(nameof(SeeNames), plan.Id, unit));
}
