using System.Text;
using BizEnvLedger.Audit.Commands;
using BizEnvLedger.Audit.Words;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Audit;

/// <summary>The auditor's tool: 0 all holds, 1 something does not, 2 wrong use. Plain sentences, never a stack trace.</summary>
public static class Tool
{
    private static readonly Dictionary<string, Func<Call, Task<int>>> Commands = new(StringComparer.Ordinal)
    {
        ["verify"] = Verify.RunAsync,
        ["replay"] = Replay.RunAsync,
        ["diff"] = Diff.RunAsync,
        ["report"] = Report.RunAsync,
        ["proof"] = ProofFile.RunAsync,
        ["witness"] = Witness.RunAsync,
        ["vectors"] = Vectors.RunAsync,
        ["keygen"] = Keygen.RunAsync,
    };

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (output == Console.Out)
            Console.OutputEncoding = Encoding.UTF8;
        var say = new Speaker(Speaker.LanguageOf(args), output, errors);
        try
        {
            var rest = args.Where(a => a is not ("--zh" or "--en")).ToArray();
            if (rest.Length == 0 || rest[0] is "help" or "--help" or "-h")
            {
                say.Line("help");
                return rest.Length == 0 ? 2 : 0;
            }

            if (!Commands.TryGetValue(rest[0], out var command))
                throw new WrongUse("unknown-command", ("command", rest[0]));
            return await command(new(Options.Of(rest[1..]), say, ct));
        }
        catch (WrongUse e)
        {
            say.Error(e.Code, e.Values);
            say.Error("see-help");
            return 2;
        }
        catch (ProofRefusal e)
        {
            say.Error(e.Code, [.. e.About.Select(a => (a.Name, a.Value))]);
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            say.Error("file", ("why", e.Message));
            return 1;
        }
        catch (HttpRequestException e)
        {
            say.Error("network", ("why", e.Message));
            return 1;
        }
    }
}

/// <summary>What a command is given.</summary>
internal sealed record Call(Options Options, Speaker Say, CancellationToken Cancelled);

/// <summary>The command line is not understood.</summary>
internal sealed class WrongUse(string code, params (string Name, object? Value)[] values) : Exception(code)
{
    public string Code { get; } = code;
    public (string Name, object? Value)[] Values { get; } = values;
}
