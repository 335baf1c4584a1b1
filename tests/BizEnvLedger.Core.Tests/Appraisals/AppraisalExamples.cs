using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Tests.Events;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Appraisals;

[EventExamples]
internal static class AppraisalExamples
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");

    public static readonly IReadOnlyDictionary<string, object> ByAlias = new Dictionary<string, object>
    {
        ["appraisal_rules_adopted"] = new AppraisalRulesAdopted("small-2021", 2021, Evidence, Rulings.Plain),
        ["appraisal_opened"] = new AppraisalOpened("small-2021", 2021, "plain", 1),
        ["ballots_entered"] = new BallotsEntered("energy", "congress", 40, [new("attitude", "satisfied", 30), new("attitude", "poor", 8)], Id, Sealed()),
        ["ballots_published"] = new BallotsPublished([Id], Day("2021-12-20")),
        ["appraisal_scored"] = new AppraisalScored("small-2021", 2021, 42, Evidence, new(2022, 1, 20, 1, 30, 0, 123, TimeSpan.Zero), Day("2021-12-31"), "plain", 1, Evidence),
        ["appraisal_published"] = new AppraisalPublished(Evidence, Day("2022-02-01")),
        ["award_recorded"] = new AwardRecorded("2021-1", "energy", Sealed(), Sealed(), [Evidence], Day("2022-03-01")),
    };
}
