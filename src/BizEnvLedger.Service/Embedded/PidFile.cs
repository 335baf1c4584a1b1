using System.Diagnostics;
using System.Globalization;

namespace BizEnvLedger.Service.Embedded;

/// <summary>What a running server says about itself in <c>postmaster.pid</c>.</summary>
/// <param name="Port">The port it listens on.</param>
/// <param name="Ready">Whether it accepts connections.</param>
internal sealed record PidFile(int Port, bool Ready)
{
    /// <summary>
    /// The file of a server that lives. A file that a killed server left is removed: when its process number
    /// meanwhile belongs to another program, PostgreSQL would take that program for a server and refuse to start.
    /// </summary>
    public static PidFile? Read(string cluster)
    {
        var path = Path.Combine(cluster, "postmaster.pid");
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        if (lines.Length == 0 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid))
        {
            return null;
        }

        if (!IsServer(pid, cluster))
        {
            File.Delete(path);
            return null;
        }

        var port = lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var said) ? said : 0;
        return new PidFile(port, lines.Length > 7 && lines[7].Trim() == "ready");
    }

    private static bool IsServer(int pid, string cluster)
    {
        if (OperatingSystem.IsLinux())
        {
            // Readable for everyone, unlike its working folder; empty for a dead server that nobody has reaped.
            var commandLine = $"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/cmdline";
            var words = File.Exists(commandLine) ? File.ReadAllText(commandLine).Split('\0') : [];
            var data = Array.IndexOf(words, "-D") + 1;
            return Path.GetFileName(words.FirstOrDefault()) == "postgres" && data > 0 && SamePath(words[data], cluster);
        }

        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited && process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool SamePath(string one, string other) => one == other || RealPath(one) == RealPath(other);

    private static string RealPath(string path) => Commands.Run("realpath", [path]).Output;
}
