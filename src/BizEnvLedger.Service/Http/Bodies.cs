using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Http;

/// <summary>A request's body: read within bounds, hashed as it came, taken apart strictly.</summary>
public static class Bodies
{
    /// <summary>Largest body of a command; plan files have their own bound.</summary>
    public const int CommandLimit = 256 * 1024;

    private static readonly JsonDocumentOptions Syntax = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private static readonly JsonSerializerOptions Strict = new(LedgerJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
    };

    /// <summary>The whole body, or a problem: too large, not JSON by its content type, cut off.</summary>
    public static async Task<(byte[]? Body, IResult? Problem)> ReadAsync(HttpContext http, int limit, CancellationToken ct)
    {
        if (http.Request.ContentType is { } type && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            return (null, Problems.Of(StatusCodes.Status415UnsupportedMediaType, "not-json-by-type", null, new Dictionary<string, string> { ["type"] = type.Length > 100 ? type[..100] : type }));
        if (http.Request.ContentLength > limit)
            return (null, TooLarge(limit));
        var body = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await http.Request.Body.ReadAsync(body.GetMemory(8192), ct);
            if (read == 0)
                return (body.WrittenSpan.ToArray(), null);
            body.Advance(read);
            if (body.WrittenCount > limit)
                return (null, TooLarge(limit));
        }
    }

    public static IResult TooLarge(int limit) =>
        Problems.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", null, new Dictionary<string, string> { ["limit"] = limit.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    /// <summary>Takes a body apart. What is no JSON is a 400; what is JSON with a wrong, unknown or repeated field is a 422 that names the field.</summary>
    public static (T? Value, IResult? Problem) Parse<T>(ReadOnlyMemory<byte> body) where T : class
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Syntax);
        }
        catch (JsonException e)
        {
            return (null, Problems.Of(StatusCodes.Status400BadRequest, "malformed-json", null, new Dictionary<string, string>
            {
                ["line"] = ((e.LineNumber ?? 0) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["column"] = ((e.BytePositionInLine ?? 0) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            }));
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return (null, Problems.Of(StatusCodes.Status400BadRequest, "body-not-object"));
            foreach (var property in document.RootElement.EnumerateObject())
                if (!Known<T>.Names.Contains(property.Name))
                    return (null, Problems.Of(StatusCodes.Status422UnprocessableEntity, Known<T>.Names.Count == 0 ? "no-fields" : "unknown-field", Short(property.Name), new Dictionary<string, string> { ["field"] = Short(property.Name), ["fields"] = string.Join(", ", Known<T>.Names) }));
            // No list of ours has room for nothing; the serializer would let it through.
            foreach (var property in document.RootElement.EnumerateObject())
                if (property.Value.ValueKind == JsonValueKind.Array && property.Value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null))
                    return (null, Problems.Of(StatusCodes.Status422UnprocessableEntity, "invalid-value", property.Name, new Dictionary<string, string> { ["field"] = property.Name }));
            try
            {
                return (document.RootElement.Deserialize<T>(Strict), null);
            }
            catch (JsonException e)
            {
                var field = Short((e.Path ?? "$").TrimStart('$').TrimStart('.'));
                return (null, Problems.Of(StatusCodes.Status422UnprocessableEntity, "invalid-value", field, new Dictionary<string, string> { ["field"] = field }));
            }
        }
    }

    private static string Short(string text) => text.Length > 100 ? text[..100] : text;

    private static class Known<T>
    {
        public static readonly IReadOnlyList<string> Names = [.. typeof(T).GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))];
    }
}
