using System.Text.Json;

namespace BizEnvLedger.Proof.Tests.Tree;

/// <summary>The public RFC 6962 vectors, most of which are bad proofs.</summary>
public sealed class VectorTests
{
    public static TheoryData<string> Inclusion => Files("inclusion");

    public static TheoryData<string> Consistency => Files("consistency");

    [Theory, MemberData(nameof(Inclusion))]
    public void An_inclusion_vector_is_judged_as_it_says(string file)
    {
        var v = Read(file);
        MerkleProof.Includes(Number(v, "leafIdx"), Number(v, "treeSize"), Bytes(v.GetProperty("leafHash")), Proof(v), Bytes(v.GetProperty("root")))
            .ShouldBe(!v.GetProperty("wantErr").GetBoolean());
    }

    [Theory, MemberData(nameof(Consistency))]
    public void A_consistency_vector_is_judged_as_it_says(string file)
    {
        var v = Read(file);
        MerkleProof.Extends(Number(v, "size1"), Bytes(v.GetProperty("root1")), Number(v, "size2"), Bytes(v.GetProperty("root2")), Proof(v))
            .ShouldBe(!v.GetProperty("wantErr").GetBoolean());
    }

    [Fact]
    public void All_of_them_are_there() => (Inclusion.Count, Consistency.Count).ShouldBe((53, 57));

    private static TheoryData<string> Files(string kind)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Vectors", "merkle");
        return [.. Directory.EnumerateFiles(Path.Combine(folder, kind), "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Vectors", "merkle", file))).RootElement;

    /// <summary>Some vectors hold numbers beyond 63 bits: sizes that no tree of ours can have.</summary>
    private static long Number(JsonElement v, string name) => v.GetProperty(name).TryGetInt64(out var number) ? number : -1;

    private static byte[][] Proof(JsonElement v) => v.GetProperty("proof") is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(Bytes)] : [];

    private static byte[] Bytes(JsonElement text) => text.GetString() is { } base64 ? Convert.FromBase64String(base64) : [];
}
