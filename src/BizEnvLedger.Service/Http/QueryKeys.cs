using BizEnvLedger.Core.Inspections.View;

namespace BizEnvLedger.Service.Http;

/// <summary>One query parameter that an endpoint takes: its words where they are few, its format, its bounds.</summary>
public sealed record QueryKey(string Name, string Description)
{
    /// <summary>The only values that it may have; null where any may come.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary><c>date</c> or <c>date-time</c>.</summary>
    public string? Format { get; init; }

    /// <summary>The range of a number, with the number that stands where none is given.</summary>
    public (int Least, int Most, int Otherwise)? Range { get; init; }

    public static QueryKey Any(string name, string description) => new(name, description);

    public static QueryKey Flag(string name, string description) => Of(name, description, "true", "false");

    public static QueryKey Day(string name, string description) => new(name, description + " yyyy-MM-dd.") { Format = "date" };

    public static QueryKey Of(string name, string description, params IReadOnlyList<string> words) => new(name, description) { Words = words };

    public static QueryKey Of<T>(string name, string description) where T : struct, Enum => Of(name, description, WordsOf<T>());

    public static string[] WordsOf<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Figures.Word)];
}

/// <summary>
/// What an endpoint's query may hold. One list is the description's and the guard's: what is not in it is refused before the endpoint is reached,
/// so no filter works undescribed, and none is ignored because it was misspelt.
/// </summary>
public static class QueryKeys
{
    private static readonly QueryKey[] AsOf =
    [
        new("recordedBy", "Only what was recorded by this moment (RFC 3339; a date means its end).") { Format = "date-time" },
        new("effectiveOn", "As effective on this day, yyyy-MM-dd.") { Format = "date" },
    ];

    private static readonly QueryKey[] Page =
    [
        new("cursor", "The page after the one whose next this was."),
        new("limit", "Items on the page.") { Range = (1, Paging.MostLimit, Paging.DefaultLimit) },
    ];

    /// <summary>Says what the endpoint filters by. Pages and as-of times are known without.</summary>
    public static TBuilder Takes<TBuilder>(this TBuilder route, params QueryKey[] keys) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Filters(keys));

    /// <summary>The endpoint answers by its own time only.</summary>
    public static TBuilder AtPresent<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Present());

    /// <summary>Everything that the endpoint's query may hold.</summary>
    public static IReadOnlyList<QueryKey> Of(IReadOnlyList<object> metadata)
    {
        var reads = metadata.OfType<IHttpMethodMetadata>().Any(m => m.HttpMethods.Contains(HttpMethods.Get));
        var timed = reads && !metadata.OfType<Present>().Any() && metadata.OfType<Microsoft.AspNetCore.Authorization.IAuthorizeData>().Any() && !metadata.OfType<Microsoft.AspNetCore.Authorization.IAllowAnonymous>().Any();
        var paged = metadata.OfType<Microsoft.AspNetCore.Http.Metadata.IProducesResponseTypeMetadata>().Any(m => m.Type?.IsAssignableTo(typeof(IPaged)) == true);
        return [.. metadata.OfType<Filters>().SelectMany(f => f.Keys), .. timed ? AsOf : [], .. paged ? Page : []];
    }

    /// <summary>Refuses what the endpoint does not take, naming the nearest that it does; and a word that is none of its words.</summary>
    public static Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Query.Count == 0 || http.GetEndpoint() is not RouteEndpoint endpoint || endpoint.RoutePattern.RawText?.StartsWith("/api/v1/", StringComparison.Ordinal) != true)
            return next(http);
        var keys = Of([.. endpoint.Metadata]);
        foreach (var (name, values) in http.Request.Query)
            if (Wrong(keys, name, values) is { } problem)
                return problem.ExecuteAsync(http);
        return next(http);
    }

    private static IResult? Wrong(IReadOnlyList<QueryKey> keys, string name, Microsoft.Extensions.Primitives.StringValues values)
    {
        if (keys.FirstOrDefault(k => k.Name == name) is not { } key)
            return keys.Count == 0
                ? Refused("no-query", name, [])
                : Refused("unknown-query", name, [("nearest", keys.MinBy(k => Distance(k.Name, name))!.Name), ("names", string.Join(", ", keys.Select(k => k.Name).Order(StringComparer.Ordinal)))]);
        if (values.Count > 1)
            return Refused("repeated-query", name, []);
        return key.Words is { } words && values.ToString() is { Length: > 0 } value && !words.Contains(value) ? Refused("unknown-query-word", name, [("value", Short(value)), ("words", string.Join(", ", words))]) : null;
    }

    private static IResult Refused(string code, string name, IEnumerable<(string, string)> values) =>
        Problems.Of(StatusCodes.Status400BadRequest, code, Short(name), values.Append(("name", Short(name))).ToDictionary(v => v.Item1, v => v.Item2));

    private static string Short(string text) => new([.. text.Take(60).Select(c => char.IsControl(c) ? '·' : c)]);

    /// <summary>Letters to add, drop, change or swap with their neighbour; whether they are capitals does not count.</summary>
    internal static int Distance(string a, string b)
    {
        (a, b) = (a.ToUpperInvariant(), Short(b).ToUpperInvariant());
        var steps = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
                steps[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1, steps[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)) is var best
                        && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(best, steps[i - 2, j - 2] + 1) : best,
                };
        return steps[a.Length, b.Length];
    }

    private sealed record Filters(IReadOnlyList<QueryKey> Keys);

    private sealed record Present;
}
