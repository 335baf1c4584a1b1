using System.Security.Cryptography;

namespace BizEnvLedger.Proof;

/// <summary>Checks of RFC 6962 proofs, by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. They never throw: what is malformed does not hold.</summary>
public static class MerkleProof
{
    /// <summary>Whether a leaf stands at an index of the tree with a size and root.</summary>
    public static bool Includes(long index, long size, ReadOnlySpan<byte> leafHash, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size || leafHash.Length != 32)
            return false;
        var (at, last) = (index, size - 1);
        Span<byte> hash = stackalloc byte[32];
        leafHash.CopyTo(hash);
        foreach (var sibling in proof)
        {
            if (last == 0 || sibling.Length != 32)
                return false;
            if ((at & 1) == 1 || at == last)
            {
                MerkleRoot.NodeHash(sibling, hash, hash);
                while ((at & 1) == 0 && at != 0)
                    (at, last) = (at >> 1, last >> 1);
            }
            else
            {
                MerkleRoot.NodeHash(hash, sibling, hash);
            }
            (at, last) = (at >> 1, last >> 1);
        }
        return last == 0 && CryptographicOperations.FixedTimeEquals(hash, root);
    }

    /// <summary>Whether a tree of one size and root is the beginning of that of another. Nothing is the beginning of anything: from 0 it proves nothing and does not hold.</summary>
    public static bool Extends(long from, ReadOnlySpan<byte> fromRoot, long to, ReadOnlySpan<byte> toRoot, IReadOnlyList<byte[]> proof)
    {
        if (from < 1 || to < from)
            return false;
        if (from == to)
            return proof.Count == 0 && CryptographicOperations.FixedTimeEquals(fromRoot, toRoot);
        if (fromRoot.Length != 32 || toRoot.Length != 32 || proof.Count == 0 || proof.Any(hash => hash.Length != 32))
            return false;

        // A complete subtree stands for itself; its root is not repeated in the proof.
        var isPower = (from & (from - 1)) == 0;
        var (at, last) = (from - 1, to - 1);
        while ((at & 1) == 1)
            (at, last) = (at >> 1, last >> 1);
        Span<byte> before = stackalloc byte[32];
        Span<byte> after = stackalloc byte[32];
        var first = isPower ? fromRoot : proof[0];
        first.CopyTo(before);
        first.CopyTo(after);
        foreach (var sibling in proof.Skip(isPower ? 0 : 1))
        {
            if (last == 0)
                return false;
            if ((at & 1) == 1 || at == last)
            {
                MerkleRoot.NodeHash(sibling, before, before);
                MerkleRoot.NodeHash(sibling, after, after);
                while ((at & 1) == 0 && at != 0)
                    (at, last) = (at >> 1, last >> 1);
            }
            else
            {
                MerkleRoot.NodeHash(after, sibling, after);
            }
            (at, last) = (at >> 1, last >> 1);
        }
        return last == 0 && CryptographicOperations.FixedTimeEquals(before, fromRoot) && CryptographicOperations.FixedTimeEquals(after, toRoot);
    }
}
