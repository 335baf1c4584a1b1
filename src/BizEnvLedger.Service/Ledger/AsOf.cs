using System.Globalization;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Security;

namespace BizEnvLedger.Service.Ledger;

/// <summary>
/// A read as of two times: <c>recordedBy</c> (a moment; a date means its end) and <c>effectiveOn</c> (a date).
/// Omitted, it is the present; with only <c>recordedBy</c>, the day is that moment's, or today where that is earlier.
/// </summary>
public sealed record AsOf(Volume Volume, DateTimeOffset? RecordedBy, DateOnly Day, DateOnly Today)
{
    /// <summary>Reads the two times, or answers what is wrong with them.</summary>
    /// <param name="word">Name of the parameter that gives the moment.</param>
    public static async Task<(AsOf? AsOf, IResult? Problem)> ReadAsync(HttpContext http, string word = "recordedBy")
    {
        var services = http.RequestServices;
        var book = services.GetRequiredService<LedgerBook>();
        var (_, jurisdiction) = Callers.Of(http.User);
        if (!await book.KnowsAsync(jurisdiction, http.RequestAborted))
            return (null, Problems.Of(StatusCodes.Status403Forbidden, "unknown-jurisdiction", null, new Dictionary<string, string> { ["jurisdiction"] = jurisdiction }));
        var volume = await book.OpenAsync(jurisdiction, http.RequestAborted);
        var today = services.GetRequiredService<LedgerClock>().Now(volume.Zone).On;
        DateTimeOffset? recordedBy = null;
        if (Query(http, word) is { } moment)
        {
            recordedBy = Moment(moment, volume.Zone);
            if (recordedBy is null)
                return (null, Malformed(word, moment));
        }

        var day = recordedBy is { } by && LeafLine.DayOf(by, volume.Zone) < today ? LeafLine.DayOf(by, volume.Zone) : today;
        if (Query(http, "effectiveOn") is { } date && !Dates.TryRead(date, out day))
            return (null, Malformed("effectiveOn", date));
        return (new(volume, recordedBy, day, today), null);
    }

    /// <summary>The plan as recorded by then, or a problem where it was not issued by then.</summary>
    public (PlanState? Plan, int Position, IResult? Problem) Find(string plan)
    {
        var (state, size) = Volume.AsOf(plan, RecordedBy);
        return state is null ? (null, size, CommandDesk.Unknown("unknown-plan", "plan", plan)) : (state, size, null);
    }

    private static string? Query(HttpContext http, string name) => http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    internal static IResult Malformed(string field, string value) =>
        Problems.Of(StatusCodes.Status400BadRequest, "malformed-time", field, new Dictionary<string, string> { ["field"] = field, ["value"] = value.Length > 60 ? value[..60] : value });

    private static DateTimeOffset? Moment(string text, TimeZoneInfo zone)
    {
        if (Dates.TryRead(text, out var day))
            return LeafLine.EndOf(day, zone);

        // In a query a plus sign arrives as a blank.
        return text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year is >= 1900 and <= 2999
            ? moment.ToUniversalTime()
            : null;
    }
}

/// <summary>Dates as the API writes them: <c>yyyy-MM-dd</c>, nothing else, from 1900 to 2999.</summary>
public static class Dates
{
    public static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1900 and <= 2999;
}

/// <summary>Judged tasks, kept while task, plan and day are the same: judging a task is pure, so a kept answer is the answer.</summary>
public static class Judged
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<PlanTask, Kept> Table = [];

    public static TaskAssessment On(PlanTask task, ActionPlan plan, DateOnly day)
    {
        if (Table.TryGetValue(task, out var kept) && kept.Plan == (object)plan && kept.Assessment.Day == day)
            return kept.Assessment;
        var assessment = TaskAssessment.Of(task, plan, day);
        Table.AddOrUpdate(task, new(plan, assessment));
        return assessment;
    }

    private sealed record Kept(ActionPlan Plan, TaskAssessment Assessment);
}
