namespace BizEnvLedger.Core.Administration;

/// <summary>增加辖区: the jurisdiction's ledger begins. Where the owner's command line made it, this is its first event.</summary>
public sealed record JurisdictionAdded(string Name, string TimeZone) : IAdministrative;

/// <summary>备份: the whole ledger was written to a file. The file holds this ledger's first <paramref name="TreeSize"/> leaves, and so not this event.</summary>
/// <param name="Sha256">SHA-256 of the file, lower-case hex.</param>
/// <param name="MadeAt">When the snapshot was taken, by the database's clock.</param>
public sealed record BackupTaken(string Sha256, DateTimeOffset MadeAt, long TreeSize) : IAdministrative;

/// <summary>恢复: the ledger was brought back from a file, whose <paramref name="TreeSize"/> leaves stand before this event.</summary>
/// <param name="Sha256">SHA-256 of the backup file, as its <see cref="BackupTaken"/> has it.</param>
/// <param name="MadeAt">When that backup's snapshot was taken.</param>
public sealed record LedgerRestored(string Sha256, DateTimeOffset MadeAt, long TreeSize) : IAdministrative;

/// <summary>导入历史: every line of an older register's file was brought in.</summary>
/// <param name="Sha256">SHA-256 of the file, lower-case hex.</param>
/// <param name="Mark">What its events are marked as: <c>register</c> or <c>demonstration</c>.</param>
public sealed record HistoryImported(string Sha256, string Mark, int Lines) : IAdministrative;

/// <summary>推送设置生效: from this start on, these receivers are told of events. Empty where there are none any more.</summary>
public sealed record DeliveryTargetsAdopted(IReadOnlyList<DeliveryTarget> Targets) : IAdministrative;
