namespace BizEnvLedger.Core.Appraisals;

/// <summary>The slice's event types with their stored names.</summary>
internal static class AppraisalEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        (typeof(AppraisalRulesAdopted), "appraisal_rules_adopted"),
        (typeof(AppraisalOpened), "appraisal_opened"),
        (typeof(BallotsEntered), "ballots_entered"),
        (typeof(BallotsPublished), "ballots_published"),
        (typeof(AppraisalScored), "appraisal_scored"),
        (typeof(AppraisalPublished), "appraisal_published"),
        (typeof(AwardRecorded), "award_recorded"),
    ];
}
