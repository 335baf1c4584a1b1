using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Appraisals;

/// <summary>The leading group's office scores the year, another person lets the result out; the deputies' offices enter ballots, another person publishes them.</summary>
public static class AppraisalRights
{
    /// <summary>Row of the rights table: reading whom an award of a person went to.</summary>
    public const string SeeAwarded = "SeeAwarded";

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
        new(SeeAwarded, Role.GroupOffice, Relation.Any),
        new(SeeAwarded, Role.Leader, Relation.Any),
        new(SeeAwarded, Role.Auditor, Relation.Any),
        new(SeeAwarded, Role.Unit, Relation.Owner),
        new(SeeAwarded, Role.Approver, Relation.Owner),
        new(nameof(CorrectAward), Role.GroupOffice, Relation.Any),
        new(nameof(ReadBallots), Role.DeputiesOffice, Relation.Any),
        new(nameof(ReadBallots), Role.Auditor, Relation.Any),
    ];
}
