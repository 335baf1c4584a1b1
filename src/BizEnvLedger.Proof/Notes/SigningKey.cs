using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace BizEnvLedger.Proof;

/// <summary>
/// A private key of a log or a witness, in the text form <c>PRIVATE+KEY+name+key id+base64(type ‖ key)</c> that Go's note package also writes.
/// </summary>
public sealed class SigningKey
{
    private const string Prefix = "PRIVATE+KEY+";
    private readonly byte[] secret;

    private SigningKey(string name, SignatureKind kind, byte[] secret)
    {
        this.secret = secret;
        Verifier = new(name, kind, kind == SignatureKind.Sm2 ? Sm2.PublicKey(secret) : new Ed25519PrivateKeyParameters(secret).GeneratePublicKey().GetEncoded());
    }

    public VerifierKey Verifier { get; }

    /// <summary>A new key from the system's randomness.</summary>
    public static SigningKey Generate(string name, SignatureKind kind) =>
        new(name, kind, kind == SignatureKind.Sm2 ? Sm2.Generate() : new Ed25519PrivateKeyParameters(new SecureRandom()).GetEncoded());

    public static SigningKey Parse(string text)
    {
        text = text.Trim();
        var parts = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..].Split('+', 3) : [];
        if (parts.Length != 3 || Base64.Of(parts[2]) is not { Length: 33 } material || (SignatureKind)material[0] is not (SignatureKind.Ed25519 or SignatureKind.Cosignature or SignatureKind.Sm2) || !VerifierKey.IsName(parts[0]))
            throw new ProofRefusal("signing-key-malformed", "A signing key is PRIVATE+KEY+name+key id+base64 key.");
        var key = new SigningKey(parts[0], (SignatureKind)material[0], material[1..]);
        return key.Verifier.IdText == parts[1] ? key : throw new ProofRefusal("key-id", $"The key id is {parts[1]}, but name and key give {key.Verifier.IdText}.", ("told", parts[1]), ("found", key.Verifier.IdText));
    }

    /// <summary>The text that is kept secret; its file is readable by its owner alone.</summary>
    public string Export() => $"{Prefix}{Verifier.Name}+{Verifier.IdText}+{Convert.ToBase64String([(byte)Verifier.Kind, .. secret])}";

    /// <summary>The log's signature line over a note's text.</summary>
    public NoteSignature Sign(string text) => Verifier.Kind switch
    {
        SignatureKind.Ed25519 => new(Verifier.Name, Verifier.Id, Ed25519(Encoding.UTF8.GetBytes(text))),
        SignatureKind.Sm2 => new(Verifier.Name, Verifier.Id, Sm2.Sign(secret, Encoding.UTF8.GetBytes(text))),
        _ => throw new ProofRefusal("key-use", "A witness's key cosigns checkpoints and signs nothing else."),
    };

    /// <summary>A witness's line over a checkpoint's text: eight bytes of time, then the signature over time and text.</summary>
    public NoteSignature Cosign(string text, DateTimeOffset at)
    {
        if (Verifier.Kind != SignatureKind.Cosignature)
            throw new ProofRefusal("key-use", "Only a witness's key cosigns.");
        var time = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, at.ToUnixTimeSeconds());
        return new(Verifier.Name, Verifier.Id, [.. time, .. Ed25519(CosignedBytes(text, at.ToUnixTimeSeconds()))]);
    }

    internal static byte[] CosignedBytes(string text, long time) => Encoding.UTF8.GetBytes($"cosignature/v1\ntime {time.ToString(CultureInfo.InvariantCulture)}\n{text}");

    private byte[] Ed25519(byte[] message)
    {
        var signer = new Ed25519Signer();
        signer.Init(true, new Ed25519PrivateKeyParameters(secret));
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }
}
