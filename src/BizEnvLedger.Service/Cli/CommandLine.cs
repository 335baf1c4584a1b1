using System.Text;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Cli;

/// <summary>The commands of <c>ledger</c> that the service itself carries out.</summary>
public static class CommandLine
{
    private delegate Task<int> Act(Arguments arguments, Terminal terminal, CancellationToken ct);

    private static readonly Dictionary<string, (CommandForm Form, Act Act)> All = new()
    {
        ["up"] = (new("ledger up [--port N] [--data DIR] [--empty] [--demo] [--as NAME] [--no-build]", ["--port", "--data", "--as"], ["--empty", "--demo", "--no-build"]), UpCommand.RunAsync),
        ["backup"] = (new("ledger backup FILE [--data DIR] [--as NAME]", ["--data", "--as"], ["--no-build"], 1, 1), BackupCommand.BackupAsync),
        ["restore"] = (new("ledger restore FILE [--data DIR] [--as NAME]", ["--data", "--as"], ["--no-build"], 1, 1), BackupCommand.RestoreAsync),
        ["jurisdiction"] = (new("ledger jurisdiction add ID --name NAME [--time-zone TZ] [--data DIR] [--as NAME]", ["--name", "--time-zone", "--data", "--as"], ["--no-build"], 2, 2), JurisdictionCommand.RunAsync),
        ["plan"] = (new("ledger plan check FILE...", [], ["--no-build"], 2, int.MaxValue), PlanCommand.RunAsync),
        ["sweep"] = (new("ledger sweep [--data DIR]", ["--port", "--data", "--as"], ["--empty", "--demo", "--no-build"]), SweepCommand.RunAsync),
    };

    /// <summary>Runs one command line. Answers 0 when done, 1 when refused, 2 when the line does not fit.</summary>
    public static async Task<int> RunAsync(string[] words)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var terminal = new Terminal(Console.Out, Console.Error);
        using var stop = new StopSignal();
        try
        {
            if (words is [] or ["help", ..] or ["--help"] or ["-h"])
            {
                terminal.Say(Help.Text);
                return 0;
            }

            if (!All.TryGetValue(words[0], out var command))
            {
                throw new UsageError($"未知命令 {words[0]}。可用的命令见 ledger help。", $"Unknown command {words[0]}; ledger help lists what there is.");
            }

            return await command.Act(Arguments.Read(command.Form, words.Skip(1)), terminal, stop.Token);
        }
        catch (UsageError e)
        {
            terminal.Complain(e.Message);
            return 2;
        }
        catch (LedgerRefusal e)
        {
            terminal.Complain(e.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            terminal.Complain("已中止。\nStopped.");
            return 130;
        }
    }
}
