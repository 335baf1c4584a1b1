namespace BizEnvLedger.Proof;

/// <summary>
/// A tree of which only the complete subtrees are kept: enough to append and to know the root, with one hash for each set bit of the size.
/// For reading a package of any length, and for one that goes on from an earlier checkpoint.
/// </summary>
public sealed class MerklePeaks
{
    private readonly List<byte[]> peaks = [];

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>The tree that goes on after leaves of which the peaks are known, largest first.</summary>
    public static MerklePeaks From(long size, IReadOnlyList<byte[]> peaks)
    {
        if (size < 0 || peaks.Count != System.Numerics.BitOperations.PopCount((ulong)size) || peaks.Any(p => p.Length != 32))
            throw new ProofRefusal("peaks", $"A tree of {size} leaves has {System.Numerics.BitOperations.PopCount((ulong)Math.Max(0, size))} complete subtrees.", ("size", size));
        var tree = new MerklePeaks { Size = size };
        tree.peaks.AddRange(peaks);
        return tree;
    }

    public void Append(byte[] leafHash)
    {
        var hash = leafHash;
        for (var size = Size++; (size & 1) == 1; size >>= 1)
        {
            hash = MerkleRoot.NodeHash(peaks[^1], hash);
            peaks.RemoveAt(peaks.Count - 1);
        }
        peaks.Add(hash);
    }

    public byte[] Root()
    {
        if (peaks.Count == 0)
            return MerkleRoot.Empty;
        var root = peaks[^1];
        for (var i = peaks.Count - 2; i >= 0; i--)
            root = MerkleRoot.NodeHash(peaks[i], root);
        return root;
    }
}
