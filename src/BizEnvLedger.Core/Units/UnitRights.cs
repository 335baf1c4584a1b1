using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Units.Acts;

namespace BizEnvLedger.Core.Units;

/// <summary>
/// Who may say what of units: the leading group's office; a region or department adopts its own 落实方案. The names of responsible persons
/// are seen by those who work with them and by who audits, not by who runs the machine.
/// </summary>
public static class UnitRights
{
    /// <summary>Row of the rights table: reading names and posts of first responsible persons.</summary>
    public const string SeeNames = "SeeNames";

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
        new(SeeNames, Role.Office, Relation.Any),
        new(SeeNames, Role.GroupOffice, Relation.Any),
        new(SeeNames, Role.Leader, Relation.Any),
        new(SeeNames, Role.Auditor, Relation.Any),
        new(SeeNames, Role.Unit, Relation.Owner),
        new(SeeNames, Role.Approver, Relation.Owner),
    ];
}
