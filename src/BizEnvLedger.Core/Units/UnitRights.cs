using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Units.Acts;

namespace BizEnvLedger.Core.Units;

/// <summary>
/// Who may say what of units: the leading group's office; a unit adopts its own 落实方案. The names of responsible persons
/// are seen by those who work with them and by who audits, not by who runs the machine.
/// </summary>
public static class UnitRights
{
    public static IReadOnlyList<Right> All { get; } =
    [
        new(nameof(SetMembers), Role.GroupOffice, Relation.Any),
        new(nameof(EndMembership), Role.GroupOffice, Relation.Any),
        new(nameof(NameFirstResponsible), Role.GroupOffice, Relation.Any),
        new(nameof(EndTerm), Role.GroupOffice, Relation.Any),
        new(nameof(SucceedUnit), Role.GroupOffice, Relation.Any),
        new(nameof(CorrectRoster), Role.GroupOffice, Relation.Any),
        new(nameof(AdoptImplementationPlan), Role.Unit, Relation.Owner),
        new(nameof(AdoptImplementationPlan), Role.GroupOffice, Relation.Any),
        new(nameof(SeeNames), Role.Office, Relation.Any),
        new(nameof(SeeNames), Role.GroupOffice, Relation.Any),
        new(nameof(SeeNames), Role.Leader, Relation.Any),
        new(nameof(SeeNames), Role.Auditor, Relation.Any),
        new(nameof(SeeNames), Role.Unit, Relation.Owner),
        new(nameof(SeeNames), Role.Approver, Relation.Owner),
    ];
}
