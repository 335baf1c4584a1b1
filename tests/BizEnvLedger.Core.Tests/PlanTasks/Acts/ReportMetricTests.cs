using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

public class ReportMetricTests
{
    private static Story Start => Given(IssuedWithSystems());

    [Fact]
    public void A_lead_reports_a_figure_for_a_day() =>
        Start.When(Metric("1.1-i1", 4.5m, People.Energy, "2021-04-05", effective: "2021-03-31", measuredIn: "工作日", source: Text("统计报表"), evidence: [Evidence]))
            .Then(new MetricReported("1.1-i1", "energy", 4.5m, null, Day("2021-03-31"), Sealed("统计报表"), [Evidence]));

    [Fact]
    public void A_cooperating_unit_and_the_data_owner_report_too()
    {
        Start.When(Metric("1.1-i1", 4, People.Water, "2021-04-05")).Accepted();
        Start.When(Metric("1.1-i2", 90, People.North, "2021-04-05", benchmark: 88))
            .Then(new MetricReported("1.1-i2", "north", 90, 88, Day("2021-04-05"), null, []));
        Start.When(Metric("1.1-i1", 4, People.North, "2021-04-05")).Refused("not-your-indicator", RefusalKind.NotAllowed);
    }

    [Fact]
    public void A_business_system_reports_for_its_unit()
    {
        var system = new Caller("meter-system", new HashSet<Role> { Role.System }, null, new HashSet<string> { "energy" });
        Start.When(Metric("1.1-i1", 4, system, "2021-04-05")).Accepted();
    }

    [Fact]
    public void An_indicator_that_is_not_in_the_task_is_unknown() =>
        Start.When(Metric("1.1-i9", 4, People.Energy, "2021-04-05")).Refused("unknown-indicator", RefusalKind.Invalid, "indicator");

    [Fact]
    public void A_figure_beyond_the_bound_is_a_slip_of_the_hand()
    {
        Start.When(Metric("1.1-i1", ReportMetric.Bound, People.Energy, "2021-04-05")).Refused("value-out-of-bounds", RefusalKind.Invalid, "value");
        Start.When(Metric("1.1-i1", -ReportMetric.Bound, People.Energy, "2021-04-05")).Refused("value-out-of-bounds", RefusalKind.Invalid, "value");
        Start.When(Metric("1.1-i1", ReportMetric.Bound - 1, People.Energy, "2021-04-05")).Accepted();
        Start.When(Metric("1.1-i2", 90, People.North, "2021-04-05", benchmark: decimal.MaxValue)).Refused("value-out-of-bounds", RefusalKind.Invalid, "benchmark");
    }

    [Fact]
    public void A_figure_in_another_unit_of_measure_is_refused() =>
        Start.When(Metric("1.1-i1", 4, People.Energy, "2021-04-05", measuredIn: "小时")).Refused("wrong-unit-of-measure", RefusalKind.Invalid, "measuredIn");

    [Fact]
    public void A_target_against_a_benchmark_needs_the_benchmark() =>
        Start.When(Metric("1.1-i2", 90, People.North, "2021-04-05")).Refused("benchmark-missing", RefusalKind.Invalid, "benchmark");

    [Theory]
    [InlineData("2021-04-06", "date-in-future")]
    [InlineData("2020-12-31", "date-out-of-bounds")]
    public void A_figure_is_neither_of_tomorrow_nor_of_before_the_plan(string effective, string code) =>
        Start.When(Metric("1.1-i1", 4, People.Energy, "2021-04-05", effective)).Refused(code, RefusalKind.Invalid, "effectiveOn");

    [Fact]
    public void A_source_that_is_given_has_words() =>
        Start.When(Metric("1.1-i1", 4, People.Energy, "2021-04-05", source: Text(" "))).Refused("text-empty", RefusalKind.Invalid, "source");

    [Fact]
    public void Its_evidence_is_named_by_hash() =>
        Start.When(Metric("1.1-i1", 4, People.Energy, "2021-04-05", evidence: ["x"])).Refused("evidence-not-a-hash", RefusalKind.Invalid, "evidence");
}
