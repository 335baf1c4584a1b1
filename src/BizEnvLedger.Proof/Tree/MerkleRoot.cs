using System.Security.Cryptography;

namespace BizEnvLedger.Proof;

/// <summary>Merkle tree hash of RFC 6962, section 2.1: leaves SHA-256(0x00 ‖ bytes), nodes SHA-256(0x01 ‖ left ‖ right).</summary>
public static class MerkleRoot
{
    /// <summary>Root of no leaves: the hash of nothing.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    public static byte[] LeafHash(ReadOnlySpan<byte> leaf)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0x00]);
        hash.AppendData(leaf);
        return hash.GetHashAndReset();
    }

    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[32];
        NodeHash(left, right, hash);
        return hash;
    }

    /// <summary>The same into a buffer, which may be either of the two.</summary>
    public static void NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> into)
    {
        Span<byte> bytes = stackalloc byte[65];
        bytes[0] = 0x01;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[33..]);
        SHA256.HashData(bytes, into);
    }

    /// <summary>Root over leaf hashes, in index order; keeps one hash for each set bit of the count.</summary>
    public static byte[] Of(IEnumerable<byte[]> leafHashes)
    {
        var tree = new MerklePeaks();
        foreach (var leaf in leafHashes)
            tree.Append(leaf);
        return tree.Root();
    }
}
