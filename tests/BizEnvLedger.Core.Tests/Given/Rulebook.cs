using BizEnvLedger.Core.Plans;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests;

/// <summary>The numbers of ledger.md, and a calendar in which 1 to 7 October is free and Saturday 9 October is worked.</summary>
internal static class Rulebook
{
    public static readonly RuleSet Rules = new()
    {
        Id = "default",
        Version = 1,
        GraceDays = 10,
        VerificationWorkingDays = 15,
        MendWorkingDays = 5,
        ReclaimDays = 15,
        DueSoonDays = 30,
        BehindPoints = 10,
        MonthlyWithinDays = 90,
        MonthlyDays = 31,
        QuarterlyDays = 92,
        NoticeOverdueDays = 30,
        NoticeOverdueShare = 0.2m,
        NoticeOverdueLeast = 2,
        TextLimit = 100,
        Inspections = new() { RevealWorkingDays = 10 },
    };

    public static readonly HolidayCalendar Calendar = new()
    {
        Id = "invented",
        Version = 1,
        Years = [2021],
        Holidays = [.. Enumerable.Range(1, 7).Select(d => new DateOnly(2021, 10, d))],
        MakeUpDays = [Day("2021-10-09")],
    };
}
