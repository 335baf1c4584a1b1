using BizEnvLedger.Core.Notices;
using BizEnvLedger.Reports.HalfYearReports;

namespace BizEnvLedger.Reports.Notices;

/// <summary>行动不快 of a region with its steps: unit, matter, limit, fact and days of each, so that the region can answer.</summary>
internal static class StepFacts
{
    /// <summary>Null where the entry is of something else, or a step's matter is not at hand.</summary>
    public static string? Write(NoticePaper paper, NoticeEntry entry, int most, string annex)
    {
        var f = entry.Facts;
        if ((f.Ground ?? f.Rule) != "steps-overdue" || f.OwnDays.Count != f.Milestones.Count || !f.Milestones.All(paper.Steps.ContainsKey))
            return null;
        var steps = f.Milestones.Select((id, i) => (Matter: paper.Steps[id], Days: f.OwnDays[i])).OrderByDescending(s => s.Days).ToList();
        var cut = Wording.Date(paper.DataSet.EffectiveOn);
        if (steps is [var only])
            return $"{Counts(f)}承担的分解事项“{Wording.Clause(only.Matter.Matter)}”应于{Wording.Date(only.Matter.Due)}前完成，截至{cut}未完成，逾期{only.Days}天。";
        var told = string.Join("；", steps.Take(most).Select(s => $"“{Wording.Clause(s.Matter.Matter)}”时限为{Wording.Date(s.Matter.Due)}，逾期{s.Days}天"));
        return $"{Counts(f)}截至{cut}未完成的分解事项{steps.Count}项：{told}{(steps.Count > most ? $"；其余{steps.Count - most}项见{annex}" : "")}。";
    }

    /// <summary>An entry that a person added counts nothing beyond what it names.</summary>
    private static string Counts(EntryFacts facts) => facts.DueCount > facts.Milestones.Count ? $"本期应完成分解事项{facts.DueCount}项，" : "";
}
