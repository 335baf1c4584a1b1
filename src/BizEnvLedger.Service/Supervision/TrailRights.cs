using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Notices.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Service.Supervision;

/// <summary>Which events the trail shows only to those who may read the matter, by the row of the rights table: what is drafted or proposed against a unit.</summary>
internal static class TrailRights
{
    private static readonly Dictionary<Type, string> Names = EventCatalogue.All.ToDictionary(e => e.Type, e => e.Alias);

    private static readonly (string Right, Type[] Events)[] Rows =
    [
        (nameof(ReadOrderDrafts), [typeof(OrderDrafted)]),
        (nameof(ReadProposal),
        [
            typeof(EntryStrikeProposed), typeof(EntryAdditionProposed), typeof(EntryChangeDecided), typeof(NoticeEntryObjected), typeof(NoticeObjectionReleased), typeof(NoticeObjectionAnswered),
            typeof(AccountabilityProposed), typeof(AccountabilityDecided), typeof(AccountabilityHandedOver), typeof(AccountabilityResultRecorded),
        ]),
    ];

    public static string[] HiddenFrom(Caller who) => [.. Rows.Where(r => RightsTable.Role(r.Right, who) is not null).SelectMany(r => r.Events).Select(e => Names[e])];
}
