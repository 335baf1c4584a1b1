using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;

namespace BizEnvLedger.Proof;

/// <summary>SM2 signatures with SM3 and the usual user id 1234567812345678 (GM/T 0009): 64 bytes, r ‖ s.</summary>
internal static class Sm2
{
    private static readonly ECDomainParameters Domain = new(GMNamedCurves.GetByName("sm2p256v1"));

    public static byte[] Generate()
    {
        var generator = new ECKeyPairGenerator();
        generator.Init(new ECKeyGenerationParameters(Domain, new SecureRandom()));
        return Fixed(((ECPrivateKeyParameters)generator.GenerateKeyPair().Private).D);
    }

    public static byte[] PublicKey(byte[] secret) => Domain.G.Multiply(new BigInteger(1, secret)).Normalize().GetEncoded(false);

    public static byte[] Sign(byte[] secret, byte[] message)
    {
        var signer = new SM2Signer(PlainDsaEncoding.Instance);
        signer.Init(true, new ECPrivateKeyParameters(new BigInteger(1, secret), Domain));
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }

    public static bool Verifies(byte[] publicKey, byte[] message, byte[] signature)
    {
        if (signature.Length != 64)
            return false;
        try
        {
            var signer = new SM2Signer(PlainDsaEncoding.Instance);
            signer.Init(false, new ECPublicKeyParameters(Domain.Curve.DecodePoint(publicKey), Domain));
            signer.BlockUpdate(message, 0, message.Length);
            return signer.VerifySignature(signature);
        }
        catch (ArgumentException)
        {
            // A point that is not on the curve, or numbers out of range: not a signature.
            return false;
        }
    }

    private static byte[] Fixed(BigInteger number)
    {
        var bytes = number.ToByteArrayUnsigned();
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
