using System.Globalization;
using System.Text.Json;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Service.Tests.Audit;

/// <summary>The audit bureau's own memory: it cosigns a log that has only grown, and refuses to go back.</summary>
public sealed class WitnessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ledger-witness-").FullName;
    private readonly SigningKey log = SigningKey.Generate("log.example/ledger/150500", SignatureKind.Ed25519);
    private readonly MerkleTree tree = Grown(12, "leaf");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_that_has_grown_is_cosigned_and_the_line_verifies()
    {
        var witness = await KeyAsync();
        (await SeeAsync(tree, 5)).ShouldBe((0, true));
        (await SeeAsync(tree, 12, from: 5)).ShouldBe((0, true));
        var note = SignedNote.Parse(await File.ReadAllBytesAsync(At("cosigned"), Ct));
        note.Verify([log.Verifier, witness]).Count.ShouldBe(2);
        // The same once more is no step back.
        (await SeeAsync(tree, 12)).ShouldBe((0, true));
    }

    [Fact]
    public async Task An_older_backup_put_back_behind_its_back_is_refused_also_once_it_was_carried_on()
    {
        await KeyAsync();
        (await SeeAsync(tree, 9)).ShouldBe((0, true));
        (await SaidAsync(tree, 6)).ShouldBe((1, "NOT COSIGNED: log.example/ledger/150500 now has 6 leaves, but 9 were cosigned before. An older backup was restored, or records were removed."));
        var carriedOn = Grown(6, "leaf");
        for (var i = 6; i < 12; i++)
            carriedOn.Append(MerkleRoot.LeafHash("other"u8));
        (await SaidAsync(carriedOn, 12, from: 9)).ShouldBe((1, "NOT COSIGNED: the 9 leaves of log.example/ledger/150500 that were cosigned before are not the beginning of its 12 now. History was changed, or an older backup was restored and carried on."));
        (await SaidAsync(carriedOn, 9)).Status.ShouldBe(1);
        // What it saw last is what it still goes by.
        (await SeeAsync(tree, 12, from: 9)).ShouldBe((0, true));
    }

    [Fact]
    public async Task Without_a_proof_of_growth_or_with_another_logs_signature_nothing_is_cosigned()
    {
        await KeyAsync();
        (await SeeAsync(tree, 5)).ShouldBe((0, true));
        (await SaidAsync(tree, 12)).Status.ShouldBe(2);
        var stranger = SigningKey.Generate("log.example/ledger/150500", SignatureKind.Ed25519);
        (await SaidAsync(tree, 12, from: 5, by: stranger)).Said.ShouldContain("is not signed by log.example/ledger/150500");
        File.Exists(At("cosigned")).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static MerkleTree Grown(int leaves, string word)
    {
        var tree = new MerkleTree();
        for (var i = 0; i < leaves; i++)
            tree.Append(MerkleRoot.LeafHash(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{word} {i}"))));
        return tree;
    }

    private string At(string name) => Path.Combine(folder, name);

    private async Task<VerifierKey> KeyAsync()
    {
        (await PackagedApi.ToolAsync("keygen", "audit.example/witness", "--out", At("witness.key"))).Status.ShouldBe(0);
        return VerifierKey.Parse((await File.ReadAllTextAsync(At("witness.key.pub"), Ct)).Trim());
    }

    private async Task<(int Status, bool Cosigned)> SeeAsync(MerkleTree of, long size, long? from = null)
    {
        var (status, said) = await SaidAsync(of, size, from);
        return (status, said.Contains("cosigned", StringComparison.Ordinal) && File.Exists(At("cosigned")));
    }

    private async Task<(int Status, string Said)> SaidAsync(MerkleTree of, long size, long? from = null, SigningKey? by = null)
    {
        File.Delete(At("cosigned"));
        var text = new Checkpoint(log.Verifier.Name, size, of.Root(size)).Text;
        await File.WriteAllTextAsync(At("checkpoint"), new SignedNote(text, [(by ?? log).Sign(text)]).ToString(), Ct);
        string[] proof = [];
        if (from is { } seen)
        {
            await File.WriteAllTextAsync(At("consistency"), JsonSerializer.Serialize(new { hashes = of.Consistency(seen, size).Select(Convert.ToBase64String) }), Ct);
            proof = ["--consistency", At("consistency")];
        }

        var (status, said) = await PackagedApi.ToolAsync(["witness", "--key", log.Verifier.ToString(), "--signer", At("witness.key"), "--state", At("seen"), "--checkpoint", At("checkpoint"), "--out", At("cosigned"), .. proof]);
        return (status, said.Trim());
    }
}
