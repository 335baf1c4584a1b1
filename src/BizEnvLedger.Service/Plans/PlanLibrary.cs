using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Service.Http;

namespace BizEnvLedger.Service.Plans;

/// <summary>The installation's calendars and default rule set: data files beside the program. What a plan uses goes into its issuing event.</summary>
public sealed class PlanLibrary
{
    private readonly Lazy<IReadOnlyDictionary<string, HolidayCalendar>> calendars = new(LoadCalendars);
    private readonly Lazy<RuleSet> rules = new(() => RuleSetFile.Read(File.ReadAllBytes(Beside("rules/default.json")), "default.json").Rules
        ?? throw new InvalidOperationException("The default rule set is not readable."));

    public static string Beside(string path) => Path.Combine(AppContext.BaseDirectory, path);

    /// <summary>The calendar and rule set of a plan, or a problem where its calendar is not installed.</summary>
    public (HolidayCalendar? Calendar, RuleSet? Rules, IResult? Problem) For(PlanDocument plan) =>
        calendars.Value.TryGetValue(plan.Calendar, out var calendar)
            ? (calendar, plan.Rules ?? rules.Value, null)
            : (null, null, Problems.Of(StatusCodes.Status422UnprocessableEntity, "unknown-calendar", "calendar", new Dictionary<string, string>
            {
                ["calendar"] = plan.Calendar,
                ["calendars"] = string.Join(", ", calendars.Value.Keys),
            }));

    private static IReadOnlyDictionary<string, HolidayCalendar> LoadCalendars() =>
        Directory.EnumerateFiles(Beside("calendars"), "*.json")
            .Select(f => CalendarFile.Read(File.ReadAllBytes(f), Path.GetFileName(f)).Calendar ?? throw new InvalidOperationException($"The calendar {Path.GetFileName(f)} is not readable."))
            .ToDictionary(c => c.Id);
}

/// <summary>What plans need.</summary>
[Services]
public static class PlanSlice
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<PlanLibrary>();
}
