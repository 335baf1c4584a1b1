using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace BizEnvLedger.Benchmarks;

/// <summary>PostgreSQL's own load generator; it comes with the system's PostgreSQL, not with the embedded one.</summary>
internal sealed partial class Pgbench(string program, string folder, string connection)
{
    public const string HowToInstall = "Debian/Ubuntu: apt-get install postgresql-contrib; macOS: brew install postgresql@17";

    public static string? Find() =>
        new[] { "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin" }
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")) : [])
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .Select(d => Path.Combine(d, OperatingSystem.IsWindows() ? "pgbench.exe" : "pgbench")).FirstOrDefault(File.Exists);

    /// <summary>Transactions per second at 16 connections, each transaction one of the scripts at random.</summary>
    public async Task<double> RunAsync(IReadOnlyList<string> scripts, int seconds, CancellationToken ct)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(program, ["-n", "-c", "16", "-j", "2", "-M", "prepared", "-T", seconds.ToString(CultureInfo.InvariantCulture), "-h", to.Host!, "-p", to.Port.ToString(CultureInfo.InvariantCulture), "-U", to.Username!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        for (var i = 0; i < scripts.Count; i++)
        {
            var file = Path.Combine(folder, $"command-{i}.sql");
            await File.WriteAllTextAsync(file, scripts[i], ct);
            start.ArgumentList.Add("-f");
            start.ArgumentList.Add(file);
        }

        start.ArgumentList.Add(to.Database!);
        start.Environment["PGPASSWORD"] = to.Password;
        start.Environment["PGOPTIONS"] = to.Options;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(ct);
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 && Rate().Match(output) is { Success: true } rate
            ? double.Parse(rate.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench failed:\n{output}\n{await error}");
    }

    [GeneratedRegex(@"^tps = ([0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex Rate();
}
