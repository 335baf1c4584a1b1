using BizEnvLedger.Core.Appraisals.Measures;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Checking;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Appraisals.Rules;

/// <summary>A rule set can be reckoned with: codes are known and stand once, weights sum to 100, bands run the way that is said.</summary>
internal static class AppraisalRuleChecks
{
    public static void Check(AppraisalRuleSet rules, Mistakes mistakes)
    {
        HeadChecks.Format(mistakes, rules.Format, AppraisalRuleSet.FormatName);
        mistakes.Slug("$.id", rules.Id);
        Within("$.version", rules.Version, 1, 1_000_000, mistakes);
        mistakes.NotEmpty("$.title", rules.Title);
        Kinds(rules.Kinds, mistakes);
        List("$.lists.leading", rules.Lists.Leading, mistakes);
        List("$.lists.cooperatingOnly", rules.Lists.CooperatingOnly, mistakes);
        List("$.lists.regions", rules.Lists.Regions, mistakes);
        Ballots(rules.Ballots, mistakes);
    }

    private static void Kinds(IReadOnlyList<UnitKind> kinds, Mistakes mistakes)
    {
        NotNone("$.kinds", kinds, mistakes);
        mistakes.Once(kinds.Select((k, i) => ($"$.kinds[{i}]", k.ToString())), "unit kind", "单位类型");
        for (var i = 0; i < kinds.Count; i++)
            if (kinds[i] == UnitKind.Group)
                mistakes.Add($"$.kinds[{i}]", "group-not-appraised",
                    "A group is appraised through its members.", "组别不单独考评，由其成员分别考评。",
                    "Take “group” out of the list.", "请从列表中删除“group”。");
    }

    private static void List(string path, ScoreList list, Mistakes mistakes)
    {
        mistakes.NotEmpty(path + ".title", list.Title);
        mistakes.NotEmpty(path + ".reason", list.Reason);
        Within(path + ".leastRatedWeight", list.LeastRatedWeight, 0, 100, mistakes);
        NotNone(path + ".lines", list.Lines, mistakes);
        mistakes.Once(list.Lines.Select((l, i) => ($"{path}.lines[{i}].code", l.Code)), "score line", "得分项");
        for (var i = 0; i < list.Lines.Count; i++)
            Line($"{path}.lines[{i}]", list.Lines[i], mistakes);
        SumTo100(path + ".lines", list.Lines.Select(l => l.Weight), mistakes);
    }

    private static void Line(string path, ScoreRule line, Mistakes mistakes)
    {
        mistakes.Slug(path + ".code", line.Code);
        mistakes.NotEmpty(path + ".title", line.Title);
        mistakes.NotEmpty(path + ".reason", line.Reason);
        Weight(path + ".weight", line.Weight, mistakes);
        Within(path + ".leastFacts", line.LeastFacts, 1, 100_000, mistakes);
        Within(path + ".band.none", line.Band.None, 0, 1, mistakes);
        Within(path + ".band.full", line.Band.Full, 0, 1, mistakes);
        if (MeasureTable.Find(line.Measure) is null)
            Unknown(path + ".measure", line.Measure, MeasureTable.All.Select(m => m.Code), mistakes);
        if (line.Direction == Direction.None)
            mistakes.Add(path + ".direction", "direction-missing",
                "A score line says which way is better.", "得分项必须说明方向。",
                "Write “up” where more is better, “down” where less is.", "越高越好写“up”，越低越好写“down”。");
        else if (line.Direction == Direction.Up ? line.Band.Full <= line.Band.None : line.Band.Full >= line.Band.None)
            mistakes.Add(path + ".band", "band-against-direction",
                $"The band runs from {line.Band.None} to {line.Band.Full}, against the direction.", $"得分区间由{line.Band.None}到{line.Band.Full}，与方向不符。",
                "Where more is better, “full” lies above “none”; where less is, below it.", "越高越好时“full”应大于“none”，越低越好时应小于“none”。");
    }

    private static void Ballots(BallotRules ballots, Mistakes mistakes)
    {
        Within("$.ballots.mostBallots", ballots.MostBallots, 1, 1_000_000, mistakes);
        mistakes.NotEmpty("$.ballots.reason", ballots.Reason);
        Weighted("$.ballots.bodies", ballots.Bodies, "body", "评议主体", mistakes);
        Weighted("$.ballots.aspects", ballots.Aspects, "aspect", "评议内容", mistakes);
        NotNone("$.ballots.grades", ballots.Grades, mistakes);
        mistakes.Once(ballots.Grades.Select((g, i) => ($"$.ballots.grades[{i}].code", g.Code)), "grade", "评议等次");
        for (var i = 0; i < ballots.Grades.Count; i++)
        {
            mistakes.Slug($"$.ballots.grades[{i}].code", ballots.Grades[i].Code);
            mistakes.NotEmpty($"$.ballots.grades[{i}].title", ballots.Grades[i].Title);
            Within($"$.ballots.grades[{i}].value", ballots.Grades[i].Value, 0, 1, mistakes);
        }
    }

    private static void Weighted(string path, IReadOnlyList<WeightedCode> all, string en, string zh, Mistakes mistakes)
    {
        NotNone(path, all, mistakes);
        mistakes.Once(all.Select((w, i) => ($"{path}[{i}].code", w.Code)), en, zh);
        for (var i = 0; i < all.Count; i++)
        {
            mistakes.Slug($"{path}[{i}].code", all[i].Code);
            mistakes.NotEmpty($"{path}[{i}].title", all[i].Title);
            Weight($"{path}[{i}].weight", all[i].Weight, mistakes);
        }

        SumTo100(path, all.Select(w => w.Weight), mistakes);
    }

    private static void Weight(string path, decimal weight, Mistakes mistakes)
    {
        Within(path, weight, 0.01m, 100, mistakes);
        if (decimal.Round(weight, 2) != weight)
            mistakes.Add(path, "weight-too-fine",
                $"The weight {weight} has more than two decimals.", $"权重{weight}的小数超过两位。",
                "Write at most two decimals.", "最多写两位小数。");
    }

    private static void SumTo100(string path, IEnumerable<decimal> weights, Mistakes mistakes)
    {
        var sum = weights.Sum(w => Math.Clamp(w, 0, 1000));
        if (sum != 100)
            mistakes.Add(path, "weights-not-100",
                $"The weights sum to {sum}, not to 100.", $"权重合计为{sum}，不是100。",
                "Put the weights right.", "请调整各项权重，使合计为100。");
    }

    private static void NotNone<T>(string path, IReadOnlyList<T> all, Mistakes mistakes)
    {
        if (all.Count == 0)
            mistakes.Add(path, "list-empty", "The list is empty.", "列表为空。", "Name at least one.", "请至少列一项。");
    }

    private static void Unknown(string path, string written, IEnumerable<string> known, Mistakes mistakes)
    {
        var nearest = Nearest.To(written, known);
        mistakes.Add(path, "unknown-measure",
            $"There is no measure “{ModelReader.Shown(written)}”.", $"没有名为“{ModelReader.Shown(written)}”的计算项。",
            nearest is null ? $"Known are: {string.Join(", ", known)}." : $"Did you mean “{nearest}”?",
            nearest is null ? $"可用的有：{string.Join("、", known)}。" : $"是否应为“{nearest}”？");
    }

    private static void Within(string path, decimal value, decimal least, decimal most, Mistakes mistakes)
    {
        if (value < least || value > most)
            mistakes.OutOfRange(path, value, least, most);
    }
}
