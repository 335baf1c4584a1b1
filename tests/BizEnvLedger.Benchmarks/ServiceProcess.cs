using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BizEnvLedger.Benchmarks;

/// <summary>The service's Release build as a process of its own, as the launcher starts it.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder said = new();

    private ServiceProcess(Process process, int port)
    {
        (this.process, Port, Started) = (process, port, Stopwatch.StartNew());
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Api = new(port);
    }

    public int Port { get; }

    /// <summary>Runs since the process was started.</summary>
    public Stopwatch Started { get; }

    public Api Api { get; }

    public static ServiceProcess Start(string data)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BizEnvLedger.Service.dll"), "up", "--port", port.ToString(CultureInfo.InvariantCulture), "--data", data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in new[] { "ConnectionStrings__Ledger", "ConnectionStrings__LedgerOwner", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT" })
            start.Environment.Remove(name);
        return new(Process.Start(start)!, port);
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task ReadyAsync(CancellationToken ct)
    {
        while (!await Api.IsReadyAsync(ct))
        {
            if (process.HasExited || Started.Elapsed > TimeSpan.FromMinutes(2))
                throw new InvalidOperationException($"The service did not get ready:\n{Said}");
            await Task.Delay(20, ct);
        }
    }

    /// <summary>Resident memory in megabytes; not a number where the system does not tell.</summary>
    public double Megabytes()
    {
        if (!OperatingSystem.IsLinux())
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }

        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Worked()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>kill -9: its PostgreSQL stays.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        process.Kill();
        await process.WaitForExitAsync(ct);
    }

    /// <summary>Holds it where it is, until it goes on.</summary>
    public void Pause() => Signal("-STOP");

    public void GoOn() => Signal("-CONT");

    /// <summary>Ends it as a service manager does, with its PostgreSQL.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (process.HasExited)
            return;
        Signal("-TERM");
        await process.WaitForExitAsync(ct);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
        Api.Dispose();
    }

    private void Signal(string which)
    {
        using var kill = Process.Start("kill", [which, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    private void Hear(string? line)
    {
        lock (said)
            said.AppendLine(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
