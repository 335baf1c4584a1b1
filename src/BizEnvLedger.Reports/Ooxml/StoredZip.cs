using System.Buffers.Binary;
using System.Text;

namespace BizEnvLedger.Reports.Ooxml;

/// <summary>
/// A zip whose bytes depend on its entries alone (PKWARE APPNOTE 6.3, method 0). Entries are stored, because another version of
/// a compressor gives other bytes; dates are the format's first day; the platform and its attributes are left zero.
/// </summary>
internal static class StoredZip
{
    private const ushort Version = 20;
    private const ushort FirstDay = 0x21; // 1980-01-01

    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(static n =>
    {
        var value = (uint)n;
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 1 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
        return value;
    })];

    public static byte[] Write(IReadOnlyList<(string Name, byte[] Content)> entries)
    {
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (name, content) in entries)
        {
            var offset = (uint)zip.Position;
            var nameBytes = Encoding.ASCII.GetBytes(name);
            var common = Common(nameBytes, content);
            Put(zip, [0x50, 0x4B, 0x03, 0x04]);
            Put(zip, common, nameBytes, content);
            Put(directory, [0x50, 0x4B, 0x01, 0x02], Short(Version), common, new byte[10], Int(offset), nameBytes);
        }
        var at = (uint)zip.Position;
        directory.WriteTo(zip);
        Put(zip, [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0], Short((ushort)entries.Count), Short((ushort)entries.Count), Int((uint)directory.Length), Int(at), Short(0));
        return zip.ToArray();
    }

    /// <summary>The fields that a local header and the directory share: version, flags, method, time, date, crc, sizes, name and extra length.</summary>
    private static byte[] Common(byte[] name, byte[] content) =>
    [
        .. Short(Version), .. Short(0), .. Short(0), .. Short(0), .. Short(FirstDay), .. Int(Checksum(content)),
        .. Int((uint)content.Length), .. Int((uint)content.Length), .. Short((ushort)name.Length), .. Short(0),
    ];

    private static uint Checksum(ReadOnlySpan<byte> content)
    {
        var crc = uint.MaxValue;
        foreach (var b in content)
            crc = Crc[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static byte[] Short(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Int(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static void Put(Stream stream, params ReadOnlySpan<byte[]> parts)
    {
        foreach (var part in parts)
            stream.Write(part);
    }
}
