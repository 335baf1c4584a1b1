using BizEnvLedger.Proof;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Audit;

/// <summary>
/// Where the log's signing keys lie, and beside each the last checkpoint that it signed: outside the database, so that a database
/// put back to an earlier day is found out. Folder and files are their owner's alone; a key that others may read is not used.
/// </summary>
public sealed class KeyFolder(string path)
{
    private const UnixFileMode OwnerFolder = OwnFile.Mode | UnixFileMode.UserExecute;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Its absolute path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The jurisdiction's key; null where it has none yet. An external file is read in the place of the folder's own.</summary>
    public SigningKey? Key(string jurisdiction, string? external)
    {
        var file = external ?? KeyFile(jurisdiction);
        if (!File.Exists(file))
        {
            return external is null ? null : throw new LedgerRefusal($"找不到签名密钥文件 {file}。", $"There is no signing key at {file}.");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
        {
            throw new LedgerRefusal($"签名密钥 {file} 可被他人读写，不予使用。请执行 chmod 600。", $"The signing key {file} is open to others and is not used; chmod 600 it.");
        }

        try
        {
            var key = SigningKey.Parse(File.ReadAllText(file));
            return key.Verifier.Kind == SignatureKind.Ed25519 ? key : throw new ProofRefusal("key-kind", "The log signs with Ed25519.");
        }
        catch (ProofRefusal e)
        {
            throw new LedgerRefusal($"签名密钥 {file} 无法使用：{e.Message}", $"The signing key {file} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Draws a key and keeps it; refused where one lies there already.</summary>
    public SigningKey Generate(string jurisdiction, string origin)
    {
        var key = SigningKey.Generate(origin, SignatureKind.Ed25519);
        Write(KeyFile(jurisdiction), key.Export() + "\n", overwrite: false);
        return key;
    }

    /// <summary>The last checkpoint that was signed; null before the first.</summary>
    public SignedNote? LastCheckpoint(string jurisdiction) =>
        File.Exists(CheckpointFile(jurisdiction)) ? SignedNote.Parse(File.ReadAllBytes(CheckpointFile(jurisdiction))) : null;

    /// <summary>Keeps a checkpoint before anyone else sees it: whatever happens then, nothing inconsistent with it is signed.</summary>
    public void Keep(string jurisdiction, SignedNote note) => Write(CheckpointFile(jurisdiction), note.ToString(), overwrite: true);

    public string KeyFile(string jurisdiction) => System.IO.Path.Combine(Path, jurisdiction + ".key");

    public string CheckpointFile(string jurisdiction) => System.IO.Path.Combine(Path, jurisdiction + ".checkpoint");

    private void Write(string file, string text, bool overwrite)
    {
        if (!Directory.Exists(Path))
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Path);
            }
            else
            {
                Directory.CreateDirectory(Path, OwnerFolder);
            }
        }

        OwnFile.Write(file, text, overwrite);
    }
}
