using BizEnvLedger.Core.Plans.Checking;

namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>A holiday calendar file as read; <paramref name="Calendar"/> is null when there is a single mistake.</summary>
public sealed record CalendarReading(string File, HolidayCalendar? Calendar, IReadOnlyList<PlanMistake> Mistakes);

/// <summary>Holiday calendar files.</summary>
public static class CalendarFile
{
    /// <summary>Reads and checks a calendar. Never throws.</summary>
    public static CalendarReading Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        var form = ModelReader.Read<HolidayCalendar>(bytes);
        if (form.Value is not { } calendar)
            return new(fileName, null, form.Mistakes);
        var content = new Mistakes(form.Positions);
        CalendarChecks.Check(calendar, content);
        var mistakes = form.With(content.InOrder());
        return new(fileName, mistakes.Count == 0 ? calendar : null, mistakes);
    }
}
