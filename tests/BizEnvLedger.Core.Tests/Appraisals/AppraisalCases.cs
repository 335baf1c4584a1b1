using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Appraisals.AppraisalActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Appraisals;

/// <summary>A year's appraisal from its rules to its awards, in situations in which the right caller is accepted.</summary>
[RightsCases]
internal static class AppraisalCases
{
    private static readonly Story Adopted = Given(Issued(), Adopt("2021-03-01"));
    private static readonly Story Opened = Adopted.And(Appraise("2021-12-01"));
    private static readonly Story Voted = Opened.And(Ballots("energy", "2021-12-10"));
    private static readonly Story Frozen = Voted.And(Publish("2021-12-20"), Scored("2022-01-20"));
    private static readonly Story Public = Frozen.And(LetOut("2022-02-01"));

    public static IEnumerable<RightsCase> Cases() =>
    [
        new(nameof(AdoptAppraisalRules), Given(Issued()), Adopt("2021-03-01")) { Lead = "energy" },
        new(nameof(OpenAppraisal), Adopted, Appraise("2021-12-01")) { Lead = "energy" },
        new(nameof(EnterBallots), Opened, Ballots("energy", "2021-12-10")) { Lead = "energy" },
        new(nameof(PublishBallots), Voted, Publish("2021-12-20")) { Lead = "energy", Doer = "ballot-clerk" },
        new(nameof(ScoreAppraisal), Voted.And(Publish("2021-12-20")), Scored("2022-01-20")) { Lead = "energy" },
        new(nameof(PublishAppraisal), Frozen, LetOut("2022-02-01")) { Lead = "energy", Doer = "clerk" },
        new(nameof(Core.Appraisals.Acts.CorrectAward), Public.And(Reward("energy", "2022-03-01")), CorrectAward("2022-03-02", withdrawn: true)) { Lead = "energy" },
        new(nameof(RecordAward), Public, Reward("energy", "2022-03-01")) { Lead = "energy" },
    ];
}
