using BizEnvLedger.Core.Administration;
using BizEnvLedger.Core.Administration.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Administration;

/// <summary>What the owner's command line puts on record, in situations in which the owner is accepted.</summary>
[RightsCases]
internal static class AdministrationCases
{
    public static readonly DeliveryTarget Platform = new("platform", "webhook", "platform.example", ["energy"], ["office"], ["milestone_claimed"]);
    public static readonly Story Begun = Given(Add("2021-01-10"), Acts.Issued());

    public static Act Add(string on) => Of(on, (s, who) => AddJurisdiction.Decide(s.Whole, new("港城市", "Asia/Shanghai"), who));

    public static Act BackUp(string on, char file = 'b') => Of(on, (s, who) => TakeBackup.Decide(s.Whole, new(new(file, 64), DateTimeOffset.UnixEpoch, s.Whole.Size), who));

    public static Act Restore(string on, long size, char file = 'b') => Of(on, (s, who) => RestoreLedger.Decide(s.Whole, new(new(file, 64), DateTimeOffset.UnixEpoch, size), who));

    public static Act Import(string on) => Of(on, (s, who) => ImportHistory.Decide(s.Whole, new(Evidence, "register", 12), who));

    public static Act Adopt(string on, params DeliveryTarget[] targets) => Of(on, (s, who) => AdoptDeliveryTargets.Decide(s.Whole, new(targets), who));

    public static IEnumerable<RightsCase> Cases() =>
    [
        new(nameof(AddJurisdiction), Story.Empty, Add("2021-01-10")),
        new(nameof(TakeBackup), Begun, BackUp("2021-02-01")),
        new(nameof(RestoreLedger), Begun, Restore("2021-02-01", 2)),
        new(nameof(ImportHistory), Begun, Import("2021-02-01")),
        new(nameof(AdoptDeliveryTargets), Begun, Adopt("2021-02-01", Platform)),
        new(nameof(ReadAdministration), Begun, Of("2021-02-01", (_, who) => ReadAdministration.Check(who) ?? Decision.Of())),
        new(nameof(ExportLedger), Begun, Of("2021-02-01", (_, who) => ExportLedger.Decide(who))),
        new(nameof(CosignCheckpoint), Begun, Of("2021-02-01", (_, who) => CosignCheckpoint.Check(who) ?? Decision.Of())),
        new(nameof(ReadReadings), Begun, Of("2021-02-01", (_, who) => ReadReadings.Check(who) ?? Decision.Of())),
    ];

    private static Act Of(string on, Func<Story, Caller, Decision> ask) => new(AdministrationStream.Key, People.Owner, Day(on), (s, who, _) => ask(s, who));
}
