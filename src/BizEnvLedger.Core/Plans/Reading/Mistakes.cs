namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>Collects mistakes, so that all of them can be told at once.</summary>
public sealed class Mistakes(Positions positions)
{
    /// <summary>Most mistakes that are told in one go; a file that is worse than this is the wrong file.</summary>
    public const int Most = 500;

    private readonly List<PlanMistake> all = [];

    public bool Full => all.Count > Most;

    public void Add(string path, string code, string en, string zh, string remedyEn, string remedyZh)
    {
        if (Full)
            return;
        var (line, column) = positions.Of(path);
        all.Add(all.Count < Most
            ? new(code, path, line, column, en, zh, remedyEn, remedyZh)
            : new("more-mistakes", "$", line, column,
                $"There are more than {Most} mistakes.", $"错误超过{Most}处。",
                "Put these right first, then check again.", "请先改正以上各处，再重新检查。"));
    }

    /// <summary>The mistakes in the order of the file.</summary>
    public IReadOnlyList<PlanMistake> InOrder() => [.. all.OrderBy(x => x.Line).ThenBy(x => x.Column)];
}
