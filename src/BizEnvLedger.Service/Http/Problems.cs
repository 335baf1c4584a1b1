using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Http;

/// <summary>One field's error within a problem.</summary>
public sealed record FieldError(string Field, string Code, string Zh, string En);

/// <summary>RFC 9457 problem details with a stable code, Chinese first and English beside.</summary>
public sealed record Problem
{
    public required string Type { get; init; }
    public required int Status { get; init; }
    public required string Code { get; init; }

    /// <summary>What is wrong, in Chinese.</summary>
    public required string Title { get; init; }
    public required string TitleEn { get; init; }

    /// <summary>What to do, in Chinese.</summary>
    public required string Detail { get; init; }
    public required string DetailEn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldError>? Errors { get; init; }

    /// <summary>Name of the plan file, where the body was one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? File { get; init; }

    /// <summary>Plan-file mistakes, where the body was a plan file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Core.Plans.Reading.PlanMistake>? Mistakes { get; init; }
}

/// <summary>Makes problems from codes; their words stand in the resource file, never in code.</summary>
public static class Problems
{
    private static readonly IReadOnlyDictionary<string, Words> Table = Load();

    /// <summary>Codes that have words.</summary>
    public static IReadOnlyCollection<string> Codes => [.. Table.Keys];

    public static IResult Of(Refusal refusal)
    {
        var problem = Make(refusal);
        return new ProblemResult(refusal.Also.Count == 0 ? problem : problem with { Errors = [.. (problem.Errors ?? []).Concat(refusal.Also.SelectMany(r => Make(r).Errors ?? []))] });
    }

    public static IResult Of(int status, string code, string? field = null, IReadOnlyDictionary<string, string>? values = null, IReadOnlyList<Core.Plans.Reading.PlanMistake>? mistakes = null, string? file = null) =>
        new ProblemResult(Make(status, code, field, values) with { Mistakes = mistakes, File = file });

    public static Problem Make(int status, string code, string? field = null, IReadOnlyDictionary<string, string>? values = null)
    {
        if (!Table.TryGetValue(code, out var words))
            throw new InvalidOperationException($"The code {code} has no words in the resource file.");
        var zh = Fill(words.Zh, words.InChinese(values));
        var en = Fill(words.En, values);
        return new()
        {
            Type = "urn:bizenv-ledger:problem:" + code,
            Status = status,
            Code = code,
            Title = zh,
            TitleEn = en,
            Detail = Fill(words.DoZh, words.InChinese(values)),
            DetailEn = Fill(words.DoEn, values),
            Errors = field is null ? null : [new(field, code, zh, en)],
        };
    }

    private static Problem Make(Refusal refusal) => Make(StatusOf(refusal.Kind), refusal.Code, refusal.Field, refusal.Values);

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static string Fill(string text, IReadOnlyDictionary<string, string>? values)
    {
        foreach (var (key, value) in values ?? new Dictionary<string, string>())
            text = text.Replace("{" + key + "}", value, StringComparison.Ordinal);
        return text;
    }

    private static Dictionary<string, Words> Load()
    {
        // One file for each slice; the same code in two of them stops the start.
        var assembly = Assembly.GetExecutingAssembly();
        var table = new Dictionary<string, Words>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("problems/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (code, words) in JsonSerializer.Deserialize<Dictionary<string, Words>>(stream, LedgerJson.Options)!)
                table.Add(code, words);
        }

        return table;
    }

    /// <param name="ZhWords">Chinese for values that are words of the code's own: a state, a column's type.</param>
    private sealed record Words(string Zh, string En, string DoZh, string DoEn, IReadOnlyDictionary<string, string>? ZhWords = null)
    {
        public IReadOnlyDictionary<string, string>? InChinese(IReadOnlyDictionary<string, string>? values) =>
            ZhWords is null ? values : values?.ToDictionary(v => v.Key, v => ZhWords.GetValueOrDefault(v.Value, v.Value));
    }
}

/// <summary>Writes a problem as <c>application/problem+json</c>.</summary>
public sealed class ProblemResult(Problem problem) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => problem.Status;

    public Problem Problem => problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = problem.Status;
        return httpContext.Response.WriteAsJsonAsync(problem, LedgerJson.Options, "application/problem+json; charset=utf-8");
    }
}
