using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Inspections;

/// <summary>Who may inspect: the supervision office (督查室), by a scheme that a leader approves; each inspector apart from what is judged.</summary>
public static class InspectionRights
{
    private static readonly Role[] Judging = [Role.Office, Role.GroupOffice, Role.Leader, Role.Auditor];

    public static IReadOnlyList<Right> All { get; } =
    [
        new(nameof(OpenInspection), Role.Office, Relation.Any),
        new(nameof(CloseInspection), Role.Office, Relation.Any),
        new(nameof(DraftScheme), Role.Office, Relation.Any),
        new(nameof(ApproveScheme), Role.Leader, Relation.OtherPerson),
        new(nameof(RecordVerdict), Role.Office, Relation.Apart),
        new(nameof(RecordFinding), Role.Office, Relation.Apart),
        new(nameof(UpholdFinding), Role.Office, Relation.Apart),
        new(nameof(DrawSpotCheck), Role.Office, Relation.Any),
        new(nameof(RecordSpotCheck), Role.Office, Relation.Apart),
        .. Judging.Select(role => new Right(nameof(ReadReport), role, Relation.Any)),
        .. Judging.Concat([Role.Unit, Role.Approver, Role.DeputiesOffice, Role.Admin, Role.System]).Select(role => new Right(ReadReport.Issued, role, Relation.Any)),
    ];
}
