namespace BizEnvLedger.Benchmarks;

/// <summary>What was measured, beside its bound.</summary>
internal sealed class Figures
{
    private readonly List<(string English, string Chinese, string Measured, string Bound, bool? Met)> rows = [];

    /// <summary>A figure that has a bound.</summary>
    public void Add(string english, string chinese, string measured, string bound, bool met) => rows.Add((english, chinese, measured, bound, met));

    /// <summary>A figure that explains others.</summary>
    public void Note(string english, string chinese, string measured) => rows.Add((english, chinese, measured, "", null));

    public void Print()
    {
        const string Line = "{0,-58} {1,-30} {2,-22} {3}";
        Console.WriteLine();
        Console.WriteLine(Line, "figure / 指标", "measured / 实测", "bound / 要求", "");
        foreach (var row in rows)
        {
            Console.WriteLine(Line, row.English, row.Measured, row.Bound, row.Met switch { true => "met / 达到", false => "NOT MET / 未达到", _ => "" });
            Console.WriteLine("  " + row.Chinese);
        }

        Console.WriteLine();
        var missed = rows.Count(r => r.Met == false);
        Console.WriteLine(missed == 0 ? "全部达到 / all figures are met" : $"{missed} 项未达到 / {missed} figures are not met");
    }

    /// <summary>The value below which a share of the samples lies.</summary>
    public static double Percentile(IEnumerable<double> samples, double share)
    {
        var sorted = samples.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    public static double Median(IEnumerable<double> samples) => Percentile(samples, 0.5);
}
