namespace BizEnvLedger.Service.Cli;

/// <summary>A command line that does not fit: said in both languages, with what is right.</summary>
public sealed class UsageError(string chinese, string english) : Exception($"{chinese}\n{english}");

/// <summary>The words of a command line after the command itself.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> values = [];
    private readonly HashSet<string> flags = [];
    private readonly List<string> words = [];

    /// <summary>What stands without an option before it.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>
    /// Reads <paramref name="given"/>, knowing which options take a value (<c>--port</c>) and which stand alone (<c>--empty</c>).
    /// Refused: an unknown option, one given twice, a missing value, a number of words outside the bounds.
    /// </summary>
    public static Arguments Read(CommandForm form, IEnumerable<string> given)
    {
        var arguments = new Arguments();
        var rest = new Queue<string>(given);
        while (rest.TryDequeue(out var word))
        {
            if (!word.StartsWith('-'))
            {
                arguments.words.Add(word);
                continue;
            }

            var parts = word.Split('=', 2);
            if (form.Flags.Contains(word))
            {
                arguments.flags.Add(word);
            }
            else if (form.Options.Contains(parts[0]))
            {
                var value = parts.Length == 2 ? parts[1] : rest.TryDequeue(out var next) ? next : "";
                if (value.Length == 0 || (parts.Length == 1 && value.StartsWith("--", StringComparison.Ordinal)))
                {
                    throw new UsageError($"选项 {parts[0]} 缺少值。用法:{form.Usage}", $"Option {parts[0]} needs a value. Usage: {form.Usage}");
                }

                if (!arguments.values.TryAdd(parts[0], value))
                {
                    throw new UsageError($"选项 {parts[0]} 重复。", $"Option {parts[0]} is given twice.");
                }
            }
            else
            {
                throw new UsageError($"未知选项 {word}。用法:{form.Usage}", $"Unknown option {word}. Usage: {form.Usage}");
            }
        }

        return arguments.words.Count < form.LeastWords || arguments.words.Count > form.MostWords
            ? throw new UsageError($"用法:{form.Usage}", $"Usage: {form.Usage}")
            : arguments;
    }

    /// <summary>Whether an option that stands alone was given.</summary>
    public bool Has(string flag) => flags.Contains(flag);

    /// <summary>Who acts, as the ledger puts it on record; null for the operating system's account. Refused: what is too long or holds a control character.</summary>
    public string? As => Value("--as") is not { } name ? null
        : name.Length <= 80 && !name.Any(char.IsControl) && name.Trim().Length > 0 ? name.Trim()
        : throw new UsageError("--as 应为 1 到 80 个字符的姓名或账号。", "--as names a person or an account in 1 to 80 characters.");

    /// <summary>The value of an option, or null.</summary>
    public string? Value(string option) => values.GetValueOrDefault(option);
}

/// <summary>How a command is written.</summary>
/// <param name="Usage">The whole line, as help shows it.</param>
/// <param name="Options">Options with a value.</param>
/// <param name="Flags">Options without.</param>
/// <param name="LeastWords">Fewest words besides options.</param>
/// <param name="MostWords">Most words besides options.</param>
public sealed record CommandForm(string Usage, string[] Options, string[] Flags, int LeastWords = 0, int MostWords = 0);
