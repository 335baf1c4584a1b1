using BizEnvLedger.Core.Administration;
using BizEnvLedger.Core.Reads;
using BizEnvLedger.Core.Tests.Events;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Administration;

[EventExamples]
internal static class AdministrationExamples
{
    private static readonly DateTimeOffset Made = new(2023, 7, 10, 1, 30, 0, 123, TimeSpan.Zero);

    public static readonly IReadOnlyDictionary<string, object> ByAlias = new Dictionary<string, object>
    {
        ["jurisdiction_added"] = new JurisdictionAdded("港城市", "Asia/Shanghai"),
        ["backup_taken"] = new BackupTaken(Evidence, Made, 42),
        ["ledger_restored"] = new LedgerRestored(Evidence, Made, 42),
        ["history_imported"] = new HistoryImported(Evidence, "register", 1200),
        ["delivery_targets_adopted"] = new DeliveryTargetsAdopted([AdministrationCases.Platform]),
        ["protected_read"] = new ProtectedRead("ReadNoticeDraft", "harbour-2021:notice:2021H1", "2021H1-01/feedback"),
    };
}
