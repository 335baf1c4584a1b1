namespace BizEnvLedger.Audit.Checks;

/// <summary>What a check has to say: a fault, or a remark that an auditor should look at and that breaks nothing.</summary>
internal sealed record Finding(bool IsFault, string Code, params (string Name, object? Value)[] Values)
{
    public static Finding Fault(string code, params (string, object?)[] values) => new(true, code, values);

    public static Finding Remark(string code, params (string, object?)[] values) => new(false, code, values);
}

/// <summary>Findings in the order of checking; of one kind a hundred are told, and how many more there are.</summary>
internal sealed class Findings
{
    public const int MostOfAKind = 100;
    private readonly Dictionary<string, int> counts = [];
    private readonly List<Finding> told = [];

    public IReadOnlyList<Finding> Told => told;
    public bool Hold => !told.Exists(f => f.IsFault);
    public IEnumerable<(string Code, int More)> Cut => counts.Where(c => c.Value > MostOfAKind).Select(c => (c.Key, c.Value - MostOfAKind));

    public void Add(Finding finding)
    {
        var count = counts[finding.Code] = counts.GetValueOrDefault(finding.Code) + 1;
        if (count <= MostOfAKind)
            told.Add(finding);
    }
}
