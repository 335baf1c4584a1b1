using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BizEnvLedger.Service.Store;

/// <summary>The one JSON convention of stored events and HTTP bodies: camelCase, enums as strings, Chinese unescaped.</summary>
public static class LedgerJson
{
    /// <summary>Options for code that serialises outside Marten and HTTP.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Gives <paramref name="options"/> the ledger's convention.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        // The store brings a converter of its own that writes words as the code spells them.
        foreach (var other in options.Converters.Where(c => c is JsonStringEnumConverter).ToList())
        {
            options.Converters.Remove(other);
        }

        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
