using System.Diagnostics;
using System.Globalization;

namespace BizEnvLedger.Service.Embedded;

/// <summary>What a finished program answered.</summary>
internal sealed record CommandResult(int ExitCode, string Output);

/// <summary>Runs a program to its end, optionally as another user (only root can ask for that).</summary>
internal static class Commands
{
    public static CommandResult Run(string program, IEnumerable<string> arguments, string? user = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            // The caller's folder may be closed to the other user, and initdb refuses to start where it cannot look.
            WorkingDirectory = OperatingSystem.IsWindows() ? Path.GetDirectoryName(program)! : "/",
        };
        // Messages are matched and shown; a server's locale must not depend on who starts it.
        start.Environment["LC_ALL"] = "C";
        if (user is not null)
        {
            start.UserName = user;
        }

        using var process = Process.Start(start)
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{program} did not start."));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandResult(process.ExitCode, (output + error.Result).Trim());
    }
}
