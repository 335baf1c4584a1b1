using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Cli;

/// <summary><c>ledger plan check</c>: every mistake of every file, with line, path and remedy; nothing is loaded.</summary>
internal static class PlanCommand
{
    public static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        if (arguments.Words[0] != "check")
        {
            throw new UsageError("用法:ledger plan check FILE...", "Usage: ledger plan check FILE...");
        }

        var mistakes = 0;
        foreach (var file in arguments.Words.Skip(1))
        {
            var reading = PlanFile.Read(await ReadAsync(file, ct), file);
            mistakes += reading.Mistakes.Count;
            foreach (var mistake in reading.Mistakes)
            {
                terminal.Say($"{file}:{mistake.Line}:{mistake.Column} {mistake.Path} [{mistake.Code}]");
                terminal.Say($"    {mistake.Zh} {mistake.RemedyZh}");
                terminal.Say($"    {mistake.En} {mistake.RemedyEn}");
            }

            if (reading.Plan is { } plan)
            {
                terminal.Say($"{file}:正确 / correct – {plan.Id}, {plan.Tasks.Count} 项任务 / tasks");
            }
        }

        return mistakes == 0 ? 0 : 1;
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerRefusal($"无法读取 {file}:{e.Message}", $"Cannot read {file}.", e);
        }
    }
}
