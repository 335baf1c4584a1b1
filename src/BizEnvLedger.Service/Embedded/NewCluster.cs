using System.Globalization;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Embedded;

/// <summary>Makes the database files of an embedded server, and tells whose they are.</summary>
internal static class NewCluster
{
    /// <summary>Runs <c>initdb</c> beside <paramref name="cluster"/> and moves the result into place.</summary>
    public static void Make(DataFolder folder, PostgresBinaries binaries, string cluster)
    {
        var home = Path.GetDirectoryName(cluster)!;
        var making = cluster + ".new";
        Unprivileged.MakePrivate(home);
        // A first start that was killed leaves a half-made cluster, in which no event can be.
        if (Directory.Exists(making))
        {
            Directory.Delete(making, recursive: true);
        }

        var password = WritePassword(folder, Path.Combine(home, "initdb.password"));
        var made = Commands.Run(
            binaries.Program("initdb"),
            ["-D", making, "-U", EmbeddedPostgres.OwnerLogin, "-A", "scram-sha-256", $"--pwfile={password}", "--no-locale", "-E", "UTF8", "--no-instructions"],
            Unprivileged.User);
        File.Delete(password);
        if (made.ExitCode != 0)
        {
            throw new LedgerRefusal($"无法建立数据库:{made.Output}", "initdb failed.");
        }

        Directory.Move(making, cluster);
    }

    /// <summary>Refuses files of another major version, which this server could not open.</summary>
    public static void CheckVersion(PostgresBinaries binaries, string cluster)
    {
        var major = File.ReadAllText(Path.Combine(cluster, "PG_VERSION")).Trim();
        if (major != binaries.Version.Major.ToString(CultureInfo.InvariantCulture))
        {
            throw new LedgerRefusal(
                $"数据目录 {cluster} 由 PostgreSQL {major} 建立,现有的是 {binaries.Version}。请装回 PostgreSQL {major},用 ledger backup 备份,再在新目录 restore。",
                $"The data in {cluster} is of PostgreSQL {major}, but {binaries.Version} was found. Put back {major}, use ledger backup, and restore into a new folder.");
        }
    }

    private static string WritePassword(DataFolder folder, string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(file, options))
        {
            writer.Write(folder.Password(EmbeddedPostgres.OwnerLogin));
        }

        Unprivileged.Own(file);
        return file;
    }
}
