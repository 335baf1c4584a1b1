using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BizEnvLedger.Proof;

/// <summary>
/// A public key by name, as c2sp.org/signed-note writes it: <c>name+hex key id+base64(type ‖ public key)</c>.
/// The id is the first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key).
/// </summary>
public sealed record VerifierKey
{
    /// <summary>Follows byte 0xff, so that no other use of that byte is taken for it.</summary>
    internal static readonly byte[] Sm2Mark = Encoding.ASCII.GetBytes("sm2-sm3/v1");

    public string Name { get; }
    public SignatureKind Kind { get; }

    /// <summary>Ed25519: 32 bytes. SM2: 65 bytes, the point uncompressed.</summary>
    public byte[] PublicKey { get; }
    public uint Id { get; }

    public VerifierKey(string name, SignatureKind kind, byte[] publicKey)
    {
        if (!IsName(name))
            throw new ProofRefusal("key-name", "A key's name is not empty and holds neither blanks nor a plus sign.", ("name", name));
        if (publicKey.Length != (kind == SignatureKind.Sm2 ? 65 : 32))
            throw new ProofRefusal("key-length", $"A public key of this kind does not have {publicKey.Length} bytes.", ("bytes", publicKey.Length));
        (Name, Kind, PublicKey) = (name, kind, publicKey);
        Id = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), 0x0A, .. Material]));
    }

    private byte[] Material => Kind == SignatureKind.Sm2 ? [(byte)Kind, .. Sm2Mark, .. PublicKey] : [(byte)Kind, .. PublicKey];

    /// <summary>Reads a key; a wrong id, type or length is refused.</summary>
    public static VerifierKey Parse(string text)
    {
        var parts = text.Trim().Split('+', 3);
        if (parts.Length != 3 || parts[1].Length != 8 || Base64.Of(parts[2]) is not { Length: > 1 } material)
            throw new ProofRefusal("key-malformed", "A verifier key is name+key id+base64 key.", ("key", text));
        var key = (SignatureKind)material[0] switch
        {
            SignatureKind.Ed25519 or SignatureKind.Cosignature => new VerifierKey(parts[0], (SignatureKind)material[0], material[1..]),
            SignatureKind.Sm2 when material.AsSpan(1).StartsWith(Sm2Mark) => new VerifierKey(parts[0], SignatureKind.Sm2, material[(1 + Sm2Mark.Length)..]),
            _ => throw new ProofRefusal("key-kind", $"Keys of type 0x{material[0]:x2} are not known here.", ("kind", material[0])),
        };
        return key.IdText == parts[1] ? key : throw new ProofRefusal("key-id", $"The key id is {parts[1]}, but name and key give {key.IdText}.", ("told", parts[1]), ("found", key.IdText));
    }

    public override string ToString() => $"{Name}+{IdText}+{Convert.ToBase64String(Material)}";

    public bool Equals(VerifierKey? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The id, eight lower-case hex digits.</summary>
    public string IdText => Id.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);

    public static bool IsName(string name) => name.Length > 0 && !name.Contains('+') && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
