using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BizEnvLedger.Service.Tests.Cli;

/// <summary>The built service as a process of its own, as the launcher starts it.</summary>
public sealed class LedgerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder said = new();

    private LedgerProcess(Process process) => this.process = process;

    public static Task<(int Exit, string Output, string Error)> RunAsync(params string[] words) => RunAsync(new Dictionary<string, string>(), words);

    /// <summary>The same with settings in its environment.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        using var process = Start(words, settings);
        // A command that should have been refused, and serves, must not hold the tests up.
        using var limit = new CancellationTokenSource(Patience);
        limit.Token.Register(process.Kill);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }

    /// <summary>Starts <c>up</c> and waits until it is ready.</summary>
    public static Task<LedgerProcess> UpAsync(int port, string data, params string[] more) => UpAsync(port, data, new Dictionary<string, string>(), more);

    /// <summary>The same with settings in its environment.</summary>
    public static Task<LedgerProcess> UpAsync(int port, string data, IReadOnlyDictionary<string, string> settings, params string[] more) =>
        UpAsync(port, settings, ["--data", data, .. more]);

    /// <summary>The same on the database that the settings name.</summary>
    public static async Task<LedgerProcess> UpAsync(int port, IReadOnlyDictionary<string, string> settings, params string[] more)
    {
        var up = Begin(port, settings, more);
        using var http = new HttpClient();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(50))
        {
            if (up.process.HasExited)
            {
                break;
            }

            try
            {
                if ((await http.GetAsync($"http://127.0.0.1:{port}/health/ready")).IsSuccessStatusCode)
                {
                    return up;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        var output = up.Said;
        up.Dispose();
        throw new InvalidOperationException($"up did not get ready:\n{output}");
    }

    /// <summary>Starts <c>up</c> and waits for nothing.</summary>
    public static LedgerProcess Begin(int port, IReadOnlyDictionary<string, string> settings, params string[] more)
    {
        var up = new LedgerProcess(Start(["up", "--port", $"{port}", .. more], settings));
        up.process.OutputDataReceived += (_, line) => up.Hear(line.Data);
        up.process.ErrorDataReceived += (_, line) => up.Hear(line.Data);
        up.process.BeginOutputReadLine();
        up.process.BeginErrorReadLine();
        return up;
    }

    public int Id => process.Id;

    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>kill, as a service manager does it.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static Process Start(string[] words, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BizEnvLedger.Service.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("ConnectionStrings__Ledger");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }
    }
}
