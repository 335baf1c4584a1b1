using System.Globalization;
using System.Text;

namespace BizEnvLedger.Service.Http;

/// <summary>An answer that is one page of several.</summary>
public interface IPaged
{
    string? Next { get; }
}

/// <summary>A page of a list. <c>next</c> is null on the last page; <c>position</c> is the tree size that the answer rests on.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, int Total, int Position) : IPaged;

/// <summary><c>?cursor=&amp;limit=</c>: default 50, at most 500.</summary>
public static class Paging
{
    public const int DefaultLimit = 50;
    public const int MostLimit = 500;

    /// <summary>The page that the request asks for; <paramref name="keyOf"/> gives each item's place, in the list's own order.</summary>
    public static (Page<TOut>? Page, IResult? Problem) Of<T, TOut>(HttpContext http, IReadOnlyList<T> all, int position, Func<T, string> keyOf, Func<T, TOut> shape)
    {
        var (limit, key, problem) = Read(http);
        if (problem is not null)
            return (null, problem);
        // A cursor names the item that came last, not a number: what comes in between moves nothing.
        var start = key is null ? 0 : all.ToList().FindIndex(item => keyOf(item) == key) + 1;
        if (key is not null && start == 0)
            return (null, BadCursor());
        var items = all.Skip(start).Take(limit).ToList();
        var next = start + items.Count < all.Count && items.Count > 0 ? Encode(keyOf(items[^1])) : null;
        return (new([.. items.Select(shape)], next, all.Count, position), null);
    }

    /// <summary>The request's limit and the key of the item that came last, or what is wrong with them.</summary>
    public static (int Limit, string? Key, IResult? Problem) Read(HttpContext http)
    {
        var limit = DefaultLimit;
        if (http.Request.Query.TryGetValue("limit", out var given) && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostLimit))
            return (0, null, Problems.Of(StatusCodes.Status400BadRequest, "malformed-limit", "limit", new Dictionary<string, string> { ["most"] = MostLimit.ToString(CultureInfo.InvariantCulture) }));
        if (!http.Request.Query.TryGetValue("cursor", out var cursor))
            return (limit, null, null);
        return Decode(cursor.ToString()) is { } key ? (limit, key, null) : (0, null, BadCursor());
    }

    public static IResult BadCursor() => Problems.Of(StatusCodes.Status400BadRequest, "malformed-cursor", "cursor");

    public static string Encode(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string? Decode(string cursor)
    {
        var text = cursor.Replace('-', '+').Replace('_', '/');
        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
