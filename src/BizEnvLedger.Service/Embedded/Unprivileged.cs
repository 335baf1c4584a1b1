using System.Runtime.InteropServices;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Embedded;

/// <summary>PostgreSQL refuses to run as root; then it runs as an ordinary user that must reach its programs and its data.</summary>
internal static partial class Unprivileged
{
    private const UnixFileMode Reachable = UnixFileMode.OtherExecute;

    /// <summary>Whether this process is root.</summary>
    public static bool Needed { get; } = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The user that PostgreSQL runs as, or null when it is the caller.</summary>
    public static string? User { get; } = !Needed ? null : Exists("postgres") ? "postgres" : "nobody";

    /// <summary>Whether any user can pass through every folder down to <paramref name="path"/>.</summary>
    public static bool CanReach(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        for (var at = new DirectoryInfo(path); at is not null; at = at.Parent)
        {
            if (at.Exists && !at.UnixFileMode.HasFlag(Reachable))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A folder that any user can pass through, for what a root shell cannot keep in its own home.</summary>
    public static string SharedRoot()
    {
        const string root = "/var/lib/bizenv-ledger";
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        return root;
    }

    /// <summary>The same programs at a place that PostgreSQL's user can reach, copied there once.</summary>
    public static PostgresBinaries Reach(PostgresBinaries binaries)
    {
        if (!Needed || CanReach(binaries.Bin))
        {
            return binaries;
        }

        var copy = Path.Combine(SharedRoot(), $"postgres-{binaries.Version}");
        if (!Directory.Exists(copy))
        {
            var part = $"{copy}.{Environment.ProcessId}.part";
            Succeed(Commands.Run("cp", ["-R", Path.GetFullPath(Path.Combine(binaries.Bin, "..")), part]));
            Succeed(Commands.Run("chmod", ["-R", "a+rX", part]));
            Directory.Move(part, copy);
        }

        return binaries with { Bin = Path.Combine(copy, "bin") };
    }

    /// <summary>Makes a folder, private to PostgreSQL's user.</summary>
    public static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Own(folder);
    }

    /// <summary>Gives a file or folder to PostgreSQL's user.</summary>
    public static void Own(string path)
    {
        if (User is not null)
        {
            Succeed(Commands.Run("chown", [User, path]));
        }
    }

    private static void Succeed(CommandResult result)
    {
        if (result.ExitCode != 0)
        {
            throw new LedgerRefusal($"命令失败:{result.Output}", "A system command failed.");
        }
    }

    private static bool Exists(string user) => Commands.Run("id", ["-u", user]).ExitCode == 0;
}
