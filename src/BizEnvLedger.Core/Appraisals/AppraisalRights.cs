using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Appraisals;

/// <summary>The leading group's office scores the year, another person lets the result out; the deputies' offices enter ballots, another person publishes them.</summary>
public static class AppraisalRights
{
    public static IReadOnlyList<Right> All { get; } =
    [
        new(nameof(AdoptAppraisalRules), Role.GroupOffice, Relation.Any),
        new(nameof(OpenAppraisal), Role.GroupOffice, Relation.Any),
        new(nameof(EnterBallots), Role.DeputiesOffice, Relation.Any),
        new(nameof(PublishBallots), Role.DeputiesOffice, Relation.OtherPerson),
        new(nameof(ScoreAppraisal), Role.GroupOffice, Relation.Any),
        new(nameof(PublishAppraisal), Role.GroupOffice, Relation.OtherPerson),
        new(nameof(PublishAppraisal), Role.Leader, Relation.OtherPerson),
        new(nameof(RecordAward), Role.GroupOffice, Relation.Any),
        new(nameof(CorrectAward), Role.GroupOffice, Relation.Any),
        new(nameof(ReadBallots), Role.DeputiesOffice, Relation.Any),
        new(nameof(ReadBallots), Role.Auditor, Relation.Any),
    ];
}
