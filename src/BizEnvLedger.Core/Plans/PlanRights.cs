using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Plans;

/// <summary>Who may issue and change a plan: the leading group's office (领导小组办公室). Each unit's approver answers for its business systems.</summary>
public static class PlanRights
{
    public static IReadOnlyList<Right> All { get; } =
    [
        new(nameof(IssuePlan), Role.GroupOffice, Relation.Any),
        new(nameof(ChangePlan), Role.GroupOffice, Relation.Any),
        new(nameof(RegisterSystem), Role.Approver, Relation.SecondPerson),
        new(nameof(DeregisterSystem), Role.Approver, Relation.Owner),
    ];
}
