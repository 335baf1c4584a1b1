using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports;

/// <summary>
/// The canonical JSON of a half-year's data set: camelCase, properties in the order of their declaration, absent values left
/// out, UTF-8 without a byte order mark, non-ASCII characters as themselves, numbers without trailing zeros, moments in UTC,
/// one line feed at the end. The same data set always gives the same bytes, so that its hash can be frozen and checked.
/// </summary>
public static class HalfYearJson
{
    private static readonly HalfYearJsonContext Context = new(Canonical());

    /// <summary>The options by which canonical JSON is written; what comes out still passes through <see cref="Plain"/>.</summary>
    internal static JsonSerializerOptions Canonical() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new PlainDecimal(), new UtcMoment() },
    };

    /// <summary>The canonical bytes of <paramref name="dataSet"/>.</summary>
    public static byte[] Write(HalfYearDataSet dataSet)
    {
        ArgumentNullException.ThrowIfNull(dataSet);
        return Plain(JsonSerializer.SerializeToUtf8Bytes(dataSet, Context.HalfYearDataSet));
    }

    /// <summary>The bytes that are hashed: nothing escaped that need not be, one line feed at the end.</summary>
    internal static byte[] Plain(ReadOnlySpan<byte> json)
    {
        var plain = Unescaped(json);
        plain.Add((byte)'\n');
        return [.. plain];
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">Not such JSON, an unknown property, or another format than <see cref="HalfYearDataSet.FormatName"/>.</exception>
    public static HalfYearDataSet Read(ReadOnlySpan<byte> json)
    {
        var dataSet = JsonSerializer.Deserialize(json, Context.HalfYearDataSet) ?? throw new JsonException("The data set is null.");
        return dataSet.Format == HalfYearDataSet.FormatName
            ? dataSet
            : throw new JsonException($"Unknown format '{dataSet.Format}', expected '{HalfYearDataSet.FormatName}'.");
    }

    /// <summary>The data set's hash: SHA-256 of <see cref="Write"/>, lower-case hex.</summary>
    public static string Sha256(HalfYearDataSet dataSet) => Convert.ToHexStringLower(SHA256.HashData(Write(dataSet)));

    /// <summary>
    /// The framework escapes spaces, unassigned and supplementary characters by the Unicode tables it ships with; bytes that are
    /// hashed may not depend on those.
    /// </summary>
    private static List<byte> Unescaped(ReadOnlySpan<byte> json)
    {
        var plain = new List<byte>(json.Length + 1);
        Span<char> units = stackalloc char[2];
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\') { plain.Add(json[i]); continue; }
            if (json[i + 1] != 'u' || Unit(json, i) is var first && first < 0x80)
            {
                plain.Add(json[i++]);
                plain.Add(json[i]);
                continue;
            }
            units[0] = (char)Unit(json, i);
            i += 5;
            var length = 1;
            if (char.IsHighSurrogate(units[0]))
            {
                units[1] = (char)Unit(json, i + 1);
                i += 6;
                length = 2;
            }
            plain.AddRange(utf8[..System.Text.Encoding.UTF8.GetBytes(units[..length], utf8)]);
        }
        return plain;
    }

    private static int Unit(ReadOnlySpan<byte> json, int at) => int.Parse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(Wording.Number(value));
    }

    private sealed class UtcMoment : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}

[JsonSerializable(typeof(HalfYearDataSet))]
internal sealed partial class HalfYearJsonContext : JsonSerializerContext;
