using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Appraisals.Rules;

/// <summary>A rule set file of the year's appraisal as read; <paramref name="Rules"/> is null when there is a single mistake.</summary>
public sealed record AppraisalRuleReading(string File, AppraisalRuleSet? Rules, IReadOnlyList<PlanMistake> Mistakes);

/// <summary>Rule set files of the year's appraisal (<see cref="AppraisalRuleSet.FormatName"/>).</summary>
public static class AppraisalRuleFile
{
    /// <summary>Reads and checks a rule set. Never throws; every mistake of form and content is told at once.</summary>
    public static AppraisalRuleReading Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        var form = ModelReader.Read<AppraisalRuleSet>(bytes);
        if (form.Value is not { } rules)
            return new(fileName, null, form.Mistakes);
        var content = new Mistakes(form.Positions);
        AppraisalRuleChecks.Check(rules, content);
        var mistakes = form.With(content.InOrder());
        return new(fileName, mistakes.Count == 0 ? rules : null, mistakes);
    }
}
