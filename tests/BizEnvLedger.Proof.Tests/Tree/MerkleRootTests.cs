using CsCheck;

namespace BizEnvLedger.Proof.Tests.Tree;

public class MerkleRootTests
{
    /// <summary>The leaves and roots that implementations of RFC 6962 are compared by.</summary>
    private static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    public static TheoryData<int, string> Roots => new()
    {
        { 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
        { 1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d" },
        { 2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125" },
        { 3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77" },
        { 4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7" },
        { 5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4" },
        { 6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef" },
        { 7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c" },
        { 8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328" },
    };

    [Theory]
    [MemberData(nameof(Roots))]
    public void The_root_is_that_of_RFC_6962(int size, string root) =>
        Convert.ToHexStringLower(MerkleRoot.Of(Leaves.Take(size).Select(leaf => MerkleRoot.LeafHash(Convert.FromHexString(leaf))))).ShouldBe(root);

    [Fact]
    public void The_root_kept_leaf_by_leaf_is_the_recursive_one() =>
        Gen.Byte.Array[0, 40].Sample(bytes =>
        {
            var leaves = bytes.Select(b => MerkleRoot.LeafHash([b])).ToArray();
            MerkleRoot.Of(leaves).ShouldBe(Recursive(leaves));
        });

    /// <summary>Section 2.1 word for word: split at the largest power of two smaller than the size.</summary>
    private static byte[] Recursive(byte[][] leaves)
    {
        if (leaves.Length == 0)
            return MerkleRoot.Empty;
        if (leaves.Length == 1)
            return leaves[0];
        var split = 1;
        while (split * 2 < leaves.Length)
            split *= 2;
        return MerkleRoot.NodeHash(Recursive(leaves[..split]), Recursive(leaves[split..]));
    }
}
