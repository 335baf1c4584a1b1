using System.Collections.Frozen;

namespace BizEnvLedger.Core.EvidenceFiles;

/// <summary>Types of file that are taken, by what their first bytes must be. Scripts, programs and web pages are not among them.</summary>
public static class MediaTypes
{
    private static readonly FrozenDictionary<string, byte[][]> Signatures = new Dictionary<string, byte[][]>
    {
        ["application/pdf"] = ["%PDF-"u8.ToArray()],
        ["image/png"] = [[0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]],
        ["image/jpeg"] = [[0xFF, 0xD8, 0xFF]],
        ["image/tiff"] = [[.. "II*"u8, 0], [.. "MM"u8, 0, (byte)'*']],
        ["video/mp4"] = [],
        ["application/zip"] = ["PK\u0003\u0004"u8.ToArray()],
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ["PK\u0003\u0004"u8.ToArray()],
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ["PK\u0003\u0004"u8.ToArray()],
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = ["PK\u0003\u0004"u8.ToArray()],
        ["application/ofd"] = ["PK\u0003\u0004"u8.ToArray()],
        ["application/msword"] = [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]],
        ["application/vnd.ms-excel"] = [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]],
        ["text/plain"] = [],
        ["text/csv"] = [],
    }.ToFrozenDictionary();

    public static IReadOnlyCollection<string> Taken { get; } = [.. Signatures.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Bytes of the beginning that are looked at.</summary>
    public const int Looked = 512;

    public static bool Fits(string type, ReadOnlySpan<byte> begin)
    {
        if (!Signatures.TryGetValue(type, out var signatures))
            return false;
        // The box that names the brand follows four bytes of length.
        if (type == "video/mp4")
            return begin.Length > 11 && begin[4..8].SequenceEqual("ftyp"u8);
        if (type.StartsWith("text/", StringComparison.Ordinal))
            return !begin.Contains((byte)0);
        foreach (var signature in signatures)
            if (begin.StartsWith(signature))
                return true;
        return false;
    }
}
