namespace BizEnvLedger.Core.EvidenceFiles;

/// <summary>佐证材料: a file came in, hashed while it came, and was declared not classified. The file itself lies beside the ledger, once, by its hash.</summary>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Size">Bytes.</param>
/// <param name="MediaType">What its first bytes say it is, which is also what the uploader said.</param>
/// <param name="Unit">The unit that brought it in: one that the caller acts for, else the caller's home unit; null where there is neither.</param>
public sealed record EvidenceUploaded(string Sha256, long Size, string MediaType, string? Unit);

/// <summary>A file was read, after its bytes were found to be those of its hash. Reading protected material is itself on record.</summary>
public sealed record EvidenceRead(string Sha256);
