using System.Globalization;
using System.Reflection;
using System.Text.Json;
using BizEnvLedger.Core.Deliveries;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Deliveries;

/// <summary>The body of a webhook, and what the other channels put into words. Ids, names, dates, what is asked and where: no free text, nothing personal.</summary>
/// <param name="Type">The event's stored name.</param>
/// <param name="Timestamp">When the ledger recorded it.</param>
public sealed record Message(string Type, DateTimeOffset Timestamp, MessageData Data);

public sealed record MessageData(
    Guid Event, string Jurisdiction, PlanName Plan, TaskName? Task, string? Subject, string? Kind, string? Paper, int? Number, DateOnly? Due,
    IReadOnlyList<UnitName> To, IReadOnlyList<string> Roles, string Asked, string Zh, string En, string Link);

public sealed record PlanName(string Id, string Title);

public sealed record TaskName(string Number, string Title);

/// <summary>Makes messages; their words stand in the resource file.</summary>
public static class Messages
{
    private static readonly Dictionary<string, Words> Table = Load();

    /// <summary>Codes of what can be asked, and for reminders by kind.</summary>
    public static IReadOnlyCollection<string> Codes => Table.Keys;

    public static Message Of(string jurisdiction, PlanState state, Recorded e, Told told, string baseUrl)
    {
        var plan = state.Plan;
        var task = told.Task is { } no ? new TaskName(no, state.Tasks[no].On(e.RecordedOn).Task.Title) : null;
        var to = told.Units.Select(plan.Name).ToList();
        var (code, days) = Asked(told, e.RecordedOn);
        var words = Table[code];
        var link = $"{baseUrl}/api/v1/plans/{plan.Id}" + Path(told);
        return new(told.Event, e.RecordedAt, new(
            e.Id, jurisdiction, new(plan.Id, plan.Latest.Title), task, told.Subject, told.Kind, told.Paper, told.Number, told.Due, to,
            [.. told.Roles.Select(r => JsonNamingPolicy.KebabCaseLower.ConvertName(r.ToString()))], told.Asked, Fill(words.Zh, "、", "全部"), Fill(words.En, ", ", "all"), link));

        string Fill(string text, string between, string nobody) => text
            .Replace("{plan}", plan.Latest.Title, StringComparison.Ordinal)
            // What is of no task names none.
            .Replace(task is null ? "任务{task} " : "{task}", task is null ? "" : $"{task.Number} {task.Title}", StringComparison.Ordinal)
            .Replace(task is null ? "task {task} " : "{task}", "", StringComparison.Ordinal)
            .Replace("{task}", "", StringComparison.Ordinal)
            .Replace("{subject}", told.Subject ?? "", StringComparison.Ordinal)
            .Replace("{due}", told.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—", StringComparison.Ordinal)
            .Replace("{paper}", told.Paper ?? "", StringComparison.Ordinal)
            .Replace("{number}", told.Number?.ToString(CultureInfo.InvariantCulture) ?? "", StringComparison.Ordinal)
            .Replace("{days}", days, StringComparison.Ordinal)
            .Replace("{units}", to.Count == 0 ? nobody : string.Join(between, to.Select(u => u.Name)), StringComparison.Ordinal);
    }

    /// <summary>Where it can be read: the paper itself, where it is about one.</summary>
    private static string Path(Told told) => told switch
    {
        { Kind: "complaint", Paper: { } id } => $"/complaints/{id}",
        { Kind: "notice", Paper: { } id } => $"/inspections/{id}/notices",
        { Task: { } no, Paper: { } id } => $"/tasks/{no}/coordination?id={id}",
        { Task: { } no } => $"/tasks/{no}",
        _ => "",
    };

    /// <summary>
    /// A reminder's words go by its kind: <c>before-30</c> has those of <c>before</c>, with the days that are left on the day on which it goes out; a paper's
    /// by what it is, where there are any of its own.
    /// </summary>
    private static (string Code, string Days) Asked(Told told, DateOnly on)
    {
        if (told.Kind is not { } kind)
            return (told.Asked, "");
        if (!told.Asked.StartsWith("report-or-claim", StringComparison.Ordinal))
            return (Table.ContainsKey($"{told.Asked}/{kind}") ? $"{told.Asked}/{kind}" : told.Asked, "");
        var digits = kind.AsSpan().IndexOfAnyInRange('0', '9');
        return digits < 0 ? ($"{told.Asked}/{kind}", "")
            : kind.StartsWith("before", StringComparison.Ordinal) && told.Due is { } due ? ($"{told.Asked}/before", (due.DayNumber - on.DayNumber).ToString(CultureInfo.InvariantCulture))
            : ($"{told.Asked}/{kind[..(digits - 1)]}", kind[digits..]);
    }

    private static Dictionary<string, Words> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("deliveries.json")
            ?? throw new InvalidOperationException("The resource deliveries.json is missing.");
        return JsonSerializer.Deserialize<Dictionary<string, Words>>(stream, LedgerJson.Options)!;
    }

    private sealed record Words(string Zh, string En);
}
