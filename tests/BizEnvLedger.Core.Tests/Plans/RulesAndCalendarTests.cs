using System.Text;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Tests.Plans;

public class RulesAndCalendarTests
{
    [Fact]
    public void The_default_rules_are_the_ones_of_the_plan()
    {
        var reading = RuleSetFile.Read(ExampleFiles.Deployed("rules/default.json"), "default.json");
        ExampleFiles.Told(reading.Mistakes).ShouldBe("");
        reading.Rules!.ShouldBe(new()
        {
            Id = "default", Version = 1, GraceDays = 10, VerificationWorkingDays = 15, MendWorkingDays = 5, ReclaimDays = 15,
            DueSoonDays = 30, BehindPoints = 10, MonthlyWithinDays = 90, MonthlyDays = 31, QuarterlyDays = 92,
            NoticeOverdueDays = 30, NoticeOverdueShare = 0.2m, NoticeOverdueLeast = 2, TextLimit = 4000,
            Complaints = new() { OfficeHours = "09:00-12:00,14:00-17:00", DispatchHours = 4, ResponseHours = 8, ResolveWorkingDays = 15, AskWorkingDays = 10, VisitWorkingDays = 10 },
            Inspections = new() { RevealWorkingDays = 10 },
        });
    }

    [Theory]
    [InlineData("\"graceDays\": 10", "\"graceDays\": -1", "number-out-of-range", "$.graceDays")]
    [InlineData("\"noticeOverdueShare\": 0.2", "\"noticeOverdueShare\": 20", "number-out-of-range", "$.noticeOverdueShare")]
    [InlineData("\"responseHours\": 8", "\"responseHours\": 0", "number-out-of-range", "$.complaints.responseHours")]
    [InlineData("\"daysBefore\": [30, 10, 3]", "\"daysBefore\": [30, 0, 3]", "number-out-of-range", "$.reminders.daysBefore[1]")]
    [InlineData("\"overdueEveryDays\": 7", "\"overdueEveryDays\": 0", "number-out-of-range", "$.reminders.overdueEveryDays")]
    [InlineData("\"fromHour\": 8", "\"fromHour\": 24", "number-out-of-range", "$.reminders.fromHour")]
    [InlineData("09:00-12:00,", "09:00-15:00,", "bad-office-hours", "$.complaints.officeHours")]
    [InlineData("\"graceDays\": 10,", "", "missing-property", "$.graceDays")]
    [InlineData("\"id\": \"default\"", "\"id\": \"Default rules\"", "bad-id", "$.id")]
    [InlineData("\"feedbackWorkingDays\": 5", "\"feedbackWorkingDays\": 0", "number-out-of-range", "$.notices.feedbackWorkingDays")]
    public void A_mistake_in_rules_is_told(string written, string instead, string code, string path)
    {
        // What is missing is missed in the object that begins in the first line.
        var file = System.Text.Encoding.UTF8.GetString(ExampleFiles.Deployed("rules/default.json"));
        var line = instead.Length == 0 ? 1 : file[..file.IndexOf(written, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        var reading = RuleSetFile.Read(Changed("rules/default.json", written, instead), "rules.json");
        reading.Rules.ShouldBeNull();
        reading.Mistakes.Select(x => $"{x.Code} {x.Line} {x.Path}").ShouldBe([$"{code} {line} {path}"]);
    }

    [Theory]
    [InlineData(2021, 31, 7)]
    [InlineData(2022, 32, 7)]
    [InlineData(2023, 28, 7)]
    [InlineData(2024, 30, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void The_calendar_holds_each_years_published_days(int year, int holidays, int makeUpDays)
    {
        var reading = CalendarFile.Read(ExampleFiles.Deployed("calendars/china.json"), "china.json");
        ExampleFiles.Told(reading.Mistakes).ShouldBe("");
        reading.Calendar!.Holidays.Count(x => x.Year == year).ShouldBe(holidays);
        reading.Calendar.MakeUpDays.Count(x => x.Year == year).ShouldBe(makeUpDays);
    }

    [Theory]
    [InlineData("2021-02-10", "2021-02-18")]
    [InlineData("2021-09-30", "2021-10-08")]
    [InlineData("2022-12-30", "2023-01-03")]
    [InlineData("2024-02-09", "2024-02-18")]
    [InlineData("2026-02-14", "2026-02-24")]
    public void The_next_working_day_skips_a_holiday_and_takes_make_up_days(string day, string next) =>
        CalendarFile.Read(ExampleFiles.Deployed("calendars/china.json"), "china.json").Calendar!.After(DateOnly.Parse(day), 1).ShouldBe(DateOnly.Parse(next));

    [Theory]
    [InlineData("\"2021-01-02\"", "\"2020-01-02\"", "day-outside-years", "$.holidays[1]")]
    [InlineData("\"2021-01-02\"", "\"2021-01-01\"", "duplicate-day", "$.holidays[1]")]
    [InlineData("\"2021-02-07\"", "\"2021-01-01\"", "duplicate-day", "$.makeUpDays[0]", true)]
    [InlineData("\"2021-02-07\"", "\"2021-02-08\"", "make-up-day-on-weekday", "$.makeUpDays[0]")]
    [InlineData("\"2021-02-07\"", "\"2021-02-29\"", "impossible-date", "$.makeUpDays[0]")]
    [InlineData("\"version\": 1", "\"version\": 0", "number-out-of-range", "$.version")]
    public void A_mistake_in_a_calendar_is_told(string written, string instead, string code, string path, bool others = false)
    {
        var reading = CalendarFile.Read(Changed("calendars/china.json", written, instead), "china.json");
        reading.Calendar.ShouldBeNull();
        reading.Mistakes.ShouldContain(x => x.Code == code && x.Path == path && x.Line > 1, ExampleFiles.Told(reading.Mistakes));
        reading.Mistakes.Count.ShouldBe(others ? 2 : 1);
    }

    private static byte[] Changed(string file, string written, string instead)
    {
        var text = Encoding.UTF8.GetString(ExampleFiles.Deployed(file));
        text.Split(written).Length.ShouldBe(2);
        return Encoding.UTF8.GetBytes(text.Replace(written, instead));
    }
}
