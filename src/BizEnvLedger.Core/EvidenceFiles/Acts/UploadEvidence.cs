using System.Collections.Immutable;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.EvidenceFiles.Acts;

/// <summary>
/// Takes in a file that was streamed and hashed. The same file again is no second event, but whoever else brings its bytes is recorded too. Refused: a role that reports nothing, not declared
/// "not classified", other bytes than the hash in the address says, empty, too large, a type that is not taken, bytes that are not of the type said.
/// </summary>
/// <param name="Said">Hash in the address.</param>
/// <param name="Sha256">Hash of what came.</param>
/// <param name="MediaType">The type that the uploader says.</param>
/// <param name="Begin">The first bytes.</param>
public sealed record UploadEvidence(string Said, string Sha256, long Size, string MediaType, ReadOnlyMemory<byte> Begin, bool NotClassified)
{
    /// <summary>What can be refused before a byte is read.</summary>
    public static Refusal? Check(UploadEvidence command, Caller who) =>
        RightsTable.Role(nameof(UploadEvidence), who)
        ?? (EvidenceFile.IsHash(command.Said) ? null : Refusal.Invalid("evidence-not-a-hash", "sha256", ("value", command.Said.Length > 80 ? command.Said[..80] : command.Said)))
        ?? (command.NotClassified ? null : Refusal.Invalid("not-declared-unclassified", "Declaration"))
        ?? (command.MediaType.Length == 0 ? Refusal.Invalid("file-type-missing", "Content-Type", ("types", string.Join(", ", MediaTypes.Taken))) : null)
        ?? (MediaTypes.Taken.Contains(command.MediaType) ? null : Refusal.Invalid("file-type-not-taken", "Content-Type", ("type", command.MediaType.Length > 80 ? command.MediaType[..80] : command.MediaType), ("types", string.Join(", ", MediaTypes.Taken))));

    public static Decision Decide(ImmutableDictionary<string, EvidenceFile> files, UploadEvidence command, Caller who, Moment now) =>
        Check(command, who)
        ?? (command.Size == 0 ? Refusal.Invalid("file-empty", "body") : null)
        ?? (command.Size > EvidenceFile.LargestFile ? Refusal.Invalid("file-too-large", "body", ("limit", EvidenceFile.LargestFile)) : null)
        ?? (command.Sha256 == command.Said ? null : Refusal.Invalid("hash-differs", "sha256", ("said", command.Said), ("found", command.Sha256)))
        ?? (MediaTypes.Fits(command.MediaType, command.Begin.Span) ? null : Refusal.Invalid("bytes-not-of-type", "Content-Type", ("type", command.MediaType)))
        ?? (files.GetValueOrDefault(command.Sha256)?.Bringings.Any(b => b.Unit == EvidenceFile.UnitOf(who)) == true ? Refusal.Conflict("evidence-held-already", "sha256", ("sha256", command.Sha256)) : null)
        ?? Decision.Of(new EvidenceUploaded(command.Sha256, command.Size, command.MediaType, EvidenceFile.UnitOf(who)));
}
