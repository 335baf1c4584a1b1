using System.Globalization;
using System.Security.Cryptography;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Embedded;

/// <summary>
/// The folder of one embedded ledger: its passwords, its port, its lock, and the cluster or where the cluster lies.
/// </summary>
public sealed class DataFolder
{
    private readonly string path;

    private DataFolder(string path) => this.path = path;

    /// <summary>Its absolute path.</summary>
    public string Path => path;

    /// <summary>The folder that a command names, else the user's own. Created when missing.</summary>
    public static DataFolder Open(string? given)
    {
        var folder = Resolve(given);
        try
        {
            if (!Directory.Exists(folder))
            {
                Make(folder, Unprivileged.Needed ? OthersMayPass : OwnerOnly);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerRefusal($"无法建立数据目录 {folder}:{e.Message}", $"Cannot create the data folder {folder}.", e);
        }

        return new DataFolder(folder);
    }

    /// <summary>The same folder if a ledger has been there, else null; nothing is created.</summary>
    public static DataFolder? Existing(string? given) => Directory.Exists(Resolve(given)) ? new DataFolder(Resolve(given)) : null;

    /// <summary>A port once chosen for this folder's PostgreSQL, or null.</summary>
    public int? Port
    {
        get => File.Exists(In("port")) && int.TryParse(File.ReadAllText(In("port")), CultureInfo.InvariantCulture, out var port) ? port : null;
        set => WriteSecret("port", value!.Value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The password of a database login, drawn at random the first time.</summary>
    public string Password(string login)
    {
        var name = $"{login}.password";
        if (!File.Exists(In(name)))
        {
            WriteSecret(name, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        }

        return File.ReadAllText(In(name)).Trim();
    }

    /// <summary>
    /// Where the cluster lies: inside this folder, unless PostgreSQL's user could not reach it there (a root shell's home is closed to others);
    /// then under /var/lib, and a file in this folder remembers where.
    /// </summary>
    public string ClusterHome()
    {
        if (File.Exists(In("cluster.path")))
        {
            return File.ReadAllText(In("cluster.path")).Trim();
        }

        var inside = In("postgres");
        if (!Unprivileged.Needed || Unprivileged.CanReach(path))
        {
            return inside;
        }

        var outside = System.IO.Path.Combine(Unprivileged.SharedRoot(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)));
        WriteSecret("cluster.path", outside);
        return outside;
    }

    /// <summary>Holds the folder for one process; null while another one holds it. Released when the process dies, however it dies.</summary>
    public IDisposable? TryLock()
    {
        try
        {
            return new FileStream(In("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode OthersMayPass = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static string Resolve(string? given) => System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(given) ? Home : given);

    /// <summary>The user's own folder for ledgers, where a command names none.</summary>
    public static string Home => OfUser();

    private static string OfUser()
    {
        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        if (string.IsNullOrEmpty(data))
        {
            data = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        }

        return System.IO.Path.Combine(data, "bizenv-ledger");
    }

    private static void Make(string folder, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, mode);
        }
    }

    // Written beside and renamed: a crash never leaves half a password.
    private void WriteSecret(string name, string value)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var part = In(name + ".part");
        using (var writer = new StreamWriter(part, options))
        {
            writer.Write(value);
        }

        File.Move(part, In(name), overwrite: true);
    }

    private string In(string name) => System.IO.Path.Combine(path, name);
}
