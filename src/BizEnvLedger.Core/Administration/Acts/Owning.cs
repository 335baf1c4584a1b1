using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Administration.Acts;

/// <summary>Begins a jurisdiction's ledger. Refused: not the owner; a ledger that holds something already, which began before such acts were on record or is on record.</summary>
public sealed record AddJurisdiction(string Name, string TimeZone)
{
    public static Decision Decide(LedgerState state, AddJurisdiction command, Caller who) =>
        RightsTable.Role(nameof(AddJurisdiction), who)
        ?? (state.Size > 0 ? Refusal.Conflict("jurisdiction-begun", null, ("position", state.Size)) : (Decision)Decision.Of(new JurisdictionAdded(command.Name, command.TimeZone)));
}

/// <summary>Puts a backup on record that was made. Refused: not the owner; the same file once more.</summary>
public sealed record TakeBackup(string Sha256, DateTimeOffset MadeAt, long TreeSize)
{
    public static Decision Decide(LedgerState state, TakeBackup command, Caller who) =>
        RightsTable.Role(nameof(TakeBackup), who)
        ?? (state.Administration.Any(e => e.Data is BackupTaken known && known.Sha256 == command.Sha256)
            ? Refusal.Conflict("backup-on-record", null, ("sha256", command.Sha256))
            : (Decision)Decision.Of(new BackupTaken(command.Sha256, command.MadeAt, command.TreeSize)));
}

/// <summary>Puts on record which backup the ledger was restored from. Refused: not the owner; on record already since its leaves came back.</summary>
public sealed record RestoreLedger(string Sha256, DateTimeOffset MadeAt, long TreeSize)
{
    public static Decision Decide(LedgerState state, RestoreLedger command, Caller who) =>
        RightsTable.Role(nameof(RestoreLedger), who)
        ?? (state.Administration.Any(e => e.Data is LedgerRestored known && known.Sha256 == command.Sha256 && e.Leaf >= command.TreeSize)
            ? Refusal.Conflict("restore-on-record", null, ("sha256", command.Sha256))
            : (Decision)Decision.Of(new LedgerRestored(command.Sha256, command.MadeAt, command.TreeSize)));
}

/// <summary>Puts on record which file the history came from, before the import ends. Refused: not the owner; ended already; on record from a load that was cut off here.</summary>
public sealed record ImportHistory(string Sha256, string Mark, int Lines)
{
    public static Decision Decide(LedgerState state, ImportHistory command, Caller who) =>
        RightsTable.Role(nameof(ImportHistory), who)
        ?? (state.ImportEnded ? Refusal.Conflict("import-ended")
            : state.Administration.Any(e => e.Data is HistoryImported known && known.Sha256 == command.Sha256) ? Refusal.Conflict("import-on-record", null, ("sha256", command.Sha256))
            : (Decision)Decision.Of(new HistoryImported(command.Sha256, command.Mark, command.Lines)));
}

/// <summary>Puts on record who is told of events from now on. Refused: not the owner; as they stand already.</summary>
public sealed record AdoptDeliveryTargets(IReadOnlyList<DeliveryTarget> Targets)
{
    public static Decision Decide(LedgerState state, AdoptDeliveryTargets command, Caller who) =>
        RightsTable.Role(nameof(AdoptDeliveryTargets), who)
        ?? (Same(state.Administration.Select(e => e.Data).OfType<DeliveryTargetsAdopted>().LastOrDefault()?.Targets ?? [], command.Targets)
            ? Refusal.Conflict("targets-on-record")
            : (Decision)Decision.Of(new DeliveryTargetsAdopted(command.Targets)));

    private static bool Same(IReadOnlyList<DeliveryTarget> known, IReadOnlyList<DeliveryTarget> now) =>
        known.Count == now.Count && known.Zip(now).All(p => (p.First.Id, p.First.Kind, p.First.Host) == (p.Second.Id, p.Second.Kind, p.Second.Host)
            && p.First.Units.SequenceEqual(p.Second.Units) && p.First.Roles.SequenceEqual(p.Second.Roles) && p.First.Events.SequenceEqual(p.Second.Events));
}
