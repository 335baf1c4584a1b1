using BizEnvLedger.Core.EvidenceFiles.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.EvidenceFiles;

/// <summary>Whoever may read a file may cite it. Whoever reports or decides may bring a file in; whoever judges may read it. Who runs the machine may do neither (三员分立).</summary>
public static class EvidenceRights
{
    private static readonly Role[] Bringing = [Role.Unit, Role.Approver, Role.System, Role.Office, Role.GroupOffice, Role.Leader, Role.DeputiesOffice];
    private static readonly Role[] OfUnits = [Role.Unit, Role.Approver];
    private static readonly Role[] Citing = [Role.Unit, Role.Approver, Role.System];
    private static readonly Role[] Reading = [Role.Office, Role.GroupOffice, Role.Leader, Role.Auditor];

    public static IReadOnlyList<Right> All { get; } =
    [
        .. Bringing.Select(role => new Right(nameof(UploadEvidence), role, Relation.Any)),
        .. OfUnits.Select(role => new Right(nameof(ReadEvidence), role, Relation.Lead)),
        .. OfUnits.Select(role => new Right(nameof(ReadEvidence), role, Relation.Owner)),
        .. Reading.Select(role => new Right(nameof(ReadEvidence), role, Relation.Any)),
        .. Citing.Select(role => new Right(nameof(CiteEvidence), role, Relation.Lead)),
        .. Citing.Select(role => new Right(nameof(CiteEvidence), role, Relation.Owner)),
        .. Reading.Where(role => role != Role.Auditor).Select(role => new Right(nameof(CiteEvidence), role, Relation.Any)),
    ];
}
