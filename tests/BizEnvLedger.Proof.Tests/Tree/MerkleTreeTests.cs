using System.Security.Cryptography;
using CsCheck;

namespace BizEnvLedger.Proof.Tests.Tree;

/// <summary>The tree against the definitions of RFC 6962, sections 2.1, 2.1.1 and 2.1.2, written out word for word.</summary>
public sealed class MerkleTreeTests
{
    private const int Most = 70;
    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, Most).Select(i => MerkleRoot.LeafHash(BitConverter.GetBytes(i)))];
    private static readonly MerkleTree Tree = Grown(Most);

    [Fact]
    public void The_root_of_every_size_is_the_defined_one()
    {
        for (var size = 0; size <= Most; size++)
            Tree.Root(size).ShouldBe(MerkleRoot.Of(Leaves.Take(size)));
    }

    [Fact]
    public void Every_inclusion_path_is_the_defined_one_and_holds()
    {
        for (var size = 1; size <= Most; size++)
            for (var index = 0; index < size; index++)
            {
                var path = Tree.Inclusion(index, size);
                path.ShouldBe(Path(index, Leaves[..size]));
                MerkleProof.Includes(index, size, Leaves[index], path, Tree.Root(size)).ShouldBeTrue();
            }
    }

    [Fact]
    public void Every_consistency_proof_is_the_defined_one_and_holds()
    {
        for (var to = 1; to <= Most; to++)
            for (var from = 1; from <= to; from++)
            {
                var proof = Tree.Consistency(from, to);
                proof.ShouldBe(Sub(from, Leaves[..to], whole: true));
                MerkleProof.Extends(from, Tree.Root(from), to, Tree.Root(to), proof).ShouldBeTrue();
            }
    }

    [Fact]
    public void No_proof_holds_for_another_index_size_leaf_root_or_with_one_bit_changed() =>
        (from size in Gen.Int[2, Most] from index in Gen.Int[0, size - 1] from other in Gen.Int[0, Most - 1] from bit in Gen.Int[0, 255] from at in Gen.Int[0, 100] select (size, index, other, bit, at)).Sample(c =>
        {
            var path = Tree.Inclusion(c.index, c.size);
            var root = Tree.Root(c.size);
            if (c.other != c.index)
                MerkleProof.Includes(c.other, c.size, Leaves[c.index], path, root).ShouldBeFalse();
            if (c.other != c.index)
                MerkleProof.Includes(c.index, c.size, Leaves[c.other], path, root).ShouldBeFalse();
            MerkleProof.Includes(c.index, c.size, Leaves[c.index], path, Flipped(root, c.bit)).ShouldBeFalse();
            var changed = path.Select((hash, i) => i == c.at % path.Count ? Flipped(hash, c.bit) : hash).ToList();
            MerkleProof.Includes(c.index, c.size, Leaves[c.index], changed, root).ShouldBeFalse();
            MerkleProof.Includes(c.index, c.size, Leaves[c.index], [.. path, root], root).ShouldBeFalse();
            MerkleProof.Includes(c.index, c.size, Leaves[c.index], [.. path.Skip(1)], root).ShouldBeFalse();
        });

    [Fact]
    public void A_tree_with_one_earlier_leaf_changed_extends_no_longer() =>
        (from to in Gen.Int[2, Most] from @from in Gen.Int[1, to - 1] from changed in Gen.Int[0, @from - 1] select (to, @from, changed)).Sample(c =>
        {
            var forged = new MerkleTree();
            for (var i = 0; i < c.to; i++)
                forged.Append(i == c.changed ? SHA256.HashData([1, 2, 3]) : Leaves[i]);
            MerkleProof.Extends(c.@from, Tree.Root(c.@from), c.to, forged.Root(c.to), forged.Consistency(c.@from, c.to)).ShouldBeFalse();
        });

    [Fact]
    public void What_lies_outside_the_tree_is_refused()
    {
        var tree = Grown(3);
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Root(4));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Root(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Inclusion(3, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Inclusion(0, 4));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Consistency(0, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Consistency(3, 2));
        Should.Throw<ArgumentException>(() => tree.Append(new byte[31]));
        tree.Size.ShouldBe(3);
    }

    [Fact]
    public void A_hundred_thousand_leaves_grow_and_prove()
    {
        var tree = new MerkleTree();
        for (var i = 0; i < 100_000; i++)
            tree.Append(MerkleRoot.LeafHash(BitConverter.GetBytes(i)));
        var path = tree.Inclusion(77_777, 99_999);
        path.Count.ShouldBeLessThanOrEqualTo(17);
        MerkleProof.Includes(77_777, 99_999, tree.Leaf(77_777), path, tree.Root(99_999)).ShouldBeTrue();
        MerkleProof.Extends(65_537, tree.Root(65_537), 100_000, tree.Root(100_000), tree.Consistency(65_537, 100_000)).ShouldBeTrue();
    }

    private static MerkleTree Grown(int size)
    {
        var tree = new MerkleTree();
        for (var i = 0; i < size; i++)
            tree.Append(Leaves[i]).ShouldBe(i);
        return tree;
    }

    private static byte[] Flipped(byte[] hash, int bit) => [.. hash.Select((b, i) => i == bit / 8 ? (byte)(b ^ (1 << (bit % 8))) : b)];

    private static int Split(int size)
    {
        var split = 1;
        while (split * 2 < size)
            split *= 2;
        return split;
    }

    /// <summary>PATH(m, D[n]).</summary>
    private static IReadOnlyList<byte[]> Path(int m, byte[][] d) => d.Length == 1 ? []
        : m < Split(d.Length) ? [.. Path(m, d[..Split(d.Length)]), MerkleRoot.Of(d[Split(d.Length)..])]
        : [.. Path(m - Split(d.Length), d[Split(d.Length)..]), MerkleRoot.Of(d[..Split(d.Length)])];

    /// <summary>SUBPROOF(m, D[n], b).</summary>
    private static IReadOnlyList<byte[]> Sub(int m, byte[][] d, bool whole) => m == d.Length ? whole ? [] : [MerkleRoot.Of(d)]
        : m <= Split(d.Length) ? [.. Sub(m, d[..Split(d.Length)], whole), MerkleRoot.Of(d[Split(d.Length)..])]
        : [.. Sub(m - Split(d.Length), d[Split(d.Length)..], false), MerkleRoot.Of(d[..Split(d.Length)])];
}
