using BizEnvLedger.Core.Plans.Checking;

namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>A rule set file as read; <paramref name="Rules"/> is null when there is a single mistake.</summary>
public sealed record RuleSetReading(string File, RuleSet? Rules, IReadOnlyList<PlanMistake> Mistakes);

/// <summary>Rule set files.</summary>
public static class RuleSetFile
{
    /// <summary>Reads and checks a rule set. Never throws.</summary>
    public static RuleSetReading Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        var form = ModelReader.Read<RuleSet>(bytes);
        if (form.Value is not { } rules)
            return new(fileName, null, form.Mistakes);
        var content = new Mistakes(form.Positions);
        RuleChecks.Check(rules, "$", content);
        var mistakes = form.With(content.InOrder());
        return new(fileName, mistakes.Count == 0 ? rules : null, mistakes);
    }
}
