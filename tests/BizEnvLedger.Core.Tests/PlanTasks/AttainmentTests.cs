using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks;

/// <summary>1.1-i1: at most 5 by 30 June 2021, 2 by the year's end, 1 by the plan's end.</summary>
public class AttainmentTests
{
    private static readonly Story Start = Given(IssuedWithSystems());

    [Theory]
    [InlineData("2021-06-29", null, Attained.NotYet)]
    [InlineData("2021-06-30", 5, Attained.Met)]
    [InlineData("2021-12-30", 5, Attained.Met)]
    [InlineData("2021-12-31", 2, Attained.Missed)]
    [InlineData("2022-12-31", 1, Attained.Missed)]
    public void The_target_in_force_is_the_last_that_fell_due(string day, int? target, Attained attained)
    {
        var standing = On(Start.And(Metric("1.1-i1", 5, People.Energy, "2021-06-15")), "1.1-i1", day);
        ((int?)standing.InForce?.Value, standing.Attained).ShouldBe((target, attained));
    }

    [Fact]
    public void Without_a_reading_a_target_in_force_is_unreported_and_the_next_is_named()
    {
        var standing = On(Start, "1.1-i1", "2021-07-01");
        (standing.Attained, standing.Next!.Value).ShouldBe((Attained.Unreported, 2));
    }

    [Fact]
    public void The_latest_effective_reading_counts_and_on_one_day_the_later_recorded()
    {
        var story = Start.And(
            Metric("1.1-i1", 3, People.Energy, "2021-07-02", effective: "2021-06-30"),
            Metric("1.1-i1", 9, People.Energy, "2021-07-03", effective: "2021-06-15"));
        On(story, "1.1-i1", "2021-07-05").Reading!.Value.ShouldBe(3);
        On(story.And(Metric("1.1-i1", 4, People.Energy, "2021-07-04", effective: "2021-06-30")), "1.1-i1", "2021-07-05").Reading!.Value.ShouldBe(4);
    }

    [Theory]
    [InlineData(91, 90, Attained.Met)]
    [InlineData(90, 90, Attained.Missed)]
    public void Better_than_the_benchmark_is_better_and_not_equal(int value, int benchmark, Attained attained) =>
        On(Start.And(Metric("1.1-i2", value, People.North, "2021-07-02", benchmark: benchmark)), "1.1-i2", "2021-07-05").Attained.ShouldBe(attained);

    [Fact]
    public void Case_counts_are_for_the_record_only() =>
        On(Start.And(Metric("1.1-i3", 91, People.Energy, "2021-07-02")), "1.1-i3", "2021-07-05").Attained.ShouldBe(Attained.FactOnly);

    [Theory]
    [InlineData(Comparator.AtMost, 5, true)]
    [InlineData(Comparator.AtMost, 6, false)]
    [InlineData(Comparator.AtLeast, 5, true)]
    [InlineData(Comparator.AtLeast, 4, false)]
    [InlineData(Comparator.Equal, 5, true)]
    [InlineData(Comparator.Equal, 4, false)]
    [InlineData(Comparator.Between, 5, true)]
    [InlineData(Comparator.Between, 7, true)]
    [InlineData(Comparator.Between, 8, false)]
    [InlineData(Comparator.Between, 4, false)]
    [InlineData(Comparator.Unstated, 4, null)]
    [InlineData(Comparator.BetterThan, 4, null)]
    public void A_reading_is_held_against_the_figure(Comparator comparator, int value, bool? met)
    {
        var reading = new Reading(new(default, 0, default, default, default, "", false), "", "", value, null);
        Attainment.Meets(InventedPlan.Document.Tasks[0].Measures[0].Indicators[0], new() { Comparator = comparator, Value = 5, Upper = 7 }, reading).ShouldBe(met);
    }

    private static Standing On(Story story, string indicator, string day) => story.TaskOf(indicator).StandingOn(story.TaskOf(indicator).Latest.Indicator(indicator)!, Day(day));
}
