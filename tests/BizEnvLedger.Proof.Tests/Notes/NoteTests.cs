using System.Text;

namespace BizEnvLedger.Proof.Tests.Notes;

public sealed class NoteTests
{
    /// <summary>Key and note that the specification gives as its example.</summary>
    private const string SpecKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private const string SpecNote = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    private static readonly SigningKey Log = SigningKey.Generate("ledger.example/150500", SignatureKind.Ed25519);
    private static readonly SigningKey Witness = SigningKey.Generate("audit.example/witness", SignatureKind.Cosignature);
    private static readonly SigningKey Sm2 = SigningKey.Generate("ledger.example/150500", SignatureKind.Sm2);

    [Fact]
    public void The_specifications_own_note_verifies()
    {
        var key = VerifierKey.Parse(SpecKey);
        key.ToString().ShouldBe(SpecKey);
        var note = SignedNote.Parse(SpecNote);
        note.Verify([key]).ShouldHaveSingleItem().Key.ShouldBe(key);
        note.ToString().ShouldBe(SpecNote);
    }

    [Theory]
    [InlineData("This is an example message.", "This is an example massage.")]
    [InlineData("Uw2QOkn8", "Uw2QOkn9")]
    public void A_changed_text_or_signature_condemns_the_note(string from, string to) =>
        Refused("signature-wrong", () => SignedNote.Parse(SpecNote.Replace(from, to, StringComparison.Ordinal)).Verify([VerifierKey.Parse(SpecKey)]));

    [Fact]
    public void Lines_of_unknown_keys_are_passed_over_also_under_a_known_name()
    {
        var note = Signed("text\n", Log, Sm2, SigningKey.Generate(Log.Verifier.Name, SignatureKind.Ed25519));
        note.Verify([Log.Verifier]).ShouldHaveSingleItem().Key.ShouldBe(Log.Verifier);
        note.Verify([SigningKey.Generate("other", SignatureKind.Ed25519).Verifier]).ShouldBeEmpty();
        note.Verify([Log.Verifier, Sm2.Verifier]).Count.ShouldBe(2);
    }

    [Fact]
    public void A_note_takes_a_hundred_signatures_and_not_one_more()
    {
        var lines = Enumerable.Range(0, SignedNote.MostSignatures).Select(i => Log.Sign("text\n") with { Name = $"n{i}" }).ToList();
        SignedNote.Parse(new SignedNote("text\n", lines).ToString()).Signatures.Count.ShouldBe(100);
        Refused("note-signatures", () => SignedNote.Parse(new SignedNote("text\n", [.. lines, Log.Sign("text\n")]).ToString()));
    }

    [Theory]
    [InlineData("", "note-malformed")]
    [InlineData("text\n", "note-malformed")]
    [InlineData("text\n\n", "note-malformed")]
    [InlineData("text\n\n— a AAAAAAA=", "note-malformed")]
    [InlineData("text\n\n- a AAAAAAA=\n", "note-signature-line")]
    [InlineData("text\n\n— a AAAAAA==\n", "note-signature-line")]
    [InlineData("text\n\n— a AAAAAAB=\n", "note-signature-line")]
    [InlineData("text\n\n— a+b AAAAAAA=\n", "note-signature-line")]
    [InlineData("te\txt\n\n— a AAAAAAA=\n", "note-text")]
    public void What_is_no_note_is_refused(string note, string code) => Refused(code, () => SignedNote.Parse(note));

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused() => Refused("note-not-utf8", () => SignedNote.Parse([0xff, 0x0a, 0x0a]));

    [Theory]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "key-id")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2", "key-malformed")]
    [InlineData("example.com/foo+530d903a", "key-malformed")]
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "key-kind")]
    [InlineData("exam ple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "key-name")]
    public void What_is_no_key_is_refused(string key, string code) => Refused(code, () => VerifierKey.Parse(key));

    [Theory]
    [InlineData(SignatureKind.Ed25519)]
    [InlineData(SignatureKind.Sm2)]
    public void A_signing_key_survives_its_file(SignatureKind kind)
    {
        var key = SigningKey.Generate("k.example", kind);
        var again = SigningKey.Parse(key.Export() + "\n");
        again.Verifier.ShouldBe(VerifierKey.Parse(key.Verifier.ToString()));
        new SignedNote("text\n", [again.Sign("text\n")]).Verify([key.Verifier]).ShouldHaveSingleItem();
        Refused("signing-key-malformed", () => SigningKey.Parse(key.Verifier.ToString()));
    }

    [Fact]
    public void A_witness_cosigns_with_its_time_and_signs_nothing_else()
    {
        var at = new DateTimeOffset(2023, 7, 4, 8, 30, 15, TimeSpan.Zero);
        var head = new Checkpoint(Log.Verifier.Name, 5, MerkleRoot.Empty);
        var note = Signed(head.Text, Log).With(Witness.Cosign(head.Text, at));
        note.Verify([Witness.Verifier]).ShouldHaveSingleItem().Time.ShouldBe(at);
        var line = note.Signatures[1];
        Refused("signature-wrong", () => new SignedNote(head.Text, [line with { Signature = [.. line.Signature[..7], (byte)(line.Signature[7] ^ 1), .. line.Signature[8..]] }]).Verify([Witness.Verifier]));
        Refused("key-use", () => Witness.Sign("text\n"));
        Refused("key-use", () => Log.Cosign("text\n", at));
        // A later line of the same witness stands in the place of the earlier one.
        note.With(Witness.Cosign(head.Text, at.AddDays(1))).Signatures.Count.ShouldBe(2);
    }

    [Fact]
    public void A_checkpoint_is_read_as_it_was_written()
    {
        var head = new Checkpoint("ledger.example/150500", 20852163, MerkleRoot.LeafHash([7])) { Extensions = ["more"] };
        Checkpoint.Parse(head.Text).ShouldBe(head);
        Checkpoint.Open(Signed(head.Text, Log), Log.Verifier).ShouldBe(head);
    }

    [Theory]
    [InlineData("origin\n5\n", "checkpoint-malformed")]
    [InlineData("origin\n05\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "checkpoint-size")]
    [InlineData("origin\n-5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "checkpoint-size")]
    [InlineData("origin\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "checkpoint-size")]
    [InlineData("origin\n5\n47DEQpj8HBSa\n", "checkpoint-root")]
    [InlineData("origin\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n", "checkpoint-malformed")]
    public void What_is_no_checkpoint_is_refused(string text, string code) => Refused(code, () => Checkpoint.Parse(text));

    [Fact]
    public void A_checkpoint_of_another_log_or_without_the_logs_line_is_refused()
    {
        var head = new Checkpoint("other.example/1", 5, MerkleRoot.Empty);
        Refused("checkpoint-origin", () => Checkpoint.Open(Signed(head.Text, Log), Log.Verifier));
        Refused("checkpoint-unsigned", () => Checkpoint.Open(Signed(head.Text, Sm2), Log.Verifier));
    }

    [Fact]
    public void A_receipt_is_a_file_that_verifies_alone()
    {
        var leaf = Encoding.UTF8.GetBytes("""{"type":"plan_issued"}""");
        var tree = new MerkleTree();
        for (var i = 0; i < 9; i++)
            tree.Append(i == 4 ? MerkleRoot.LeafHash(leaf) : MerkleRoot.LeafHash([(byte)i]));
        var head = new Checkpoint(Log.Verifier.Name, 9, tree.Root(9));
        var file = new TlogProof(leaf, 4, tree.Inclusion(4, 9), Signed(head.Text, Log, Sm2));
        var bytes = Encoding.UTF8.GetBytes(file.ToString());

        var read = TlogProof.Parse(bytes);
        read.ToString().ShouldBe(file.ToString());
        read.Verify(Log.Verifier, MerkleRoot.LeafHash(read.Extra)).ShouldBe(head);
        TlogProof.Parse(Encoding.UTF8.GetBytes((file with { Extra = null }).ToString())).Extra.ShouldBeNull();

        Refused("proof-wrong", () => (read with { Index = 5 }).Verify(Log.Verifier, MerkleRoot.LeafHash(leaf)));
        Refused("proof-index", () => (read with { Index = 9 }).Verify(Log.Verifier, MerkleRoot.LeafHash(leaf)));
        Refused("proof-wrong", () => read.Verify(Log.Verifier, MerkleRoot.LeafHash([1])));
        Refused("tlog-proof-malformed", () => TlogProof.Parse(Encoding.UTF8.GetBytes(file.ToString().Replace("@v1", "@v2", StringComparison.Ordinal))));
        Refused("tlog-proof-malformed", () => TlogProof.Parse(Encoding.UTF8.GetBytes(file.ToString().Replace("index 4", "index 04", StringComparison.Ordinal))));
    }

    private static SignedNote Signed(string text, params SigningKey[] keys) => new(text, [.. keys.Select(k => k.Sign(text))]);

    private static void Refused(string code, Action act) => Should.Throw<ProofRefusal>(act).Code.ShouldBe(code);
}
