using System.Globalization;
using System.Text;

namespace BizEnvLedger.Proof;

/// <summary>An inclusion proof as a file, c2sp.org/tlog-proof: the receipt that a unit keeps and that anyone checks without the ledger.</summary>
/// <param name="Extra">The leaf's bytes; null where the file leaves them to its reader.</param>
/// <param name="Hashes">From the leaf's sibling up to the root's child.</param>
public sealed record TlogProof(byte[]? Extra, long Index, IReadOnlyList<byte[]> Hashes, SignedNote Checkpoint)
{
    private const string Mark = "c2sp.org/tlog-proof@v1";

    public static TlogProof Parse(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("it is not UTF-8");
        }
        var split = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0)
            throw Malformed("it has no empty line before the checkpoint");
        var lines = new Queue<string>(text[..split].Split('\n'));
        if (lines.Dequeue() != Mark)
            throw Malformed($"its first line is not {Mark}");
        byte[]? extra = null;
        if (lines.TryPeek(out var line) && line.StartsWith("extra ", StringComparison.Ordinal))
            extra = Base64.Of(lines.Dequeue()[6..]) ?? throw Malformed("its extra data are not base64");
        if (!lines.TryDequeue(out line) || !line.StartsWith("index ", StringComparison.Ordinal)
            || !long.TryParse(line[6..], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index.ToString(CultureInfo.InvariantCulture) != line[6..])
            throw Malformed("it names no index");
        var hashes = lines.Select(l => Base64.Of(l) is { Length: 32 } hash ? hash : throw Malformed("a hash is not base64 of 32 bytes")).ToList();
        return new(extra, index, hashes, SignedNote.Parse(text[(split + 2)..]));
    }

    /// <summary>The tree head that it stands in, once the log's signature and the path hold for a leaf.</summary>
    public Checkpoint Verify(VerifierKey log, ReadOnlySpan<byte> leafHash)
    {
        var head = BizEnvLedger.Proof.Checkpoint.Open(Checkpoint, log);
        if (Index >= head.Size)
            throw new ProofRefusal("proof-index", $"Index {Index} lies beyond the checkpoint's {head.Size} leaves.", ("index", Index), ("size", head.Size));
        return MerkleProof.Includes(Index, head.Size, leafHash, Hashes, head.Root) ? head
            : throw new ProofRefusal("proof-wrong", $"The leaf does not stand at index {Index} of the {head.Size} leaves of the checkpoint.", ("index", Index), ("size", head.Size));
    }

    public override string ToString()
    {
        var text = new StringBuilder(Mark).Append('\n');
        if (Extra is { } extra)
            text.Append("extra ").Append(Convert.ToBase64String(extra)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        foreach (var hash in Hashes)
            text.Append(Convert.ToBase64String(hash)).Append('\n');
        return text.Append('\n').Append(Checkpoint).ToString();
    }

    private static ProofRefusal Malformed(string why) => new("tlog-proof-malformed", $"This is not a proof file: {why}.", ("why", why));
}
