using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>推动不力 in whole sentences: which paper or decision, its limit, what it is about, and the days past it.</summary>
internal static class WeakFacts
{
    /// <summary>What the entry rests on; null where it rests on something else than papers and decisions.</summary>
    public static string? Write(HalfYearDataSet dataSet, ProposedEntry entry, int most, string annex)
    {
        var left = dataSet.Coordination?.Unanswered.Where(u => u.Unit.Id == entry.Unit.Id && u.Rule == entry.Rule && (u.Milestones.Count == 0 || entry.Milestones.Count == 0 || u.Milestones.Any(entry.Milestones.Contains))).OrderByDescending(u => u.Days).ToList() ?? [];
        if (left.Count == 0)
            return null;
        return string.Join("；", left.Take(most).Select(u => Sentence(dataSet, u))) + (left.Count > most ? $"；其余{left.Count - most}件见{annex}" : "") + "。";
    }

    private static string Sentence(HalfYearDataSet dataSet, UnansweredFigures left)
    {
        var limit = Wording.Date(left.Limit);
        var past = $"截至{Wording.Date(dataSet.EffectiveOn)}未{(left.Rule == "request-unanswered" ? "办理" : "答复")}，超期{left.Days}天";
        var about = About(dataSet, left);
        return left.Rule switch
        {
            "order-unanswered" => $"督办单{about}要求于{limit}前答复，{past}",
            "instruction-unanswered" => $"领导批示{about}要求于{limit}前答复，{past}",
            _ => $"经协调确定的协作事项{about}应于{limit}前办理，{past}",
        };
    }

    private static string About(HalfYearDataSet dataSet, UnansweredFigures left) => left.Milestones.Count == 0
        ? $"（任务{Terms.Task(left.Task)}）"
        : $"（涉及{Wording.List(left.Milestones.Select(id => Terms.Subject(dataSet, id) is var words && words == id ? $"节点{id}" : $"“{Wording.Clause(words)}”"))}）";
}
