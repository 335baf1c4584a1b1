using System.Text.Json;
using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Appraisals.Acts;

/// <summary>
/// Adopts the rules of a year. They can be replaced until the year's appraisal is opened, and never after: nobody chooses rules by their result.
/// Refused: not the leading group's office, not a year of the plan, opened already, an id and version that stand for other rules.
/// </summary>
/// <param name="FileSha256">SHA-256 of the rule set file, lower-case hex.</param>
public sealed record AdoptAppraisalRules(int Year, AppraisalRuleSet Rules, string FileSha256)
{
    public static Decision Decide(PlanState state, AdoptAppraisalRules command, Caller who, Moment now) =>
        RightsTable.Role(nameof(AdoptAppraisalRules), who)
        ?? AppraisalYear.OfPlan(state, command.Year)
        ?? (state.Appraisals.GetValueOrDefault(Appraisal.IdOf(command.Year))?.OpenedBy is not null ? Refusal.Conflict("appraisal-rules-fixed", null, ("year", command.Year)) : null)
        ?? (StandsForOther(state, command.Rules) ? Refusal.Conflict("appraisal-rules-version-taken", "version", ("id", command.Rules.Id), ("version", command.Rules.Version)) : null)
        ?? Decision.Of(new AppraisalRulesAdopted(state.Plan.Id, command.Year, command.FileSha256, command.Rules));

    private static bool StandsForOther(PlanState state, AppraisalRuleSet rules) =>
        state.Appraisals.Values.SelectMany(a => a.Adopted).Any(a => a.Rules.Id == rules.Id && a.Rules.Version == rules.Version && Text(a.Rules) != Text(rules));

    private static string Text(AppraisalRuleSet rules) => JsonSerializer.Serialize(rules, PlanJson.Options);
}
