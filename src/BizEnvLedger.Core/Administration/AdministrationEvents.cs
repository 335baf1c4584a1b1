namespace BizEnvLedger.Core.Administration;

/// <summary>The slice's event types with their stored names.</summary>
internal static class AdministrationEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        (typeof(JurisdictionAdded), "jurisdiction_added"),
        (typeof(BackupTaken), "backup_taken"),
        (typeof(LedgerRestored), "ledger_restored"),
        (typeof(HistoryImported), "history_imported"),
        (typeof(DeliveryTargetsAdopted), "delivery_targets_adopted"),
    ];
}
