using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using BizEnvLedger.Core.Appraisals.Scoring;
using BizEnvLedger.Reports.HalfYearReports;

namespace BizEnvLedger.Reports.AppraisalReports;

/// <summary>The canonical JSON of a year's sheets, by the same rules as a half-year's data set: the same sheets always give the same bytes.</summary>
public static class AppraisalJson
{
    private static readonly AppraisalJsonContext Context = new(HalfYearJson.Canonical());

    /// <summary>The canonical bytes of <paramref name="sheets"/>.</summary>
    public static byte[] Write(AppraisalSheets sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        return HalfYearJson.Plain(JsonSerializer.SerializeToUtf8Bytes(sheets, Context.AppraisalSheets));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">Not such JSON, an unknown property, or another format than <see cref="AppraisalSheets.FormatName"/>.</exception>
    public static AppraisalSheets Read(ReadOnlySpan<byte> json)
    {
        var sheets = JsonSerializer.Deserialize(json, Context.AppraisalSheets) ?? throw new JsonException("The sheets are null.");
        return sheets.Format == AppraisalSheets.FormatName
            ? sheets
            : throw new JsonException($"Unknown format '{sheets.Format}', expected '{AppraisalSheets.FormatName}'.");
    }

    /// <summary>The sheets' hash: SHA-256 of <see cref="Write"/>, lower-case hex.</summary>
    public static string Sha256(AppraisalSheets sheets) => Convert.ToHexStringLower(SHA256.HashData(Write(sheets)));
}

[JsonSerializable(typeof(AppraisalSheets))]
internal sealed partial class AppraisalJsonContext : JsonSerializerContext;
