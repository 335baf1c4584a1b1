using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Plans;

/// <summary>Who may issue and change a plan: the leading group's office (领导小组办公室).</summary>
public static class PlanRights
{
    public static IReadOnlyList<Right> All { get; } =
    [
        new(nameof(IssuePlan), Role.GroupOffice, Relation.Any),
        new(nameof(ChangePlan), Role.GroupOffice, Relation.Any),
    ];
}
