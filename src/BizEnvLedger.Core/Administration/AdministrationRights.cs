using BizEnvLedger.Core.Administration.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Administration;

/// <summary>What only the owner's command line does, and who sees that it was done. No token makes an owner; an owner writes no business fact (三员分立).</summary>
public static class AdministrationRights
{
    public static IReadOnlyList<Right> All { get; } =
    [
        .. new[] { nameof(AddJurisdiction), nameof(TakeBackup), nameof(RestoreLedger), nameof(ImportHistory), nameof(AdoptDeliveryTargets) }.Select(act => new Right(act, Role.Owner, Relation.Any)),
        .. new[] { Role.Auditor, Role.Admin, Role.GroupOffice, Role.Leader }.Select(role => new Right(nameof(ReadAdministration), role, Relation.Any)),
        new(nameof(ReadReadings), Role.Auditor, Relation.Any),
        new(nameof(ExportLedger), Role.Auditor, Relation.Any),
        new(nameof(CosignCheckpoint), Role.Auditor, Relation.Any),
    ];
}
