using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Inspections;

/// <summary>Who may inspect: the supervision office (督查室).</summary>
public static class InspectionRights
{
    public static IReadOnlyList<Right> All { get; } =
    [
        new(nameof(OpenInspection), Role.Office, Relation.Any),
        new(nameof(CloseInspection), Role.Office, Relation.Any),
    ];
}
