using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Tests.Plans;

public class OccurrencesTests
{
    private static readonly Period plan = new(new(2021, 1, 1), new(2022, 12, 31));

    private static IReadOnlyList<Occurrence> Of(Every? every, string? from = null, string? until = null) => Occurrences.Of(new()
    {
        Id = "9.1-m1",
        Statement = "通报",
        Recurrence = new() { Every = every, Text = "每", From = from is null ? null : DateOnly.Parse(from), Until = until is null ? null : DateOnly.Parse(until) },
    }, plan);

    [Theory]
    [InlineData(Every.Year, 2, "9.1-m1@2021", "2021-01-01", "2021-12-31", "9.1-m1@2022")]
    [InlineData(Every.HalfYear, 4, "9.1-m1@2021H1", "2021-01-01", "2021-06-30", "9.1-m1@2022H2")]
    [InlineData(Every.Quarter, 8, "9.1-m1@2021Q1", "2021-01-01", "2021-03-31", "9.1-m1@2022Q4")]
    [InlineData(Every.Month, 24, "9.1-m1@2021-01", "2021-01-01", "2021-01-31", "9.1-m1@2022-12")]
    public void A_duty_recurs_through_the_plan(Every every, int count, string id, string start, string due, string last)
    {
        var all = Of(every);
        all.Count.ShouldBe(count);
        all[0].ShouldBe(new(id, DateOnly.Parse(start), DateOnly.Parse(due)));
        all[^1].Id.ShouldBe(last);
    }

    [Fact]
    public void February_ends_when_it_ends() => Of(Every.Month, until: "2021-02-28")[1].Due.ShouldBe(new DateOnly(2021, 2, 28));

    [Fact]
    public void A_period_counts_when_its_last_day_lies_within_from_and_until() =>
        Of(Every.Quarter, from: "2021-05-15", until: "2022-03-30").Select(x => x.Id).ShouldBe(["9.1-m1@2021Q2", "9.1-m1@2021Q3", "9.1-m1@2021Q4"]);

    [Fact]
    public void A_duty_without_a_period_has_no_occurrence() => Of(null).ShouldBeEmpty();

    [Fact]
    public void A_milestone_that_does_not_recur_has_no_occurrence() =>
        Occurrences.Of(new() { Id = "9.1-m1", Statement = "一次", Due = new(2021, 6, 30) }, plan).ShouldBeEmpty();

    [Fact]
    public void The_calendars_last_day_is_no_obstacle() => Of(Every.Year, from: "9998-06-01", until: "9999-12-31").Count.ShouldBe(2);
}
