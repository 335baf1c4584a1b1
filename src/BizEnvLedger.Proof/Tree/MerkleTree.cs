namespace BizEnvLedger.Proof;

/// <summary>
/// A growing tree of RFC 6962, section 2.1: the hash of every complete subtree is kept, level by level, so that an append, the root of any
/// earlier size and every proof cost O(log n). A million leaves take 64 MB. One writer at a time; readers of earlier sizes need no lock of their own
/// as long as the writer's is held.
/// </summary>
public sealed class MerkleTree
{
    private readonly List<HashList> levels = [new()];

    /// <summary>Number of leaves.</summary>
    public long Size => levels[0].Count;

    /// <summary>Adds a leaf by its hash, and answers its index.</summary>
    public long Append(ReadOnlySpan<byte> leafHash)
    {
        if (leafHash.Length != HashList.Width)
            throw new ArgumentException("A leaf hash has 32 bytes.", nameof(leafHash));
        var index = Size;
        levels[0].Add(leafHash);
        Span<byte> node = stackalloc byte[HashList.Width];
        for (var (level, at) = (0, index); (at & 1) == 1; level++, at >>= 1)
        {
            if (levels.Count == level + 1)
                levels.Add(new());
            MerkleRoot.NodeHash(levels[level][at - 1], levels[level][at], node);
            levels[level + 1].Add(node);
        }
        return index;
    }

    /// <summary>Hash of a leaf, by its index.</summary>
    public byte[] Leaf(long index) => levels[0][index].ToArray();

    /// <summary>Root of the first <paramref name="size"/> leaves; of none, the hash of nothing.</summary>
    public byte[] Root(long size)
    {
        Require(size >= 0 && size <= Size, nameof(size));
        return size == 0 ? MerkleRoot.Empty : Subtree(0, size);
    }

    /// <summary>Roots of the complete subtrees that the first <paramref name="size"/> leaves fall into, largest first: all that is needed to go on from there.</summary>
    public IReadOnlyList<byte[]> Peaks(long size)
    {
        Require(size >= 0 && size <= Size, nameof(size));
        var peaks = new List<byte[]>();
        for (var (start, left) = (0L, size); left > 0;)
        {
            var part = 1L << System.Numerics.BitOperations.Log2((ulong)left);
            peaks.Add(Subtree(start, start + part));
            (start, left) = (start + part, left - part);
        }
        return peaks;
    }

    /// <summary>Audit path of RFC 6962, section 2.1.1: from the leaf's sibling up to the root's child.</summary>
    public IReadOnlyList<byte[]> Inclusion(long index, long size)
    {
        Require(size > 0 && size <= Size, nameof(size));
        Require(index >= 0 && index < size, nameof(index));
        var path = new List<byte[]>();
        var (start, end) = (0L, size);
        while (end - start > 1)
        {
            var middle = start + Split(end - start);
            if (index < middle)
            {
                path.Add(Subtree(middle, end));
                end = middle;
            }
            else
            {
                path.Add(Subtree(start, middle));
                start = middle;
            }
        }
        path.Reverse();
        return path;
    }

    /// <summary>Proof of RFC 6962, section 2.1.2, that the first <paramref name="from"/> leaves are the beginning of the first <paramref name="to"/>; empty where both are the same.</summary>
    public IReadOnlyList<byte[]> Consistency(long from, long to)
    {
        Require(to > 0 && to <= Size, nameof(to));
        Require(from > 0 && from <= to, nameof(from));
        var path = new List<byte[]>();
        var (start, end, whole) = (0L, to, true);
        while (end != from)
        {
            var middle = start + Split(end - start);
            if (from <= middle)
            {
                path.Add(Subtree(middle, end));
                end = middle;
            }
            else
            {
                path.Add(Subtree(start, middle));
                (start, whole) = (middle, false);
            }
        }
        if (!whole)
            path.Add(Subtree(start, end));
        path.Reverse();
        return path;
    }

    /// <summary>Hash of the leaves from start up to, and without, end; start is a multiple of the largest power of two that fits.</summary>
    private byte[] Subtree(long start, long end)
    {
        var size = end - start;
        if ((size & (size - 1)) == 0)
        {
            var level = System.Numerics.BitOperations.Log2((ulong)size);
            return levels[level][start >> level].ToArray();
        }
        var middle = start + Split(size);
        return MerkleRoot.NodeHash(Subtree(start, middle), Subtree(middle, end));
    }

    /// <summary>The largest power of two smaller than a size of at least two.</summary>
    private static long Split(long size) => 1L << System.Numerics.BitOperations.Log2((ulong)(size - 1));

    private static void Require(bool holds, string name)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(name);
    }

    /// <summary>Hashes of one level, in blocks, so that growing copies nothing.</summary>
    private sealed class HashList
    {
        public const int Width = 32;
        private const int PerBlock = 2048;
        private readonly List<byte[]> blocks = [];

        public long Count { get; private set; }

        public ReadOnlySpan<byte> this[long index] => blocks[(int)(index / PerBlock)].AsSpan((int)(index % PerBlock) * Width, Width);

        public void Add(ReadOnlySpan<byte> hash)
        {
            if (Count % PerBlock == 0)
                blocks.Add(new byte[PerBlock * Width]);
            hash.CopyTo(blocks[^1].AsSpan((int)(Count++ % PerBlock) * Width));
        }
    }
}
