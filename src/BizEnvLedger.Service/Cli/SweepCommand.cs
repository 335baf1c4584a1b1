using BizEnvLedger.Service.Embedded;

namespace BizEnvLedger.Service.Cli;

/// <summary>Stops an embedded server whose service was killed. The launcher calls it; a folder in use is left alone.</summary>
internal static class SweepCommand
{
    public static Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        if (DataFolder.Existing(arguments.Value("--data")) is { } folder)
        {
            using var held = folder.TryLock();
            if (held is not null)
            {
                EmbeddedPostgres.Running(folder)?.Stop();
            }
        }

        return Task.FromResult(0);
    }
}
