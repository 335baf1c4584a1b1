using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.Tests;

/// <summary>The half-years that every document is tried on.</summary>
public static class Cases
{
    public static readonly IReadOnlyDictionary<string, HalfYearDataSet> All = new Dictionary<string, HalfYearDataSet>
    {
        ["ordinary"] = new SampleDataSet().Build(),
        ["demonstration"] = new SampleDataSet { Demonstration = true }.Build(),
        ["first"] = new SampleDataSet { Previous = false }.Build(),
        ["empty"] = new SampleDataSet { Complaints = false, Due = 0, NextDue = 0, Indicators = 0, Previous = false, Proposed = false }.Build(),
        ["bare"] = new SampleDataSet { Complaints = false, Areas = 0, Due = 0, NextDue = 0, Indicators = 0, Previous = false, Proposed = false }.Build(),
        ["one"] = new SampleDataSet { Areas = 1, Due = 1, NextDue = 1, Indicators = 1, Proposed = false }.Build(),
        ["every kind"] = new SampleDataSet { Complaints = false, Areas = 1, TasksPerArea = 1, Due = 8, NextDue = 1, Indicators = 1 }.Build(),
        ["supervised"] = new SampleDataSet { Supervised = true }.Build(),
        ["nothing supervised"] = new SampleDataSet { Supervised = false }.Build(),
        ["six areas"] = new SampleDataSet { Areas = 6, Due = 60, Indicators = 40 }.Build(),
        ["three hundred"] = new SampleDataSet { Due = 300, NextDue = 120, Indicators = 80 }.Build(),
        ["long names"] = new SampleDataSet { Due = 120, Indicators = 40, Long = "（含各县市区、开发区管委会及其所属的各类园区、派驻机构和受委托承担管理职责的企事业单位）" }.Build(),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>For looking at: writes every document where <c>REPORT_SAMPLES</c> points, if it is set.</summary>
    public static string? SamplesFolder => Environment.GetEnvironmentVariable("REPORT_SAMPLES");
}
