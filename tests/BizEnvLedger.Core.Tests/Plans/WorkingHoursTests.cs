using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Reading;
using CsCheck;

namespace BizEnvLedger.Core.Tests.Plans;

public class WorkingHoursTests
{
    private static readonly HolidayCalendar China = CalendarFile.Read(ExampleFiles.Deployed("calendars/china.json"), "china.json").Calendar!;
    private static readonly WorkingHours Office = WorkingHours.TryParse("09:00-12:00,14:00-17:00")!;

    private static readonly Gen<DateTime> Times = Gen.Int[0, 6 * 365 * 24 * 60 - 60 * 24 * 60].Select(m => new DateTime(2021, 1, 1).AddMinutes(m));

    [Theory]
    [InlineData("2021-06-30 16:00", 8, "2021-07-02 10:00")]
    [InlineData("2021-06-30 16:00", 1, "2021-06-30 17:00")]
    [InlineData("2021-06-30 16:30", 1, "2021-07-01 09:30")]
    [InlineData("2021-12-31 16:00", 2, "2022-01-04 10:00")]
    [InlineData("2021-09-30 16:00", 8, "2021-10-09 10:00")]
    [InlineData("2021-02-10 17:30", 3, "2021-02-18 12:00")]
    [InlineData("2021-02-20 13:00", 3, "2021-02-20 17:00")]
    [InlineData("2021-02-21 08:00", 1, "2021-02-22 10:00")]
    [InlineData("2022-12-30 15:00", 6, "2023-01-03 15:00")]
    [InlineData("2021-03-05 10:00", 4, "2021-03-05 16:00")]
    [InlineData("2021-03-05 12:00", 1, "2021-03-05 15:00")]
    public void Hours_run_in_office_hours_of_working_days_only(string at, int hours, string then) =>
        Office.After(China, DateTime.Parse(at), hours).ShouldBe(DateTime.Parse(then));

    [Fact]
    public void So_many_hours_lie_between_the_beginning_and_the_limit() =>
        Gen.Select(Times, Gen.Int[1, 60]).Sample((at, hours) => Office.Between(China, at, Office.After(China, at, hours)).ShouldBe(TimeSpan.FromHours(hours)), iter: 3000);

    [Fact]
    public void A_limit_falls_into_office_hours_of_a_working_day_and_never_before_the_beginning() =>
        Gen.Select(Times, Gen.Int[1, 60]).Sample((at, hours) =>
        {
            var limit = Office.After(China, at, hours);
            China.IsWorkingDay(DateOnly.FromDateTime(limit)).ShouldBeTrue();
            (limit.TimeOfDay is var t && ((t > new TimeSpan(9, 0, 0) && t <= new TimeSpan(12, 0, 0)) || (t > new TimeSpan(14, 0, 0) && t <= new TimeSpan(17, 0, 0)))).ShouldBeTrue(limit.ToString("s"));
            limit.ShouldBeGreaterThan(at);
        }, iter: 3000);

    [Fact]
    public void Hours_add_up_and_a_later_beginning_has_no_earlier_limit() =>
        Gen.Select(Times, Gen.Int[0, 5000], Gen.Int[1, 30], Gen.Int[1, 30]).Sample((at, later, a, b) =>
        {
            Office.After(China, Office.After(China, at, a), b).ShouldBe(Office.After(China, at, a + b));
            Office.After(China, at.AddMinutes(later), a).ShouldBeGreaterThanOrEqualTo(Office.After(China, at, a));
        }, iter: 3000);

    [Fact]
    public void A_day_added_to_the_holidays_moves_no_limit_forward() =>
        Gen.Select(Times, Gen.Int[1, 30], Gen.Int[0, 20]).Sample((at, hours, day) =>
            Office.After(China with { Holidays = [.. China.Holidays, DateOnly.FromDateTime(at).AddDays(day)] }, at, hours).ShouldBeGreaterThanOrEqualTo(Office.After(China, at, hours)), iter: 1000);

    [Theory]
    [InlineData("")]
    [InlineData("9-12")]
    [InlineData("12:00-09:00")]
    [InlineData("09:00-12:00,11:00-17:00")]
    [InlineData("09:00-12:00,12:00-17:00")]
    [InlineData("09:00-24:00")]
    public void Spans_are_in_order_and_apart(string text) => WorkingHours.TryParse(text).ShouldBeNull();
}
