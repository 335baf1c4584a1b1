using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>How the plan model is written as JSON, in files and elsewhere.</summary>
public static class PlanJson
{
    /// <summary>camelCase names, camelCase words for enums, dates as yyyy-mm-dd; null is left out, every other value is written.</summary>
    public static JsonSerializerOptions Options { get; } = Frozen(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        RespectNullableAnnotations = true,
        MaxDepth = JsonTree.Deepest,
    });

    private static JsonSerializerOptions Frozen(JsonSerializerOptions options)
    {
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
