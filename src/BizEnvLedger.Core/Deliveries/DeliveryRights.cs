using BizEnvLedger.Core.Deliveries.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Deliveries;

/// <summary>Who sees what was sent, and who may send again: the offices and whoever runs the machine; a unit sees what went to itself.</summary>
public static class DeliveryRights
{
    private static readonly Role[] Seeing = [Role.Office, Role.GroupOffice, Role.Auditor, Role.Admin];

    public static IReadOnlyList<Right> All { get; } =
    [
        .. Seeing.Select(role => new Right(nameof(ReadDeliveries), role, Relation.Any)),
        new(nameof(ReadDeliveries), Role.Unit, Relation.Addressee),
        new(nameof(ReadDeliveries), Role.Approver, Relation.Addressee),
        new(nameof(RetryDelivery), Role.Office, Relation.Any),
        new(nameof(RetryDelivery), Role.Admin, Relation.Any),
    ];
}
