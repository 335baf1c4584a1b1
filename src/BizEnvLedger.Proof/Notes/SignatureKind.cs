namespace BizEnvLedger.Proof;

/// <summary>Signature types of c2sp.org/signed-note that are known here.</summary>
public enum SignatureKind : byte
{
    /// <summary>Ed25519 over the note's text: the log's own signature.</summary>
    Ed25519 = 0x01,

    /// <summary>Timestamped Ed25519 cosignature of c2sp.org/tlog-cosignature: a witness.</summary>
    Cosignature = 0x04,

    /// <summary>SM2 with SM3 (GB/T 32918.2, GM/T 0009 user id), under the byte that the format leaves to others.</summary>
    Sm2 = 0xff,
}
