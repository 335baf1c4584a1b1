using System.Buffers.Binary;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace BizEnvLedger.Proof;

/// <summary>One signature line: a key's name and id, and the signature's bytes.</summary>
public sealed record NoteSignature(string Name, uint Id, byte[] Signature)
{
    public override string ToString()
    {
        var id = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(id, Id);
        return $"— {Name} {Convert.ToBase64String([.. id, .. Signature])}\n";
    }
}

/// <summary>A key whose line was found and verified; a witness's line carries the time at which it cosigned.</summary>
public sealed record VerifiedSignature(VerifierKey Key, DateTimeOffset? Time);

/// <summary>A signed note of c2sp.org/signed-note: text, empty line, signature lines.</summary>
public sealed class SignedNote
{
    /// <summary>Far beyond the sixteen that every reader has to take.</summary>
    public const int MostSignatures = 100;

    private const int MostBytes = 1 << 20;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        if (!text.EndsWith('\n') || text.Any(c => c < ' ' && c != '\n'))
            throw new ProofRefusal("note-text", "A note's text ends with a line feed and holds no other control character.");
        (Text, Signatures) = (text, signatures);
    }

    /// <summary>The text with its last line feed, without the empty line.</summary>
    public string Text { get; }
    public IReadOnlyList<NoteSignature> Signatures { get; }

    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
            throw new ProofRefusal("note-too-long", "A note has at most one megabyte.");
        try
        {
            return Parse(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            throw new ProofRefusal("note-not-utf8", "A note is UTF-8.");
        }
    }

    public static SignedNote Parse(string note)
    {
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !note.EndsWith('\n') || end + 2 == note.Length)
            throw new ProofRefusal("note-malformed", "A note is its text, an empty line, and at least one signature line.");
        var lines = note[(end + 2)..^1].Split('\n');
        if (lines.Length > MostSignatures)
            throw new ProofRefusal("note-signatures", $"A note with more than {MostSignatures} signatures is not read.", ("most", MostSignatures));
        return new(note[..(end + 1)], [.. lines.Select(LineOf)]);
    }

    /// <summary>The same note with more lines; a line of the same key is put in the place of the one before.</summary>
    public SignedNote With(params IEnumerable<NoteSignature> more)
    {
        var added = more.ToList();
        return new(Text, [.. Signatures.Where(s => !added.Exists(a => a.Name == s.Name && a.Id == s.Id)), .. added]);
    }

    /// <summary>
    /// The known keys that signed it. Lines of unknown keys are passed over; a line of a known key that does not verify condemns the whole note.
    /// </summary>
    public IReadOnlyList<VerifiedSignature> Verify(IEnumerable<VerifierKey> known)
    {
        var keys = known.ToList();
        var verified = new List<VerifiedSignature>();
        foreach (var line in Signatures)
        {
            if (keys.Find(k => k.Name == line.Name && k.Id == line.Id) is not { } key)
                continue;
            if (!Holds(key, line.Signature, out var time))
                throw new ProofRefusal("signature-wrong", $"The signature of {key.Name} ({key.IdText}) does not verify: text or signature was changed.", ("name", key.Name), ("id", key.IdText));
            verified.Add(new(key, time));
        }
        return verified;
    }

    public override string ToString() => Text + "\n" + string.Concat(Signatures);

    private static NoteSignature LineOf(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length != 3 || parts[0] != "—" || !VerifierKey.IsName(parts[1]) || Base64.Of(parts[2]) is not { Length: > 4 } bytes)
            throw new ProofRefusal("note-signature-line", "A signature line is an em dash, a key's name and base64 of key id and signature.", ("line", line));
        return new(parts[1], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..]);
    }

    private bool Holds(VerifierKey key, byte[] signature, out DateTimeOffset? time)
    {
        time = null;
        switch (key.Kind)
        {
            case SignatureKind.Ed25519:
                return Ed25519(key, Encoding.UTF8.GetBytes(Text), signature);
            case SignatureKind.Sm2:
                return Sm2.Verifies(key.PublicKey, Encoding.UTF8.GetBytes(Text), signature);
            default:
                if (signature.Length != 72)
                    return false;
                var seconds = BinaryPrimitives.ReadInt64BigEndian(signature);
                if (seconds < 0 || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
                    return false;
                time = DateTimeOffset.FromUnixTimeSeconds(seconds);
                return Ed25519(key, SigningKey.CosignedBytes(Text, seconds), signature[8..]);
        }
    }

    private static bool Ed25519(VerifierKey key, byte[] message, byte[] signature)
    {
        if (signature.Length != 64)
            return false;
        var signer = new Ed25519Signer();
        signer.Init(false, new Ed25519PublicKeyParameters(key.PublicKey));
        signer.BlockUpdate(message, 0, message.Length);
        return signer.VerifySignature(signature);
    }
}
